/// A dictionary that keeps at least the `capacity` newest of its values, and at most twice that.
struct Recent<Key: Hashable, Value> {
  private let capacity: Int
  private var young: [Key: Value] = [:]
  private var old: [Key: Value] = [:]

  init(capacity: Int) { self.capacity = capacity }

  /// Setting makes a value the newest; reading does not.
  subscript(key: Key) -> Value? {
    get { young[key] ?? old[key] }
    set {
      young[key] = newValue
      if newValue == nil { old[key] = nil }
      if young.count >= capacity { (old, young) = (young, [:]) }
    }
  }
}

/// The door through which numbers from other systems come in.
public protocol EvidenceKeeper: Sendable {
  /// Keeps items, all or none; one for the same item and period takes the place of what was there.
  ///
  /// - Returns: What became of each, or every reason why nothing was kept.
  func keep(_ items: [ImportedItem], on day: Day) throws(StoreError) -> ItemsOutcome

  /// Everything that was imported, by item and period.
  func items() throws(StoreError) -> [ImportedItem]

  /// Takes away what was imported for an item and period; false when there is nothing.
  func forget(_ item: String, from: Month, through: Month) throws(StoreError) -> Bool
}

/// What became of items that were handed in.
public enum ItemsOutcome: Sendable, Hashable, Codable {
  case kept([Kept])
  /// Nothing was kept: by the place of the item in what was handed in, what is there already for a
  /// period that overlaps and is not the same, so that it would count twice.
  case overlapping([Int: ImportedItem])

  public enum Kept: Sendable, Hashable, Codable {
    case added
    /// It was there, word for word.
    case same
    case replaced(ImportedItem)
  }
}

extension ImportedItem {
  /// Whether two are about the same item, and about months that overlap without being the same.
  public func overlaps(_ other: ImportedItem) -> Bool {
    item == other.item && from <= other.through && other.from <= through
      && (from, through) != (other.from, other.through)
  }
}

extension ImportedItem.Value {
  /// Reads what is written for a value: a number such as `16.8`, or a symbol such as `[c]`; nil for
  /// anything else.
  public init?(_ written: String) {
    let symbol = Self.symbols.first { $0.written == written.lowercased() }
    guard let value = symbol?.value ?? ExactNumber(written).map(Self.number) else { return nil }
    self = value
  }

  /// As it is written in a file: the number, or the symbol.
  public var written: String {
    if case .number(let number) = self { return number.description }
    return Self.symbols.first { $0.value == self }?.written ?? ""
  }

  private static let symbols: [(written: String, value: Self)] = [
    ("[c]", .confidential), ("[z]", .notApplicable), ("[x]", .unavailable), ("[low]", .low),
  ]
}

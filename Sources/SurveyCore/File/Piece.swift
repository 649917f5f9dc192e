/// A piece of a YAML file and the line it starts on. Every scalar is text, whatever it looks like.
struct Piece {
  enum Shape {
    case text(String)
    case list([Piece])
    case mapping([Field])
  }

  let line: Int
  let shape: Shape
}

/// A key, where it stands, and what stands under it.
struct Field {
  let key: String
  let line: Int
  let value: Piece
}

/// Something read from a file, with the line it was read from.
struct Noted<Value> {
  let value: Value
  let line: Int
}

extension Noted: Sendable where Value: Sendable {}

/// The faults found so far in one file. Reading goes on after each, so that all are told at once.
final class FaultList {
  private let file: String
  private var faults: [Fault] = []

  init(file: String) { self.file = file }

  var isEmpty: Bool { faults.isEmpty }

  /// In the order of the file; the same fault on the same line only once.
  var inOrder: [Fault] {
    var seen: Set<Fault> = []
    let once = faults.filter { seen.insert($0).inserted }
    return once.enumerated()
      .sorted { ($0.element.line, $0.offset) < ($1.element.line, $1.offset) }
      .map(\.element)
  }

  func add(_ line: Int, _ fact: Fault.Fact) {
    faults.append(Fault(file: file, line: line, fact: fact))
  }
}

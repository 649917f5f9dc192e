/// A sentence with gaps, written `Question {number} of {total}`.
///
/// It is cut up once, when the catalogue is made, so that filling it costs only the copying.
public struct Template: Sendable, Hashable, ExpressibleByStringLiteral {
  /// What may stand in a gap.
  public enum Slot: String, Sendable, CaseIterable {
    case number, total, low, high, authority, readers, question, phone, name
  }

  public enum Piece: Sendable, Hashable {
    case words(String)
    case slot(Slot)
  }

  public let pieces: [Piece]

  public init(stringLiteral text: String) { self.init(text) }

  /// A gap that has no such name stays as it is written, which the tests refuse.
  public init(_ text: String) {
    var pieces: [Piece] = []
    for part in text.split(separator: "{", omittingEmptySubsequences: false) {
      let halves = part.split(separator: "}", maxSplits: 1, omittingEmptySubsequences: false)
      if halves.count == 2, let slot = Slot(rawValue: String(halves[0])) {
        pieces.append(.slot(slot))
        if !halves[1].isEmpty { pieces.append(.words(String(halves[1]))) }
      } else if !part.isEmpty {
        pieces.append(.words(String(part)))
      }
    }
    self.pieces = pieces
  }

  /// The gaps it has.
  public var slots: Set<Slot> {
    Set(pieces.compactMap { if case .slot(let slot) = $0 { slot } else { nil } })
  }

  /// The sentence as it is written in the catalogue, gaps and all.
  public var text: String {
    pieces.map { piece in
      switch piece {
      case .words(let words): words
      case .slot(let slot): "{\(slot.rawValue)}"
      }
    }.joined()
  }

  /// The sentence with its gaps filled: `words.question.progress([.number: "3", .total: "9"])`.
  public func callAsFunction(_ values: KeyValuePairs<Slot, String>) -> String {
    var text = ""
    for piece in pieces {
      switch piece {
      case .words(let words): text += words
      case .slot(let slot): text += values.first { $0.key == slot }?.value ?? ""
      }
    }
    return text
  }
}

/// A sentence about a number of things, in the two forms our languages need; a language with more
/// forms words it so that one will do ("characters left: 3").
public struct Counted: Sendable, Hashable {
  public let one: Template
  public let other: Template

  init(one: Template, other: Template) { (self.one, self.other) = (one, other) }

  init(_ always: Template) { (one, other) = (always, always) }

  public func callAsFunction(_ number: Int) -> String {
    (number == 1 ? one : other)([.number: String(number)])
  }
}

/// Who is being spoken to, as far as words differ.
public enum Reader: Sendable, Hashable, CaseIterable {
  /// Children under eight and others whose audience is marked `young`.
  case young
  case child
  case adult

  public init(_ audience: Audience) {
    self = audience.group != .child ? .adult : audience.young ? .young : .child
  }
}

/// The same said to each kind of reader.
public struct ForReader<Said: Sendable>: Sendable {
  public let young: Said
  public let child: Said
  public let adult: Said

  init(young: Said, child: Said, adult: Said) {
    (self.young, self.child, self.adult) = (young, child, adult)
  }

  init(young: Said, others: Said) { (self.young, child, adult) = (young, others, others) }

  init(_ all: Said) { (young, child, adult) = (all, all, all) }

  public subscript(reader: Reader) -> Said {
    switch reader {
    case .young: young
    case .child: child
    case .adult: adult
    }
  }
}

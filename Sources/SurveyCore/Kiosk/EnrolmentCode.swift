/// What makes a kiosk one of ours: used once, within a quarter of an hour.
///
/// Sixty random bits, written as twelve letters and digits in groups of four. Whoever guesses may
/// try a few times in that quarter of an hour.
public struct EnrolmentCode: Hashable, Sendable, CustomStringConvertible {
  private let letters: String

  private static let length = 12

  /// How long a code holds.
  public static let minutes = 15

  public init(using chance: inout some RandomNumberGenerator) {
    letters = Crockford.drawn(Self.length, using: &chance).uppercased()
  }

  /// Reads what somebody typed forgivingly, as a link's token is read; nil when it cannot be a code.
  public init?(_ typed: String) {
    guard let letters = Crockford.read(typed, Self.length) else { return nil }
    self.letters = letters.uppercased()
  }

  /// `7KQ2-M4TX-9BRD`.
  public var description: String {
    stride(from: 0, to: Self.length, by: 4)
      .map { String(letters.dropFirst($0).prefix(4)) }.joined(separator: "-")
  }

  /// What may be stored of it.
  public var fingerprint: Fingerprint { Fingerprint(of: Array(letters.utf8)) }
}

internal import Foundation

/// What a gateway can carry.
public enum GatewayAlphabet: Sendable, Hashable {
  /// Everything; messages that need not be costly are made cheap first.
  case unicode
  /// The 7-bit alphabet and the letters of Welsh. Of other letters the accents are dropped, and
  /// whatever is left over becomes a question mark. As GOV.UK Notify does it.
  case gsm7AndWelsh

  /// What becomes of a message on its way.
  public struct Rendering: Sendable, Hashable {
    /// What the person reads, when nothing was lost.
    public var text: String
    /// What would become question marks, in order, each once.
    public var lost: [Unicode.Scalar]
    /// Letters that lose their accents, in order, each once.
    public var bared: [Unicode.Scalar]

    public init(text: String, lost: [Unicode.Scalar] = [], bared: [Unicode.Scalar] = []) {
      (self.text, self.lost, self.bared) = (text, lost, bared)
    }
  }

  /// The message in the cheapest signs that say the same, and what the gateway would make of it.
  public func render(_ text: String) -> Rendering {
    let plain = Segments.plain(text)
    return self == .unicode ? Rendering(text: plain) : Self.notified(plain)
  }

  /// How a character is named to whoever wrote it: `ш (U+0448 CYRILLIC SMALL LETTER SHA)`.
  public static func name(of scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    let code = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    return "\(scalar) (\(scalar.properties.name.map { "\(code) \($0)" } ?? code))"
  }

  private static func notified(_ plain: String) -> Rendering {
    var out = String.UnicodeScalarView()
    var rendering = Rendering(text: "")
    for scalar in plain.unicodeScalars where !invisible.contains(scalar) {
      if carries(scalar) {
        out.append(scalar)
      } else if let bare = bare(scalar) {
        out.append(bare)
        if !rendering.bared.contains(scalar) { rendering.bared.append(scalar) }
      } else {
        out.append("?")
        if !rendering.lost.contains(scalar) { rendering.lost.append(scalar) }
      }
    }
    rendering.text = String(out).trimmingCharacters(in: .whitespacesAndNewlines)
    return rendering
  }

  private static func carries(_ scalar: Unicode.Scalar) -> Bool {
    // The form feed of the extension table is one Notify does not know.
    (GSM7.septets(scalar) != nil && scalar != "\u{C}") || welsh.contains(scalar)
  }

  /// The letter without its last mark, if that can be carried: one step, as Notify takes it.
  private static func bare(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    if scalar == "ł" { return "l" }
    if scalar == "Ł" { return "L" }
    let parts = String(scalar).decomposedStringWithCanonicalMapping.unicodeScalars
    guard parts.count > 1 else { return nil }
    let less = String(String.UnicodeScalarView(parts.dropLast()))
      .precomposedStringWithCanonicalMapping.unicodeScalars
    return less.first.flatMap { carries($0) ? $0 : nil }
  }

  private static let welsh = Set(
    "àèìòùẁỳÀÈÌÒÙẀỲáéíóúẃýÁÉÍÓÚẂÝäëïöüẅÿÄËÏÖÜẄŸâêîôûŵŷÂÊÎÔÛŴŶ".unicodeScalars)

  /// Without width, and without meaning in any language this can carry.
  private static let invisible = Set(
    "\u{AD}\u{180E}\u{200B}\u{200C}\u{200D}\u{200E}\u{200F}\u{2060}\u{FE0F}\u{FEFF}"
      .unicodeScalars)
}

internal import Foundation

extension Survey {
  /// The content of the survey as bytes: the same for the same words and rules, however the file
  /// they came from is laid out. JSON, with sorted keys. This is what an edition stores.
  public var canonical: [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    // A survey holds text, whole numbers and booleans, which can always be encoded.
    return (try? encoder.encode(self)).map(Array.init) ?? []
  }

  /// What the content is known by.
  public var fingerprint: Fingerprint { Fingerprint(of: canonical) }

  /// Reads back what `canonical` gave.
  ///
  /// - Throws: `DecodingError` when the bytes are not a survey.
  public init(canonical: some Sequence<UInt8>) throws {
    self = try JSONDecoder().decode(Survey.self, from: Data(canonical))
  }
}

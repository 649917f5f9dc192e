/// A language a survey is worded in, by its BCP 47 primary code, such as `en` or `cy`.
public struct Language: Hashable, Sendable, Codable, Comparable, CodingKeyRepresentable {
  public let code: String

  public init(_ code: String) { self.code = code }

  public static let english = Language("en")

  public static func < (one: Language, other: Language) -> Bool { one.code < other.code }

  /// Whether the language is written from right to left.
  public var isRightToLeft: Bool { Self.rightToLeft.contains(code) }

  /// The language's name in the language itself, as a language switch must show it.
  public var ownName: String { Self.names[code] ?? code }

  /// Whether the code has the shape of a language code: two or three small letters.
  public var isWellFormed: Bool {
    (2...3).contains(code.utf8.count) && code.utf8.allSatisfy { (0x61...0x7A).contains($0) }
  }

  private static let rightToLeft: Set<String> = [
    "ar", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi",
  ]

  private static let names = [
    "am": "አማርኛ", "ar": "العربية", "bg": "Български", "bn": "বাংলা", "ckb": "کوردی",
    "cs": "Čeština", "cy": "Cymraeg", "de": "Deutsch", "en": "English", "es": "Español",
    "fa": "فارسی", "fr": "Français", "gu": "ગુજરાતી", "hi": "हिन्दी", "hu": "Magyar",
    "it": "Italiano", "ku": "Kurdî", "lt": "Lietuvių", "pa": "ਪੰਜਾਬੀ", "pl": "Polski",
    "ps": "پښتو", "pt": "Português", "ro": "Română", "ru": "Русский", "sk": "Slovenčina",
    "so": "Soomaali", "sq": "Shqip", "ta": "தமிழ்", "ti": "ትግርኛ", "tr": "Türkçe",
    "uk": "Українська", "ur": "اردو", "vi": "Tiếng Việt", "zh": "中文",
  ]

  // Written as the bare code, so that files and stored editions read `"cy"`.
  public init(from decoder: any Decoder) throws {
    code = try decoder.singleValueContainer().decode(String.self)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(code)
  }

  public var codingKey: any CodingKey { LanguageKey(stringValue: code) }

  public init?(codingKey: some CodingKey) { code = codingKey.stringValue }
}

private struct LanguageKey: CodingKey {
  let stringValue: String
  var intValue: Int? { nil }
  init(stringValue: String) { self.stringValue = stringValue }
  init?(intValue: Int) { nil }
}

/// The same words in each language.
public typealias Localized = [Language: String]

extension Localized {
  /// The words in `language`, or in English, or in whatever language comes first by code.
  ///
  /// A survey that passed its check has every wording, so the fallbacks matter only to data files
  /// that are allowed gaps.
  public func words(in language: Language) -> String {
    self[language] ?? self[.english] ?? self.min { $0.key < $1.key }?.value ?? ""
  }
}

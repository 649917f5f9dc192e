/// Words that promise what the program, or the survey, does not keep.
enum FalsePromises {
  /// The first such word or phrase in `text`, as it is written in the lists; nil when there is none.
  ///
  /// "Secret" is never true: harm has to be passed on. The others are true of an anonymous survey.
  static func firstUnkept(in text: String, _ promise: Promise) -> String? {
    let said = Phrase(text)
    let unkept = promise == .anonymous ? never : never + onlyAnonymous
    return unkept.first { said.contains($0.phrase) }?.written
  }

  /// Whether no survey at all may say it.
  static func isNeverTrue(_ written: String) -> Bool { never.contains { $0.written == written } }

  private static let never = list([
    "secret", "secrets", "secretly", "cyfrinach", "gyfrinach", "nghyfrinach", "chyfrinach",
    "cyfrinachau", "gyfrinachau", "nghyfrinachau", "chyfrinachau", "سر", "السر", "سرا", "أسرار",
    "الأسرار",
  ])

  private static let onlyAnonymous = list([
    "anonymous", "anonymously", "no one will know", "no-one will know", "nobody will know",
    "no one will ever know", "nobody will ever know", "dienw", "ddienw", "nienw",
    "fydd neb yn gwybod", "مجهول الهوية", "مجهولة الهوية", "لن يعرف أحد", "لن يعلم أحد",
  ])

  private static func list(_ phrases: [String]) -> [(written: String, phrase: Phrase)] {
    phrases.map { ($0, Phrase($0)) }
  }
}

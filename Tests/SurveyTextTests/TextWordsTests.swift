import SurveyCore
import TestSupport
import Testing

/// What the program itself says by text: short enough, and harmless on a phone that is watched.
struct TextWordsTests {
  private static func filled(_ template: Template) -> String {
    Segments.plain(
      template([
        .authority: "North Elmshire Council", .number: "11", .phone: "01632 960001",
        .readers: "the participation team", .total: "10",
      ]))
  }

  @Test(arguments: Words.all)
  func `the first text takes two messages at most, and what follows it three`(_ words: Words) {
    for reader in Reader.allCases {
      let texts = words.texts
      #expect(Segments(Self.filled(texts.invitation[reader])).count <= 2)
      for said in [texts.about, texts.safe, texts.help, texts.thanks] {
        let segments = Segments(Self.filled(said[reader]))
        #expect(segments.count <= 3, "\(segments.units): \(said[reader].text)")
      }
    }
  }

  @Test func `English texts stay in the cheap alphabet`() {
    for text in Self.all(.english) { #expect(Segments(text).alphabet == .gsm7, "\(text)") }
  }

  @Test(arguments: Words.all)
  func `nothing tells whoever sees the phone why somebody is asked`(_ words: Words) {
    let revealing = [
      "social", "abuse", "protection", "care ", "case", "cymdeithasol", "cam-drin", "اجتماعي",
    ]
    for text in Self.all(words) {
      for word in revealing { #expect(!text.lowercased().contains(word), "\(text)") }
    }
  }

  @Test(arguments: Words.all)
  func `every first text says who, where help is, and how to stop`(_ words: Words) {
    for reader in Reader.allCases {
      let first = Self.filled(words.texts.invitation[reader])
      #expect(first.hasPrefix("North Elmshire Council"))
      #expect(first.contains("999"))
      #expect(first.contains("STOP") || first.contains("توقف"))
      #expect(Self.filled(words.texts.safe[reader]).contains("999"))
    }
  }

  private static func all(_ words: Words) -> [String] {
    let texts = words.texts
    let forReaders = [texts.invitation, texts.about, texts.safe, texts.help, texts.thanks]
    return Reader.allCases.flatMap { reader in forReaders.map { filled($0[reader]) } }
      + [
        filled(texts.stillInvited), filled(texts.unknown), filled(texts.closed), texts.stopped,
        texts.declined, texts.wrongNumber, texts.reminder, texts.movedOn, texts.begin,
        texts.ownWords, texts.several, texts.write, texts.tooLong,
      ]
  }
}

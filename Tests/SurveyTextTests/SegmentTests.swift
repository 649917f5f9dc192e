import SurveyCore
import Testing

/// The vectors of GSM 03.38 as real handsets cut texts.
struct SegmentTests {
  private static func a(_ count: Int) -> String { String(repeating: "a", count: count) }
  private static func times(_ text: String, _ count: Int) -> String {
    String(repeating: text, count: count)
  }

  static let vectors: [(String, Segments.Alphabet, Int, Int)] = [
    (a(160), .gsm7, 160, 1), (a(161), .gsm7, 161, 2), (a(306), .gsm7, 306, 2),
    (a(307), .gsm7, 307, 3), (a(459), .gsm7, 459, 3), (a(460), .gsm7, 460, 4),
    (a(918), .gsm7, 918, 6), (a(919), .gsm7, 919, 7), (times("€", 80), .gsm7, 160, 1),
    (times("€", 81), .gsm7, 162, 2), (a(158) + "€", .gsm7, 160, 1), (a(159) + "€", .gsm7, 161, 2),
    (a(152) + "€" + times("b", 152), .gsm7, 306, 3), ("Hi {A} [1] ~", .gsm7, 17, 1),
    ("Don’t worry", .ucs2, 11, 1), ("wait… 1–5", .ucs2, 9, 1), ("é è à ù ñ ü", .gsm7, 11, 1),
    ("á í ó ú", .ucs2, 7, 1), (times("ŵ", 70), .ucs2, 70, 1), (times("ŵ", 71), .ucs2, 71, 2),
    (times("ŵ", 134), .ucs2, 134, 2), (times("ŵ", 135), .ucs2, 135, 3), ("😀", .ucs2, 2, 1),
    (a(69) + "😀", .ucs2, 71, 2), (a(66) + "😀" + times("b", 66), .ucs2, 134, 3),
    ("👨‍👩‍👧", .ucs2, 8, 1), ("Dziękuję, zażółć", .ucs2, 16, 1), ("Mulțumesc, ș", .ucs2, 12, 1),
    ("شكرا", .ucs2, 4, 1), ("شکریہ", .ucs2, 5, 1), ("Дякую", .ucs2, 5, 1), ("የቐንየለይ", .ucs2, 6, 1),
    ("سوپاس", .ucs2, 5, 1), ("Mahadsanid", .gsm7, 10, 1), ("Diolch yn fawr, tŷ", .ucs2, 18, 1),
    ("a\u{A0}b", .ucs2, 3, 1), ("a\tb", .ucs2, 3, 1), ("a`b", .ucs2, 3, 1), (" hi ", .gsm7, 4, 1),
    ("", .gsm7, 0, 0),
  ]

  @Test(arguments: vectors)
  func `a text is measured as a phone cuts it`(
    _ text: String, _ alphabet: Segments.Alphabet, _ units: Int, _ count: Int
  ) {
    let segments = Segments(text)
    #expect(segments.alphabet == alphabet)
    #expect(segments.units == units)
    #expect(segments.count == count)
  }

  @Test func `the characters that cost are named`() {
    #expect(Segments("tŷ ŵŷ [1]").outside == ["ŷ", "ŵ"])
    #expect(Segments("[1] €").doubled == ["[", "]", "€"])
  }

  @Test(arguments: [
    ("Don’t “worry” – wait…", "Don't \"worry\" - wait..."), ("a\u{A0}b\tc\u{200B}", "a b c"),
    ("e\u{301}", "é"), ("👨‍👩‍👧", "👨‍👩‍👧"), ("می\u{200C}ترسم", "می\u{200C}ترسم"),
  ])
  func `signs become cheaper, words stay`(_ text: String, _ plain: String) {
    #expect(Segments.plain(text) == plain)
  }
}

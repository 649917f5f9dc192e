import SurveyCore
import Testing

/// What GOV.UK Notify was seen to make of texts (its own rendering library).
@Suite struct AlphabetTests {
  @Test(arguments: [
    ("Don’t worry", "Don't worry"), ("wait… 1–5", "wait... 1-5"), ("é è à ù ñ ü", "é è à ù ñ ü"),
    ("á í ó ú", "á í ó ú"), ("Diolch yn fawr, tŷ", "Diolch yn fawr, tŷ"), ("ŵŴẁẀ", "ŵŴẁẀ"),
    ("Dziękuję, zażółć", "Dziekuje, zazólc"), ("Mulțumesc, ș", "Multumesc, s"),
    ("a\u{A0}b", "a b"), ("a\tb", "a b"), (" hi ", "hi"), ("Hi {A} [1] ~", "Hi {A} [1] ~"),
    ("Mahadsanid", "Mahadsanid"), ("5€", "5€"), ("gov\u{200B}.uk", "gov.uk"),
    ("cafe\u{301}", "café"),
    ("Łódź", "Lódz"), ("one\ntwo", "one\ntwo"), ("“yes” ‘no’ „x‚", "\"yes\" 'no' \"x'"),
  ])
  func `what Notify carries comes out as it says`(_ text: String, _ sent: String) {
    let rendering = GatewayAlphabet.gsm7AndWelsh.render(text)
    #expect(rendering.text == sent)
    #expect(rendering.lost.isEmpty)
  }

  @Test(arguments: [
    ("😀", "?"), ("👨‍👩‍👧", "???"), ("شكرا", "????"), ("Дякую", "?????"), ("የቐንየለይ", "??????"),
    ("سوپاس", "?????"), ("a`b", "a?b"), ("a\u{C}b", "a?b"), ("Tiếng Việt", "Tiêng Vi?t"),
  ])
  func `what it does not carry is named`(_ text: String, _ sent: String) {
    let rendering = GatewayAlphabet.gsm7AndWelsh.render(text)
    #expect(rendering.text == sent)
    #expect(!rendering.lost.isEmpty)
  }

  @Test func `letters that lose their accents are named, each once`() {
    let rendering = GatewayAlphabet.gsm7AndWelsh.render("Dziękuję, zażółć")
    #expect(rendering.bared == Array("ężłć".unicodeScalars))
  }

  @Test func `characters are named for whoever wrote them`() {
    #expect(GatewayAlphabet.name(of: "ш") == "ш (U+0448 CYRILLIC SMALL LETTER SHA)")
    #expect(GatewayAlphabet.name(of: "`") == "` (U+0060 GRAVE ACCENT)")
    #expect(GatewayAlphabet.name(of: "\u{E000}") == "\u{E000} (U+E000)")
  }

  @Test(arguments: ["شكرا", "😀", "👨‍👩‍👧", "Дякую", "Dziękuję", "می\u{200C}خواهم"])
  func `a gateway for every script loses nothing`(_ text: String) {
    let rendering = GatewayAlphabet.unicode.render(text)
    #expect(rendering.text == text)
    #expect(rendering.lost.isEmpty && rendering.bared.isEmpty)
  }

  @Test func `rendering twice is rendering once`() {
    for text in ["Dziękuję – ‘ŵ’ 😀", " a\u{200D}b\u{301} ", "Việt…"] {
      for alphabet in [GatewayAlphabet.unicode, .gsm7AndWelsh] {
        let once = alphabet.render(text).text
        #expect(alphabet.render(once).text == once)
      }
    }
  }
}

import Markup
import Testing

struct HTMLTests {
  @Test(arguments: [
    ("plain words", "plain words"),
    ("<script>", "&lt;script&gt;"),
    ("\"quoted\" & 'more'", "&quot;quoted&quot; &amp; &#39;more&#39;"),
    ("é ŵ عربي 😀", "é ŵ عربي 😀"),
    ("", ""),
  ])
  func `text is escaped wherever it is put`(text: String, escaped: String) {
    #expect(HTML(text: text).string == escaped)
    let attribute: HTML = "<p title=\"\(text)\">"
    #expect(attribute.string == "<p title=\"\(escaped)\">")
  }

  @Test(arguments: ["\"", "'", "<", ">", "&"])
  func `a combining mark does not hide what must be escaped`(dangerous: String) {
    let bytes = HTML(text: dangerous + "\u{301} onfocus=alert(1) ").bytes
    let raw = bytes.filter { $0 == dangerous.utf8.first }
    #expect(raw.count == (dangerous == "&" ? 1 : 0))
  }

  @Test func `markup is not escaped again, and nothing is nothing`() {
    let inner: HTML = "<b>\("a<b")</b>"
    let missing: HTML? = nil
    let whole: HTML = "<p>\(inner)\(missing)\([inner, inner])\(7)</p>"
    #expect(
      whole.string
        == "<p><b>a&lt;b</b><b>a&lt;b</b><b>a&lt;b</b>7</p>")
  }

  @Test func `no text can close an attribute or open a tag`() {
    var chance = SystemRandomNumberGenerator()
    let alphabet = Array("\"'<>&\u{301}\u{200F}\0 a=/`")
    for _ in 0..<2000 {
      let text = String(
        (0..<Int.random(in: 0...12, using: &chance)).compactMap { _ in
          alphabet.randomElement(using: &chance)
        })
      let html = HTML(text: text).string.unicodeScalars
      #expect(!html.contains("\"") && !html.contains("<") && !html.contains(">"))
      #expect(!html.contains("'"))
    }
  }
}

import HTTP
import Testing

struct FormTests {
  func form(_ text: String) throws(Form.Fault) -> Form {
    try Form(parsing: Array(text.utf8))
  }

  @Test func `reads fields in the order sent and keeps repeated ones`() throws {
    let form = try form("b=1&a=two+words&b=%C3%A9&empty=&bare")
    #expect(form.fields.map(\.name) == ["b", "a", "b", "empty", "bare"])
    #expect(form.all("b") == ["1", "é"])
    #expect(form.first("a") == "two words")
    #expect(form.first("empty") == "")
    #expect(form.first("bare") == "")
    #expect(form.first("absent") == nil)
  }

  @Test func `keeps the lines of what people write`() throws {
    #expect(try form("text=one%0D%0Atwo%09three").first("text") == "one\r\ntwo\tthree")
  }

  @Test func `an empty body has no fields, and empty pairs are skipped`() throws {
    #expect(try form("").fields.isEmpty)
    #expect(try form("&&a=1&").fields.count == 1)
  }

  @Test(arguments: ["a=%", "a=%4", "a=%zz", "%=1", "a=%4%31"])
  func `refuses a bad escape`(_ text: String) {
    #expect(throws: Form.Fault.badEscape) { try form(text) }
  }

  @Test(arguments: ["a=%00", "%00=a", "a=%1B", "a=%7f", "a=\u{8}"])
  func `refuses control characters`(_ text: String) {
    #expect(throws: Form.Fault.controlCharacter) { try form(text) }
  }

  @Test(arguments: ["a=%FF", "a=%C3", "a=%C0%80", "a=%ED%A0%80", "a=%F5%80%80%80"])
  func `refuses what is not UTF-8`(_ text: String) {
    #expect(throws: Form.Fault.notUTF8) { try form(text) }
  }

  @Test func `takes exactly as many fields as allowed`() throws {
    let most = Array(repeating: "a=1", count: 200).joined(separator: "&")
    #expect(try form(most).fields.count == 200)
    #expect(throws: Form.Fault.tooManyFields(limit: 200)) { try form(most + "&a=1") }
  }
}

import Testing

@testable import heard

struct QRCodeTests {
  @Test func `a link becomes a square with a quiet zone of light modules`() throws {
    let rows = try QRCode.blocks("http://127.0.0.1:8080/a/0123456789abcdefghjkmnpqrs")
      .split(separator: "\n")
    let width = rows[0].count
    #expect(rows.allSatisfy { $0.count == width })
    #expect((width + 1) / 2 == rows.count)
    #expect(rows[0].allSatisfy { $0 == "█" } && rows[1].allSatisfy { $0 == "█" })
    #expect(rows.allSatisfy { $0.hasPrefix("████") && $0.hasSuffix("████") })
  }

  @Test func `what does not fit is refused`() {
    #expect(throws: Refused.self) { try QRCode.blocks(String(repeating: "x", count: 5000)) }
  }
}

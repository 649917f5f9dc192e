import HTTP
import Testing

struct RequestTests {
  @Test(arguments: [
    ("/", []), ("/a/b", ["a", "b"]), ("/a/", ["a", ""]), ("//a", ["", "a"]),
    ("/a%2Fb/%C3%A9", ["a/b", "é"]), ("/a+b?c", ["a+b"]), ("/.well-known", [".well-known"]),
  ])
  func `a path is cut at its slashes and then decoded`(_ target: String, _ segments: [String])
    throws
  {
    #expect(try #require(Request(.get, target)).segments == segments)
  }

  @Test(arguments: [
    "", "a", "*", "http://test/", "/%", "/%g1", "/%00", "/%00%2e%2e/x", "/a/../b", "/a/%2e%2E",
    "/.", "/a b", "/\u{1}", "/é", "/%FF", "/%C0%AF", "/%0A", "/%7F", "/a#b", "/?a=%", "/?a=%00",
    "/?a=%FF",
  ])
  func `what no target may hold is refused`(_ target: String) {
    #expect(Request(.get, target) == nil)
  }

  @Test func `the target stays exactly as it was sent`() throws {
    let request = try #require(Request(.get, "/a%20b/?x=%C3%A9&y=1+2"))
    #expect(request.target == "/a%20b/?x=%C3%A9&y=1+2")
    #expect(request.path == "/a%20b/")
    #expect(request.query.first("x") == "é")
    #expect(request.query.first("y") == "1 2")
  }

  @Test func `header fields are found in any case of letters`() throws {
    let request = try #require(
      Request(.get, "/", headers: [("Accept", "a"), ("X-One", ""), ("accept", "b")]))
    #expect(request.header("ACCEPT") == "a")
    #expect(request.headers("accept") == ["a", "b"])
    #expect(request.header("x-one") == "")
    #expect(request.header("a") == nil)
    #expect(request.header("x-on") == nil)
  }

  @Test func `a header field with a control character is refused`() {
    #expect(Request(.get, "/", headers: [("A", "b\r\nC: d")]) == nil)
    #expect(Request(.get, "/", headers: [("A", "b\u{0}c")]) == nil)
  }

  @Test func `cookies are found whole, the first of each name`() throws {
    let request = try #require(
      Request(
        .get, "/",
        headers: [("Cookie", "a=1; __Host-s=x=y;b=;a=2"), ("Cookie", "late=z")]))
    #expect(request.cookie("a") == "1")
    #expect(request.cookie("__Host-s") == "x=y")
    #expect(request.cookie("b") == "")
    #expect(request.cookie("late") == "z")
    #expect(request.cookie("A") == nil)
    #expect(request.cookie("s") == nil)
  }
}

import Testing

@testable import HTTP

struct ProxyTests {
  func seen(_ proxies: [String], _ fields: String...) throws -> String {
    let server = try serve(proxies: proxies) { .now(.text("\($0.client) \($0.isSecure)")) }
    let client = try Client(server.port)
    let lines = fields.map { $0 + "\r\n" }.joined()
    return try client.ask("GET / HTTP/1.1\r\nHost: test\r\n\(lines)\r\n").text
  }

  @Test func `what a stranger says of others is ignored`() throws {
    let said = ["X-Forwarded-For: 192.0.2.1", "X-Forwarded-Proto: https"]
    #expect(try seen([], said[0], said[1]) == "127.0.0.1 false")
    #expect(try seen(["10.0.0.0/8"], said[0], said[1]) == "127.0.0.1 false")
  }

  @Test func `what a trusted proxy says is believed`() throws {
    #expect(
      try seen(["127.0.0.0/8"], "X-Forwarded-For: 192.0.2.1", "X-Forwarded-Proto: https")
        == "192.0.2.1 true")
    #expect(try seen(["127.0.0.1"]) == "127.0.0.1 false")
    #expect(try seen(["127.0.0.1"], "X-Forwarded-Proto: http") == "127.0.0.1 false")
  }

  @Test(arguments: [
    ("192.0.2.9, 192.0.2.1", "192.0.2.1"), ("192.0.2.9, 192.0.2.1, 10.1.2.3", "192.0.2.1"),
    ("10.0.0.1, 10.0.0.2", "10.0.0.1"), ("evil, 192.0.2.1:4711", "192.0.2.1"),
    ("192.0.2.9, evil", "127.0.0.1"), ("192.0.2.9, evil, 10.0.0.1", "10.0.0.1"),
    ("[2001:db8::1]:443", "2001:db8::1"), ("2001:DB8:0::1", "2001:db8::1"),
    ("::ffff:192.0.2.1", "192.0.2.1"), ("", "127.0.0.1"), ("192.0.2.1,", "127.0.0.1"),
  ])
  func `the client is the last hop that is not trusted`(_ line: String, _ client: String) throws {
    #expect(
      try seen(["127.0.0.1", "10.0.0.0/8"], "X-Forwarded-For: \(line)") == "\(client) false")
  }

  @Test func `hops in several lines are one list`() throws {
    #expect(
      try seen(
        ["127.0.0.1", "10.0.0.0/8"], "X-Forwarded-For: 192.0.2.1", "X-Forwarded-For: 10.0.0.1")
        == "192.0.2.1 false")
  }

  @Test func `HSTS is sent to who came to the proxy by TLS`() throws {
    let server = try serve(proxies: ["127.0.0.1"])
    let client = try Client(server.port)
    #expect(
      try client.get("/", "X-Forwarded-Proto: https").header("Strict-Transport-Security")
        == strictTransport.value)
    #expect(try client.get("/").header("Strict-Transport-Security") == nil)
  }

  @Test(arguments: ["", "proxy", "10.0.0.0/33", "10.0.0.0/", "10.0.0/8", "::/129", "1.2.3.4/8/8"])
  func `what is no address is refused as a proxy`(_ text: String) {
    #expect(throws: ServerError.badProxy(text)) { try Trust([text]) }
  }

  @Test func `ranges hold what they should`() throws {
    let trust = try Trust(["10.0.0.0/8", "fd00::/8", "192.0.2.1"])
    for text in ["10.255.0.1", "fd12::1", "192.0.2.1", "::ffff:10.0.0.1"] {
      #expect(trust.contains(try #require(Address(text))))
    }
    for text in ["11.0.0.1", "fe80::1", "192.0.2.2", "::1"] {
      #expect(!trust.contains(try #require(Address(text))))
    }
    #expect(try Trust(["::/0"]).contains(try #require(Address("1.2.3.4"))))
    #expect(try !Trust(["0.0.0.0/0"]).contains(try #require(Address("2001:db8::1"))))
  }
}

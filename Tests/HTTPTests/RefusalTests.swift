import Testing

@testable import HTTP

struct RefusalTests {
  func post(_ length: Int) -> String {
    "POST /echo HTTP/1.1\r\nHost: test\r\nContent-Length: \(length)\r\n\r\n"
  }

  @Test func `a body of exactly the limit is taken, and one byte more refused`() throws {
    let server = try serve(limits { $0.body = 1000 })
    let client = try Client(server.port)
    let full = String(repeating: "x", count: 1000)
    #expect(try client.ask(post(1000) + full).text == full)
    let refused = try client.ask(post(1001))
    #expect(refused.status == 413)
    #expect(refused.text == "kind page 413")
    #expect(client.isClosed())
  }

  @Test func `only the one path that may takes a larger body`() throws {
    let server = try serve(
      limits {
        $0.body = 1000
        $0.larger = ("/echo", 3000)
      })
    let client = try Client(server.port)
    let full = String(repeating: "x", count: 3000)
    #expect(try client.ask(post(3000) + full).text == full)
    #expect(try client.ask(post(3001)).status == 413)
    for path in ["/echo/", "/echoes", "/%65cho", "/ech"] {
      let head = "POST \(path) HTTP/1.1\r\nHost: test\r\nContent-Length: 1001\r\n\r\n"
      #expect(try Client(server.port).ask(head).status == 413, "\(path)")
    }
  }

  @Test func `a chunked body is held to the same limit`() throws {
    let server = try serve(limits { $0.body = 1000 })
    let client = try Client(server.port)
    let head = "POST /echo HTTP/1.1\r\nHost: test\r\nTransfer-Encoding: chunked\r\n\r\n"
    let chunk = "1f4\r\n" + String(repeating: "x", count: 500) + "\r\n"
    #expect(try client.ask(head + chunk + chunk + "0\r\n\r\n").body.count == 1000)
    let refused = try client.ask(head + chunk + chunk + "1\r\nx\r\n0\r\n\r\n")
    #expect(refused.status == 413)
    #expect(refused.text == "kind page 413")
  }

  @Test func `a chunked body that never ends is cut off`() throws {
    let server = try serve(limits { $0.body = 1000 })
    let client = try Client(server.port)
    try client.send("POST /echo HTTP/1.1\r\nHost: test\r\nTransfer-Encoding: chunked\r\n\r\n")
    let chunk = Array(("10000\r\n" + String(repeating: "x", count: 65536) + "\r\n").utf8)
    #expect(throws: Client.Fault.self) {
      for _ in 0..<1000 { try client.send(chunk) }
    }
    #expect(try Client(server.port).get("/").status == 200)
  }

  @Test(arguments: ["GET", "PUT", "PATCH", "DELETE", "OPTIONS"])
  func `too long a body is refused with any method, and never taken for a request`(
    _ method: String
  ) throws {
    let server = try serve(limits { $0.body = 10 })
    let client = try Client(server.port)
    let hidden = "GET /echo HTTP/1.1\r\nHost: test\r\n\r\n"
    let head = "\(method) / HTTP/1.1\r\nHost: test\r\nContent-Length: \(hidden.utf8.count)\r\n\r\n"
    #expect(try client.ask(head + hidden).status == 413)
    #expect(throws: Client.Fault.self) { try client.answer() }
  }

  @Test func `a big head is refused, with the kind page while it is not absurd`() throws {
    let server = try serve()
    let under = try Client(server.port)
    #expect(try under.get("/", "X: " + String(repeating: "x", count: 15_000)).status == 200)
    let over = try Client(server.port)
    let refused = try over.get("/", "X: " + String(repeating: "x", count: 17_000))
    #expect(refused.status == 431)
    #expect(refused.text == "kind page 431")
    let absurd = try Client(server.port)
    #expect(try absurd.get("/", "X: " + String(repeating: "x", count: 60_000)).status == 431)
  }

  @Test(arguments: [
    "GET / HTTP/1.1\r\n\r\n",
    "GET / HTTP/1.0\r\n\r\n",
    "GET / HTTP/1.1\r\nHost:\r\n\r\n",
    "GET / HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n",
    "GET / HTTP/1.1\r\nHost: a/b@c\r\n\r\n",
    "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n"
      + "0\r\n\r\n",
    "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabcd",
    "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n",
    "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: x\r\n\r\n",
    "GET * HTTP/1.1\r\nHost: a\r\n\r\n",
    "GET http://a/ HTTP/1.1\r\nHost: a\r\n\r\n",
    "GET /a%zz HTTP/1.1\r\nHost: a\r\n\r\n",
    "GET /?a=%00 HTTP/1.1\r\nHost: a\r\n\r\n",
    "GET / HTTP/1.1\r\nHost: a\r\nX: a\u{1}b\r\n\r\n",
    "GET /\u{7F} HTTP/1.1\r\nHost: a\r\n\r\n",
  ])
  func `a request that is not sound is refused`(_ request: String) throws {
    let server = try serve { _ in .now(.text("it got in")) }
    #expect(try Client(server.port).ask(request).status == 400)
  }

  @Test(arguments: ["/%00%2e%2e/x", "/%00", "/%2e%2e/x", "/%2E/", "/..", "/x/../"])
  func `an encoded NUL or dot does not lead to another page`(_ target: String) throws {
    let server = try serve()
    let answer = try Client(server.port).get(target)
    #expect(answer.status == 400)
    #expect(answer.text == "kind page 400")
  }

  @Test func `a bare NUL does not end the target`() throws {
    let server = try serve { _ in .now(.text("it got in")) }
    let client = try Client(server.port)
    try client.send("GET /\0x HTTP/1.1\r\nHost: test\r\n\r\n")
    let status = try? client.answer().status
    #expect(status == nil || status == 400)
  }

  @Test func `a refusal carries the security headers`() throws {
    let server = try serve()
    let answer = try Client(server.port).get("/%00")
    for header in securityHeaders { #expect(answer.header(header.name) == header.value) }
    #expect(answer.header("Connection")?.lowercased() == "close")
  }
}

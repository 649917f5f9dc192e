import Foundation
import Logging
import Testing

@testable import HTTP

struct HeaderTests {
  @Test func `every answer carries the security headers, and HSTS only on TLS`() throws {
    let server = try serve()
    let client = try Client(server.port)
    for target in ["/", "/nothing"] {
      let answer = try client.get(target)
      for header in securityHeaders { #expect(answer.header(header.name) == header.value) }
      #expect(answer.header("Strict-Transport-Security") == nil)
    }
  }

  @Test func `an answer may set a standing header its own way, once`() throws {
    let server = try serve { _ in
      .now(Response(headers: [.init("cache-control", "max-age=60")], body: .bytes([])))
    }
    let answer = try Client(server.port).get("/")
    let found = answer.headers.filter { $0.name.lowercased() == "cache-control" }
    #expect(found.map(\.value) == ["max-age=60"])
  }

  @Test func `header fields go out in order, repeated ones too`() throws {
    let cookies = [Response.Header("Set-Cookie", "a=1"), .init("Set-Cookie", "b=2")]
    let server = try serve { _ in .now(Response(headers: cookies)) }
    let answer = try Client(server.port).get("/")
    #expect(answer.headers.filter { $0.name == "Set-Cookie" }.map(\.value) == ["a=1", "b=2"])
  }

  @Test(arguments: [
    Response.Header("X-Bad", "a\r\nX-Evil: 1"), .init("X-Bad", "a\nX-Evil: 1"),
    .init("X-Bad", "a\r"), .init("X-Bad", "\u{0}X-Evil"), .init("X-Bad", "a\u{7F}"),
    .init("X-Bad\r\nX-Evil", "1"), .init("X-Evil: 1\r\nX", "1"), .init("X Evil", "1"),
    .init("", "X-Evil"), .init("Content-Length", "1"), .init("Transfer-Encoding", "chunked"),
    .init("Connection", "close"),
  ])
  func `a header field that could break an answer apart never gets out`(
    _ header: Response.Header
  ) throws {
    for keeps in [false, true] {
      let page = Response(headers: [header, .init("X-Good", "yes")], body: .bytes([1, 2, 3]))
      let response = keeps ? page.keep() : page
      let server = try serve { _ in .now(response) }
      let client = try Client(server.port)
      let answer = try client.get("/")
      #expect(answer.header("X-Bad") == nil)
      #expect(!answer.headers.contains { "\($0)".contains("Evil") })
      #expect(answer.header("X-Good") == "yes")
      #expect(answer.body == [1, 2, 3])
      #expect(try client.get("/").status == 200)
    }
  }

  @Test func `a kept answer is the same answer, until it is changed`() throws {
    let page = Response(
      status: 201, headers: [.init("X-A", "1"), .init("Cache-Control", "no-cache")],
      body: .bytes(Array("kept".utf8)))
    let kept = page.keep()
    var changed = kept
    changed.headers.append(.init("X-B", "2"))
    let answers = [page, kept, changed]
    let server = try serve { .now(answers[Int($0.path.dropFirst()) ?? 0]) }
    let client = try Client(server.port)
    let plain = try client.get("/0")
    for _ in 0..<3 {
      let answer = try client.get("/1")
      #expect(answer.status == 201)
      #expect(answer.text == "kept")
      #expect(answer.headers.dropFirst().map(\.name) == plain.headers.dropFirst().map(\.name))
    }
    #expect(try client.get("/2").header("X-B") == "2")
  }

  @Test(arguments: [0, 100, 199, 600, -1])
  func `a status that is none becomes 500`(_ status: Int) throws {
    let server = try serve { _ in .now(Response(status: status)) }
    #expect(try Client(server.port).get("/").status == 500)
  }

  @Test func `204 and 304 have no body`() throws {
    let server = try serve {
      .now(Response(status: Int($0.path.dropFirst()) ?? 0, body: .bytes([1])))
    }
    let client = try Client(server.port)
    for status in [204, 304] {
      try client.send("GET /\(status) HTTP/1.1\r\nHost: test\r\n\r\n")
      #expect(try client.answer(isHead: true).status == status)
    }
  }

  @Test func `the log tells nothing of a request`() throws {
    let lines = Locked<[String]>([])
    let logger = Logger(label: "test") { _ in Recorder(lines: lines) }
    let server = try serve(logger: logger) { _ in
      .now(Response(headers: [.init("X-Secret", "a\nb")]))
    }
    _ = try Client(server.port).get("/secret?secret=1", "X-Secret: 1")
    try Client(server.port).send("secret\r\n\r\n")
    server.stop(within: 1)
    let said = lines.with { $0 }
    #expect(said.contains { $0.contains("answered") })
    #expect(said.contains { $0.contains("left out") })
    #expect(!said.contains { $0.lowercased().contains("secret") || $0.contains("127.0.0.1") })
  }
}

private struct Recorder: LogHandler {
  let lines: Locked<[String]>
  var metadata: Logger.Metadata = [:]
  var logLevel = Logger.Level.trace

  init(lines: Locked<[String]>) {
    self.lines = lines
  }

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    lines.with { $0.append("\(event.message) \(event.metadata ?? [:])") }
  }
}

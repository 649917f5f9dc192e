import Foundation
import Testing

@testable import HTTP

struct ServerTests {
  @Test func `answers, and keeps the connection for the next request`() throws {
    let server = try serve()
    let client = try Client(server.port)
    for _ in 0..<3 {
      let answer = try client.get("/")
      #expect(answer.status == 200)
      #expect(answer.text == "hello")
      #expect(answer.header("Date") != nil)
      #expect(answer.header("Server") == nil)
    }
    #expect(try client.get("/nothing").status == 404)
  }

  @Test func `takes several requests sent in one go, in order`() throws {
    let server = try serve { request in .now(.text(request.path)) }
    let client = try Client(server.port)
    let paths = (0..<20).map { "/\($0)" }
    try client.send(paths.map { "GET \($0) HTTP/1.1\r\nHost: test\r\n\r\n" }.joined())
    for path in paths { #expect(try client.answer().text == path) }
  }

  @Test func `HEAD gets the head of what GET gets`() throws {
    let server = try serve()
    let client = try Client(server.port)
    let whole = try client.get("/")
    try client.send("HEAD / HTTP/1.1\r\nHost: test\r\n\r\n")
    let head = try client.answer(isHead: true)
    #expect(head.status == 200)
    #expect(head.header("Content-Length") == whole.header("Content-Length"))
    #expect(head.headers.map(\.name) == whole.headers.map(\.name))
    #expect(try client.get("/").text == "hello")
  }

  @Test func `the handler is given the method, the client and the body`() throws {
    let server = try serve { request in
      .now(.text("\(request.method) \(request.isHead) \(request.client) \(request.isSecure)"))
    }
    let client = try Client(server.port)
    #expect(try client.get("/").text == "get false 127.0.0.1 false")
    let post = "POST / HTTP/1.1\r\nHost: test\r\nContent-Length: 2\r\n\r\nab"
    #expect(try client.ask(post).text == "post false 127.0.0.1 false")
    let delete = "DELETE / HTTP/1.1\r\nHost: test\r\n\r\n"
    #expect(try client.ask(delete).text.hasPrefix("other(\"DELETE\")"))
  }

  @Test func `a body comes whole however it is cut`() throws {
    let server = try serve()
    let client = try Client(server.port)
    let body = (0..<5000).map { UInt8(truncatingIfNeeded: $0) }
    try client.send("POST /echo HTTP/1.1\r\nHost: test\r\nContent-Length: 5000\r\n\r\n")
    for start in stride(from: 0, to: 5000, by: 1250) {
      try client.send(Array(body[start..<(start + 1250)]))
      pause(0.01)
    }
    #expect(try client.answer().body == body)
    try client.send("POST /echo HTTP/1.1\r\nHost: test\r\nTransfer-Encoding: chunked\r\n\r\n")
    for start in stride(from: 0, to: 5000, by: 1250) {
      try client.send("4e2\r\n")
      try client.send(Array(body[start..<(start + 1250)]))
      try client.send("\r\n")
    }
    try client.send("0\r\n\r\n")
    #expect(try client.answer().body == body)
  }

  @Test func `asks for the body where the client waits to be asked`() throws {
    let server = try serve()
    let client = try Client(server.port, patience: 5)
    try client.send(
      "POST /echo HTTP/1.1\r\nHost: test\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n")
    pause(0.1)
    try client.send("ok")
    #expect(try client.answer().text == "ok")
    let big = "Content-Length: 99999999\r\nExpect: 100-continue\r\n\r\n"
    #expect(try client.ask("POST /echo HTTP/1.1\r\nHost: test\r\n" + big).status == 413)
  }

  @Test func `a hundred at once are all answered`() throws {
    let server = try serve(limits { $0.connectionsPerAddress = 0 })
    let clients = try (0..<100).map { _ in try Client(server.port) }
    for client in clients { try client.send("GET / HTTP/1.1\r\nHost: test\r\n\r\n") }
    for client in clients { #expect(try client.answer().text == "hello") }
  }

  @Test func `serves IPv6`() throws {
    let server = try serve(host: "::1") { .now(.text($0.client)) }
    #expect(try Client(server.port, version6: true).get("/").text == "::1")
  }

  @Test func `the IPv6 wildcard serves IPv4 too, and knows the address for what it is`() throws {
    let server = try serve(host: "::") { .now(.text($0.client)) }
    #expect(try Client(server.port).get("/").text == "127.0.0.1")
  }

  @Test func `a big shared body is sent whole to all, and lives as long as it must`() throws {
    let bytes = (0..<1_000_000).map { UInt8(truncatingIfNeeded: $0 / 7) }
    var payload: Payload? = Payload(bytes)
    let shared = try #require(payload)
    let response = Response(body: .shared(shared))
    let server = try serve { _ in .now(response) }
    payload = nil
    let clients = try (0..<8).map { _ in try Client(server.port) }
    for client in clients { try client.send("GET / HTTP/1.1\r\nHost: test\r\n\r\n") }
    for client in clients { #expect(try client.answer().body == bytes) }
  }
}

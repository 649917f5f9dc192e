import Foundation
import Testing

@testable import HTTP

struct WaitingTests {
  @Test func `a late answer comes on the same connection, which goes on`() throws {
    let server = try serve { request in
      request.method == .post ? later(0.05, .text("late")) : .now(.text("hello"))
    }
    let client = try Client(server.port)
    for _ in 0..<3 {
      let post = "POST / HTTP/1.1\r\nHost: test\r\nContent-Length: 3\r\n\r\na=1"
      #expect(try client.ask(post).text == "late")
      #expect(try client.get("/").text == "hello")
    }
  }

  @Test func `a reply given at once is as good`() throws {
    let server = try serve { _ in .later { reply in reply(.text("now")) } }
    let client = try Client(server.port)
    for _ in 0..<200 { #expect(try client.get("/").text == "now") }
  }

  @Test func `many wait at once, and are all answered by one thread`() throws {
    let waiting = Locked<[Reply]>([])
    let server = try serve(limits { $0.connectionsPerAddress = 0 }) { _ in
      .later { reply in waiting.with { $0.append(reply) } }
    }
    let clients = try (0..<100).map { _ in try Client(server.port) }
    for client in clients { try client.send("GET / HTTP/1.1\r\nHost: test\r\n\r\n") }
    while waiting.with({ $0.count }) < 100 { pause(0.01) }
    for reply in waiting.with({ $0 }) { reply(.text("committed")) }
    for client in clients { #expect(try client.answer().text == "committed") }
  }

  @Test func `only the first reply counts, from whichever thread`() throws {
    let server = try serve { _ in
      .later { reply in
        reply(.text("first"))
        DispatchQueue.concurrentPerform(iterations: 8) { _ in reply(.text("second")) }
      }
    }
    let client = try Client(server.port)
    for _ in 0..<20 { #expect(try client.get("/").text == "first") }
  }

  @Test func `a reply that is dropped unused gives the page for 500`() throws {
    let server = try serve { _ in .later { _ in } }
    let answer = try Client(server.port).get("/")
    #expect(answer.status == 500)
    #expect(answer.text == "kind page 500")
  }

  @Test func `a reply after the client has gone, or the server, does no harm`() throws {
    let waiting = Locked<[Reply]>([])
    let server = try serve { request in
      guard request.path == "/wait" else { return .now(.text("hello")) }
      return .later { reply in waiting.with { $0.append(reply) } }
    }
    for _ in 0..<20 {
      let client = try Client(server.port)
      try client.send("GET /wait HTTP/1.1\r\nHost: test\r\n\r\n")
    }
    while waiting.with({ $0.count }) < 20 { pause(0.01) }
    let replies = waiting.with { $0 }
    for reply in replies[..<15] { reply(.text("too late")) }
    #expect(try Client(server.port).get("/").text == "hello")
    server.stop(within: 0)
    for reply in replies { reply(.text("far too late")) }
  }

  @Test func `who waits for an answer is cut off by no limit`() throws {
    let server = try serve(
      limits {
        $0.idle = 1
        $0.deadline = 1
        $0.delivery = 1
      }
    ) { _ in later(4, .text("at last")) }
    #expect(try Client(server.port).get("/").text == "at last")
  }
}

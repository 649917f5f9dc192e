import Foundation
import Testing

@testable import HTTP

struct StoppingTests {
  @Test func `after stopping nobody gets in, and stopping again is nothing`() throws {
    let server = try serve()
    let idle = try Client(server.port)
    #expect(try idle.get("/").status == 200)
    server.stop(within: 5)
    server.stop(within: 5)
    #expect(idle.isClosed())
    #expect(throws: Client.Fault.self) { try Client(server.port).get("/") }
  }

  @Test func `who waits for an answer gets it before the server stops`() throws {
    let server = try serve { request in
      request.path == "/wait" ? later(1, .text("at last")) : .now(.text("hello"))
    }
    let idle = try Client(server.port)
    #expect(try idle.get("/").status == 200)
    let waiting = try Client(server.port)
    try waiting.send("GET /wait HTTP/1.1\r\nHost: test\r\n\r\n")
    pause(0.2)
    let stopping = Background { server.stop(within: 20) }
    pause(0.3)
    let refused = try idle.get("/")
    #expect(refused.status == 503)
    #expect(refused.text == "kind page 503")
    #expect(refused.header("Connection")?.lowercased() == "close")
    #expect(throws: Client.Fault.self) { try Client(server.port, patience: 1).get("/") }
    #expect(try waiting.answer().text == "at last")
    #expect(stopping.get() != nil)
  }

  @Test func `who would wait for ever gets 503 when the time is up`() throws {
    let kept = Locked<[Reply]>([])
    let server = try serve { _ in .later { reply in kept.with { $0.append(reply) } } }
    let client = try Client(server.port)
    try client.send("GET / HTTP/1.1\r\nHost: test\r\n\r\n")
    while kept.with({ $0.isEmpty }) { pause(0.01) }
    server.stop(within: 0.5)
    #expect(try client.answer().status == 503)
    for reply in kept.with({ $0 }) { reply(.text("too late")) }
  }

  @Test func `a handler that is slow to ask for patience is refused, not waited for`() throws {
    let server = try serve { _ in
      pause(1.5)
      return .later { _ in }
    }
    let client = try Client(server.port)
    try client.send("GET / HTTP/1.1\r\nHost: test\r\n\r\n")
    pause(0.3)
    server.stop(within: 0.1)
    let status = try? client.answer().status
    #expect(status == nil || status == 503)
  }

  @Test func `stopping under load loses no answer that was promised`() throws {
    for round in 0..<5 {
      let server = try serve { request in
        request.path == "/late" ? later(0.01, .text("late")) : .now(.text("hello"))
      }
      let clients = (0..<8).map { number in
        Background { [port = server.port] in load(port, number.isMultiple(of: 2)) }
      }
      pause(0.1 + 0.02 * Double(round))
      server.stop(within: 10)
      for client in clients { #expect(client.get() == []) }
    }
  }

  @Test func `a server that goes out of use stops by itself`() throws {
    var server: Server? = try serve()
    let port = try #require(server?.port)
    #expect(try Client(port).get("/").status == 200)
    server = nil
    #expect(throws: Client.Fault.self) { try Client(port).get("/") }
  }
}

/// Asks until the server ends the connection.
/// - Returns: the statuses that should not have come.
private func load(_ port: UInt16, _ isLate: Bool) -> [Int] {
  guard let client = try? Client(port) else { return [] }
  var wrong: [Int] = []
  while let answer = try? client.get(isLate ? "/late" : "/") {
    if answer.status != 200 && answer.status != 503 { wrong.append(answer.status) }
  }
  return wrong
}

import Foundation
import Testing

@testable import HTTP

struct LimitTests {
  @Test func `connections over the limit wait for one to end`() throws {
    let server = try serve(limits { $0.connections = 4 })
    var first = try (0..<4).map { _ in try Client(server.port) }
    for client in first { #expect(try client.get("/").status == 200) }
    let next = try Client(server.port)
    try next.send("GET / HTTP/1.1\r\nHost: test\r\n\r\n")
    let answered = Background { [port = server.port] in
      (try? Client(port, patience: 1).get("/")) != nil
    }
    #expect(answered.get() == false)
    first.removeAll()
    #expect(try next.answer().status == 200)
  }

  @Test func `a single connection or thread is enough to serve`() throws {
    for (connections, threads) in [(1, 2), (4, 1), (1, 0)] {
      let server = try serve(
        limits {
          $0.connections = connections
          $0.threads = threads
        })
      #expect(try Client(server.port).get("/").status == 200)
    }
  }

  @Test func `one address may have so many connections and no more`() throws {
    let server = try serve(limits { $0.connectionsPerAddress = 3 })
    var first = try (0..<3).map { _ in try Client(server.port) }
    for client in first { #expect(try client.get("/").status == 200) }
    #expect(try Client(server.port).isClosed())
    first.removeAll()
    pause(0.3)
    #expect(try Client(server.port).get("/").status == 200)
  }

  @Test func `the limit for one address is off behind a proxy`() throws {
    let server = try serve(
      limits { $0.connectionsPerAddress = 3 }, proxies: ["127.0.0.1"])
    let clients = try (0..<10).map { _ in try Client(server.port) }
    for client in clients { #expect(try client.get("/").status == 200) }
  }

  @Test func `a silent connection is closed after the idle time`() throws {
    let server = try serve(limits { $0.idle = 1 })
    let silent = try Client(server.port)
    let partial = try Client(server.port)
    try partial.send("GET / HT")
    let between = try Client(server.port)
    #expect(try between.get("/").status == 200)
    for client in [silent, partial, between] { #expect(client.isClosed()) }
  }

  /// Sends a byte every so often until the server hangs up.
  /// - Returns: the seconds that took.
  func trickle(_ client: Client, _ byte: String) -> Double {
    let start = Date()
    while -start.timeIntervalSinceNow < 30 {
      pause(0.2)
      do { try client.send(byte) } catch { break }
    }
    return -start.timeIntervalSinceNow
  }

  @Test(arguments: [
    "GET / HTTP/1.1\r\nHost: test\r\nX: ", "GET /",
    "POST /echo HTTP/1.1\r\nHost: test\r\nContent-Length: 60000\r\n\r\n",
  ])
  func `a request that trickles is cut off at the deadline`(_ start: String) throws {
    let server = try serve(
      limits {
        $0.deadline = 1
        $0.idle = 20
      })
    let client = try Client(server.port)
    try client.send(start)
    let took = trickle(client, "x")
    #expect(took > 0.9)
    #expect(took < 15)
  }

  @Test func `a request that trickles on a used connection is cut off too`() throws {
    let server = try serve(
      limits {
        $0.deadline = 1
        $0.idle = 1
      })
    let client = try Client(server.port)
    #expect(try client.get("/").status == 200)
    let took = trickle(client, "G")
    #expect(took > 0.9)
    #expect(took < 20)
  }

  @Test func `the deadline spares who is between requests or waits for an answer`() throws {
    let server = try serve(
      limits {
        $0.deadline = 1
        $0.idle = 30
      }
    ) { request in
      request.path == "/wait" ? later(3.5, .text("at last")) : .now(.text("hello"))
    }
    let between = try Client(server.port)
    #expect(try between.get("/").status == 200)
    #expect(try Client(server.port).get("/wait").text == "at last")
    #expect(try between.get("/").text == "hello")
  }
}

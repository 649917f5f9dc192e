import Testing

@testable import HTTP

/// Chance that can be repeated: the same seed gives the same requests (SplitMix64).
struct Chance: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

struct FuzzTests {
  static let seeds = [
    "GET /a/b%20c?x=1&y=%C3%A9 HTTP/1.1\r\nHost: test\r\nCookie: a=b; c=d\r\n\r\n",
    "POST /echo HTTP/1.1\r\nHost: test\r\nContent-Length: 7\r\n\r\na=1&b=2",
    "POST /echo HTTP/1.1\r\nHost: test\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n",
    "HEAD / HTTP/1.1\r\nHost: test\r\nX-Forwarded-For: 192.0.2.1\r\n\r\n",
    "PUT /late HTTP/1.0\r\nHost: test\r\nExpect: 100-continue\r\nContent-Length: 1\r\n\r\nx",
    "GET / HTTP/1.1\r\nHost: test\r\n\r\nGET /late HTTP/1.1\r\nHost: test\r\n\r\n",
  ].map { Array($0.utf8) }

  static let pieces = [
    "\r\n", "\n", "\r", "\0", " ", "\t", "%00", "%", "..", "/", "?", "#", ":", ";", "Host: x\r\n",
    "Content-Length: 5\r\n", "Content-Length: -1\r\n", "Transfer-Encoding: chunked\r\n",
    "Connection: close\r\n", "HTTP/1.1", "HTTP/9.9", "99999999999999999999", "\u{FF}", "0\r\n\r\n",
    "Expect: 100-continue\r\n", "Upgrade: h2c\r\n",
  ].map { Array($0.utf8) }

  func mutated(_ chance: inout Chance) -> [UInt8] {
    var bytes = FuzzTests.seeds.randomElement(using: &chance) ?? []
    for _ in 0..<Int.random(in: 0...4, using: &chance) where !bytes.isEmpty {
      let at = Int.random(in: 0..<bytes.count, using: &chance)
      switch Int.random(in: 0..<5, using: &chance) {
      case 0: bytes[at] = UInt8.random(in: 0...255, using: &chance)
      case 1: bytes.remove(at: at)
      case 2: bytes.removeSubrange(at..<min(bytes.count, at + 8))
      case 3:
        let end = min(bytes.count, at + 20)
        bytes.insert(contentsOf: Array(bytes[at..<end]), at: at)
      default:
        bytes.insert(
          contentsOf: FuzzTests.pieces.randomElement(using: &chance) ?? [], at: at)
      }
    }
    return bytes
  }

  @Test(arguments: 0..<4)
  func `whatever is sent, the server lives and answers with sense`(_ seed: UInt64) throws {
    let server = try serve(proxies: ["127.0.0.1"]) { request in
      _ = (request.segments, request.query, request.cookie("a"), request.header("x"))
      return request.path == "/late" ? later(0.001, .text("late")) : hello(request)
    }
    var chance = Chance(state: seed)
    for _ in 0..<20 {
      let clients = try (0..<50).map { _ in try Client(server.port, patience: 2) }
      for client in clients { try? client.send(mutated(&chance)) }
      // An end that comes together with the bytes may be noticed only at the idle time-out.
      pause(0.05)
      for client in clients { client.finishSending() }
      for client in clients {
        while let answer = try? client.answer() {
          #expect([200, 400, 404, 413, 417, 431, 501, 505].contains(answer.status))
        }
      }
    }
    #expect(try Client(server.port).get("/").text == "hello")
  }

  @Test func `what is no HTTP at all does no harm`() throws {
    let server = try serve()
    var chance = Chance(state: 7)
    for _ in 0..<10 {
      let clients = try (0..<50).map { _ in try Client(server.port, patience: 2) }
      for client in clients {
        let size = Int.random(in: 1...3000, using: &chance)
        try? client.send((0..<size).map { _ in UInt8.random(in: 0...255, using: &chance) })
      }
      pause(0.05)
      for client in clients { client.finishSending() }
      for client in clients { _ = client.isClosed() }
    }
    #expect(try Client(server.port).get("/").text == "hello")
  }
}

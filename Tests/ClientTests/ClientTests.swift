import Foundation
import HTTP
import Logging
import Testing

@testable import Client

/// The client against a real server on the loopback.
struct ClientTests {
  private static func serve(
    tls: TLS? = nil, _ handler: @escaping Handler
  ) throws -> Server {
    try Server(
      listen: Endpoint(host: "127.0.0.1", port: 0), tls: tls,
      logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
      refusalPage: { .text("refused", status: $0) }, handler: handler)
  }

  private static func client(_ set: (inout Manners) -> Void = { _ in }) throws -> HTTPClient {
    var manners = Manners(agent: "test/1")
    set(&manners)
    return try HTTPClient(manners)
  }

  private static func failure(_ work: () throws -> Client.Reply) -> Failure? {
    do {
      _ = try work()
      return nil
    } catch {
      return error as? Failure
    }
  }

  @Test func `a post carries its body and headers, and the reply comes back whole`() throws {
    let server = try Self.serve { request in
      .now(
        Response(
          status: 201,
          headers: [
            .init("Got", request.header("asked") ?? "nothing"),
            .init("Agent", request.header("user-agent") ?? ""),
          ], body: .bytes(request.body)))
    }
    let client = try Self.client()
    let bytes = (0..<60_000).map { UInt8(truncatingIfNeeded: $0) }
    for body in [bytes, []] {
      let reply = try client.send(
        Client.Request(
          .post, "http://127.0.0.1:\(server.port)/", headers: [Client.Header("Asked", "yes: no")],
          body: body))
      #expect(reply.status == 201)
      #expect(reply.body == body)
      #expect(reply.header("got") == "yes: no")
      #expect(reply.header("AGENT") == "test/1")
    }
  }

  @Test func `it follows no redirect`() throws {
    let server = try Self.serve { request in
      request.segments.isEmpty
        ? .now(Response(status: 302, headers: [.init("Location", "/other")]))
        : .now(.text("followed"))
    }
    let reply = try Self.client().send(.init(.get, "http://127.0.0.1:\(server.port)/"))
    #expect(reply.status == 302)
    #expect(reply.header("location") == "/other")
  }

  @Test func `it takes no more than it was told`() throws {
    let server = try Self.serve { _ in .now(.text(String(repeating: "x", count: 5000))) }
    let url = "http://127.0.0.1:\(server.port)/"
    let small = try Self.client { $0.largestReply = 4999 }
    #expect(Self.failure { try small.send(.init(.get, url)) } == .tooLarge)
    #expect(try Self.client { $0.largestReply = 5000 }.send(.init(.get, url)).body.count == 5000)
  }

  @Test func `a server that does not answer is given up`() throws {
    let server = try Self.serve { _ in
      .later { reply in
        DispatchQueue.global().asyncAfter(deadline: .now() + 3) { reply(.text("late")) }
      }
    }
    let client = try Self.client { $0.total = 1 }
    let url = "http://127.0.0.1:\(server.port)/"
    #expect(Self.failure { try client.send(.init(.get, url)) } == .timedOut)
  }

  @Test func `nobody there is told apart from a connection that breaks`() throws {
    let port: UInt16
    do {
      let server = try Self.serve { _ in .now(.text("")) }
      port = server.port
      server.stop(within: 0)
    }
    let failure = Self.failure {
      try Self.client().send(.init(.get, "http://127.0.0.1:\(port)/"))
    }
    guard case .unreachable = failure else {
      Issue.record("\(String(describing: failure))")
      return
    }
  }

  @Test(arguments: ["ftp://127.0.0.1/", "file:///etc/passwd", "not an address", ""])
  func `anything but a web address is refused`(url: String) throws {
    let failure = Self.failure { try Self.client().send(.init(.get, url)) }
    #expect(failure != nil)
    if case .unreachable = failure { Issue.record("\(url) was tried") }
  }

  @Test(arguments: [("A\r\nB", "x"), ("A", "x\r\nB: y"), ("", "x"), ("A:B", "x"), ("A B", "x")])
  func `a header cannot bring another`(name: String, value: String) throws {
    let client = try Self.client()
    let request = Client.Request(
      .get, "http://127.0.0.1:1/", headers: [Client.Header(name, value)])
    #expect(Self.failure { try client.send(request) } == .misuse("a header that cannot be sent"))
  }
}

import Testing

@testable import HTTP

struct ListeningTests {
  func start(_ host: String, _ port: UInt16, tls: TLS? = nil) throws -> Server {
    try Server(
      listen: Endpoint(host: host, port: port), tls: tls, logger: silent,
      refusalPage: { Response.text("", status: $0) }, handler: hello)
  }

  @Test func `says when the port is in use`() throws {
    let server = try serve()
    let endpoint = Endpoint(host: "127.0.0.1", port: server.port)
    #expect(throws: ServerError.portInUse(endpoint)) { try start("127.0.0.1", server.port) }
    let words = "\(ServerError.portInUse(endpoint))"
    #expect(words.contains("already in use"))
    #expect(words.contains("\(server.port)"))
  }

  @Test func `says when there is no such host, or it is not here`() {
    #expect(throws: ServerError.cannotResolve(host: "no such host")) {
      try start("no such host", 0)
    }
    let elsewhere = Endpoint(host: "192.0.2.1", port: 0)
    #expect(throws: ServerError.addressNotHere(elsewhere)) { try start("192.0.2.1", 0) }
  }

  @Test func `says when the certificate is no good`() {
    for tls in [TLS(certificate: "", key: ""), TLS(certificate: "no", key: "no")] {
      let error = #expect(throws: ServerError.self) { try start("127.0.0.1", 0, tls: tls) }
      guard case .badCertificate(let reason) = error else {
        Issue.record("\(String(describing: error))")
        continue
      }
      #expect(!reason.isEmpty)
    }
  }

  @Test func `a port is free again as soon as its server has stopped`() throws {
    let server = try serve()
    _ = try Client(server.port).get("/")
    server.stop(within: 1)
    let again = try start("127.0.0.1", server.port)
    #expect(try Client(again.port).get("/").status == 200)
  }

  @Test func `an endpoint is written as it stands in an address`() {
    #expect("\(Endpoint(host: "127.0.0.1", port: 80))" == "127.0.0.1:80")
    #expect("\(Endpoint(host: "::1", port: 80))" == "[::1]:80")
  }
}

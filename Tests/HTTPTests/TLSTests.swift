import Foundation
import Testing

@testable import HTTP

/// The client here is `openssl s_client`, so that it is not our library that judges itself.
struct TLSTests {
  /// Runs openssl with this input.
  /// - Returns: what it said, on both outputs.
  func openssl(_ arguments: [String], _ input: String = "") throws -> String {
    let process = Process()
    let (into, out) = (Pipe(), Pipe())
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["openssl"] + arguments
    process.standardInput = into
    process.standardOutput = out
    process.standardError = out
    try process.run()
    into.fileHandleForWriting.write(Data(input.utf8))
    into.fileHandleForWriting.closeFile()
    let said = out.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: said, as: UTF8.self)
  }

  func certificate() throws -> TLS {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (key, certificate) = (folder.appending(path: "key"), folder.appending(path: "certificate"))
    _ = try openssl([
      "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
      "-days", "2", "-subj", "/CN=localhost", "-keyout", key.path, "-out", certificate.path,
    ])
    return TLS(
      certificate: try String(contentsOf: certificate, encoding: .utf8),
      key: try String(contentsOf: key, encoding: .utf8))
  }

  func ask(_ port: UInt16, _ flags: String...) throws -> String {
    try openssl(
      ["s_client", "-connect", "127.0.0.1:\(port)", "-ign_eof"] + flags,
      "GET / HTTP/1.1\r\nHost: test\r\nConnection: close\r\n\r\n")
  }

  @Test func `serves by TLS 1.2 and 1.3 and nothing older`() throws {
    let server = try serve(tls: try certificate()) { .now(.text("secure: \($0.isSecure)")) }
    for version in ["-tls1_3", "-tls1_2"] {
      let said = try ask(server.port, version)
      #expect(said.contains("HTTP/1.1 200"))
      #expect(said.contains("secure: true"))
      #expect(said.contains("Strict-Transport-Security: \(strictTransport.value)"))
    }
    for version in ["-tls1_1", "-tls1"] {
      let said = try ask(server.port, version, "-cipher", "ALL:@SECLEVEL=0")
      #expect(!said.contains("HTTP/1.1"))
    }
  }

  @Test func `a key that is not the certificate's is refused`() throws {
    let (one, other) = (try certificate(), try certificate())
    #expect(throws: ServerError.self) {
      try serve(tls: TLS(certificate: one.certificate, key: other.key))
    }
  }

  @Test func `plain HTTP to a TLS port gets no answer and does no harm`() throws {
    let server = try serve(tls: try certificate())
    #expect(throws: Client.Fault.self) { try Client(server.port, patience: 3).get("/") }
    #expect(try ask(server.port).contains("HTTP/1.1 200"))
  }

  @Test func `late answers and stopping work by TLS as well`() throws {
    let server = try serve(tls: try certificate()) { _ in later(0.3, .text("at last")) }
    #expect(try ask(server.port).contains("at last"))
    let asking = Background { [port = server.port] in (try? ask(port)) ?? "" }
    pause(0.2)
    server.stop(within: 10)
    #expect(asking.get() != nil)
  }
}

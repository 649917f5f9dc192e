import Glibc
import HTTP
import Logging

/// The same hello as `hello.c`, on the server's own HTTP layer: what wrapping the library costs.
///
///     BenchHello [PORT]
///
/// Prints its address when it is ready, and serves until it is killed. The answer is made once,
/// as the C program's is; the header fields are those the server puts on every answer.
@main
struct Hello {
  static func main() throws {
    let port = CommandLine.arguments.dropFirst().first.flatMap { UInt16($0) } ?? 0
    var limits = Limits()
    limits.connectionsPerAddress = 0
    let server = try Server(
      listen: Endpoint(host: "127.0.0.1", port: port), limits: limits,
      logger: Logger(label: "hello"), refusalPage: refused, handler: greet)
    print("http://127.0.0.1:\(server.port)/")
    fflush(nil)
    while true { pause() }
  }
}

private let greeting = Response.text("Hello, world\n").keep()

private func greet(_ request: Request) -> Outcome {
  guard request.method == .get, request.path == "/" else { return .now(refused(404)) }
  return .now(greeting)
}

private func refused(_ status: Int) -> Response {
  .text("not here\n", status: status)
}

import Foundation
import Logging

@testable import HTTP

let silent = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

/// Serves on loopback, on a port the system chooses, until the server goes.
func serve(
  _ limits: Limits = Limits(), host: String = "127.0.0.1", tls: TLS? = nil,
  proxies: [String] = [], logger: Logger = silent, _ handler: @escaping Handler = hello
) throws -> Server {
  try Server(
    listen: Endpoint(host: host, port: 0), tls: tls, limits: limits, trustedProxies: proxies,
    logger: logger, refusalPage: { Response.text("kind page \($0)", status: $0) },
    handler: handler)
}

func limits(_ set: (inout Limits) -> Void) -> Limits {
  var limits = Limits()
  set(&limits)
  return limits
}

/// Greets at `/`, gives back what was posted to `/echo`, and knows nothing else.
let hello: Handler = { request in
  switch (request.method, request.segments) {
  case (.get, []): .now(.text("hello"))
  case (_, ["echo"]): .now(Response(type: "application/octet-stream", request.body))
  default: .now(.text("nothing here", status: 404))
  }
}

/// Runs `body` on a thread of its own; the result is ready when it is asked for.
final class Background<Value: Sendable>: Sendable {
  private let value = Locked<Value?>(nil)
  private let done = DispatchSemaphore(value: 0)

  init(_ body: @escaping @Sendable () -> Value) {
    let thread = Thread { [value, done] in
      let result = body()
      value.with { $0 = result }
      done.signal()
    }
    thread.start()
  }

  /// Waits for the result; nil if it takes longer than a minute.
  func get() -> Value? {
    guard done.wait(timeout: .now() + 60) == .success else { return nil }
    return value.with { $0 }
  }
}

/// Replies after a while, from another thread.
func later(_ seconds: Double, _ response: Response) -> Outcome {
  .later { reply in
    DispatchQueue.global().asyncAfter(deadline: .now() + seconds) { reply(response) }
  }
}

func pause(_ seconds: Double) {
  Thread.sleep(forTimeInterval: seconds)
}

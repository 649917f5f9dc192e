import Foundation
import HTTP
import SurveyCore

/// The kiosks' API: JSON in and out, signed by the device but for enrolling. Bodies are never
/// logged, and nothing here notes when a visit arrived.
extension Site {
  /// Items in one upload.
  static let mostItems = 50

  /// Answers a request to `/kiosk/…`.
  func kiosk(_ request: Request) -> Outcome {
    do throws(Problem) {
      guard let access = kiosks else { throw Problem.notFound }
      return try kiosk(request, access)
    } catch {
      return .now(error.response)
    }
  }

  private func kiosk(_ request: Request, _ access: KioskAccess) throws(Problem) -> Outcome {
    switch request.segments.dropFirst() {
    case ["v1", "enrol"]: return try enrol(request, access)
    case ["v1", "bundle"]: return .now(try bundle(request, access))
    case ["v1", "responses"]: return try receive(request, access)
    case ["v1", "heartbeat"]: return try heartbeat(request, access)
    default: throw .notFound
    }
  }

  /// The device that signed the request, and what it says of its clocks.
  func device(
    of request: Request, _ access: KioskAccess
  ) throws(Problem) -> (KioskDevice, KioskSignature) {
    guard let signature = KioskSignature(field: request.header) else { throw .signature }
    let found = try held { () throws(StoreError) in try access.keeper.kiosk(signature.device) }
    guard let device = found else { throw .unknownDevice }
    let message = KioskSignature.Message(
      method: request.methodName, target: request.target, body: request.body)
    guard signature.isOf(message, by: device.key) else { throw .signature }
    if device.revoked != nil { throw .revoked }
    let now = seconds(clock())
    guard abs(signature.time - now) <= KioskSignature.tolerance else { throw .clock(now: now) }
    return (device, signature)
  }

  /// Whole seconds since 1970.
  func seconds(_ instant: Date) -> Int { Int(instant.timeIntervalSince1970) }

  /// Runs a store call and turns its error into a problem.
  func held<T>(_ call: () throws(StoreError) -> T) throws(Problem) -> T {
    do { return try call() } catch { throw Problem(error) }
  }

  /// An answer that comes when the disk has something.
  func afterCommit(
    _ start: @escaping @Sendable (_ answer: @escaping @Sendable (Response) -> Void) -> Void
  ) -> Outcome {
    .later { [counters] reply in
      start { response in
        counters.count(status: response.status)
        reply(response)
      }
    }
  }
}

extension Request {
  /// Refuses every method but the one given.
  func kioskMethod(_ wanted: Method) throws(Problem) {
    guard method == wanted else {
      throw .wrongMethod(allowed: wanted == .get ? "GET, HEAD" : "POST")
    }
  }

  /// The body as JSON of this shape.
  func json<Content: Decodable>(_ type: Content.Type) throws(Problem) -> Content {
    let said = header("content-type")?.prefix { $0 != ";" }.lowercased() ?? ""
    guard said.trimmingSpaces == "application/json" else { throw .wrongType }
    guard let content = try? JSONDecoder().decode(type, from: Data(body)) else {
      throw .unreadable
    }
    return content
  }

  var methodName: String {
    switch method {
    case .get: isHead ? "HEAD" : "GET"
    case .post: "POST"
    case .other(let name): name
    }
  }
}

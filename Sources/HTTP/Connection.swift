internal import CMicrohttpd
internal import Glibc
internal import Synchronization

/// One client's connection, and the request that is under way on it.
///
/// The library calls it from one thread at a time, in this order: `begin` with the target;
/// `access` when the head is in, again for each piece of body, and again at the end; and
/// `finish`, however it ended. Its buffers serve one request after another.
@safe
final class Connection: @unchecked Sendable {
  private enum Stage {
    case head
    case body
    /// To be refused with this status, once the body has gone by unread.
    case refusing(Int)
    case waiting(Waiting)
    case answered
  }

  let socket: Int32
  let pace = Pace()
  private let service: Service
  private let address: Address
  private let client: String
  private let isProxy: Bool
  private var stage = Stage.head
  private var head = Head()
  private var query = Form()
  private var body: [UInt8] = []
  private var bodySeen = 0
  private var method = Request.Method.get
  private var isHead = false
  private var isTargetWhole = true
  private var isSecure = false

  init(_ service: Service, socket: Int32, address: Address) {
    self.service = service
    self.socket = socket
    self.address = address
    client = address.text
    isProxy = !service.trust.isEmpty && service.trust.contains(address)
  }

  func begin(target: UnsafeBufferPointer<UInt8>) {
    pace.beginReading()
    unsafe head.begin(target: target)
  }

  /// Checks that the target was all there was between the method and the version, `span` bytes
  /// with the space: the library shows it as a string, which a NUL would have cut short.
  func checkTarget(span: Int) {
    if case .head = stage { isTargetWhole = span == head.targetEnd + 1 }
  }

  func add(name: UnsafeBufferPointer<UInt8>, value: UnsafeBufferPointer<UInt8>) {
    unsafe head.add(name: name, value: value)
  }

  func finish() {
    pace.enter(.idle)
    stage = .head
    if !body.isEmpty { body = [] }
    bodySeen = 0
  }

  /// Takes whatever has come. `piece` is a part of the body, empty at the head and at the end.
  /// - Returns: false to close the connection at once.
  func access(
    _ handle: OpaquePointer, method name: UnsafePointer<CChar>, piece: UnsafeRawBufferPointer
  ) -> Bool {
    switch stage {
    case .head:
      unsafe readMethod(name)
      unsafe readFields(of: handle, into: self)
      return unsafe headIsIn(handle)
    case .body where unsafe !piece.isEmpty: return unsafe take(piece)
    case .body: return unsafe answer(handle)
    case .refusing where unsafe !piece.isEmpty:
      bodySeen += piece.count
      return bodySeen <= patience
    case .refusing(let status): return unsafe refuse(status, handle)
    case .waiting(let waiting): return unsafe queue(waiting.response, handle)
    case .answered: return true
    }
  }

  /// How many bytes of a body that is refused are let by before the client is cut off.
  private var patience: Int { 4 * bodyLimit + 64 * 1024 }

  private var bodyLimit: Int { service.limits.body(at: head.path) }

  private func headIsIn(_ handle: OpaquePointer) -> Bool {
    let status = unsafe fault(handle)
    isSecure = service.isTLS || (isProxy && head.isForwarded && service.trust.saysSecure(head))
    // The library ends the connection after an answer given this early, which is right for a
    // refusal; any other answer waits for the end, even where no body will come.
    if let status { return unsafe refuse(status, handle) }
    body.reserveCapacity(head.contentLength ?? 0)
    stage = .body
    return true
  }

  /// The status to refuse this head with, if it must be.
  private func fault(_ handle: OpaquePointer) -> Int? {
    let limits = service.limits
    if unsafe heard_header_size(handle) > limits.header { return 431 }
    if !isTargetWhole || head.hosts != 1 || (head.isChunked && head.contentLength != nil) {
      return 400
    }
    guard let query = Request.checked(head) else { return 400 }
    self.query = query
    if (head.contentLength ?? 0) > bodyLimit { return 413 }
    return service.isDraining.load(ordering: .relaxed) ? 503 : nil
  }

  private func take(_ piece: UnsafeRawBufferPointer) -> Bool {
    bodySeen += piece.count
    if bodySeen > bodyLimit {
      body = []
      stage = .refusing(413)
    } else {
      unsafe body.append(contentsOf: piece)
    }
    return true
  }

  private func answer(_ handle: OpaquePointer) -> Bool {
    pace.enter(.working)
    switch service.handler(takeRequest()) {
    case .now(let response): return unsafe queue(response, handle)
    case .later(let start): return unsafe wait(for: start, handle)
    }
  }

  private func takeRequest() -> Request {
    var client = client
    if isProxy, head.isForwarded { client = service.trust.client(behind: address, in: head).text }
    defer { body = [] }
    return Request(
      method: method, isHead: isHead, query: query, body: body, client: client,
      isSecure: isSecure, head: head)
  }

  private func wait(for start: (@escaping Reply) -> Void, _ handle: OpaquePointer) -> Bool {
    let waiting = unsafe Waiting(handle, in: service.waitingRoom)
    stage = .waiting(waiting)
    guard service.waitingRoom.admit(waiting) else { return unsafe refuse(503, handle) }
    let page = service.refusalPage
    let ticket = Ticket(waiting, otherwise: { page(500) })
    start { ticket.give($0) }
    return true
  }

  private func refuse(_ status: Int, _ handle: OpaquePointer) -> Bool {
    var page = service.refusalPage(status)
    page.status = status
    return unsafe queue(page, handle, closing: true)
  }

  private func queue(_ response: Response?, _ handle: OpaquePointer, closing: Bool = false)
    -> Bool
  {
    guard let response, (200...599).contains(response.status) else {
      return unsafe refuse(500, handle)
    }
    stage = .answered
    pace.enter(.answering)
    service.noteAnswer(response.status)
    if !closing, let kept = response.kept, let message = unsafe kept.message(secure: isSecure) {
      service.noteDropped(kept.dropped)
      return unsafe MHD_queue_response(handle, UInt32(kept.status), message) == .YES
    }
    var dropped = 0
    let made = unsafe makeMessage(response, secure: isSecure, closing: closing, &dropped)
    guard let message = unsafe made else { return false }
    service.noteDropped(dropped)
    defer { unsafe MHD_destroy_response(message) }
    return unsafe MHD_queue_response(handle, UInt32(response.status), message) == .YES
  }

  private func readMethod(_ name: UnsafePointer<CChar>) {
    isHead = false
    switch unsafe UInt8(bitPattern: name[0]) {
    case UInt8(ascii: "G") where unsafe strcmp(name, "GET") == 0: method = .get
    case UInt8(ascii: "P") where unsafe strcmp(name, "POST") == 0: method = .post
    case UInt8(ascii: "H") where unsafe strcmp(name, "HEAD") == 0: (method, isHead) = (.get, true)
    default: method = unsafe .other(String(cString: name))
    }
  }
}

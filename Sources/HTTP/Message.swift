internal import CMicrohttpd

// A library response is counted by the library: making one gives us a share, queueing it takes
// another, and we give ours back when we are done, however long sending takes. The library
// copies header text and `bytes` bodies while we lend them; a `Payload` it reads in place, so a
// retained reference goes with it and comes back through `onPayloadFreed`.

/// Bytes that many answers may send at once without a copy each.
@safe
public final class Payload: Sendable {
  nonisolated(unsafe) private let buffer: UnsafeMutableRawBufferPointer

  public var count: Int { unsafe buffer.count }

  public init(_ bytes: [UInt8]) {
    unsafe buffer = .allocate(byteCount: bytes.count, alignment: 1)
    unsafe buffer.copyBytes(from: bytes)
  }

  deinit {
    unsafe buffer.deallocate()
  }

  fileprivate func message() -> OpaquePointer? {
    let share = unsafe Unmanaged.passRetained(self)
    let made = unsafe MHD_create_response_from_buffer_with_free_callback_cls(
      buffer.count, buffer.baseAddress, onPayloadFreed, share.toOpaque())
    if unsafe made == nil { unsafe share.release() }
    return unsafe made
  }
}

private func onPayloadFreed(_ share: UnsafeMutableRawPointer?) {
  guard let share = unsafe share else { return }
  unsafe Unmanaged<Payload>.fromOpaque(share).release()
}

/// An answer made ready for the library, once for plain clients and once for those on TLS.
@safe
final class Kept: Sendable {
  let status: Int
  /// How many header fields were left out because they must not be sent.
  let dropped: Int
  nonisolated(unsafe) private let plain: OpaquePointer?
  nonisolated(unsafe) private let secure: OpaquePointer?

  init(_ response: Response) {
    status = response.status
    var dropped = 0
    unsafe plain = makeMessage(response, secure: false, closing: false, &dropped)
    dropped = 0
    unsafe secure = makeMessage(response, secure: true, closing: false, &dropped)
    self.dropped = dropped
  }

  deinit {
    if unsafe plain != nil { unsafe MHD_destroy_response(plain) }
    if unsafe secure != nil { unsafe MHD_destroy_response(secure) }
  }

  @unsafe func message(secure wanted: Bool) -> OpaquePointer? {
    unsafe wanted ? secure : plain
  }
}

/// Makes the library's form of an answer, which the caller destroys; nil if there is no memory.
///
/// `closing` tells the client that this connection ends here; `dropped` counts the header fields
/// that must not be sent and are left out.
@unsafe
func makeMessage(_ response: Response, secure: Bool, closing: Bool, _ dropped: inout Int)
  -> OpaquePointer?
{
  let made: OpaquePointer? =
    switch response.body {
    case .shared(let payload): unsafe payload.message()
    case .bytes(let bytes):
      unsafe bytes.withUnsafeBytes { bytes in
        unsafe MHD_create_response_from_buffer(
          bytes.count, UnsafeMutableRawPointer(mutating: bytes.baseAddress), .RESPMEM_MUST_COPY)
      }
    }
  guard let made = unsafe made else { return nil }
  for header in response.headers {
    if unsafe !add(header, to: made) { dropped += 1 }
  }
  for standing in StandingHeader.all where !standing.isSet(in: response) {
    unsafe add(standing, to: made)
  }
  if secure, !StandingHeader.strictTransport.isSet(in: response) {
    unsafe add(.strictTransport, to: made)
  }
  if closing { unsafe add(StandingHeader(name: "Connection", value: "close"), to: made) }
  return unsafe made
}

private func add(_ header: Response.Header, to message: OpaquePointer) -> Bool {
  guard header.isSendable else { return false }
  // Lent in place; passed as plain arguments, each string would be copied first.
  return unsafe header.name.withCString { name in
    unsafe header.value.withCString { value in
      unsafe MHD_add_response_header(message, name, value) == .YES
    }
  }
}

private func add(_ standing: StandingHeader, to message: OpaquePointer) {
  let name = unsafe UnsafeRawPointer(standing.name.utf8Start)
  let value = unsafe UnsafeRawPointer(standing.value.utf8Start)
  unsafe MHD_add_response_header(
    message, name.assumingMemoryBound(to: CChar.self), value.assumingMemoryBound(to: CChar.self))
}

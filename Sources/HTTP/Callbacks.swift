internal import CMicrohttpd
internal import Glibc

// The library's callbacks. Each is a plain function, so that it can capture nothing.
//
// Ownership. The `Service` is retained for the library while it runs (`Daemon`) and comes as the
// first argument. A `Connection` is retained for the library in `onConnection` when it opens and
// released there when it closes; between the two the library holds it as the connection's socket
// context, and as `con_cls` from `onTarget` on, and it is used unretained. Text the library
// lends is copied before a callback returns.

@unsafe
func callbacks(_ service: Service) -> heard_callbacks {
  unsafe heard_callbacks(
    context: Unmanaged.passUnretained(service).toOpaque(), access: onAccess,
    completed: onCompleted, connection: onConnection, target: onTarget, unescape: onUnescape,
    log: onLog)
}

/// Hands every header field of the request to its connection.
@unsafe
func readFields(of handle: OpaquePointer, into connection: Connection) {
  let connection = unsafe Unmanaged.passUnretained(connection).toOpaque()
  _ = unsafe MHD_get_connection_values_n(handle, .HEADER_KIND, onField, connection)
}

private func onConnection(
  _ service: UnsafeMutableRawPointer?, _ handle: OpaquePointer?,
  _ context: UnsafeMutablePointer<UnsafeMutableRawPointer?>?,
  _ moment: MHD_ConnectionNotificationCode
) {
  guard let service = unsafe service, let context = unsafe context else { return }
  let shared = unsafe Unmanaged<Service>.fromOpaque(service).takeUnretainedValue()
  switch moment {
  case .CONNECTION_NOTIFY_STARTED:
    let connection = unsafe Connection(
      shared, socket: heard_socket(handle), address: Address(heard_peer(handle)))
    shared.connections.add(connection)
    unsafe context.pointee = Unmanaged.passRetained(connection).toOpaque()
  case .CONNECTION_NOTIFY_CLOSED:
    guard let raw = unsafe context.pointee else { return }
    let connection = unsafe Unmanaged<Connection>.fromOpaque(raw).takeRetainedValue()
    shared.connections.remove(connection)
    unsafe context.pointee = nil
  @unknown default: break
  }
}

private func onTarget(
  _ service: UnsafeMutableRawPointer?, _ target: UnsafePointer<CChar>?, _ handle: OpaquePointer?
) -> UnsafeMutableRawPointer? {
  guard let raw = unsafe heard_socket_context(handle), let target = unsafe target else {
    return nil
  }
  unsafe Unmanaged<Connection>.fromOpaque(raw)._withUnsafeGuaranteedRef { connection in
    unsafe connection.begin(target: bytes(target, strlen(target)))
  }
  return unsafe raw
}

private func onField(
  _ connection: UnsafeMutableRawPointer?, _ kind: MHD_ValueKind,
  _ name: UnsafePointer<CChar>?, _ nameLength: Int,
  _ value: UnsafePointer<CChar>?, _ valueLength: Int
) -> MHD_Result {
  guard let raw = unsafe connection else { return .NO }
  unsafe Unmanaged<Connection>.fromOpaque(raw)._withUnsafeGuaranteedRef { connection in
    unsafe connection.add(name: bytes(name, nameLength), value: bytes(value, valueLength))
  }
  return .YES
}

private func onAccess(
  _ service: UnsafeMutableRawPointer?, _ handle: OpaquePointer?, _ url: UnsafePointer<CChar>?,
  _ method: UnsafePointer<CChar>?, _ version: UnsafePointer<CChar>?,
  _ data: UnsafePointer<CChar>?, _ size: UnsafeMutablePointer<Int>?,
  _ context: UnsafeMutablePointer<UnsafeMutableRawPointer?>?
) -> MHD_Result {
  guard let raw = unsafe context?.pointee, let handle = unsafe handle,
    let method = unsafe method, let size = unsafe size, let url = unsafe url,
    let version = unsafe version
  else { return .NO }
  // Both stand where they came, in one buffer; their distance is never followed, only compared.
  let span = Int(bitPattern: version) - Int(bitPattern: url)
  let isWelcome = unsafe Unmanaged<Connection>.fromOpaque(raw)._withUnsafeGuaranteedRef {
    $0.checkTarget(span: span)
    return unsafe $0.access(
      handle, method: method, piece: UnsafeRawBufferPointer(start: data, count: size.pointee))
  }
  unsafe size.pointee = 0
  return isWelcome ? .YES : .NO
}

private func onCompleted(
  _ service: UnsafeMutableRawPointer?, _ handle: OpaquePointer?,
  _ context: UnsafeMutablePointer<UnsafeMutableRawPointer?>?, _ why: MHD_RequestTerminationCode
) {
  guard let raw = unsafe context?.pointee else { return }
  unsafe Unmanaged<Connection>.fromOpaque(raw)._withUnsafeGuaranteedRef { $0.finish() }
  unsafe context?.pointee = nil
}

/// Leaves the path as it was sent: the library would decode `%00` and end the string there.
private func onUnescape(
  _ service: UnsafeMutableRawPointer?, _ handle: OpaquePointer?,
  _ text: UnsafeMutablePointer<CChar>?
) -> Int {
  guard let text = unsafe text else { return 0 }
  return unsafe strlen(text)
}

private func onLog(
  _ service: UnsafeMutableRawPointer?, _ format: UnsafePointer<CChar>?,
  _ arguments: CVaListPointer?
) {
  guard let service = unsafe service, let format = unsafe format else { return }
  var line = [CChar](repeating: 0, count: 512)
  if let arguments = unsafe arguments {
    unsafe vsnprintf(&line, line.count, format, arguments)
  }
  let filled = line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
  // The bare format tells what happened; what is filled in might tell to whom.
  unsafe Unmanaged<Service>.fromOpaque(service)._withUnsafeGuaranteedRef {
    unsafe $0.libraryLogged(
      String(cString: format), filled: String(decoding: filled, as: UTF8.self))
  }
}

@unsafe
private func bytes(_ start: UnsafePointer<CChar>?, _ count: Int) -> UnsafeBufferPointer<UInt8> {
  let raw = unsafe UnsafeRawPointer(start)?.assumingMemoryBound(to: UInt8.self)
  return unsafe UnsafeBufferPointer(start: raw, count: count)
}

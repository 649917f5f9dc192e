internal import Glibc

// The unsafe lines here lend local values to the system's socket calls, which keep no pointer;
// the list `getaddrinfo` gives is freed before `addresses` returns.

/// A listening socket of our own, so that what goes wrong can be told in plain words before the
/// library has a part in it.
struct ListeningSocket: Sendable {
  let descriptor: Int32
  /// The port it is bound to.
  let port: UInt16
  let isVersion6: Bool

  /// Listens on the first of the host's addresses that it can.
  init(_ endpoint: Endpoint) throws(ServerError) {
    var fault = ServerError.cannotResolve(host: endpoint.host)
    for var address in ListeningSocket.addresses(of: endpoint) {
      let fd = socket(
        Int32(address.ss_family),
        Int32(SOCK_STREAM.rawValue | SOCK_NONBLOCK.rawValue)
          | Int32(SOCK_CLOEXEC.rawValue), 0)
      if fd >= 0, let port = ListeningSocket.bind(fd, &address) {
        self.descriptor = fd
        self.port = port
        self.isVersion6 = address.ss_family == sa_family_t(AF_INET6)
        return
      }
      fault = ListeningSocket.fault(errno, endpoint)
      if fd >= 0 { close(fd) }
    }
    throw fault
  }

  /// Refuses who comes from now on; the library may still hold the socket.
  func stopAccepting() {
    shutdown(descriptor, Int32(SHUT_RDWR))
  }

  private static func addresses(of endpoint: Endpoint) -> [sockaddr_storage] {
    var hints = unsafe addrinfo()
    unsafe hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    unsafe hints.ai_flags = AI_PASSIVE | AI_NUMERICSERV
    var list: UnsafeMutablePointer<addrinfo>? = nil
    guard unsafe getaddrinfo(endpoint.host, String(endpoint.port), &hints, &list) == 0 else {
      return []
    }
    defer { unsafe freeaddrinfo(list) }
    var found: [sockaddr_storage] = []
    var next = unsafe list
    while let entry = unsafe next {
      var address = sockaddr_storage()
      unsafe memcpy(&address, entry.pointee.ai_addr, Int(entry.pointee.ai_addrlen))
      found.append(address)
      unsafe next = entry.pointee.ai_next
    }
    return found
  }

  /// Binds and listens; nil, with errno set, where that fails.
  private static func bind(_ fd: Int32, _ address: inout sockaddr_storage) -> UInt16? {
    var on: Int32 = 1
    var off: Int32 = 0
    let size = socklen_t(MemoryLayout<Int32>.size)
    _ = unsafe setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, size)
    // An IPv6 wildcard takes IPv4 clients too, whatever the system's default.
    _ = unsafe setsockopt(fd, Int32(IPPROTO_IPV6), IPV6_V6ONLY, &off, size)
    var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
    let done = unsafe withUnsafeMutablePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        unsafe Glibc.bind(fd, address, length) == 0 && listen(fd, SOMAXCONN) == 0
          && getsockname(fd, address, &length) == 0
      }
    }
    guard done else { return nil }
    return unsafe withUnsafeBytes(of: &address) { bytes in
      // The port stands at the same place in both versions, most significant byte first.
      unsafe UInt16(bytes[2]) << 8 | UInt16(bytes[3])
    }
  }

  private static func fault(_ code: Int32, _ endpoint: Endpoint) -> ServerError {
    switch code {
    case EADDRINUSE: .portInUse(endpoint)
    case EACCES, EPERM: .portNotPermitted(endpoint)
    case EADDRNOTAVAIL: .addressNotHere(endpoint)
    default: .cannotListen(endpoint, reason: unsafe String(cString: strerror(code)))
    }
  }
}

extension Address {
  /// The address of a peer, or of nobody where there is none.
  init(_ peer: UnsafePointer<sockaddr>?) {
    guard let peer = unsafe peer else {
      self.init(value: 0)
      return
    }
    let bytes = unsafe UnsafeRawPointer(peer)
    if unsafe peer.pointee.sa_family == sa_family_t(AF_INET6) {
      let value = unsafe bytes.loadUnaligned(fromByteOffset: 8, as: UInt128.self)
      self.init(value: UInt128(bigEndian: value))
    } else {
      let value = unsafe bytes.loadUnaligned(fromByteOffset: 4, as: UInt32.self)
      self.init(version4: UInt32(bigEndian: value))
    }
  }
}

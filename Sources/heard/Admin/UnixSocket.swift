import Foundation
import Glibc

/// The admin socket: one JSON request a connection, one JSON reply, each after its length in four
/// bytes. It stands in the data folder with mode 0600, so who may open it may do everything.
enum UnixSocket {
  private static let longest = 8 << 20

  enum Failure: Error, CustomStringConvertible {
    case system(String)
    case tooLong

    var description: String {
      switch self {
      case .system(let words): "the running server cannot be asked: \(words); see what it logged"
      case .tooLong:
        "that is more than \(longest >> 20) MB, too much for a running server at once; part the file"
      }
    }
  }

  /// A listening socket at `path`.
  static func listen(at path: String) throws -> Int32 {
    let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    guard descriptor >= 0 else { throw Failure.system("socket") }
    unsafe unlink(path)
    let mask = umask(0o177)
    defer { umask(mask) }
    guard try unsafe withAddress(path, { unsafe bind(descriptor, $0, $1) }) == 0,
      Glibc.listen(descriptor, 16) == 0
    else {
      close(descriptor)
      throw Failure.system(unsafe String(cString: strerror(errno)))
    }
    return descriptor
  }

  /// A connection to the socket at `path`; nil when nobody listens there.
  static func connect(to path: String) throws -> Int32? {
    let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    guard descriptor >= 0 else { throw Failure.system("socket") }
    if try unsafe withAddress(path, { unsafe Glibc.connect(descriptor, $0, $1) }) == 0 {
      return descriptor
    }
    close(descriptor)
    return nil
  }

  /// Sends one message.
  static func send(_ message: some Encodable, on descriptor: Int32) throws {
    let body = try JSONEncoder().encode(message)
    guard body.count <= longest else { throw Failure.tooLong }
    let length = unsafe withUnsafeBytes(of: UInt32(body.count).bigEndian) { unsafe Array($0) }
    var bytes = (length + body)[...]
    while !bytes.isEmpty {
      let sent = unsafe bytes.withUnsafeBytes { buffer in
        unsafe Glibc.send(
          descriptor, buffer.baseAddress, buffer.count, Int32(MSG_NOSIGNAL))
      }
      guard sent > 0 else { throw Failure.system("the other end went away") }
      bytes = bytes.dropFirst(sent)
    }
  }

  /// Receives one message.
  static func receive<T: Decodable>(_ type: T.Type, from descriptor: Int32) throws -> T {
    let head = try bytes(4, from: descriptor)
    let length = head.reduce(0) { $0 << 8 | Int($1) }
    guard length <= longest else { throw Failure.tooLong }
    return try JSONDecoder().decode(type, from: Data(try bytes(length, from: descriptor)))
  }

  private static func bytes(_ count: Int, from descriptor: Int32) throws -> [UInt8] {
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 64 << 10)
    while bytes.count < count {
      let wanted = min(piece.count, count - bytes.count)
      let got = unsafe piece.withUnsafeMutableBytes {
        unsafe read(descriptor, $0.baseAddress, wanted)
      }
      guard got > 0 else { throw Failure.system("the other end went away") }
      bytes += piece[..<got]
    }
    return bytes
  }

  /// A socket's path may have 107 bytes; a long one is reached through its folder's descriptor.
  private static func withAddress(
    _ path: String, _ work: (UnsafePointer<sockaddr>, socklen_t) -> Int32
  ) throws -> Int32 {
    var short = path
    var folder: Int32 = -1
    defer { if folder >= 0 { close(folder) } }
    if path.utf8.count > 100 {
      let url = URL(fileURLWithPath: path)
      folder = unsafe Glibc.open(url.deletingLastPathComponent().path, O_RDONLY | O_DIRECTORY)
      short = "/proc/self/fd/\(folder)/\(url.lastPathComponent)"
    }
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    unsafe withUnsafeMutableBytes(of: &address.sun_path) { place in
      unsafe place.copyBytes(from: short.utf8.prefix(place.count - 1))
    }
    let size = socklen_t(MemoryLayout<sockaddr_un>.size)
    return unsafe withUnsafePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { unsafe work($0, size) }
    }
  }
}

import Foundation
import Glibc

/// A client that sends bytes as they are, right or wrong, and reads answers.
///
/// The unsafe lines lend local values to socket calls that keep no pointer.
final class Client {
  enum Fault: Error {
    case cannotConnect
    case closed
    case timedOut
    case nonsense(String)
  }

  private let fd: Int32
  private var unread: [UInt8] = []

  /// Connects on loopback; `patience` is the seconds to wait for anything to come.
  init(_ port: UInt16, version6: Bool = false, patience: Int = 15) throws {
    fd = socket(version6 ? AF_INET6 : AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var time = timeval(tv_sec: patience, tv_usec: 0)
    let size = socklen_t(MemoryLayout<timeval>.size)
    unsafe setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &time, size)
    unsafe setsockopt(fd, SOL_SOCKET, SO_SNDTIMEO, &time, size)
    var storage = sockaddr_storage()
    let length = unsafe withUnsafeMutableBytes(of: &storage) { bytes -> Int in
      unsafe bytes.storeBytes(of: UInt16(version6 ? AF_INET6 : AF_INET), as: UInt16.self)
      unsafe bytes.storeBytes(of: port.bigEndian, toByteOffset: 2, as: UInt16.self)
      if version6 {
        unsafe bytes[23] = 1
        return MemoryLayout<sockaddr_in6>.size
      }
      unsafe bytes.storeBytes(of: UInt32(0x7F00_0001).bigEndian, toByteOffset: 4, as: UInt32.self)
      return MemoryLayout<sockaddr_in>.size
    }
    let done = unsafe withUnsafePointer(to: &storage) {
      unsafe $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        unsafe connect(fd, $0, socklen_t(length))
      }
    }
    if done != 0 { throw Fault.cannotConnect }
  }

  deinit {
    close(fd)
  }

  func send(_ text: String) throws {
    try send(Array(text.utf8))
  }

  func send(_ bytes: [UInt8]) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes {
        unsafe Glibc.send(fd, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      if count <= 0 { throw Fault.closed }
      rest = rest.dropFirst(count)
    }
  }

  /// Says that nothing more will be sent.
  func finishSending() {
    shutdown(fd, Int32(SHUT_WR))
  }

  /// Reads one whole answer, leaving what follows it for the next. An answer to HEAD has no body.
  func answer(isHead: Bool = false) throws -> Answer {
    while true {
      if let end = unread.firstRange(of: Array("\r\n\r\n".utf8)) {
        let head = String(decoding: unread[..<end.lowerBound], as: UTF8.self)
        unread.removeSubrange(..<end.upperBound)
        var answer = try Answer(head: head)
        if answer.status == 100 { continue }
        let length = isHead ? 0 : Int(answer.header("Content-Length") ?? "0") ?? 0
        while unread.count < length { try readMore() }
        answer.body = Array(unread[..<length])
        unread.removeFirst(length)
        return answer
      }
      try readMore()
    }
  }

  func ask(_ text: String) throws -> Answer {
    try send(text)
    return try answer()
  }

  func get(_ target: String, _ fields: String...) throws -> Answer {
    let fields = fields.map { $0 + "\r\n" }.joined()
    return try ask("GET \(target) HTTP/1.1\r\nHost: test\r\n\(fields)\r\n")
  }

  /// Whether the server has ended the connection; waits until it has, or patience is out.
  func isClosed() -> Bool {
    do {
      while true { try readMore() }
    } catch Fault.closed {
      return true
    } catch {
      return false
    }
  }

  private func readMore() throws {
    var buffer = [UInt8](repeating: 0, count: 65536)
    let count = unsafe recv(fd, &buffer, buffer.count, 0)
    if count < 0, errno == EAGAIN || errno == EWOULDBLOCK { throw Fault.timedOut }
    if count <= 0 { throw Fault.closed }
    unread.append(contentsOf: buffer[..<count])
  }
}

struct Answer {
  let status: Int
  let headers: [(name: String, value: String)]
  var body: [UInt8] = []

  var text: String { String(decoding: body, as: UTF8.self) }

  init(head: String) throws {
    var lines = head.components(separatedBy: "\r\n")
    let words = lines.removeFirst().split(separator: " ", maxSplits: 2)
    guard words.count >= 2, words[0].hasPrefix("HTTP/1."), let status = Int(words[1]) else {
      throw Client.Fault.nonsense(head)
    }
    self.status = status
    headers = lines.compactMap { line in
      let parts = line.split(separator: ":", maxSplits: 1)
      guard parts.count == 2 else { return nil }
      return (String(parts[0]), parts[1].trimmingCharacters(in: .whitespaces))
    }
  }

  func header(_ name: String) -> String? {
    headers.first { $0.name.lowercased() == name.lowercased() }?.value
  }
}

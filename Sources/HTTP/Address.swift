internal import Glibc

// The unsafe lines here lend Swift's own arrays and strings to calls that fill or read them, and
// keep no pointer after the call.

/// A network address. An IPv4 address is held as IPv6 holds it (`::ffff:a.b.c.d`), so that one
/// that comes by an IPv6 socket is the same address.
struct Address: Equatable, Sendable {
  let value: UInt128

  private static let version4: UInt128 = 0xFFFF << 32

  init(value: UInt128) {
    self.value = value
  }

  init(version4 value: UInt32) {
    self.value = Address.version4 | UInt128(value)
  }

  /// Reads a numeric address of either version; nil for anything else.
  init?(_ text: some StringProtocol) {
    var bytes = [UInt8](repeating: 0, count: 16)
    let text = String(text)
    if unsafe inet_pton(AF_INET, text, &bytes) == 1 {
      self.init(version4: bytes[..<4].reduce(0) { $0 << 8 | UInt32($1) })
    } else if unsafe inet_pton(AF_INET6, text, &bytes) == 1 {
      self.init(value: bytes.reduce(0) { $0 << 8 | UInt128($1) })
    } else {
      return nil
    }
  }

  var isVersion4: Bool { value >> 32 == 0xFFFF }

  /// The address as people write it.
  var text: String {
    let bytes = (0..<16).map { UInt8(truncatingIfNeeded: value >> (120 - 8 * $0)) }
    if isVersion4 { return bytes[12...].map { String($0) }.joined(separator: ".") }
    var out = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
    guard unsafe inet_ntop(AF_INET6, bytes, &out, socklen_t(out.count)) != nil else { return "" }
    return String(decoding: out.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}

/// The proxies whose word is taken for who a client is and how it came.
///
/// From anyone else the forwarding fields are ignored: a client writes them as it likes.
struct Trust: Sendable {
  private struct Range: Sendable {
    let start: UInt128
    let mask: UInt128
  }

  private let ranges: [Range]

  var isEmpty: Bool { ranges.isEmpty }

  /// Takes addresses, and ranges such as `10.0.0.0/8` and `fd00::/8`.
  init(_ texts: [String]) throws(ServerError) {
    var ranges: [Range] = []
    for text in texts {
      guard let range = Trust.range(text) else { throw .badProxy(text) }
      ranges.append(range)
    }
    self.ranges = ranges
  }

  func contains(_ address: Address) -> Bool {
    ranges.contains { address.value & $0.mask == $0.start }
  }

  /// Who a trusted peer speaks for: reading `X-Forwarded-For` from its end, the first hop that
  /// is not itself trusted. What cannot be read ends the search at the hop that said it.
  func client(behind peer: Address, in head: Head) -> Address {
    var lines: [ArraySlice<UInt8>] = []
    head.each("x-forwarded-for") { line in
      lines.append(line)
      return true
    }
    var hop = peer
    for line in lines.reversed() {
      for part in line.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
        .reversed()
      {
        guard contains(hop), let next = Trust.hop(part) else { return hop }
        hop = next
      }
    }
    return hop
  }

  /// Whether a trusted peer says that the client came to it by TLS.
  func saysSecure(_ head: Head) -> Bool {
    var last: ArraySlice<UInt8> = []
    head.each("x-forwarded-proto") { value in
      last = value
      return true
    }
    let words = last.split { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: " ") }
    return words.last.map { $0.map(lowered).elementsEqual("https".utf8) } ?? false
  }

  /// One hop: an address, bare, or in brackets, or with a port.
  private static func hop(_ part: ArraySlice<UInt8>) -> Address? {
    let words = part.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
    guard let word = words.first, words.count == 1 else { return nil }
    var text = Substring(decoding: word, as: UTF8.self)
    if text.hasPrefix("[") {
      text = text.dropFirst().prefix { $0 != "]" }
    } else if text.split(separator: ":", omittingEmptySubsequences: false).count == 2 {
      text = text.prefix { $0 != ":" }
    }
    return Address(text)
  }

  private static func range(_ text: String) -> Range? {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count <= 2, let first = parts.first, let address = Address(first) else {
      return nil
    }
    let width = address.isVersion4 ? 32 : 128
    let bits = parts.count == 2 ? Int(parts[1]) : width
    guard let bits, (0...width).contains(bits) else { return nil }
    let mask = bits == 0 && width == 128 ? 0 : UInt128.max << UInt128(width - bits)
    return Range(start: address.value & mask, mask: mask)
  }
}

/// A request's target and header fields, in one buffer.
///
/// The target comes first, then each field as name, NUL, value, NUL. No control character gets
/// in, so NUL is a sure separator; and one buffer is one allocation, which a connection uses
/// again for its next request.
struct Head: Sendable {
  private(set) var bytes: [UInt8] = []
  private(set) var targetEnd = 0
  /// Where the path ends: at the `?`, or at the end of the target.
  private(set) var pathEnd = 0
  /// Whether the path is all plain bytes: no escape, and no segment that begins with a dot.
  private(set) var pathIsPlain = true
  /// Whether everything so far may be part of a request at all.
  private(set) var isClean = true
  private(set) var hosts = 0
  private(set) var contentLength: Int?
  private(set) var isChunked = false
  private(set) var isForwarded = false

  /// The path as it came.
  var path: ArraySlice<UInt8> { bytes[..<pathEnd] }

  /// Forgets the last request and takes the target of the next one.
  mutating func begin(target: some Collection<UInt8>) {
    bytes.removeAll(keepingCapacity: true)
    bytes.append(contentsOf: target)
    targetEnd = bytes.count
    (hosts, contentLength, isChunked, isForwarded) = (0, nil, false, false)
    (isClean, pathIsPlain) = (bytes.first == UInt8(ascii: "/"), true)
    pathEnd = targetEnd
    var last: UInt8 = 0
    for (at, byte) in bytes.enumerated() {
      if byte <= 0x20 || byte >= 0x7F || byte == UInt8(ascii: "#") { isClean = false }
      if at >= pathEnd { continue }
      if byte == UInt8(ascii: "?") { pathEnd = at }
      if byte == UInt8(ascii: "%") { pathIsPlain = false }
      if byte == UInt8(ascii: "."), last == UInt8(ascii: "/") { pathIsPlain = false }
      last = byte
    }
  }

  /// Takes one header field, and notes what the server itself must know of it.
  mutating func add(name: some Collection<UInt8>, value: some Collection<UInt8>) {
    let start = bytes.count
    bytes.append(contentsOf: name)
    let nameEnd = bytes.count
    bytes.append(0)
    bytes.append(contentsOf: value)
    for at in start..<bytes.count where at != nameEnd {
      if (bytes[at] < 0x20 && bytes[at] != 0x09) || bytes[at] == 0x7F { isClean = false }
    }
    note(start..<nameEnd, value: (nameEnd + 1)..<bytes.count)
    bytes.append(0)
  }

  private mutating func note(_ name: Range<Int>, value: Range<Int>) {
    switch name.count {
    case 4 where same(name, "host"):
      hosts += 1
      if value.isEmpty || !bytes[value].allSatisfy(Head.belongsInHost) { isClean = false }
    case 14 where same(name, "content-length"):
      // Two lengths, even alike: someone on the way may have read the other one.
      if contentLength != nil { isClean = false }
      contentLength = Int(String(decoding: bytes[value], as: UTF8.self)) ?? .max
    case 17 where same(name, "transfer-encoding"): isChunked = true
    case 15 where same(name, "x-forwarded-for"), 17 where same(name, "x-forwarded-proto"):
      isForwarded = true
    default: break
    }
  }

  private static func belongsInHost(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: ":"), UInt8(ascii: "."), UInt8(ascii: "-"),
      UInt8(ascii: "_"), UInt8(ascii: "["), UInt8(ascii: "]"):
      true
    default: false
    }
  }

  /// Calls `take` with each value of this field (any case), until it says it has had enough.
  func each(_ name: String, _ take: (ArraySlice<UInt8>) -> Bool) {
    var at = targetEnd
    while at < bytes.endIndex {
      let nameEnd = bytes[at...].firstIndex(of: 0) ?? bytes.endIndex
      let valueStart = min(nameEnd + 1, bytes.endIndex)
      let valueEnd = bytes[valueStart...].firstIndex(of: 0) ?? bytes.endIndex
      if same(at..<nameEnd, name), !take(bytes[valueStart..<valueEnd]) { return }
      at = valueEnd + 1
    }
  }

  private func same(_ range: Range<Int>, _ name: String) -> Bool {
    let name = name.utf8
    guard range.count == name.count else { return false }
    return zip(bytes[range], name).allSatisfy { lowered($0) == lowered($1) }
  }
}

/// An ASCII letter in lower case; any other byte as it is.
func lowered(_ byte: UInt8) -> UInt8 {
  byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
}

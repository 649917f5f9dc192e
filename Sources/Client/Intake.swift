/// A reply as it comes in.
final class Intake {
  private(set) var headers: [Header] = []
  private(set) var body: [UInt8] = []
  private(set) var isTooLarge = false

  private let largest: Int
  private var headerBytes = 0

  init(largest: Int) { self.largest = largest }

  func take(body bytes: UnsafeRawBufferPointer) -> Bool {
    guard bytes.count <= largest - body.count else {
      isTooLarge = true
      return false
    }
    unsafe body.append(contentsOf: bytes)
    return true
  }

  /// One line. A status line begins anew: an interim reply (100, 103) or a proxy's came before.
  func take(headerLine line: UnsafeRawBufferPointer) -> Bool {
    headerBytes += line.count
    guard headerBytes <= largest else {
      isTooLarge = true
      return false
    }
    let text = unsafe String(decoding: line, as: UTF8.self)
    if text.hasPrefix("HTTP/") {
      headers = []
    } else if let colon = text.firstIndex(of: ":") {
      let value = text[text.index(after: colon)...]
      headers.append(Header(String(text[..<colon]), trimmed(value)))
    }
    return true
  }

  private func trimmed(_ text: Substring) -> String {
    let head = text.drop { $0.isWhitespace }
    guard let last = head.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(head[...last])
  }
}

// The library calls these during a transfer only, with the `Intake` it was lent. Taking fewer
// bytes than were given makes it stop.

func onBody(
  _ bytes: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int,
  _ context: UnsafeMutableRawPointer?
) -> Int {
  unsafe pass(bytes, size * count, to: context) { unsafe $0.take(body: $1) }
}

func onHeaderLine(
  _ bytes: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int,
  _ context: UnsafeMutableRawPointer?
) -> Int {
  unsafe pass(bytes, size * count, to: context) { unsafe $0.take(headerLine: $1) }
}

private func pass(
  _ bytes: UnsafeMutablePointer<CChar>?, _ count: Int, to context: UnsafeMutableRawPointer?,
  _ take: (Intake, UnsafeRawBufferPointer) -> Bool
) -> Int {
  guard let context = unsafe context else { return 0 }
  let intake = unsafe Unmanaged<Intake>.fromOpaque(context).takeUnretainedValue()
  let buffer = unsafe UnsafeRawBufferPointer(start: bytes, count: count)
  // Nothing taken of nothing is well; nothing taken of something stops the transfer.
  return unsafe take(intake, buffer) ? count : 0
}

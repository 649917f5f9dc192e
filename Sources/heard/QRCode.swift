import CQrencode

/// A QR code drawn with half blocks, two modules to a character, for a terminal or plain text.
enum QRCode {
  // Phones want four light modules all round (ISO/IEC 18004).
  private static let quiet = 4

  /// - Throws: `Refused` where the text is too long for a code.
  static func blocks(_ text: String) throws -> String {
    let code = unsafe text.withCString { unsafe QRcode_encodeString8bit($0, 0, QR_ECLEVEL_M) }
    guard let code = unsafe code else { throw Refused("'\(text)' does not fit a QR code") }
    defer { unsafe QRcode_free(code) }
    let width = unsafe Int(code.pointee.width)
    let cells = unsafe Array(
      UnsafeBufferPointer(start: code.pointee.data, count: width * width))
    let isDark = { (row: Int, column: Int) in
      (0..<width).contains(row) && (0..<width).contains(column)
        && cells[row * width + column] & 1 == 1
    }
    return stride(from: -quiet, to: width + quiet, by: 2).map { row in
      (-quiet..<width + quiet).map { column in
        block(upper: isDark(row, column), lower: isDark(row + 1, column))
      }.joined()
    }.joined(separator: "\n")
  }

  // Drawn light on dark, as terminals mostly are: a light module is ink.
  private static func block(upper: Bool, lower: Bool) -> String {
    switch (upper, lower) {
    case (false, false): "█"
    case (false, true): "▀"
    case (true, false): "▄"
    case (true, true): " "
    }
  }
}

import TestSupport
import Testing

@testable import Kiosk

/// The terminal's bytes, known and hostile.
struct InputParserTests {
  private func inputs(_ text: String) -> [Input] {
    var parser = InputParser()
    let inputs = parser.feed(Array(text.utf8))
    return inputs + parser.giveUp()
  }

  @Test(arguments: [
    ("\u{1B}[A", Key.up), ("\u{1B}OB", .down), ("\u{1B}[1;5C", .right), ("\u{1B}[D", .left),
    ("\u{1B}[H", .home), ("\u{1B}[4~", .end), ("\u{1B}[5~", .pageUp), ("\u{1B}[6~", .pageDown),
    ("\r", .enter), ("\n", .enter), ("\t", .tab), ("\u{1B}[Z", .backTab), ("\u{7F}", .backspace),
    ("\u{8}", .backspace), ("\u{1B}", .escape), ("\u{1B}OP", .function(1)),
    ("\u{1B}[11~", .function(1)), ("\u{1B}[[A", .function(1)), ("\u{1B}[21~", .function(10)),
    ("\u{18}", .control("x")), ("ŵ", .typed("ŵ")), ("7", .typed("7")),
  ])
  func `a key is known by its bytes`(text: String, key: Key) {
    #expect(inputs(text) == [.key(key)])
  }

  @Test func `a touch has a place, counted from 0`() {
    #expect(inputs("\u{1B}[<0;12;5M") == [.press(Place(x: 11, y: 4))])
    #expect(inputs("\u{1B}[<0;12;5m") == [.release(Place(x: 11, y: 4))])
  }

  @Test(arguments: [
    "\u{1B}[M !!", "\u{1B}[<35;3;4M", "\u{1B}[32;12;5M", "\u{1B}[<0;0;5M", "\u{1B}[<0;5M",
    "\u{1B}[<0;99999999999999999999;5M", "\u{1B}]0;3\u{7}", "\u{1B}P1$r2\u{1B}\\", "\u{1B}x",
    "\u{1B}[200~12345\r\u{1B}[A\u{1B}[201~", "\u{1B}[" + String(repeating: "1", count: 500) + "M",
    "\u{1B}é", "\u{85}", "\u{202E}", "\u{2028}", "\u{E000}", "\u{0}",
  ])
  func `what is not known is swallowed whole`(text: String) {
    #expect(inputs(text) == [])
    #expect(inputs(text + "\r").last == .key(.enter))
  }

  @Test func `a touch report broken off is never digits, however late the rest comes`() {
    for cut in 3..<9 {
      let report = Array("\u{1B}[<0;12;5M".utf8)
      var parser = InputParser()
      var all = parser.feed(report[..<cut])
      if parser.patience != nil { all += parser.giveUp() }
      all += parser.feed(report[cut...])
      #expect(all == [.press(Place(x: 11, y: 4))])
    }
  }

  @Test func `bytes cut anywhere mean the same`() {
    let text = "a\u{1B}[Aŵ\u{1B}[<0;3;4M5\u{1B}[200~9\u{1B}[20 9\u{1B}[201~é🙂\u{1B}OP\u{1B}[M!!!z"
    let bytes = Array(text.utf8)
    var parser = InputParser()
    let whole = parser.feed(bytes)
    #expect(whole.count == 9)
    for cut in bytes.indices {
      var parser = InputParser()
      #expect(parser.feed(bytes[..<cut]) + parser.feed(bytes[cut...]) == whole)
    }
  }

  @Test(arguments: 0..<40)
  func `random bytes give no control character and wait for nothing long`(seed: UInt64) {
    var chance = SeededChance(seed)
    let telling: [UInt8] = [0x1B, 0x5B, 0x3C, 0x4D, 0x7E, 0x32, 0x30, 0x9B, 0xC2, 0xF0, 0x3B]
    var parser = InputParser()
    for _ in 0..<200 {
      let bytes = (0..<100).map { _ in
        Bool.random(using: &chance)
          ? UInt8.random(in: 0...255, using: &chance) : telling.randomElement(using: &chance) ?? 0
      }
      for case .key(.typed(let scalar)) in parser.feed(bytes) {
        #expect(scalar.properties.generalCategory != .control)
      }
      #expect(MemoryLayout.size(ofValue: parser) < 64)
    }
  }

  @Test func `a pasted megabyte is swallowed`() {
    var parser = InputParser()
    var inputs = parser.feed(Array("\u{1B}[200~".utf8))
    let page = Array(repeating: UInt8(ascii: "1"), count: 4096)
    for _ in 0..<512 { inputs += parser.feed(page) }
    inputs += parser.feed(Array("\u{1B}[201~x".utf8))
    #expect(inputs == [.key(.typed("x"))])
  }
}

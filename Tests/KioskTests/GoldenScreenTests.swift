import Foundation
import Testing

@testable import Kiosk

/// Every kind of screen at three sizes, compared with a copy that a person has read.
///
/// `HEARD_RECORD=1 swift test` writes the copies anew and fails, so that nobody records by mistake.
struct GoldenScreenTests {
  private static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().appending(path: "Golden")
  private static let records = ProcessInfo.processInfo.environment["HEARD_RECORD"] == "1"

  @Test(arguments: GoldenScreens.names)
  func `the screen is as it was when it was last read`(name: String) throws {
    let made = try [(80, 24), (120, 40), (200, 60)].map { width, height in
      let lines = try GoldenScreens.screen(name, width: width, height: height).view.frame.lines
      return "\(width)x\(height)\n" + lines.map { "|\($0)\n" }.joined()
    }.joined(separator: "\n")
    let file = Self.folder.appending(path: "\(name).txt")
    if Self.records {
      try Data(made.utf8).write(to: file)
      Issue.record("\(name) was recorded: read it, then run without HEARD_RECORD")
      return
    }
    let kept = try String(decoding: Data(contentsOf: file), as: UTF8.self)
    #expect(made == kept, "\(name) has changed; HEARD_RECORD=1 records it anew")
  }

  @Test func `no copy is left over from a screen that is gone`() throws {
    let kept = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
      .filter { $0.hasSuffix(".txt") }.map { String($0.dropLast(4)) }
    #expect(Set(kept).isSubset(of: GoldenScreens.names))
  }
}

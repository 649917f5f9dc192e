import Foundation
import Testing

/// Whole conversations, compared with copies that a person has read.
///
/// `HEARD_RECORD=1 swift test` writes the copies anew and fails, so that nobody records by mistake.
struct TranscriptTests {
  private static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().appending(path: "Transcripts")
  private static let records = ProcessInfo.processInfo.environment["HEARD_RECORD"] == "1"

  @Test(arguments: Stories.all.keys.sorted())
  func `the conversation goes as it went when it was last read`(name: String) throws {
    let story = try #require(Stories.all[name])
    let phone = try story()
    let told = phone.transcript.joined(separator: "\n") + "\n"
    let file = Self.folder.appending(path: "\(name).txt")
    if Self.records {
      try Data(told.utf8).write(to: file)
      Issue.record("\(name) was recorded: read it, then run without HEARD_RECORD")
      return
    }
    let kept = try String(decoding: Data(contentsOf: file), as: UTF8.self)
    #expect(told == kept, "\(name) has changed; HEARD_RECORD=1 records it anew")
  }

  @Test func `no transcript is left over from a story that is gone`() throws {
    let kept = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
      .filter { $0.hasSuffix(".txt") }.map { String($0.dropLast(4)) }
    #expect(Set(kept).subtracting(Stories.all.keys).isEmpty)
  }
}

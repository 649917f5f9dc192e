import Foundation
import SurveyCore
import Testing

@testable import Reports

/// A report in every format, compared with a copy that a person has looked at.
///
/// `HEARD_RECORD=1 swift test` writes the copies anew and fails, so that nobody records by mistake.
struct GoldenReportTests {
  private static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().appending(path: "Golden")
  private static let records = ProcessInfo.processInfo.environment["HEARD_RECORD"] == "1"

  static let files: [String: @Sendable () throws -> [UInt8]] = [
    "sample.html": { Array(Sample.document.html.utf8) },
    "sample.json": { Array(Sample.document.json.utf8) },
    "sample.csv": { Array(Sample.document.csv.utf8) },
    "codebook.csv": { Array(Document.codebook.utf8) },
    "sample.ods": { try Sample.document.ods() },
  ]

  @Test(arguments: files.keys.sorted())
  func `the file is as it was when it was last read`(name: String) throws {
    let make = try #require(Self.files[name])
    let (made, file) = (try make(), Self.folder.appending(path: name))
    if Self.records {
      try Data(made).write(to: file)
      Issue.record("\(name) was recorded: look at it, then run without HEARD_RECORD")
      return
    }
    #expect(try Data(contentsOf: file) == Data(made), "HEARD_RECORD=1 records \(name) anew")
    #expect(try make() == made)
  }
}

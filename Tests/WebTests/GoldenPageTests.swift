import Foundation
import Markup
import SurveyCore
import Testing

@testable import Web

/// Every kind of page, compared with a copy that a person has read.
///
/// `HEARD_RECORD=1 swift test` writes the copies anew and fails, so that nobody records by mistake.
struct GoldenPageTests {
  private static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().appending(path: "Golden")
  private static let records = ProcessInfo.processInfo.environment["HEARD_RECORD"] == "1"

  @Test(arguments: GoldenPages.all.keys.sorted())
  func `the page is as it was when it was last read`(name: String) throws {
    let made = try #require(GoldenPages.all[name]).string
    let file = Self.folder.appending(path: "\(name).html")
    let readable = Self.readable(made)
    if Self.records {
      try Data(readable.utf8).write(to: file)
      Issue.record("\(name) was recorded: read it, then run without HEARD_RECORD")
      return
    }
    let kept = try String(decoding: Data(contentsOf: file), as: UTF8.self)
    #expect(readable == kept, "\(name) has changed; HEARD_RECORD=1 records it anew")
  }

  @Test func `no copy is left over from a page that is gone`() throws {
    let kept = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
      .filter { $0.hasSuffix(".html") }.map { String($0.dropLast(5)) }
    #expect(Set(kept).subtracting(GoldenPages.all.keys).isEmpty)
  }

  @Test(arguments: GoldenPages.all.keys.sorted())
  func `the page keeps what every page promises`(name: String) throws {
    let html = try #require(GoldenPages.all[name]).string
    #expect(!html.contains(" style="))
    #expect(!html.contains("<style"))
    #expect(!html.contains(" onclick"))
    #expect(!html.contains("http://"))
    #expect(!html.contains("https://"))
    #expect(!html.contains(" required"))
    // The script fills these two itself.
    let filled = html.replacing(#/data-(left|over)1?="[^"]*"/#, with: "")
    #expect(!filled.contains("{"), "a gap was left unfilled")
    #expect(html.matches(of: #/<h1[ >]/#).count == 1)
    #expect(html.matches(of: #/<main /#).count == 1)
    #expect(html.contains("href=\"/help\""))
    if let first = html.firstMatch(of: #/<form.*?</form>/#.dotMatchesNewlines()) {
      #expect(first.output.matches(of: #/<button/#).count == 1)
    }
  }

  @Test func `a page that can be left says so first, and twice`() throws {
    let html = try #require(GoldenPages.all["question-choice"]).string
    let links = html.ranges(of: "href=\"/exit\" rel=\"nofollow noreferrer\"")
    let body = try #require(html.range(of: "<body"))
    #expect(links.count == 2)
    #expect(try #require(links.first).lowerBound > body.lowerBound)
    let next = try #require(html[body.upperBound...].firstRange(of: "<a "))
    #expect(try #require(links.first).lowerBound < html.index(next.upperBound, offsetBy: 40))
  }

  /// The names of our files change with every change of a style; the pages do not.
  private static func readable(_ html: String) -> String {
    html.replacing(#/heard-[0-9a-f]{10}\./#, with: "heard-HASH.")
  }
}

struct AssetTests {
  @Test func `files are named for what is in them and are not too large`() {
    for asset in Asset.all {
      #expect(asset.name.wholeMatch(of: #/heard-[0-9a-f]{10}\.(css|js|svg)/#) != nil)
      #expect(asset.name.contains(Fingerprint(of: asset.bytes).description.prefix(10)))
    }
    #expect(Asset.styles.bytes.count < 20_000)
    #expect(Asset.script.bytes.count < 4_000)
  }
}

import Foundation
import Testing

/// The house's arrows, held against the import lines. A new arrow is added here with its reason.
struct LayoutTests {
  /// What each target may import, besides the toolchain's own modules and swift-log.
  static let allowed: [String: Set<String>] = [
    "SurveyCore": ["Yams", "Crypto"],
    "Markup": [],
    "Reports": ["Markup", "SurveyCore", "CZip"],
    "HTTP": ["CMicrohttpd"],
    "Client": ["CCurl"],
    "SQLiteStore": ["SurveyCore", "GRDB"],
    "Web": ["HTTP", "Markup", "SurveyCore", "Crypto"],
    "Texting": ["SurveyCore"],
    "heard": [
      "Client", "Texting", "SurveyCore", "Reports", "HTTP", "SQLiteStore", "Web", "CQrencode",
      "ArgumentParser", "Yams",
    ],
    "Kiosk": ["SurveyCore", "Client", "CLinux", "ArgumentParser", "Yams"],
  ]

  private static let anywhere: Set<String> = ["Foundation", "Glibc", "Logging", "Synchronization"]

  private static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  private static let sources = root.appending(path: "Sources")

  private static func files(of target: String) throws -> [(name: String, text: String)] {
    let folder = (target == "Kiosk" ? root : sources).appending(path: target)
    let paths = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    return try (paths?.compactMap { $0 as? URL } ?? [])
      .filter { $0.pathExtension == "swift" }
      .map { ($0.lastPathComponent, try String(contentsOf: $0, encoding: .utf8)) }
  }

  private static func imports(in text: String) -> Set<String> {
    Set(
      text.split(separator: "\n").compactMap { line in
        let words = line.split(separator: " ").drop { ["public", "internal"].contains($0) }
        guard words.first == "import", let last = words.last else { return nil }
        return last.split(separator: ".").first.map(String.init)
      })
  }

  @Test(arguments: allowed.keys.sorted())
  func `a target imports only what the house allows it`(target: String) throws {
    let files = try Self.files(of: target)
    #expect(!files.isEmpty)
    for file in files {
      let extra = Self.imports(in: file.text)
        .subtracting(Self.allowed[target] ?? []).subtracting(Self.anywhere)
      #expect(extra.isEmpty, "\(target)/\(file.name) imports \(extra.sorted())")
    }
  }

  @Test func `every source folder is in the table`() throws {
    let folders = try FileManager.default.contentsOfDirectory(atPath: Self.sources.path)
    #expect(
      Set(folders).subtracting(["CCurl", "CLinux", "CMicrohttpd", "CQrencode", "CZip"])
        == Set(Self.allowed.keys).subtracting(["Kiosk"]))
  }

  @Test func `the web cannot count: it names neither the figures' door nor SQL`() throws {
    for file in try Self.files(of: "Web") {
      for word in [
        "FigureSource", "ReportSource", "EvidenceKeeper", "Registrar", "SELECT ", "INSERT ",
      ] {
        #expect(!file.text.contains(word), "Web/\(file.name) names \(word)")
      }
    }
  }

  @Test func `SQL stands in one room`() throws {
    for target in Self.allowed.keys where target != "SQLiteStore" {
      for file in try Self.files(of: target) {
        #expect(
          !file.text.contains("SELECT ") && !file.text.contains("INSERT INTO"),
          "\(target)/\(file.name) holds SQL")
      }
    }
  }

  @Test func `unsafe code stands behind few doors`() throws {
    let rooms = try Self.allowed.keys.filter { target in
      try Self.files(of: target).contains { file in
        file.text.split(separator: "\n").contains { line in
          line.contains("unsafe ") && !line.drop { $0 == " " }.hasPrefix("//")
        }
      }
    }
    #expect(
      Set(rooms).isSubset(of: ["HTTP", "Client", "Reports", "SQLiteStore", "heard", "Kiosk"]))
  }
}

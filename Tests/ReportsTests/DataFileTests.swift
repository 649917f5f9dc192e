import Foundation
import SurveyCore
import Testing

@testable import Reports

/// The files for programs: CSV, its codebook, JSON and the workbook.
struct DataFileTests {
  @Test func `CSV reads back as it was, with nothing a spreadsheet would run`() throws {
    let records = try #require(StrictCSV.read(Sample.document.csv))
    #expect(records.count == Sample.document.observations.count + 1)
    #expect(records.allSatisfy { $0.count == Observation.columns.count })
    let category = try #require(records.first?.firstIndex(of: "category"))
    #expect(records[4][category] == "'=cmd|' /C calc'!A0")
    let value = try #require(records.first?.firstIndex(of: "value"))
    #expect(records.dropFirst().map { $0[value] } == ["371", "46", "41.2", "[c]", "-2.5", "371"])
  }

  @Test func `the codebook explains every column, statistic and symbol once`() throws {
    let records = try #require(StrictCSV.read(Document.codebook)).dropFirst()
    #expect(records.allSatisfy { $0.count == 3 && !$0[2].isEmpty })
    let columns = records.filter { $0[1].isEmpty && !$0[0].isEmpty }.map { $0[0] }
    #expect(columns == Observation.columns.map(\.name))
    let values = records.filter { !$0[1].isEmpty }.map { $0[1] }
    #expect(
      values == Observation.Statistic.allCases.map(\.rawValue) + Symbol.allCases.map(\.rawValue))
  }

  @Test func `JSON says all that the page says`() throws {
    let data = Data(Sample.document.json.utf8)
    let report = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    #expect(report["note"] as? String == "Information, not indicators")
    #expect(report["made"] as? String == "2026-10-03" && report["issue"] as? Int == 1)
    let sections = try #require(report["sections"] as? [[String: Any]])
    #expect(
      sections.map { $0["number"] as? String } == [
        "1", "2", "2.1", "2.2", "3", "3.1", "3.2", "3.3", "4", "5", "6",
      ])
    let blocks = sections.flatMap { $0["blocks"] as? [[String: Any]] ?? [] }
    let tables = blocks.compactMap { $0["table"] as? [String: Any] }
    #expect(tables.map { $0["number"] as? Int } == [1, 2, 3, 4, 5, 6, 7])
    for table in tables {
      let rows = try #require(table["rows"] as? [[Any]])
      #expect(rows.allSatisfy { $0.count == (table["columns"] as? [Any])?.count })
    }
    let observations = try #require(report["observations"] as? [[String: Any]])
    #expect(observations[3]["value"] is NSNull && observations[3]["symbol"] as? String == "[c]")
    #expect(observations[4]["value"] as? Double == -2.5)
  }

  @Test func `a draft has no issue`() throws {
    let data = Data(Sample.draft.json.utf8)
    let report = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    #expect(report["issue"] is NSNull)
  }

  @Test func `every sheet has its table from column A, in full`() {
    for sheet in Workbook(Sample.document).sheets {
      #expect(sheet.rows.allSatisfy { $0.count == sheet.columns.count })
      #expect(sheet.rows.joined().allSatisfy { !$0.cell.words.isEmpty })
      #expect(!sheet.lines.contains(""))
    }
  }

  @Test func `columns have letters as in a spreadsheet`() {
    #expect([1, 26, 27, 28, 702, 703].map(Sheet.letters) == ["A", "Z", "AA", "AB", "ZZ", "AAA"])
  }

  @Test(arguments: [(37, "0.37"), (5, "0.05"), (100, "1.00"), (-4, "-0.04"), (0, "0.00")])
  func `a percentage is a part of one in a workbook`(number: Int, value: String) {
    #expect(SheetCell.hundredths(number) == value)
  }

  @Test func `an archive keeps its order and its bytes, even none and many`() throws {
    let large = [UInt8](repeating: 7, count: 300_000)
    let files = [("mimetype", Array("a/b".utf8)), ("empty", []), ("d/large", large)]
    let archive = Archive(
      files: files.map { Archive.File(path: $0.0, bytes: $0.1) }, day: Sample.day(2026, 10, 3))
    let bytes = try archive.bytes()
    #expect(bytes.prefix(4) == [0x50, 0x4B, 3, 4])
    // The type stands in clear at a fixed place: a header of 30 bytes, the name, and no more.
    #expect(Array(bytes[30..<41]) == Array("mimetypea/b".utf8))
    #expect(bytes.count > 300_000 && bytes.count < 300_600)
    #expect(try archive.bytes() == bytes)
  }
}

/// What can go wrong with the browser that prints.
struct PrintingTests {
  private func browser(_ script: String, in folder: URL) throws -> PDFPrinter {
    let file = folder.appending(path: "chromium")
    try Data("#!/bin/sh\n\(script)\n".utf8).write(to: file)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
    return try PDFPrinter(path: "/nonexistent:\(folder.path)")
  }

  private func withFolder(_ use: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "heard-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try use(folder)
  }

  @Test func `without a browser it says what to do`() {
    #expect(throws: PDFFailure.noBrowser) { try PDFPrinter(path: "/nonexistent") }
    #expect("\(PDFFailure.noBrowser)".contains("--format html"))
  }

  /// Prints nothing but three letters, as the browser is asked to.
  private static let printing = """
    for word; do case $word in --print-to-pdf=*) file=${word#*=};; esac; done
    printf PDF > "$file"
    """

  @Test func `what the browser prints is what comes out, and nothing is left behind`() throws {
    try withFolder { folder in
      let script = "\(Self.printing)\ndirname \"$file\" > '\(folder.path)/where'"
      let pdf = try browser(script, in: folder).pdf(Sample.document)
      #expect(String(decoding: pdf, as: UTF8.self) == "PDF")
      let place = try String(contentsOf: folder.appending(path: "where"), encoding: .utf8)
      #expect(!FileManager.default.fileExists(atPath: String(place.dropLast())))
    }
  }

  @Test(arguments: [
    "echo no room >&2; exit 1", "echo no room >&2", "\(printing)\necho no room >&2; exit 1",
  ])
  func `a browser that prints nothing is a refusal with its own words`(script: String) throws {
    try withFolder { folder in
      let printer = try browser(script, in: folder)
      #expect(throws: PDFFailure.notPrinted(by: printer.browser, said: "no room")) {
        try printer.pdf(Sample.document)
      }
    }
  }
}

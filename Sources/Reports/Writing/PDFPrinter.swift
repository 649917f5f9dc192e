public import Foundation
import Glibc

/// Prints a report's page as PDF with a browser of the Chromium family: tagged, searchable, with an
/// outline to jump by.
public struct PDFPrinter: Sendable {
  /// Where the browser is.
  public let browser: URL

  /// How long a report may take to print, in seconds.
  private static let patience = 60

  /// The names it goes by on the systems we know.
  private static let names = [
    "chromium", "chromium-browser", "google-chrome", "google-chrome-stable",
  ]

  /// The first browser in the folders of `path`, which is written as in the variable `PATH`.
  ///
  /// - Throws: `PDFFailure.noBrowser` where there is none.
  public init(path: String) throws(PDFFailure) {
    let files = path.split(separator: ":").flatMap { folder in
      Self.names.map { URL(fileURLWithPath: String(folder)).appending(path: $0) }
    }
    guard let found = files.first(where: { FileManager.default.isExecutableFile(atPath: $0.path) })
    else { throw .noBrowser }
    browser = found
  }

  public init(browser: URL) { self.browser = browser }

  /// The report as PDF.
  ///
  /// The browser opens a page that asks for nothing and runs nothing, without a network, in a
  /// folder of its own that is gone afterwards.
  ///
  /// - Throws: `PDFFailure`, which says what the browser said.
  public func pdf(_ document: Document) throws(PDFFailure) -> Data {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "heard-pdf-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    do {
      try FileManager.default.createDirectory(
        at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      try Data(document.html.utf8).write(to: folder.appending(path: "report.html"))
      try run(in: folder)
      return try Data(contentsOf: folder.appending(path: "report.pdf"))
    } catch let failure as PDFFailure {
      throw failure
    } catch {
      throw .notPrinted(by: browser, said: "\(error)")
    }
  }

  private func run(in folder: URL) throws {
    let said = folder.appending(path: "said.txt")
    try Data().write(to: said)
    let process = Process()
    process.executableURL = browser
    process.arguments = arguments(in: folder)
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = try FileHandle(forWritingTo: said)
    try process.run()
    guard ended(process) else {
      throw PDFFailure.notPrinted(by: browser, said: "not done after \(Self.patience) seconds")
    }
    let isPrinted = FileManager.default.fileExists(
      atPath: folder.appending(path: "report.pdf").path)
    guard process.terminationStatus == 0, isPrinted else {
      let words = try String(decoding: Data(contentsOf: said), as: UTF8.self)
      throw PDFFailure.notPrinted(
        by: browser, said: words.split(separator: "\n").last.map(String.init) ?? "")
    }
  }

  /// Waits for the process, and ends it where it takes too long.
  private func ended(_ process: Process) -> Bool {
    let end = ContinuousClock.now + .seconds(Self.patience)
    while process.isRunning, ContinuousClock.now < end { Thread.sleep(forTimeInterval: 0.02) }
    guard process.isRunning else { return true }
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    return false
  }

  private func arguments(in folder: URL) -> [String] {
    var arguments = [
      "--headless", "--disable-gpu", "--no-first-run", "--disable-extensions",
      "--disable-background-networking", "--host-resolver-rules=MAP * ~NOTFOUND",
      "--user-data-dir=\(folder.path)/profile", "--no-pdf-header-footer", "--export-tagged-pdf",
      "--generate-pdf-document-outline", "--print-to-pdf=\(folder.path)/report.pdf",
    ]
    // The browser refuses to fence itself in for root.
    if geteuid() == 0 { arguments.append("--no-sandbox") }
    return arguments + [folder.appending(path: "report.html").absoluteString]
  }
}

/// Why there is no PDF.
public enum PDFFailure: Error, Equatable, CustomStringConvertible {
  case noBrowser
  case notPrinted(by: URL, said: String)

  public var description: String {
    switch self {
    case .noBrowser: WriterWords.noBrowser
    case .notPrinted(let browser, let said): WriterWords.notPrinted(browser.path, said)
    }
  }
}

import Foundation
import SurveyCore

/// Finds the audiences and measures a survey file is checked against, and the shipped surveys.
enum SurveyFolder {
  /// The catalogue for a survey file: from the file's own folder, else the shipped one.
  static func catalogue(for file: URL) throws -> Catalogue {
    let own = file.deletingLastPathComponent()
    return try catalogue(in: isSurveyFolder(own) ? own : shipped())
  }

  static func catalogue(in folder: URL) throws -> Catalogue {
    let audiences = folder.appending(path: "audiences.yaml")
    let measures = folder.appending(path: "measures.yaml")
    return try Catalogue(
      audiences: textFile(audiences.path), named: audiences.path,
      measures: textFile(measures.path), named: measures.path)
  }

  /// The themes to code comments with, from the shipped folder.
  static func themes() throws -> ThemeFrame { try themes(in: shipped()) }

  static func themes(in folder: URL) throws -> ThemeFrame {
    let file = folder.appending(path: "themes.yaml")
    do {
      return try ThemeFrame(textFile(file.path), named: file.path)
    } catch let faults as Faults {
      throw Refused(faults.all.map { "\($0)" }.joined(separator: "\n"))
    }
  }

  /// Whether a file holds audiences, measures or themes, not a survey.
  static func isDataFile(_ path: String) -> Bool {
    ["audiences.yaml", "measures.yaml", "themes.yaml"]
      .contains(URL(fileURLWithPath: path).lastPathComponent)
  }

  /// The survey files in the shipped folder, by name.
  static func shippedSurveys() throws -> [URL] {
    let folder = try shipped().resolvingSymlinksInPath()
    let files = try FileManager.default
      .contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "yaml" }
      .filter { !isDataFile($0.path) }
      .sorted { $0.lastPathComponent < $1.lastPathComponent }
    guard !files.isEmpty else { throw Refused("\(folder.path) holds no survey") }
    return files
  }

  /// `HEARD_SURVEYS`, or `Surveys` here, beside or above the program, or where packages put it.
  static func shipped() throws -> URL {
    let environment = ProcessInfo.processInfo.environment
    var candidates = [environment["HEARD_SURVEYS"] ?? "./Surveys"].map {
      URL(fileURLWithPath: $0)
    }
    var folder = Bundle.main.bundleURL
    for _ in 0..<6 {
      candidates.append(folder.appending(path: "Surveys"))
      folder.deleteLastPathComponent()
    }
    candidates.append(URL(fileURLWithPath: "/usr/share/heard/Surveys"))
    guard let found = candidates.first(where: isSurveyFolder) else {
      throw Refused(
        "cannot find the Surveys folder with audiences.yaml and measures.yaml; "
          + "name it in HEARD_SURVEYS")
    }
    return found
  }

  private static func isSurveyFolder(_ folder: URL) -> Bool {
    FileManager.default.fileExists(atPath: folder.appending(path: "audiences.yaml").path)
  }
}

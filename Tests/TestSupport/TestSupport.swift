public import Foundation
public import SurveyCore

/// The package's own folders, found from where this file stands.
public enum Package {
  public static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  public static let surveys = root.appending(path: "Surveys")

  /// The shipped survey with this id, checked.
  ///
  /// - Throws: the survey's faults, or what keeps its file from being read.
  public static func survey(_ id: String) throws -> Survey {
    let file = surveys.appending(path: "\(id).yaml")
    let checked = try catalogue().read(
      String(contentsOf: file, encoding: .utf8), named: file.lastPathComponent)
    guard let survey = checked.survey else { throw Faults(checked.faults) }
    return survey
  }

  /// The ids of the shipped surveys.
  public static func surveyIDs() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: surveys.path)
      .filter { $0.hasSuffix(".yaml") }
      .filter { !["audiences.yaml", "measures.yaml", "themes.yaml"].contains($0) }
      .map { String($0.dropLast(5)) }
      .sorted()
  }

  public static func catalogue() throws -> Catalogue {
    try Catalogue(
      audiences: String(contentsOf: surveys.appending(path: "audiences.yaml"), encoding: .utf8),
      measures: String(contentsOf: surveys.appending(path: "measures.yaml"), encoding: .utf8))
  }
}

/// A fresh folder, gone with its last user.
public final class TemporaryFolder: Sendable {
  public let url: URL

  public init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "heard-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }
}

/// A generator with a seed (SplitMix64, Steele, Lea and Flood 2014), so that what failed once
/// fails again.
public struct SeededChance: RandomNumberGenerator {
  private var state: UInt64

  public init(_ seed: UInt64) { state = seed }

  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

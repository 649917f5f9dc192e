import Foundation
import SurveyCore

/// Where files lie, found from this one.
enum Files {
  static let here = URL(filePath: #filePath).deletingLastPathComponent()
  static let root = here.deletingLastPathComponent().deletingLastPathComponent()

  static func text(_ url: URL) throws -> String { try String(contentsOf: url, encoding: .utf8) }

  /// The YAML files of a folder, by name.
  static func yaml(in folder: URL) -> [URL] {
    let found = try? FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil)
    return (found ?? []).filter { $0.pathExtension == "yaml" }
      .sorted { $0.lastPathComponent < $1.lastPathComponent }
  }
}

/// The surveys and data files that come with the program.
enum Shipped {
  static let folder = Files.root.appending(path: "Surveys")

  static func catalogue() throws -> Catalogue {
    try Catalogue(
      audiences: Files.text(folder.appending(path: "audiences.yaml")),
      measures: Files.text(folder.appending(path: "measures.yaml")))
  }

  static var surveys: [URL] {
    Files.yaml(in: folder).filter {
      !["audiences.yaml", "measures.yaml", "themes.yaml"].contains($0.lastPathComponent)
    }
  }
}

/// A small catalogue for tests, which the broken surveys are checked against.
enum Made {
  static let audiences = """
    audiences:
      - id: young
        group: child
        title: {en: Young}
        choose: {en: I am young}
        limits: {words: 8, answers: 3, questions: 6}
        idle: 60
        young: yes
      - id: older
        group: child
        title: {en: Older}
        choose: {en: I am older}
        limits: {words: 15, answers: 6, questions: 15}
        idle: 60
      - id: parent
        group: parent
        title: {en: Parents}
        choose: {en: I am a parent}
        limits: {words: 20, answers: 6, questions: 15}
        idle: 60
    """

  static let measures = """
    measures:
      - id: heard
        title: {en: Heard}
        favourable: {5: 4, 3: 3}
        twin-core: L7
        domain: Children
        category: service
        source: Made up
      - id: safe
        title: {en: Safe}
        favourable: {7: 5, 3: 3}
        domain: Children
        category: outcome
        source: Made up
    """

  static func catalogue() throws -> Catalogue {
    try Catalogue(audiences: audiences, measures: measures)
  }
}

/// Chance that is the same every time: a small linear generator with a mixed output.
struct Chance: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    var mixed = state
    mixed = (mixed ^ (mixed >> 33)) &* 0xFF51_AFD7_ED55_8CCD
    return mixed ^ (mixed >> 33)
  }
}

extension Made {
  /// Reads a survey that must have no fault.
  static func survey(_ yaml: String) throws -> Survey {
    let checked = try catalogue().read(yaml, named: "test")
    if !checked.faults.isEmpty { throw Faults(checked.faults) }
    guard let survey = checked.survey else { throw Faults([]) }
    return survey
  }

  /// Reads a survey in English for the audience `older`, from its questions alone.
  static func survey(questions: String, audiences: String = "older") throws -> Survey {
    try survey(head(audiences: audiences) + questions)
  }

  static func faults(questions: String, audiences: String = "older") throws -> [String] {
    try catalogue().read(head(audiences: audiences) + questions, named: "test").faults
      .map(\.description)
  }

  static func head(audiences: String = "older") -> String {
    """
    survey: test
    title: A test
    about: What it is about.
    promise: anonymous
    languages: [en]
    audiences: [\(audiences)]
    questions:

    """
  }

  /// Three questions that the person puts in order.
  static let ordered = """
      - id: first
        kind: choice
        orders: [a, b, c]
        ask: Which first?
        answers: [{value: a, en: The a}, {value: b, en: The b}, {value: c, en: The c}]
      - {id: a, kind: text, ask: About a?}
      - id: then
        kind: choice
        orders: [a, b, c]
        ask: Which now?
        answers: [{value: a, en: The a}, {value: b, en: The b}, {value: c, en: The c}]
      - {id: b, kind: text, ask: About b?}
      - {id: c, kind: text, ask: About c?}
      - {id: end, kind: text, ask: Anything else?}
    """
}

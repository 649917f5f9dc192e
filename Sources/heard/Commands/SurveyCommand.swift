import ArgumentParser
import Foundation
import SurveyCore

struct SurveyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "survey", abstract: "Checks, tries and publishes survey files.",
    subcommands: [Check.self, Try.self, Publish.self])

  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Names every fault in survey files as file:line: fault; remedy.",
      discussion: """
        Warnings about how a question reads go to stdout and refuse nothing. audiences.yaml, \
        measures.yaml and themes.yaml are checked for what they are.
        """)

    @Argument(help: "Survey files.") var files: [String]

    func run() throws {
      try orRefused {
        var isSound = true
        for file in files {
          if SurveyFolder.isDataFile(file) {
            isSound = try checkData(beside: file) && isSound
            continue
          }
          let checked = try check(file)
          for warning in checked.warnings { Output.line("\(warning)") }
          for fault in checked.faults { Output.error("\(fault)") }
          isSound = isSound && checked.faults.isEmpty
          if let survey = checked.survey { Output.line("\(file): \(survey.summary), no faults") }
        }
        if !isSound { throw ExitCode(1) }
      }
    }
  }

  struct Publish: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Makes an edition of a survey file; the same content is the same edition.")

    @OptionGroup var data: DataOptions
    @Argument(help: "A survey file.") var file: String

    func run() throws {
      try orRefused {
        let checked = try check(file)
        for fault in checked.faults { Output.error("\(fault)") }
        guard let survey = checked.survey else { throw ExitCode(1) }
        let reply = try administer(.publish(Data(survey.canonical)), in: data)
        guard case .edition(let id, let number) = reply else { return }
        Output.line("\(id) edition \(number)")
      }
    }
  }
}

/// Checks the audiences and measures in a file's folder, or its themes; whether they are sound.
private func checkData(beside file: String) throws -> Bool {
  do {
    if URL(fileURLWithPath: file).lastPathComponent == "themes.yaml" {
      let frame = try ThemeFrame(textFile(file), named: file)
      Output.line("\(file): \(frame.themes.count) themes, no faults")
      return true
    }
    let folder = URL(fileURLWithPath: file).deletingLastPathComponent()
    let catalogue = try SurveyFolder.catalogue(in: folder)
    Output.line(
      "\(file): \(catalogue.audiences.count) audiences and \(catalogue.measures.count) measures "
        + "in its folder, no faults")
    return true
  } catch let faults as Faults {
    for fault in faults.all { Output.error("\(fault)") }
    return false
  }
}

/// Reads and checks a survey file.
func check(_ file: String) throws -> Checked {
  let url = URL(fileURLWithPath: file)
  let text = try textFile(file)
  return try SurveyFolder.catalogue(for: url).read(text, named: file)
}

extension Survey {
  fileprivate var summary: String {
    "\(id), \(questions.count) questions, for \(audiences.map(\.id).joined(separator: ", ")), "
      + "in \(languages.map(\.code).joined(separator: ", "))"
  }
}

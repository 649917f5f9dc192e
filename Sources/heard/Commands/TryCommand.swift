public import ArgumentParser
import Foundation
public import SurveyCore

extension SurveyCommand {
  struct Try: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Walks a survey file in the terminal, as somebody who answers would.",
      discussion: """
        Answer with a number or in words; 's' skips, 'u' says the question was not understood, \
        'b' goes back. As text, each line is a text message, and SKIP, BACK, HELP and STOP do \
        what they do on a phone. Nothing is kept.
        """)

    @Argument(help: "A survey file.") var file: String
    @Option(help: "The audience to answer as; by default the survey's first.")
    var audience: String?
    @Option(help: "The language to be asked in; by default the survey's first.")
    var language: String?
    @Option(name: .customLong("as"), help: "The channel to be asked by: web, kiosk or text.")
    var channel: Channel = .web

    func run() throws {
      try orRefused {
        let checked = try check(file)
        for fault in checked.faults { Output.error("\(fault)") }
        guard let survey = checked.survey else { throw ExitCode(1) }
        var walk = try Walk(survey, audience: audience, language: language, channel: channel)
        try walk.run()
      }
    }
  }
}

extension Channel: ExpressibleByArgument {}

/// A walk through a survey in the terminal, by the same journey and reading as everywhere.
private struct Walk {
  let survey: Survey
  let audience: Audience
  let language: Language
  let channel: Channel
  var answers: [String: Answer] = [:]

  init(_ survey: Survey, audience: String?, language: String?, channel: Channel) throws {
    guard let audience = survey.audience(audience ?? survey.audiences.first?.id ?? "") else {
      let known = survey.audiences.map(\.id).joined(separator: ", ")
      throw Refused("the survey has no audience '\(audience ?? "")'; it has \(known)")
    }
    let languages = survey.languages
    guard let language = language.map({ Language($0) }) ?? languages.first,
      languages.contains(language)
    else {
      let known = languages.map(\.code).joined(separator: ", ")
      throw Refused("the survey has no language '\(language ?? "")'; it has \(known)")
    }
    (self.survey, self.audience, self.language) = (survey, audience, language)
    self.channel = channel
  }

  private var way: Journey { Journey(through: survey, as: audience.id, with: answers) }

  mutating func run() throws {
    if channel == .text {
      var trial = TextTrial(survey, audience: audience, language: language, at: Date())
      return try trial.run()
    }
    Output.line(survey.title.words(in: language) + "\n")
    while let question = way.current {
      ask(question)
      guard let reply = readLine() else {
        throw Refused("the replies ended at question '\(question.id)'; nothing was kept")
      }
      take(reply.trimmingCharacters(in: .whitespaces), to: question)
    }
    Output.line("What would be sent:")
    for (question, answer) in way.onRoute { Output.line("  \(question.id) = \(answer.told)") }
  }

  private func ask(_ question: Question) {
    let words = question.ask[audience.id]?.words(in: language) ?? question.id
    let number = way.done.count + 1
    let total = way.mayGrow ? "" : " of \(way.done.count + way.remaining)"
    Output.line("Question \(number)\(total)\n\(words)")
    if let hint = question.hint[audience.id]?.words(in: language) {
      Output.line("(\(hint))")
    }
    if let ends = question.ends[audience.id] {
      Output.line("From: \(ends.high.words(in: language))")
      Output.line("To:   \(ends.low.words(in: language))")
    }
    for (index, option) in question.options(for: audience.id).enumerated() {
      Output.line("  \(index + 1) \(option.words.words(in: language))")
    }
    Output.write("> ", to: .standardOutput)
  }

  private mutating func take(_ reply: String, to question: Question) {
    switch reply.lowercased() {
    case "s": answers[question.id] = .skipped
    case "u": answers[question.id] = .notUnderstood
    case "b": way.done.last.map { answers[$0.id] = nil }
    default:
      switch question.read(typed: reply, as: audience.id, in: language) {
      case .answer(let answer): answers[question.id] = answer
      case .unclear(let why): Output.line(remedy(why, question))
      }
    }
    Output.line("")
  }

  private func remedy(_ why: Unclear, _ question: Question) -> String {
    switch why {
    case .tooLong(let over): "That is \(over) characters too long."
    case .nothing, .notOffered, .tooMany:
      question.kind == .text
        ? "Write something, or s to skip."
        : "Reply with a number from 1 to \(question.options(for: audience.id).count), or s to skip."
    }
  }
}

extension Answer {
  /// What was answered, in a line for the terminal.
  var told: String {
    switch self {
    case .chosen(let value): value
    case .several(let values): values.isEmpty ? "(none)" : values.joined(separator: ", ")
    case .text(let words): "\"\(words)\""
    case .skipped: "(skipped)"
    case .notUnderstood: "(not understood)"
    }
  }
}

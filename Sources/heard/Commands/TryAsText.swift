import Foundation
import SurveyCore

/// A survey held by text in the terminal: the very conversation a phone would have, with the
/// length of each text. Each line typed is a text; a minute passes between two.
struct TextTrial {
  private let setting: TextSetting
  private var conversation: Conversation
  private var now: Date

  init(_ survey: Survey, audience: Audience, language: Language, at now: Date) {
    let authority = Authority(
      name: "Your council", readers: [.english: "the participation team"],
      contacts: [
        Authority.Contact(name: [.english: "Your council"], phone: "01632 960001", hours: [:])
      ], leaveTo: "", isMadeUp: true)
    let rules = TextRules(zone: .current, from: 0, until: 24 * 60)
    setting = TextSetting(survey: survey, authority: authority, rules: rules)
    conversation = Conversation(
      collection: 0, edition: 0, audience: audience.id, language: language)
    self.now = now
  }

  /// Invites, says 1 to that, and goes on with standard input until the survey is over.
  ///
  /// - Throws: `Refused` when the replies end first.
  mutating func run() throws {
    show(conversation.invite(in: setting, at: now))
    Output.line("> 1")
    hear("1")
    while conversation.state == .open || conversation.state == .paused {
      Output.write("> ", to: .standardOutput)
      guard let reply = readLine() else {
        let question = journey.current?.id ?? ""
        throw Refused("the replies ended at question '\(question)'; nothing was kept")
      }
      hear(reply)
    }
  }

  private var journey: Journey {
    Journey(
      through: setting.survey, as: conversation.audience, with: conversation.answers)
  }

  private mutating func hear(_ body: String) {
    now += 60
    let text = IncomingText(id: nil, from: "", to: "", body: body, sent: now)
    show(conversation.receive(text, in: setting, at: now))
  }

  private func show(_ effects: [TextEffect]) {
    for effect in effects {
      switch effect {
      case .send(let words, _):
        let count = Segments(words).count
        Output.line("\n\(words)\n  [\(count == 1 ? "1 text" : "\(count) texts")]")
      case .finish(let answers):
        Output.line("\nWhat would be sent:")
        for question in setting.survey.questions {
          if let answer = answers[question.id] {
            Output.line("  \(question.id) = \(answer.told)")
          }
        }
      case .raise(let concern): Output.line("  [raised with a person: \(concern.reason.rawValue)]")
      case .keep(let comment): Output.line("  [kept: \(comment.kind.rawValue)]")
      case .stop: Output.line("  [no more texts to this number]")
      case .wrongNumber: Output.line("  [the number is marked as wrong]")
      case .unstop, .dropOut, .wake: break
      }
    }
  }
}

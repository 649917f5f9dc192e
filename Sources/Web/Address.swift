import SurveyCore

/// Every address of the answering site: used to route requests and to write links.
enum Address: Hashable, Sendable {
  /// Where a code is typed in.
  case home
  /// A link's first page.
  case link(Token)
  /// The current question, or the one at a place on the person's way, counted from 1. Each place
  /// has an address of its own so that a browser's Back works; a number, because addresses stay
  /// in the history and question ids tell what was asked.
  case answer(number: Int?)
  /// Passing the current question by: a form of its own, so that Continue has no rival.
  case skip
  case check
  case sent
  case help
  /// Ends the visit and goes somewhere nobody would look at twice.
  case exit
  case privacy
  case accessibility
  /// A file of ours, by the name that changes with its content.
  case asset(String)

  var path: String {
    switch self {
    case .home: "/"
    case .link(let token): "/a/\(token)"
    case .answer(nil): "/answer"
    case .answer(let number?): "/answer?n=\(number)"
    case .skip: "/answer/skip"
    case .check: "/answer/check"
    case .sent: "/answer/sent"
    case .help: "/help"
    case .exit: "/exit"
    case .privacy: "/privacy"
    case .accessibility: "/accessibility"
    case .asset(let name): "/static/\(name)"
    }
  }
}

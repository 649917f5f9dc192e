import Markup
import SurveyCore

/// One thing to say and what to do about it; nobody's fault, and no numbers.
struct MessagePage: Sendable {
  enum Kind: Sendable, CaseIterable {
    case notFound, wrongLink, spentLink, closedCollection, expired
    case tooLarge, badRequest, wrongMethod, busy, full
  }

  var frame: Frame
  var kind: Kind

  var html: HTML {
    let message = message
    return page(
      frame, title: message.title,
      main: """
        <h1>\(message.title)</h1>
        \(message.words.map { "<p>\($0)</p>\n" as HTML })\(code)\
        <section class="now"><h2>\(frame.words.welcome.helpTitle)</h2>
        \(contactList(frame))</section>

        """)
  }

  private var message: Words.Message {
    let messages = frame.words.messages
    return switch kind {
    case .notFound: messages.notFound
    case .wrongLink: messages.wrongLink
    case .spentLink: messages.spentLink
    case .closedCollection: messages.closedCollection
    case .expired: messages.expired
    case .tooLarge: messages.tooLarge
    case .badRequest: messages.badRequest
    case .wrongMethod: messages.wrongMethod
    case .busy: messages.busy
    case .full: messages.full
    }
  }

  /// Where typing in a code is a way on.
  private var code: HTML? {
    switch kind {
    case .notFound, .wrongLink, .expired:
      "<p><a href=\"\(Address.home.path)\">\(frame.words.buttons.enterCode)</a></p>\n"
    default: nil
    }
  }
}

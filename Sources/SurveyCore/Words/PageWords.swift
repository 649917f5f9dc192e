/// The groups of words that single pages are made of.
extension Words {
  public struct Sent: Sendable {
    public let title: ForReader<String>
    public let kept: ForReader<String>
    public let whoTitle: String
    public let who: ForReader<Template>
    public let nextTitle: String
    public let next: ForReader<String>
    public let talkTitle: ForReader<String>
    public let close: String
  }

  public struct Help: Sendable {
    public let title: String
    public let danger: Template
    public let talkTitle: String
    public let childline: String
    public let childlineHours: String
    public let trusted: ForReader<String>
    public let leaveTitle: String
    public let leave: [String]
  }

  public struct Home: Sendable {
    public let title: String
    public let about: String
    public let code: String
    public let hint: String
  }

  /// A heading and what stands under it.
  public struct Section: Sendable {
    public let title: String
    public let words: [String]
  }

  public struct Privacy: Sendable {
    public let title: String
    public let about: Template
    public let sections: [Section]
    public let cookieTitle: String
    public let cookieAbout: String
    public let cookieName: String
    public let cookieFor: String
    public let cookieForWhat: String
    public let cookieHowLong: String
    public let cookieLasts: String
  }

  public struct Accessibility: Sendable {
    public let title: String
    public let about: Template
    public let sections: [Section]
  }

  /// A page that says only one thing.
  public struct Message: Sendable {
    public let title: String
    public let words: [String]
  }

  public struct Messages: Sendable {
    public let notFound: Message
    public let wrongLink: Message
    public let spentLink: Message
    public let closedCollection: Message
    public let expired: Message
    public let tooLarge: Message
    public let badRequest: Message
    public let wrongMethod: Message
    public let busy: Message
    public let full: Message
  }
}

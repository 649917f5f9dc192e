extension Words {
  /// What the person is told about who could know it was them: true for how they came.
  public struct Promises: Sendable {
    /// An open link.
    public let anonymous: Telling
    /// A shared screen.
    public let anonymousKiosk: Telling
    /// A link made for one person.
    public let singleUse: Telling
    /// An open link or a screen whose collection promises less than it could.
    public let confidential: Telling
    /// A telephone number that is kept apart.
    public let text: Telling
    public let named: Telling

    /// The words for a promise as it is made on a channel.
    public func telling(
      _ promise: Promise, on channel: Channel, isSingleUse: Bool
    ) -> Telling {
      switch (promise, channel) {
      case (.named, _): named
      case (_, .text): text
      case (_, _) where isSingleUse: singleUse
      case (.anonymous, .kiosk): anonymousKiosk
      case (.anonymous, .web): anonymous
      case (.confidential, _): confidential
      }
    }
  }

  /// One promise in words.
  public struct Telling: Sendable {
    public let title: ForReader<String>
    public let words: ForReader<String>
    /// What we would have to pass on.
    public let passOn: ForReader<String>
    /// What comes of it, said with the thanks.
    public let afterwards: ForReader<String>
  }
}

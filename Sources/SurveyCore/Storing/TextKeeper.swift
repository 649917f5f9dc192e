public import Foundation

/// The door of the text channel: what gateways tell comes in here, one transaction for each.
///
/// Nothing is acknowledged to a gateway before `then` was called, so that whatever is lost on our
/// side comes again.
public protocol TextKeeper: Sendable {
  /// Takes in a text: a repeat stops at once; otherwise the conversation with its number hears it,
  /// and all that follows (answers, a finished response, concerns, replies in the outbox) is stored
  /// with it, all or nothing.
  ///
  /// One number's texts are heard one after the other, in the order they are handed in here.
  /// `then` is called once, on another thread, when the disk has it or has refused it.
  func take(
    _ text: IncomingText, at now: Date,
    then: @escaping @Sendable (Result<TextTaken, StoreError>) -> Void)

  /// Takes in how far a text of ours got; one that is late, a repeat, or of no text of ours,
  /// changes nothing.
  func take(
    _ receipt: TextReceipt, at now: Date,
    then: @escaping @Sendable (Result<Void, StoreError>) -> Void)

  /// Keeps, sealed, what a gateway sent and we could not read, for a person to look at.
  func park(
    _ request: WireRequest, for fault: WireFault, at now: Date,
    then: @escaping @Sendable (Result<Void, StoreError>) -> Void)
}

/// What became of a text that came in.
public enum TextTaken: Sendable, Hashable {
  case heard
  /// It had come before.
  case again
  /// It could not be dealt with, and was put aside whole for a person to look at.
  case parked
}

/// The door of what sends: it hands out what is due and takes back what came of it.
public protocol TextOutbox: Sendable {
  /// Finds what was being handed over when we last stopped: the gateway is asked, where it can be;
  /// otherwise it is never sent again.
  func recover(at now: Date) throws(StoreError)

  /// Hands out at most `most` texts whose turn it is, which nobody else is given from then on.
  func claim(_ most: Int, at now: Date) throws(StoreError) -> TextClaim

  /// Takes back what came of texts that were handed out.
  func record(_ steps: [TextStep], at now: Date) throws(StoreError)

  /// Does what is due in conversations: reminders, and ends. How many there were.
  func tick(at now: Date) throws(StoreError) -> Int
}

/// What was handed out to be sent.
public struct TextClaim: Sendable, Hashable {
  public var texts: [ClaimedText]
  /// When to come again, where nothing new arrives before; nil when nothing waits.
  public var next: Date?

  public init(texts: [ClaimedText], next: Date?) { (self.texts, self.next) = (texts, next) }
}

/// A text that is to be handed to the gateway, or that the gateway is to be asked about.
public struct ClaimedText: Sendable, Hashable {
  public var text: OutgoingText
  /// How often it was handed over before.
  public var tries: Int
  /// Set where it may have arrived: how often the gateway was asked about it before, and when it
  /// was handed over.
  public var doubt: Doubt?

  public struct Doubt: Sendable, Hashable {
    public var asked: Int
    public var handedOver: Date

    public init(asked: Int, handedOver: Date) {
      (self.asked, self.handedOver) = (asked, handedOver)
    }
  }

  public init(text: OutgoingText, tries: Int, doubt: Doubt?) {
    (self.text, self.tries, self.doubt) = (text, tries, doubt)
  }
}

/// What came of one text that was handed out.
public struct TextStep: Sendable, Hashable {
  public var reference: UUID
  public var step: OutboxStep

  public init(_ reference: UUID, _ step: OutboxStep) {
    (self.reference, self.step) = (reference, step)
  }
}

/// What the text channel is run with: its key, its words, its rules, its gateway.
public struct TextHouse: Sendable {
  public var key: NumberKey
  public var authority: Authority
  public var rules: TextRules
  public var gateway: GatewayTraits
  /// Words that begin a survey for whoever texts them.
  public var keywords: [TextKeyword]
  /// Our own number, as people text it; nil where the gateway chooses among several.
  public var sender: String?
  public var sending = SendRules()
  public var retention = TextRetention()

  public init(
    key: NumberKey, authority: Authority, rules: TextRules, gateway: GatewayTraits,
    keywords: [TextKeyword] = [], sender: String? = nil
  ) {
    (self.key, self.authority, self.rules) = (key, authority, rules)
    (self.gateway, self.keywords, self.sender) = (gateway, keywords, sender)
  }
}

/// How long what is known of texts is kept, in days.
public struct TextRetention: Sendable, Hashable {
  /// The conversation with a number, after its end.
  public var numbers = 28
  /// What somebody said that is no answer.
  public var words = 365
  /// A text that was sent, so that receipts find it: phones are tried for three days.
  public var sent = 3
  /// Which texts came in, so that a repeat is one. GOV.UK Notify shows what it received for seven
  /// days, and what we fetch from there must not come in once more.
  public var arrivals = 8

  public init() {}
}

/// A word that begins a survey, as in "text TALK to 07700 900456".
public struct TextKeyword: Sendable, Hashable {
  public var word: String
  public var collection: Int
  /// Who texts it; nil where the collection asks one audience only.
  public var audience: String?

  public init(word: String, collection: Int, audience: String? = nil) {
    (self.word, self.collection, self.audience) = (word, collection, audience)
  }

  /// Whether a text is this word and nothing else.
  func isSaid(in text: String) -> Bool {
    let said = Said(text).words
    return !said.isEmpty && said == Said(word).words
  }
}

extension TextHouse {
  /// Whether a text was sent to our number. True where the gateway does not say, or we do not know:
  /// numbers are compared as such, short codes and names as they stand.
  public func isOurs(_ to: String) -> Bool {
    guard let sender, !to.isEmpty else { return true }
    func plain(_ text: String) -> String {
      (try? PhoneNumber(text, isFromGateway: true))?.e164
        ?? String(text.filter { !$0.isWhitespace }).lowercased()
    }
    return plain(to) == plain(sender)
  }

  /// The keyword that `text` is; nil when it is none.
  public func keyword(in text: String) -> TextKeyword? {
    keywords.first { $0.isSaid(in: text) }
  }
}

extension Conversation {
  /// Whether it is over, so that only a late text can come.
  public var isOver: Bool {
    switch state {
    case .invited, .open, .paused: false
    case .finished, .expired, .declined, .stopped, .wrong: true
    }
  }

  /// Forgets the last words and the times of them: after the end they would say what a response
  /// says, and when it was given; and when a concern was raised, which would lead from a closed one
  /// back to the number. Of that the end of its day stays, until which no second reply is due.
  public mutating func forgetWords() {
    lastSafeReply = lastSafeReply.map {
      Date(timeIntervalSince1970: ($0.timeIntervalSince1970 / 86_400).rounded(.up) * 86_400)
    }
    heard = nil
    lag = nil
    lastReminder = nil
    if state == .finished { asked = nil }
  }
}

public import Foundation

/// What stands between us and the phone network: how it is told to send a text message, and how
/// it tells of what came in. Pure: bytes in, bytes out.
public protocol TextGateway: Sendable {
  var traits: GatewayTraits { get }

  /// The request that sends `text`.
  ///
  /// - Throws: why it cannot be sent this way at all.
  func request(sending text: OutgoingText, at now: Date) throws(UnsendableText) -> WireRequest

  /// What the gateway's answer to such a request means.
  func outcome(of answer: WireAnswer, at now: Date) -> SendOutcome

  /// Reads a request the gateway made to us. Nothing is read before it is known to be from it.
  func read(_ request: WireRequest) -> Arrival

  /// What to answer once what was read is stored and committed.
  func answer(to arrival: Arrival) -> WireResponse
}

/// A gateway that can be asked what became of a message, by our reference.
public protocol AskableGateway: TextGateway {
  func request(asking reference: UUID, at now: Date) -> WireRequest

  func lookup(of answer: WireAnswer, for reference: UUID) -> Lookup
}

/// What there is to know about a gateway.
public struct GatewayTraits: Sendable, Hashable {
  /// Its name in settings and addresses.
  public var name: String
  public var alphabet: GatewayAlphabet
  public var longest: LongestText
  /// Whether it answers a lone STOP by itself, so that we must not. What it says to HELP names
  /// nobody who helps: ours is sent as well.
  public var answersStop: Bool
  /// Whether one message always comes with one id, however often it comes.
  public var idsAreStable: Bool
  /// How many messages a second it is sent at most.
  public var perSecond: Double

  public init(
    name: String, alphabet: GatewayAlphabet, longest: LongestText, answersStop: Bool,
    idsAreStable: Bool, perSecond: Double
  ) {
    (self.name, self.alphabet, self.longest) = (name, alphabet, longest)
    (self.answersStop, self.idsAreStable) = (answersStop, idsAreStable)
    self.perSecond = perSecond
  }
}

/// How long a message a gateway takes.
public enum LongestText: Sendable, Hashable {
  /// In Unicode scalars, after rendering.
  case characters(Int)
  /// In parts, as the network counts them.
  case parts(Int)
}

/// Why a message cannot be sent through a gateway at all.
public enum UnsendableText: Error, Sendable, Hashable {
  /// Whom it is for is not a telephone number.
  case notANumber
  /// These would come out as question marks, in the order they appear, each once.
  case lost([Unicode.Scalar])
  case tooLong(LongestText)
  case empty
}

/// What came of handing a message to a gateway.
public enum SendOutcome: Sendable, Hashable {
  /// It has it; its id, where it gives one.
  case accepted(id: String?)
  /// It has not, this once: it is tried again, not before this many seconds where it said so.
  case retry(after: Int?)
  /// It takes nothing from us for now: this message is as if never tried, and all wait.
  case hold(HoldReason, seconds: Int)
  /// It was not reached: this message is as if never tried, and all wait a little longer each time.
  case notReached
  /// Nobody knows whether it has it.
  case perhaps
  /// It never will take it.
  case refused(SendRefusal)
  /// The person told the gateway to stop.
  case optedOut
}

/// Why a gateway takes nothing for now.
public enum HoldReason: String, Sendable, Hashable {
  case tooFast
  case dailyLimit
  /// Our key, password, clock or the gateway's address: somebody must look.
  case credentials
  /// Nobody is there, or not who it should be.
  case notReached
}

/// Why a gateway will never take a message. In its code, never its words, which may quote ours.
public enum SendRefusal: Sendable, Hashable {
  case wrongNumber
  /// The gateway's own short word or number for it.
  case rejected(code: String)
}

/// What a gateway knows of a message by our reference.
public enum Lookup: Sendable, Hashable {
  case found(id: String, TextDelivery)
  case notFound
  /// It gave no answer that tells.
  case unknown
  /// It was not reached, and so not asked.
  case notReached
}

/// What a request from outside turned out to be.
public enum Arrival: Sendable, Hashable {
  case text(IncomingText)
  case receipt(TextReceipt)
  /// From the gateway, but not to be understood: the request is kept, and looked at by a person.
  case unreadable(WireFault)
  /// Not from the gateway: nothing is kept.
  case stranger(Stranger)

  public enum Stranger: Sendable, Hashable {
    /// It does not say who it is.
    case nameless
    /// It says wrongly who it is.
    case wrong
  }
}

/// How far a message got, by a gateway's word.
public struct TextReceipt: Sendable, Hashable {
  /// Our reference, where it gives one of ours.
  public var reference: UUID?
  /// The gateway's id.
  public var id: String?
  public var delivery: TextDelivery
  /// Why it did not get there; nil while it may, and when it did.
  public var failure: Failure?

  public enum Failure: String, Sendable, Hashable {
    /// The phone was off or full.
    case temporary
    /// The number is wrong, or takes no text messages.
    case permanent
    /// The person told the gateway to stop.
    case optedOut
    /// Nothing to do with the number.
    case technical
  }

  public init(
    reference: UUID?, id: String?, delivery: TextDelivery, failure: Failure? = nil
  ) {
    (self.reference, self.id) = (reference, id)
    (self.delivery, self.failure) = (delivery, failure)
  }
}

extension TextGateway {
  /// Empty, so that nothing is texted to anybody because of it; never a 4xx to the gateway itself,
  /// which would drop what it has.
  public func answer(to arrival: Arrival) -> WireResponse {
    switch arrival {
    case .stranger(.nameless): WireResponse(401, type: "text/plain; charset=utf-8")
    case .stranger(.wrong): WireResponse(403, type: "text/plain; charset=utf-8")
    case .text, .receipt, .unreadable: WireResponse(200, type: "text/plain; charset=utf-8")
    }
  }

  /// The number and the words as the gateway is given them.
  ///
  /// - Throws: why the message cannot be sent through it.
  func checked(_ text: OutgoingText) throws(UnsendableText) -> (to: PhoneNumber, body: String) {
    guard let number = try? PhoneNumber(text.to) else { throw .notANumber }
    let rendering = traits.alphabet.render(text.body)
    guard rendering.lost.isEmpty else { throw .lost(rendering.lost) }
    guard rendering.text.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else {
      throw .empty
    }
    let fits =
      switch traits.longest {
      case .characters(let most): rendering.text.unicodeScalars.count <= most
      case .parts(let most): Segments(rendering.text).count <= most
      }
    guard fits else { throw .tooLong(traits.longest) }
    return (number, rendering.text)
  }
}

/// The door through which answers come in: given to the web, the text channel and the kiosk's API.
///
/// It keeps a response and carries one live journey at a time. It cannot list, count or read back
/// what anybody said.
public protocol ResponseKeeper: Sendable {
  /// The edition with this id; nil when there is none.
  func edition(_ id: Int) throws(StoreError) -> Edition?

  /// The collection with this id; nil when there is none.
  func collection(_ id: Int) throws(StoreError) -> Collection?

  /// What a link leads to, by the hash of its token; nil when there is no such link.
  func link(_ token: Fingerprint) throws(StoreError) -> Link?

  /// How the session with this hash stands.
  func session(_ token: Fingerprint) throws(StoreError) -> SessionState

  /// Stores a journey with the next commit, in place of what its session held before.
  ///
  /// A journey that came by a single-use link replaces any other session's journey by that link,
  /// so that at most one session goes on.
  func carry(_ journey: LiveJourney)

  /// Wipes a journey whose person left, keeping only how far it got, or what was said where the
  /// survey keeps partial responses and `keepingWords` allows it.
  func leave(_ session: Fingerprint, on day: Day, keepingWords: Bool)

  /// Keeps a finished response, its concerns with it, spends its link and wipes its journey, all
  /// or nothing.
  ///
  /// `then` is called once, on another thread, when the disk has it or has refused it. A session
  /// that is already finished is not an error: the answer is `.already`.
  func finish(
    _ session: Fingerprint, with response: Response, raising concerns: [Concern],
    then: @escaping @Sendable (Result<Kept, StoreError>) -> Void)

  /// Keeps finished responses that had no journey here, such as a kiosk's, by the rules of
  /// `finish`; one that is refused leaves the others.
  ///
  /// `then` is called once, on another thread, when the disk has what was stored: what became of
  /// each response, in order.
  func keep(
    _ responses: [HandedIn], then: @escaping @Sendable ([Result<Kept, StoreError>]) -> Void)
}

extension ResponseKeeper {
  public func leave(_ session: Fingerprint, on day: Day) {
    leave(session, on: day, keepingWords: true)
  }
}

/// A finished response that came without a journey, and the concerns it raises.
public struct HandedIn: Sendable, Hashable {
  public var response: Response
  public var concerns: [Concern]

  public init(_ response: Response, raising concerns: [Concern] = []) {
    (self.response, self.concerns) = (response, concerns)
  }
}

/// What a link leads to.
public struct Link: Sendable, Hashable {
  public let collection: Int
  /// Whether a single-use link has been used up.
  public let isSpent: Bool
  /// The session that answers by it at present, for a single-use link.
  public let session: Fingerprint?

  public init(collection: Int, isSpent: Bool, session: Fingerprint?) {
    (self.collection, self.isSpent, self.session) = (collection, isSpent, session)
  }
}

/// How a session stands.
public enum SessionState: Sendable, Hashable {
  case unknown
  case under(LiveJourney)
  /// Finished: all that is left is which thank-you to show.
  case finished(collection: Int, audience: String, language: Language)
}

/// What became of a response that was handed in.
public enum Kept: Sendable, Hashable {
  case stored
  /// The same response was here already.
  case already
}

/// Why storage did not do what was asked. Holds facts only; nothing anybody said.
public enum StoreError: Error, Sendable, Hashable {
  /// No room on the disk.
  case full
  /// Too much waits to be written; worth trying again soon.
  case busy
  /// A response with this id and other content is here already.
  case conflict
  /// Something it refers to does not exist, or a rule of the schema is broken.
  case refused(String)
  /// The file cannot be read or written, or is not ours.
  case broken(String)
}

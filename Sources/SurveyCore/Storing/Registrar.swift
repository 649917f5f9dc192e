public import Foundation

/// The door through which the service is run: editions, collections, kiosks, concerns, backup.
public protocol Registrar: Sendable {
  /// Publishes a survey as its next edition, or gives the edition that has the same content.
  func publish(_ survey: Survey, on day: Day) throws(StoreError) -> Edition

  /// The newest edition of a survey; nil when none was published.
  func newestEdition(of survey: String) throws(StoreError) -> Edition?

  /// Every published edition, by survey and number.
  func editions() throws(StoreError) -> [Edition]

  /// Opens a collection with the links whose hashes are given, and gives its id.
  func open(_ opening: Opening) throws(StoreError) -> Int

  /// Every collection, oldest first.
  func collections() throws(StoreError) -> [Collection]

  /// Moves a collection on to `closing` or `closed`; false when there is none with this id.
  func close(_ collection: Int, to state: Collection.State) throws(StoreError) -> Bool

  /// Hands out a code by which a device may enrol. Codes that are too old are forgotten.
  func invite(_ invitation: KioskInvitation) throws(StoreError)

  /// Every kiosk that ever enrolled, by place, and how it stands.
  func kiosks() throws(StoreError) -> [KioskStanding]

  /// Lets a kiosk hand in nothing more; false when there is none with this id.
  func revoke(_ kiosk: UUID, on day: Day) throws(StoreError) -> Bool

  /// Concerns nobody has heard yet, oldest day first.
  func unheardConcerns() throws(StoreError) -> [Concern]

  /// Concerns raised by text that nobody has closed, oldest day first. What was said in them is
  /// sealed: `TextDesk.read`.
  func openTextConcerns() throws(StoreError) -> [HeldConcern]

  /// Wipes every journey untouched since `instant`, as `ResponseKeeper.leave` does; how many.
  func wipeJourneys(untouchedSince instant: Date, on day: Day) throws(StoreError) -> Int

  /// Copies everything kept to a new file, whole and synced.
  func backup(to path: String) throws(StoreError)

  /// Checks everything kept.
  func verify() throws(StoreError) -> Verification
}

/// A collection to be opened.
public struct Opening: Sendable {
  public var edition: Int
  public var place: String
  public var audience: String?
  public var isSingleUse: Bool
  public var promise: Promise
  public var links: [Fingerprint]
  /// How many people it sets out to ask; nil where nobody says. Links for one person each are
  /// counted as they are made.
  public var asked: Int?
  public var day: Day

  public init(
    edition: Int, place: String, audience: String?, isSingleUse: Bool, promise: Promise,
    links: [Fingerprint], asked: Int? = nil, day: Day
  ) {
    (self.edition, self.place, self.audience) = (edition, place, audience)
    (self.isSingleUse, self.promise, self.links) = (isSingleUse, promise, links)
    (self.asked, self.day) = (asked, day)
  }
}

/// What `verify` found.
public struct Verification: Sendable, Hashable {
  public var responses: Int
  public var editions: Int
  public var collections: Int
  public var concerns: Int
  public var kiosks: Int
  /// Every fault found, in words; empty when all is well.
  public var faults: [String]

  public init(
    responses: Int, editions: Int, collections: Int, concerns: Int, kiosks: Int = 0,
    faults: [String]
  ) {
    (self.responses, self.editions, self.collections) = (responses, editions, collections)
    (self.concerns, self.kiosks, self.faults) = (concerns, kiosks, faults)
  }
}

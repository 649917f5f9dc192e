import Foundation
import SQLiteStore
import SurveyCore
import TestSupport
import Testing

@testable import SQLiteStore

/// A text channel on a real store, with a gateway that takes everything, and a clock that tests
/// move.
final class TextRig: @unchecked Sendable {
  let store: SQLiteStore
  let texts: SQLiteTexts
  let collection: Int
  /// A Tuesday at ten in the morning.
  var now = Date(timeIntervalSince1970: 1_795_514_400)
  private let ids = Locked(0)

  static let child = "+447700900123"

  init(
    _ store: SQLiteStore, keepsPartials: Bool = false, idsAreStable: Bool = true,
    keywords: [String] = [], changing change: (inout Survey, inout TextHouse) -> Void = { _, _ in }
  ) throws {
    self.store = store
    var survey = Fixture.survey(keepsPartials: keepsPartials)
    var house = try Self.house(1, idsAreStable: idsAreStable, keywords: keywords)
    change(&survey, &house)
    collection = try store.openCollection(survey, audience: "12-17", isSingleUse: true)
    texts = SQLiteTexts(store, house)
  }

  static func house(
    _ collection: Int, idsAreStable: Bool = true, keywords: [String] = []
  ) throws -> TextHouse {
    TextHouse(
      key: try NumberKey(master: Array(0..<32)),
      authority: Authority(
        name: "Testshire", readers: [.english: "the team"],
        contacts: [
          .init(name: [.english: "Us"], phone: "01632 960001", hours: [.english: "Always"])
        ], leaveTo: "https://www.bbc.co.uk/weather", isMadeUp: false),
      rules: TextRules(zone: .gmt),
      gateway: GatewayTraits(
        name: "test", alphabet: .unicode, longest: .parts(6), answersStop: false,
        idsAreStable: idsAreStable, perSecond: 10),
      keywords: keywords.map { TextKeyword(word: $0, collection: collection) })
  }

  var hash: NumberHash {
    get throws { texts.house.key.hash(try PhoneNumber(Self.child)) }
  }

  func invite(_ number: String = child) throws -> TextInvited? {
    try texts.invite(
      [
        TextInvitation(
          number: PhoneNumber(number), language: .english, audience: "12-17")
      ], to: collection, at: now
    ).first
  }

  func incoming(
    _ body: String, from: String = child, id: String? = nil, sent: Date? = nil
  ) -> IncomingText {
    let fresh = ids.with { count in
      count += 1
      return "fresh-\(count)"
    }
    return IncomingText(id: id ?? fresh, from: from, to: "07700900456", body: body, sent: sent)
  }

  /// Hands a text in, and waits for what became of it.
  func take(_ text: IncomingText) -> Result<TextTaken, StoreError> {
    let box = Box<Result<TextTaken, StoreError>>()
    texts.take(text, at: now) { box.put($0) }
    return box.take() ?? .failure(.broken("no answer"))
  }

  func take(_ receipt: TextReceipt) -> Result<Void, StoreError> {
    let box = Box<Result<Void, StoreError>>()
    texts.take(receipt, at: now) { box.put($0) }
    return box.take() ?? .failure(.broken("no answer"))
  }

  /// Hands a text in ten seconds later and sends what is due.
  @discardableResult
  func say(_ body: String, from: String = child) throws -> [String] {
    now += 10
    #expect(take(incoming(body, from: from)) == .success(.heard))
    return try send().map(\.body)
  }

  /// Sends everything that is due now.
  @discardableResult
  func send() throws -> [OutgoingText] {
    var sent: [OutgoingText] = []
    while true {
      now += 0.2
      let claim = try texts.claim(8, at: now)
      if claim.texts.isEmpty { return sent }
      sent += claim.texts.map(\.text)
      try texts.record(
        claim.texts.map { TextStep($0.text.reference, .sent(id: nil, .sent)) }, at: now)
    }
  }

  /// Invites the child, who begins and answers up to the last question, which is open.
  func walkToLast() throws {
    #expect(try invite() == .invited)
    try send()
    for body in ["1", "1", "4", "2", "1 3"] { try say(body) }
  }

  func count(_ table: String) throws -> Int { try store.number("SELECT count(*) FROM \(table)") }

  func talk(_ number: String = child) throws -> Conversation? {
    let hash = texts.house.key.hash(try PhoneNumber(number))
    return try texts.write(at: now) { try $0.conversation(with: hash) }
  }
}

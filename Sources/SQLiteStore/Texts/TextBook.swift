import Foundation
import GRDB
import SurveyCore

/// The text channel's work within one transaction of the writer, at one moment.
struct TextBook {
  let ledger: Ledger
  let house: TextHouse
  let carriage: Carriage
  /// To the millisecond, as it is kept: what left in the millisecond in which a text was heard left
  /// after it, and would seem to have left before if only one of the two had its fractions.
  let now: Date

  init(ledger: Ledger, house: TextHouse, carriage: Carriage, at now: Date) {
    (self.ledger, self.house, self.carriage) = (ledger, house, carriage)
    self.now = now.toTheMillisecond
  }

  var day: Day { Day(now, in: house.rules.zone) }

  /// A statement, prepared the first time it is run.
  func sql(_ text: String) throws -> Command {
    if let known = ledger.prepared[text] { return known }
    let command = try Command(text, on: ledger.database)
    ledger.prepared[text] = command
    return command
  }
}

// MARK: Coming in

extension TextBook {
  /// Takes in a text; what cannot be dealt with is put aside, so that it is neither lost nor comes
  /// again for ever.
  func take(_ text: IncomingText) throws -> TextTaken {
    guard try isNew(text) else { return .again }
    var text = text
    text.fetched = text.fetched?.toTheMillisecond
    if !house.isOurs(text.to) { return try takeForAnother(text) }
    do {
      return try ledger.inSavepoint { try hear(text) ? .heard : .again }
    } catch  where StoreError.isOfOneJob(error) && ledger.isInTransaction {
      try park(.text(text), because: "undealt")
      return .parked
    }
  }

  /// Notes the text's ids; false where one of them is known. Unique keys, so that two that come at
  /// the same instant are still one.
  private func isNew(_ text: IncomingText) throws -> Bool {
    let note = try sql("INSERT INTO arrivals VALUES (?, ?) ON CONFLICT DO NOTHING")
    for mark in marks(of: text) {
      try note.run(.bytes(mark.bytes), .int(now.days))
      if ledger.database.changesCount == 0 { return false }
    }
    return true
  }

  /// Where a gateway may give one text two ids, the same words of the same second are one text.
  private func marks(of text: IncomingText) -> [Fingerprint] {
    let gateway = house.gateway.name
    var marks = (text.id.map { [house.key.mark("\(gateway)|\($0)", as: "id")] }) ?? []
    if let sent = text.sent, !house.gateway.idsAreStable {
      let second = Int(sent.timeIntervalSince1970.rounded(.down))
      marks.append(house.key.mark("\(text.from)|\(second)|\(text.body)", as: "text"))
    }
    return marks
  }

  /// Has it heard by whoever it is for; false where it is one that came before under another id.
  private func hear(_ text: IncomingText) throws -> Bool {
    guard let number = try? PhoneNumber(text.from, isFromGateway: true),
      number != (try? PhoneNumber(text.to, isFromGateway: true))
    else {
      try hearNobody(text)
      return true
    }
    let hash = house.key.hash(number)
    if text.asksToStart { try clearLost(hash) }
    let lastLeft = try lastLeft(to: hash)
    if try isRepeat(text, from: hash, lastLeft: lastLeft) { return false }
    let known = try conversation(with: hash)
    if let keyword = house.keyword(in: text.body), try begins(keyword, known, from: hash) {
      try begin(keyword, with: number, hash)
    } else if var talk = known {
      let effects = talk.receive(
        text, in: try setting(of: talk), at: now, lastLeft: lastLeft)
      try settle(talk, with: number, hash, effects)
    } else {
      try hearStranger(text, number, hash)
    }
    return true
  }

  /// For a number that is not ours, as where one account has several. It is looked through as any
  /// other, and a person reads it.
  private func takeForAnother(_ text: IncomingText) throws -> TextTaken {
    let effects = Stranger.receive(text, from: house.authority, isStopped: true, wasAnswered: true)
    let number = try? PhoneNumber(text.from, isFromGateway: true)
    var isRaised = false
    for case .raise(let concern) in effects {
      try raise(concern, in: nil, number: number)
      isRaised = true
    }
    if isRaised { return .heard }
    try park(.text(text), because: "anotherNumber")
    return .parked
  }

  /// Who texts us to start is reached, and it is their number.
  private func clearLost(_ hash: NumberHash) throws {
    try sql("DELETE FROM silenced WHERE number = ? AND reason <> 'stop'").run(.bytes(hash.bytes))
    try sql("DELETE FROM misses WHERE number = ?").run(.bytes(hash.bytes))
  }

  /// A name, a short code, ourselves: what was said is kept, and nothing is ever sent there.
  private func hearNobody(_ text: IncomingText) throws {
    let effects = Stranger.receive(text, from: house.authority, isStopped: true, wasAnswered: true)
    for effect in effects {
      switch effect {
      case .raise(let concern): try raise(concern, in: nil, number: nil)
      case .keep(let comment): try keep(comment, in: nil)
      default: break
      }
    }
  }

  private func hearStranger(_ text: IncomingText, _ number: PhoneNumber, _ hash: NumberHash) throws
  {
    let since = now.addingTimeInterval(-86_400).milliseconds
    let wasAnswered =
      try sql("SELECT 1 FROM recent_texts WHERE number = ? AND answered > ?")
      .first(.bytes(hash.bytes), .int(since)) { _ in true } ?? false
    let effects = Stranger.receive(
      text, from: house.authority, isStopped: try isSilenced(hash, ["stop"]),
      wasAnswered: wasAnswered)
    let isLive = text.sent.map { now.timeIntervalSince($0) <= house.rules.live } ?? true
    for effect in effects {
      // What the gateway held back for hours is answered when people are awake.
      let due =
        if case .send(let words, let urgency) = effect, urgency != .safety, !isLive {
          TextEffect.send(words, .whenAwake)
        } else {
          effect
        }
      try apply(due, to: Party(number: number, hash: hash))
    }
    guard effects.contains(where: { if case .send = $0 { true } else { false } }) else { return }
    try sql("UPDATE recent_texts SET answered = ? WHERE number = ?")
      .run(.int(now.milliseconds), .bytes(hash.bytes))
  }

  /// Whether it is the last text once more, under another id; notes it as the last.
  private func isRepeat(
    _ text: IncomingText, from hash: NumberHash, lastLeft: Date?
  ) throws -> Bool {
    let mark = house.key.mark(text.body, as: "words")
    let last = try sql("SELECT words, heard FROM recent_texts WHERE number = ?")
      .first(.bytes(hash.bytes)) { row in
        (words: try row.get(0, as: Data?.self), heard: try row.get(1, as: Int?.self))
      }
    try sql(
      """
      INSERT INTO recent_texts (number, words, heard) VALUES (?, ?, ?)
      ON CONFLICT (number) DO UPDATE SET words = excluded.words, heard = excluded.heard
      """
    ).run(.bytes(hash.bytes), .bytes(mark.bytes), .int(now.milliseconds))
    guard let words = last?.words, let heard = last?.heard, words.elementsEqual(mark.bytes) else {
      return false
    }
    var earlier = text
    (earlier.id, earlier.sent) = (nil, nil)
    let before = Date(milliseconds: heard)
    return Redelivery().isRepeat(
      text, of: earlier, apart: now.timeIntervalSince(before),
      wroteBetween: lastLeft.map { $0 >= before } ?? false,
      idsAreStable: house.gateway.idsAreStable)
  }

  /// When the last text of ours left for a number. One that is just being handed over may have
  /// arrived: a quick thumb answers before we are told that it was taken.
  private func lastLeft(to hash: NumberHash) throws -> Date? {
    try sql(
      """
      SELECT max(handed) FROM outbox
      WHERE number = ? AND state NOT IN ('waiting', 'doubtful', 'failed')
      """
    ).first(.bytes(hash.bytes)) { try $0.get(0, as: Int?.self) }?.map { Date(milliseconds: $0) }
  }
}

import Foundation
import GRDB
import SurveyCore

extension TextBook {
  func apply(_ effect: TextEffect, to party: Party) throws {
    switch effect {
    case .send(let words, let urgency): try queue(words, urgency, for: party)
    case .finish(let answers): try finish(answers, of: party)
    case .raise(let concern):
      try raise(concern, in: party.talk?.collection, number: party.number)
    case .keep(let comment): try keep(comment, in: party.talk?.collection)
    case .stop: try silence(party.hash, because: "stop")
    case .unstop:
      try sql("DELETE FROM silenced WHERE number = ? AND reason = 'stop'")
        .run(.bytes(party.hash.bytes))
    case .wrongNumber: try silence(party.hash, because: "wrong", number: party.number)
    case .dropOut(let last, let answers): try dropOut(after: last, answers, of: party)
    case .wake: break
    }
  }

  /// Puts a text in the outbox.
  private func queue(_ words: String, _ urgency: TextUrgency, for party: Party) throws {
    if urgency == .whenAwake, try isSilenced(party.hash, ["wrong", "unreachable"]) { return }
    let reference = ledger.makeID().bytes
    let text = SealedText(to: party.number.e164, body: words)
    try sql(
      """
      INSERT INTO outbox (reference, number, place, urgency, state, due, sealed)
      SELECT ?, ?, coalesce(max(place), 0) + 1, ?, 'waiting', ?, ? FROM outbox
      """
    ).run(
      .bytes(reference), .bytes(party.hash.bytes), .int(urgency.rank),
      .int(house.rules.earliest(urgency, from: now).milliseconds),
      .bytes(try house.key.seal(text, in: "outbox", reference)))
  }

  /// Keeps a finished response. Nothing in it leads to the number: its id is drawn for it alone.
  private func finish(_ answers: [String: Answer], of party: Party) throws {
    guard let talk = party.talk else { return }
    _ = try ledger.store(
      Response(
        id: ledger.makeID(), collection: talk.collection, audience: talk.audience,
        language: talk.language, channel: .text, day: day, answers: answers), raising: [])
  }

  private func dropOut(
    after last: String?, _ answers: [String: Answer], of party: Party
  ) throws {
    guard let talk = party.talk else { return }
    let collection = try ledger.collection(talk.collection)
    if !answers.isEmpty, collection.isTaking {
      _ = try ledger.store(
        Response(
          id: ledger.makeID(), collection: talk.collection, audience: talk.audience,
          language: talk.language, channel: .text, day: day, isPartial: true, answers: answers),
        raising: [])
    } else {
      let slice = try ledger.number(of: Slice(of: talk, in: day.inMonth))
      try ledger.commands.addDropout.run(.int(slice), .text(last ?? ""))
    }
  }

  /// Stores a concern with its number, sealed apart.
  func raise(_ concern: TextConcern, in collection: Int?, number: PhoneNumber?) throws {
    let id = ledger.makeID().bytes
    let content = SealedConcern(concern: concern, raised: now)
    let place = NumberKey.Place(table: "text_concerns.number", row: id.hex)
    try sql(
      """
      INSERT INTO text_concerns (id, collection, day, reason, content, number)
      VALUES (?, ?, ?, ?, ?, ?)
      """
    ).run(
      .bytes(id), collection.map { .int($0) } ?? .null, .text("\(day)"),
      .text(concern.reason.rawValue),
      .bytes(try house.key.seal(content, in: "text_concerns", id)),
      .bytes(number.map { house.key.seal($0, for: place) }))
  }

  func keep(_ comment: TextComment, in collection: Int?) throws {
    let id = ledger.makeID().bytes
    try sql("INSERT INTO remarks (id, collection, day, kind, sealed) VALUES (?, ?, ?, ?, ?)").run(
      .bytes(id), collection.map { .int($0) } ?? .null, .text("\(day)"),
      .text(comment.kind.rawValue),
      .bytes(try house.key.seal(comment, in: "remarks", id)))
  }

  func park(_ parcel: SealedParcel, because why: String) throws {
    let id = ledger.makeID().bytes
    try sql("INSERT INTO parked (id, day, why, sealed) VALUES (?, ?, ?, ?)").run(
      .bytes(id), .int(now.days), .text(why), .bytes(try house.key.seal(parcel, in: "parked", id)))
  }

  /// Cancels what waits for a number. What may have been sent stays for its receipt.
  private func cancel(_ hash: NumberHash) throws {
    try sql("DELETE FROM outbox WHERE number = ? AND state = 'waiting'").run(.bytes(hash.bytes))
    try sql(
      """
      UPDATE outbox SET state = 'perhaps', sealed = NULL WHERE number = ? AND state = 'doubtful'
      """
    ).run(.bytes(hash.bytes))
    try sql("UPDATE outbox SET cancelled = 1 WHERE number = ? AND state = 'handed'")
      .run(.bytes(hash.bytes))
  }

  /// Cancels what waits for a number and sends it nothing more of our own accord. A stop stands
  /// over every other reason.
  func silence(_ hash: NumberHash, because reason: String, number: PhoneNumber? = nil) throws {
    try cancel(hash)
    let place = NumberKey.Place(table: "silenced", row: hash.bytes.hex)
    let sealed = number.map { house.key.seal($0, for: place) }
    try sql(
      """
      INSERT INTO silenced VALUES (?, ?, ?, ?) ON CONFLICT (number) DO UPDATE SET
        reason = excluded.reason, sealed = excluded.sealed, day = excluded.day
      WHERE reason <> 'stop'
      """
    ).run(
      .bytes(hash.bytes), .text(reason), .bytes(sealed),
      reason == "stop" ? .null : .int(now.days))
  }
}

extension Slice {
  init(of talk: Conversation, in month: Month) {
    (collection, audience, language) = (talk.collection, talk.audience, talk.language.code)
    (channel, self.month) = (Channel.text.rawValue, "\(month)")
    (wasHelped, isPartial) = (false, true)
  }
}

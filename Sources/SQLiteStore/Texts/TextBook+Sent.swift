import Foundation
import GRDB
import SurveyCore

// What came of a text that was handed out.
extension TextBook {
  func record(_ step: TextStep) throws {
    let reference = step.reference
    switch step.step {
    case .sent(let id, let delivery): try sent(reference, id, delivery)
    case .sendAgain(let at): try put(back: reference, at, isTry: true)
    // It is the messenger that waits: once somebody has put it right and started us again, these
    // are no later than the others.
    case .hold: try put(back: reference, now, isTry: false)
    case .holdAsking: try ask(reference, now, isQuestion: false)
    case .ask(let at): try ask(reference, at, isQuestion: true)
    case .perhapsSent: try end(reference, as: "perhaps")
    case .failed(let failure):
      try end(reference, as: "failed")
      if failure == .refused(.wrongNumber), let hash = try hash(of: reference) {
        try silence(hash, because: "unreachable", number: try number(of: hash))
      }
    case .optedOut:
      try end(reference, as: "refused")
      if let hash = try hash(of: reference) { try heedStop(from: hash) }
    }
  }

  /// A receipt may have come before we were told that it was taken.
  private func sent(_ reference: UUID, _ id: String?, _ delivery: TextDelivery) throws {
    let mark = id.map { house.key.mark("\(house.gateway.name)|\($0)", as: "sent") }
    try sql(
      """
      UPDATE outbox SET sealed = NULL, gateway = coalesce(?2, gateway),
        state = CASE WHEN state IN ('handed', 'doubtful', 'waiting') THEN ?3 ELSE state END
      WHERE reference = ?1
      """
    ).run(.bytes(reference.bytes), .bytes(mark?.bytes), .text(delivery.stored))
  }

  /// It was not taken: it waits again, unless the person has stopped meanwhile.
  private func put(back reference: UUID, _ due: Date, isTry: Bool) throws {
    try sql(
      """
      UPDATE outbox SET state = 'waiting', due = ?2, tries = tries + ?3
      WHERE reference = ?1 AND state = 'handed' AND cancelled = 0
      """
    ).run(.bytes(reference.bytes), .int(due.milliseconds), .flag(isTry))
    if ledger.database.changesCount == 0 { try end(reference, as: "failed") }
  }

  private func ask(_ reference: UUID, _ at: Date, isQuestion: Bool) throws {
    try sql(
      """
      UPDATE outbox SET state = 'doubtful', due = ?2, asked = asked + ?3
      WHERE reference = ?1 AND state = 'handed' AND cancelled = 0
      """
    ).run(.bytes(reference.bytes), .int(at.milliseconds), .flag(isQuestion))
    if ledger.database.changesCount == 0 { try end(reference, as: "perhaps") }
  }

  func end(_ reference: UUID, as state: String) throws {
    try sql(
      """
      UPDATE outbox SET state = ?2, sealed = NULL
      WHERE reference = ?1 AND state IN ('waiting', 'doubtful', 'handed')
      """
    ).run(.bytes(reference.bytes), .text(state))
  }

  /// Takes in a receipt: what moves its text on, and nothing else.
  func take(_ receipt: TextReceipt) throws {
    guard let (reference, hash, state) = try find(receipt) else { return }
    let before = TextDelivery(stored: state)
    guard before.after(receipt: receipt.delivery) != before else { return }
    try sql("UPDATE outbox SET state = ?, sealed = NULL WHERE reference = ?")
      .run(.text(receipt.delivery.stored), .bytes(reference.bytes))
    try heed(receipt, from: hash)
  }

  private func find(_ receipt: TextReceipt) throws -> (UUID, NumberHash, String)? {
    let columns = "SELECT reference, number, state FROM outbox"
    func read(_ row: Row) throws -> (UUID, NumberHash, String)? {
      guard let reference = UUID(stored: try row.get(0)),
        let hash = NumberHash(bytes: try row.get(1, as: Data.self))
      else { return nil }
      return (reference, hash, try row.get(2))
    }
    if let reference = receipt.reference,
      let found = try sql("\(columns) WHERE reference = ?")
        .first(.bytes(reference.bytes), read: read)
    {
      return found
    }
    guard let id = receipt.id else { return nil }
    let mark = house.key.mark("\(house.gateway.name)|\(id)", as: "sent")
    return try sql("\(columns) WHERE gateway = ?").first(.bytes(mark.bytes), read: read) ?? nil
  }

  /// Whether the number is still to be written to.
  private func heed(_ receipt: TextReceipt, from hash: NumberHash) throws {
    if receipt.failure == .optedOut { return try heedStop(from: hash) }
    let known =
      try sql("SELECT standing FROM misses WHERE number = ?")
      .first(.bytes(hash.bytes)) { row in
        try? JSONDecoder().decode(
          NumberStanding.self, from: Data(try row.get(0, as: String.self).utf8))
      } ?? nil
    var standing = known ?? NumberStanding()
    standing.heed(receipt)
    if standing.isDisabled {
      try silence(hash, because: "unreachable", number: try number(of: hash))
    }
    if standing.isDisabled || standing.misses == 0 {
      try sql("DELETE FROM misses WHERE number = ?").run(.bytes(hash.bytes))
    } else {
      let stored = String(decoding: try JSONEncoder().encode(standing), as: UTF8.self)
      try sql(
        """
        INSERT INTO misses VALUES (?, ?, ?) ON CONFLICT (number) DO UPDATE SET
          standing = excluded.standing, day = excluded.day
        """
      ).run(.bytes(hash.bytes), .text(stored), .int(now.days))
    }
  }

  /// The gateway says that the person stopped: as if they had told us, so that no reminder comes
  /// and START is understood.
  private func heedStop(from hash: NumberHash) throws {
    try silence(hash, because: "stop")
    // Under another key nothing opens; what came of the other texts is recorded all the same.
    guard var talk = try? conversation(with: hash), let number = try number(of: hash) else {
      return
    }
    let word = IncomingText(id: nil, from: "", to: "", body: "", sent: nil, optOut: "STOP")
    let effects = talk.receive(word, in: try setting(of: talk), at: now)
    try settle(talk, with: number, hash, effects)
  }

  private func hash(of reference: UUID) throws -> NumberHash? {
    try sql("SELECT number FROM outbox WHERE reference = ?")
      .first(.bytes(reference.bytes)) { NumberHash(bytes: try $0.get(0, as: Data.self)) } ?? nil
  }

  /// The number behind a hash, where a conversation is held with it.
  private func number(of hash: NumberHash) throws -> PhoneNumber? {
    try sql("SELECT sealed FROM conversations WHERE number = ?")
      .first(.bytes(hash.bytes)) { try? PhoneNumber(opened(try $0.get(0), of: hash).number) }
      ?? nil
  }
}

extension TextDelivery {
  /// As the outbox keeps it.
  var stored: String {
    switch self {
    case .queued: "waiting"
    case .perhapsSent: "perhaps"
    case .sent: "sent"
    case .delivered: "delivered"
    case .undelivered: "undelivered"
    case .refused: "refused"
    }
  }

  /// One that failed with us may have reached the gateway all the same.
  init(stored: String) {
    switch stored {
    case "sent": self = .sent
    case "delivered": self = .delivered
    case "undelivered": self = .undelivered
    case "refused": self = .refused
    case "waiting": self = .queued
    default: self = .perhapsSent
    }
  }
}

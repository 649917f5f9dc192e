import Foundation
import GRDB
import SurveyCore

extension TextBook {
  /// Those that were being handed over when we stopped, whoever they are, may have arrived.
  func recover() throws {
    try sql(
      "UPDATE outbox SET state = 'doubtful', due = ? WHERE sealed IS NOT NULL AND state = 'handed'"
    )
    .run(.int(now.milliseconds))
  }

  /// Hands out at most `most` texts whose turn it is.
  func claim(_ most: Int) throws -> TextClaim {
    var (left, sent) = try unheld(atMost: 4 * most)
    var claimed: [ClaimedText] = []
    var next: Date?
    while claimed.count < most {
      let turn = SendOrder().turn(of: left.map(\.text), sent: sent, at: now)
      guard case .send(let reference) = turn,
        let place = left.firstIndex(where: { $0.text.reference == reference })
      else {
        if case .wait(let until) = turn { next = until }
        break
      }
      let candidate = left.remove(at: place)
      // One text a person at a time: the next waits until this one has left.
      left.removeAll {
        $0.text.recipient == candidate.text.recipient && !$0.text.urgency.overtakes
      }
      sent[candidate.text.recipient, default: []].append(now)
      if let text = try handOut(candidate) { claimed.append(text) }
    }
    if claimed.count == most { next = now }
    return TextClaim(texts: claimed, next: try earlier(next, nextDue()))
  }

  /// What is due and not held by the limits on what one person is sent, with what each was sent.
  ///
  /// What is held is put off until it is free, so that those who text a lot hold up nobody else.
  private func unheld(atMost most: Int) throws -> ([Candidate], [NumberHash: [Date]]) {
    while true {
      let candidates = try candidates(atMost: most)
      var sent: [NumberHash: [Date]] = [:]
      for recipient in Set(candidates.map(\.text.recipient)) {
        sent[recipient] = try sentLately(to: recipient)
      }
      var isAnyHeld = false
      for text in candidates.map(\.text) where text.urgency != .safety {
        let free = SendOrder().limits.next(after: sent[text.recipient] ?? [], at: now)
        if free <= now { continue }
        isAnyHeld = true
        // A millisecond later, since the time is kept cut to one.
        try sql("UPDATE outbox SET due = ? WHERE reference = ?")
          .run(.int(free.milliseconds + 1), .bytes(text.reference.bytes))
      }
      if !isAnyHeld { return (candidates, sent) }
    }
  }

  private struct Candidate {
    var text: WaitingText
    var sealed: Data
    var tries: Int
    var doubt: ClaimedText.Doubt?
  }

  /// What is due and is not held up by an earlier text for the same person.
  private func candidates(atMost most: Int) throws -> [Candidate] {
    try sql(
      """
      SELECT reference, number, place, urgency, state, due, tries, asked, handed, sealed
      FROM outbox AS one
      WHERE sealed IS NOT NULL AND state IN ('waiting', 'doubtful') AND due <= ?
        AND (urgency <= ? OR NOT EXISTS (
          SELECT 1 FROM outbox AS other WHERE other.number = one.number
            AND other.place < one.place AND other.urgency > ?
            AND other.state IN ('waiting', 'doubtful', 'handed')))
      ORDER BY urgency, place LIMIT ?
      """
    ).all(
      .int(now.milliseconds), .int(TextUrgency.help.rank), .int(TextUrgency.help.rank), .int(most)
    ) { row in
      guard let reference = UUID(stored: try row.get(0)),
        let number = NumberHash(bytes: try row.get(1, as: Data.self)),
        let urgency = TextUrgency(rank: try row.get(3))
      else { throw StoreError.broken("a text in the outbox cannot be read") }
      let handed = Date(milliseconds: try row.get(8, as: Int?.self) ?? now.milliseconds)
      let isDoubtful = try row.get(4, as: String.self) == "doubtful"
      return Candidate(
        text: WaitingText(
          reference: reference, place: try row.get(2), recipient: number, urgency: urgency,
          due: Date(milliseconds: try row.get(5))),
        sealed: try row.get(9), tries: try row.get(6),
        doubt: isDoubtful
          ? ClaimedText.Doubt(asked: try row.get(7), handedOver: handed) : nil)
    }
  }

  private func sentLately(to hash: NumberHash) throws -> [Date] {
    let since = now.addingTimeInterval(-RecipientLimits.memory).milliseconds
    return try sql(
      """
      SELECT handed FROM outbox WHERE number = ? AND handed > ?
        AND state NOT IN ('waiting', 'failed')
      """
    ).all(.bytes(hash.bytes), .int(since)) { Date(milliseconds: try $0.get(0)) }
  }

  /// Marks a text as being handed over before it is: a text that is marked and not sent is found
  /// again, one that was sent and is not marked would be sent twice.
  private func handOut(_ candidate: Candidate) throws -> ClaimedText? {
    let reference = candidate.text.reference
    let text: SealedText
    do {
      text = try house.key.open(candidate.sealed, in: "outbox", reference.bytes)
    } catch {
      try end(reference, as: "failed")
      return nil
    }
    try sql(
      """
      UPDATE outbox SET state = 'handed', handed = CASE state WHEN 'doubtful' THEN handed ELSE ? END
      WHERE reference = ?
      """
    ).run(.int(now.milliseconds), .bytes(reference.bytes))
    return ClaimedText(
      text: OutgoingText(reference: reference, to: text.to, body: text.body),
      tries: candidate.tries, doubt: candidate.doubt)
  }

  /// When the next text that waits is due.
  private func nextDue() throws -> Date? {
    try sql(
      """
      SELECT due FROM outbox
      WHERE sealed IS NOT NULL AND due > ? AND state IN ('waiting', 'doubtful')
      ORDER BY due LIMIT 1
      """
    ).first(.int(now.milliseconds)) { Date(milliseconds: try $0.get(0)) }
  }

  /// Whether so many texts wait that we add none of our own accord.
  func isCrowded() throws -> Bool {
    let waiting =
      try sql("SELECT count(*) FROM outbox WHERE sealed IS NOT NULL AND state <> 'handed'")
      .first { try $0.get(0, as: Int.self) } ?? 0
    return !house.sending.mayCrowd(waiting: waiting)
  }

  private func earlier(_ one: Date?, _ other: Date?) -> Date? {
    guard let one, let other else { return one ?? other }
    return min(one, other)
  }
}

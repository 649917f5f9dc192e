import Foundation
import GRDB
import SurveyCore

/// Whom a text came from, and what they are asked.
struct Party {
  let number: PhoneNumber
  let hash: NumberHash
  /// Nil where no conversation is held.
  var talk: Conversation?
}

extension TextBook {
  /// The conversation held with a number; nil when there is none.
  ///
  /// - Throws: `StoreError.broken` where it does not open with this key.
  func conversation(with hash: NumberHash) throws -> Conversation? {
    try sql("SELECT sealed FROM conversations WHERE number = ?")
      .first(.bytes(hash.bytes)) { try opened($0.get(0), of: hash).talk }
  }

  func opened(_ sealed: Data, of hash: NumberHash) throws -> SealedTalk {
    try house.key.open(sealed, as: SealedTalk.self, in: "conversations", hash.bytes)
  }

  func setting(of talk: Conversation) throws -> TextSetting {
    let collection = try ledger.collection(talk.collection)
    let edition = try ledger.codebook(collection.edition).edition
    var survey = edition.survey
    // Nobody may wish for a language that would come out as question marks.
    survey.languages.removeAll {
      $0 != talk.language && !carriage.carries($0, of: edition, to: talk.audience, by: house)
    }
    return TextSetting(
      survey: survey, authority: house.authority,
      rules: house.rules, isOpen: collection.isTaking,
      gatewayAnswersStop: house.gateway.answersStop)
  }

  /// Stores the conversation as it stands now, and carries out what it asks for.
  func settle(
    _ talk: Conversation, with number: PhoneNumber, _ hash: NumberHash, _ effects: [TextEffect]
  ) throws {
    var talk = talk
    // What is still due is due because the conversation says so anew each time.
    let wakes = effects.compactMap { if case .wake(let at) = $0 { at } else { nil } }
    if talk.isOver { talk.forgetWords() }
    let sealed = try house.key.seal(
      SealedTalk(number: number.e164, talk: talk), in: "conversations", hash.bytes)
    try sql(
      """
      INSERT INTO conversations VALUES (?, ?, ?, ?) ON CONFLICT (number) DO UPDATE SET
        sealed = excluded.sealed, wake = excluded.wake, until = excluded.until
      """
    ).run(
      .bytes(hash.bytes), .bytes(sealed),
      talk.isOver ? .null : wakes.last.map { .int($0.milliseconds) } ?? .null,
      talk.isOver ? .int(Self.monday(atLeast: house.retention.numbers, after: now)) : .null)
    for effect in effects {
      try apply(effect, to: Party(number: number, hash: hash, talk: talk))
    }
  }

  /// The Monday at least so many days after a moment, in days since 1970, which was a Thursday.
  static func monday(atLeast days: Int, after moment: Date) -> Int {
    let day = moment.days + days
    return day + (4 - day % 7 + 7) % 7
  }

  /// Does what is due with at most `most` conversations; how many there were.
  ///
  /// None while too much waits to be sent already: they stay due.
  func tick(most: Int) throws -> Int {
    if try isCrowded() { return 0 }
    let due = try sql(
      "SELECT number, sealed FROM conversations WHERE wake <= ? ORDER BY wake LIMIT ?"
    ).all(.int(now.milliseconds), .int(most)) { row in
      (hash: try row.get(0, as: Data.self), sealed: try row.get(1, as: Data.self))
    }
    for row in due {
      guard let hash = NumberHash(bytes: row.hash) else { continue }
      do {
        try ledger.inSavepoint { try tick(row.sealed, hash) }
      } catch  where StoreError.isOfOneJob(error) && ledger.isInTransaction {
        // Not for ever: it is looked at again in an hour.
        try sql("UPDATE conversations SET wake = ? WHERE number = ?")
          .run(.int(now.addingTimeInterval(3600).milliseconds), .bytes(hash.bytes))
      }
    }
    return due.count
  }

  private func tick(_ sealed: Data, _ hash: NumberHash) throws {
    let row = try opened(sealed, of: hash)
    var talk = row.talk
    let effects = talk.tick(in: try setting(of: talk), at: now)
    guard let number = try? PhoneNumber(row.number) else {
      throw StoreError.broken("a conversation without a number")
    }
    try settle(talk, with: number, hash, effects)
  }
}

// MARK: Beginning

extension TextBook {
  /// Whether a keyword begins a survey now: not in the middle of one, not one that was answered,
  /// and not for somebody who has stopped, whom only START brings back.
  func begins(
    _ keyword: TextKeyword, _ known: Conversation?, from hash: NumberHash
  ) throws -> Bool {
    if let known, !known.isOver { return false }
    if let known, known.collection == keyword.collection, known.wasFinished { return false }
    if try isSilenced(hash, ["stop", "wrong"]) { return false }
    return try isOpenToText(keyword.collection) && words(for: keyword) != nil
  }

  /// Whom a keyword's survey asks, and in which language: its first, or else English; nil where the
  /// gateway carries neither whole, since nobody is to begin what cannot be put to them.
  private func words(for keyword: TextKeyword) throws -> (audience: String, language: Language)? {
    let collection = try ledger.collection(keyword.collection)
    let edition = try ledger.codebook(collection.edition).edition
    guard
      let audience = keyword.audience ?? collection.audience ?? edition.survey.audiences.first?.id,
      edition.survey.audience(audience) != nil
    else { return nil }
    let languages = edition.survey.languages.prefix(1) + [.english]
    let language = languages.first {
      edition.survey.languages.contains($0)
        && carriage.carries($0, of: edition, to: audience, by: house)
    }
    return language.map { (audience, $0) }
  }

  func begin(_ keyword: TextKeyword, with number: PhoneNumber, _ hash: NumberHash) throws {
    let collection = try ledger.collection(keyword.collection)
    guard let (audience, language) = try words(for: keyword) else {
      throw StoreError.refused("a keyword that nobody can be asked by")
    }
    var talk = Conversation(
      collection: keyword.collection, edition: collection.edition, audience: audience,
      language: language)
    let effects = talk.invite(in: try setting(of: talk), at: now, asReply: true)
    try settle(talk, with: number, hash, effects)
  }

  /// Whether a collection hands out something new, promises no more than a text can, and asks what
  /// may be texted.
  func isOpenToText(_ collection: Int) throws -> Bool {
    let edition = try sql(
      "SELECT edition FROM collections WHERE id = ? AND state = 'open' AND promise <> 'anonymous'"
    ).first(.int(collection)) { try $0.get(0, as: Int.self) }
    return try edition.map { try ledger.codebook($0).edition.survey.mayBeTexted } ?? false
  }

  /// Invites one person.
  func invite(_ invitation: TextInvitation, to collection: Int, _ row: CollectionRow) throws
    -> TextInvited
  {
    let hash = house.key.hash(invitation.number)
    if try isSilenced(hash, ["stop"]) { return .stopped }
    if try isSilenced(hash, ["wrong", "unreachable"]) { return .lost }
    if let known = try conversation(with: hash) {
      if known.collection == collection { return .already }
      if !known.isOver { return .underWay }
    }
    _ = try check(invitation, row)
    var talk = Conversation(
      collection: collection, edition: row.edition, audience: invitation.audience,
      language: invitation.language, isSafeToText: invitation.isSafeToText)
    let effects = talk.invite(in: try setting(of: talk), at: now)
    try settle(talk, with: invitation.number, hash, effects)
    return .invited
  }

  private func check(_ invitation: TextInvitation, _ row: CollectionRow) throws -> Survey {
    let survey = try ledger.codebook(row.edition).edition.survey
    guard survey.audience(invitation.audience) != nil,
      row.audience == nil || row.audience == invitation.audience
    else { throw StoreError.refused("an audience the collection does not ask") }
    guard survey.languages.contains(invitation.language) else {
      throw StoreError.refused("a language the survey does not have")
    }
    return survey
  }

  func isSilenced(_ hash: NumberHash, _ reasons: Set<String>) throws -> Bool {
    try sql("SELECT reason FROM silenced WHERE number = ?")
      .first(.bytes(hash.bytes)) { reasons.contains(try $0.get(0, as: String.self)) } ?? false
  }
}

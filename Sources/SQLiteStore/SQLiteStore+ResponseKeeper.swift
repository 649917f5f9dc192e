import Foundation
import GRDB
public import SurveyCore

extension SQLiteStore: ResponseKeeper {
  public func edition(_ id: Int) throws(StoreError) -> Edition? {
    if let known = shelf.known(id) { return known.edition }
    return try read { try self.shelf.codebook(id, from: $0)?.edition }
  }

  public func collection(_ id: Int) throws(StoreError) -> Collection? {
    let (version, collection) = known.with { ($0.version, $0.collections[id]) }
    if let collection { return collection }
    let found = try read { try Self.collections(in: $0, where: "collections.id = \(id)").first }
    // A store opened beside the writer hears of no change, so it remembers nothing.
    if let found, writer != nil {
      known.with { if $0.version == version { $0.collections[id] = found } }
    }
    return found
  }

  public func link(_ token: Fingerprint) throws(StoreError) -> Link? {
    if let collection = known.with({ $0.openLinks[token] }) {
      return Link(collection: collection, isSpent: false, session: nil)
    }
    let found = try read { database in
      try Row.fetchOne(
        database.cachedStatement(
          sql: """
            SELECT links.collection, spent, session, single_use
            FROM links JOIN collections ON collections.id = links.collection
              LEFT JOIN journeys ON journeys.link = links.token
            WHERE token = ?
            """), arguments: [Data(token.bytes)]
      ).map { row in
        let session = try row.get(2, as: Data?.self).flatMap { Fingerprint(bytes: $0) }
        if try !row.get(3, as: Bool.self) { self.note(try row.get(0, as: Int.self), of: token) }
        return (try row.get(0, as: Int.self), try row.get(1, as: Bool.self), session)
      }
    }
    guard let (collection, isSpent, session) = found else { return nil }
    let owner = isSpent ? nil : sessions.owner(of: token, onDisk: session)
    return Link(collection: collection, isSpent: isSpent, session: owner)
  }

  /// An open link is never spent and leads to one place for ever, so it need not be asked for again.
  private func note(_ collection: Int, of openLink: Fingerprint) {
    known.with { known in
      if known.openLinks.count >= Known.mostLinks { known.openLinks = [:] }
      known.openLinks[openLink] = collection
    }
  }

  public func session(_ token: Fingerprint) throws(StoreError) -> SessionState {
    if let known = sessions.standing(token) { return known }
    let found = try read { database in
      try Row.fetchOne(
        database.cachedStatement(sql: "SELECT * FROM journeys WHERE session = ?"),
        arguments: [Data(token.bytes)]
      ).map { try JourneyRow($0).state($0) }
    }
    return sessions.note(found ?? .unknown, of: token)
  }

  public func carry(_ journey: LiveJourney) {
    guard let writer, sessions.carry(journey) == .queueIt else { return }
    do {
      try writer.add(carrying(journey.session))
    } catch {
      sessions.forget(journey.session)
    }
  }

  /// Writes whatever its session holds unwritten by then.
  private func carrying(_ session: Fingerprint) -> Job {
    let taken = Locked<LiveJourney?>(nil)
    return Job(
      isAwaited: false, isAtomic: true,
      run: { ledger in
        guard let journey = self.sessions.takeUnwritten(session) else { return {} }
        taken.with { $0 = journey }
        try ledger.carry(journey)
        return {}
      },
      failed: { error in
        switch error {
        case .conflict, .refused: self.sessions.forget(session)
        case .full, .busy, .broken: self.carryAgain(session, taken.with { $0 })
        }
      })
  }

  /// The disk refused a journey, so it waits for the next commit.
  private func carryAgain(_ session: Fingerprint, _ taken: LiveJourney?) {
    if let taken, !sessions.putBack(taken) { return }
    if writer?.addAgain(carrying(session)) != true { sessions.forget(session) }
  }

  public func leave(_ session: Fingerprint, on day: Day, keepingWords: Bool) {
    guard let writer else { return }
    sessions.end(session)
    // When too much waits to be written, the journey is wiped with those nobody touched any more.
    try? writer.add(leaving(session, on: day, keepingWords))
  }

  private func leaving(_ session: Fingerprint, on day: Day, _ keepingWords: Bool) -> Job {
    Job(
      isAwaited: false,
      run: { ledger in
        // Carried at the same moment, it would be written after it was wiped.
        if let late = self.sessions.takeUnwritten(session) { try ledger.carry(late) }
        if let journey = try ledger.journey(of: session) {
          try ledger.retire(journey, on: day, keepingWords: keepingWords)
        }
        return {}
      },
      failed: { error in
        switch error {
        case .conflict, .refused: break
        case .full, .busy, .broken:
          _ = self.writer?.addAgain(self.leaving(session, on: day, keepingWords))
        }
      })
  }

  public func finish(
    _ session: Fingerprint, with response: Response, raising concerns: [Concern],
    then: @escaping @Sendable (Result<Kept, StoreError>) -> Void
  ) {
    let job = Job(
      isAwaited: true,
      run: { ledger in
        let (kept, state) = try ledger.finish(session, with: response, raising: concerns)
        return {
          if let state { self.sessions.finish(session, as: state) }
          then(.success(kept))
        }
      }, failed: { then(.failure($0)) })
    if let refusal = queue(job) { then(.failure(refusal)) }
  }

  public func keep(
    _ responses: [HandedIn], then: @escaping @Sendable ([Result<Kept, StoreError>]) -> Void
  ) {
    let job = Job(
      isAwaited: true, isAtomic: true,
      run: { ledger in
        let outcomes = try ledger.keep(responses)
        return { then(outcomes) }
      }, failed: { error in then(responses.map { _ in .failure(error) }) })
    if let refusal = queue(job) { then(responses.map { _ in .failure(refusal) }) }
  }

  /// Queues a job; gives why not when it was not taken.
  private func queue(_ job: Job) -> StoreError? {
    guard let writer else { return Self.isForReading }
    do { try writer.add(job) } catch { return error }
    return nil
  }
}

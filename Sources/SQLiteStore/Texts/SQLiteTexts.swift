public import Foundation
import GRDB
public import SurveyCore

/// The text channel's doors to a store, for whoever holds the key of the numbers.
public final class SQLiteTexts: Sendable {
  let store: SQLiteStore
  let house: TextHouse
  private let carriage = Carriage()
  let bell: @Sendable () -> Void

  /// - Parameters:
  ///   - store: Where it is kept.
  ///   - house: What the channel is run with.
  ///   - bell: Rung, on the writer's thread, when something may have come to be sent.
  public init(
    _ store: SQLiteStore, _ house: TextHouse, bell: @escaping @Sendable () -> Void = {}
  ) {
    (self.store, self.house, self.bell) = (store, house, bell)
  }

  func read<Result>(_ body: (Database) throws -> Result) throws(StoreError) -> Result {
    try store.read(body)
  }

  /// Writes with the next commit, and waits for it.
  func write<Result: Sendable>(
    at now: Date, _ body: @escaping (TextBook) throws -> Result
  ) throws(StoreError) -> Result {
    try store.write { [house, carriage] in
      try body(TextBook(ledger: $0, house: house, carriage: carriage, at: now))
    }
  }

  /// Writes with the next commit, and tells `then` when the disk has it or has refused it.
  private func write<Outcome: Sendable>(
    at now: Date, _ body: @escaping (TextBook) throws -> Outcome,
    then: @escaping @Sendable (Result<Outcome, StoreError>) -> Void
  ) {
    guard let writer = store.writer else { return then(.failure(SQLiteStore.isForReading)) }
    do {
      try writer.add(
        Job(
          isAwaited: true,
          run: { [house, carriage] ledger in
            let book = TextBook(ledger: ledger, house: house, carriage: carriage, at: now)
            let outcome = try body(book)
            return { then(.success(outcome)) }
          }, failed: { then(.failure($0)) }))
    } catch {
      then(.failure(error))
    }
  }
}

extension SQLiteTexts: TextKeeper {
  public func take(
    _ text: IncomingText, at now: Date,
    then: @escaping @Sendable (Result<TextTaken, StoreError>) -> Void
  ) {
    write(at: now, { try $0.take(text) }) { [bell] outcome in
      bell()
      then(outcome)
    }
  }

  public func take(
    _ receipt: TextReceipt, at now: Date,
    then: @escaping @Sendable (Result<Void, StoreError>) -> Void
  ) {
    write(at: now, { try $0.take(receipt) }, then: then)
  }

  public func park(
    _ request: WireRequest, for fault: WireFault, at now: Date,
    then: @escaping @Sendable (Result<Void, StoreError>) -> Void
  ) {
    let parcel = SealedParcel.request(
      method: request.method.rawValue, target: request.target,
      headers: request.headers.flatMap { [$0.name, $0.value] }, body: Data(request.body))
    write(at: now, { try $0.park(parcel, because: "\(fault)") }, then: then)
  }
}

extension SQLiteTexts: TextOutbox {
  public func recover(at now: Date) throws(StoreError) {
    try write(at: now) { try $0.recover() }
  }

  public func claim(_ most: Int, at now: Date) throws(StoreError) -> TextClaim {
    try write(at: now) { try $0.claim(most) }
  }

  public func record(_ steps: [TextStep], at now: Date) throws(StoreError) {
    try write(at: now) { book in for step in steps { try book.record(step) } }
    bell()
  }

  public func tick(at now: Date) throws(StoreError) -> Int {
    var total = 0
    while true {
      let done = try write(at: now) { try $0.tick(most: 100) }
      total += done
      if done > 0 { bell() }
      if done < 100 { return total }
    }
  }
}

public import Foundation
import GRDB
public import SurveyCore

extension SQLiteTexts {
  public func remarks(
    _ shelf: TextShelf, all isAll: Bool, after last: UUID?
  ) throws(StoreError) -> [HeldRemark] {
    try write(at: Date()) { book in
      let found = try book.remarks(shelf, isAll, after: last?.bytes ?? [])
      for remark in found where remark.words != nil {
        try book.sql("UPDATE \(shelf.rawValue) SET read = 1 WHERE id = ?")
          .run(.bytes(remark.id.bytes))
      }
      return found
    }
  }
}

extension SQLiteStore {
  /// How much was said that is no answer and that nobody has read.
  public func unreadTexts(_ shelf: TextShelf) throws(StoreError) -> Int {
    try read { database in
      try Int.fetchOne(
        database, sql: "SELECT count(*) FROM \(shelf.rawValue) WHERE read = 0") ?? 0
    }
  }
}

extension TextBook {
  /// The longest a gateway can send is 64 KiB: twenty fit into one message of the admin socket.
  private static let mostRemarks = 20

  fileprivate func remarks(
    _ shelf: TextShelf, _ isAll: Bool, after last: [UInt8]
  ) throws -> [HeldRemark] {
    let columns = shelf == .remarks ? "collection, day, kind" : "NULL, day, why"
    return try sql(
      """
      SELECT id, sealed, \(columns) FROM \(shelf.rawValue)
      WHERE id > ? AND read <= ? ORDER BY id LIMIT ?
      """
    ).all(.bytes(last), .flag(isAll), .int(Self.mostRemarks)) { row in
      switch shelf {
      case .remarks: try remark(row)
      case .parked: try parcel(row)
      }
    }
  }

  private func remark(_ row: Row) throws -> HeldRemark {
    guard let id = UUID(stored: try row.get(0)), let day = Day(try row.get(3, as: String.self))
    else { throw StoreError.broken("what somebody texted cannot be read") }
    let said = try? house.key.open(
      row.get(1), as: TextComment.self, in: TextShelf.remarks.rawValue, id.bytes)
    return HeldRemark(
      id: id, day: day, kind: try row.get(4), collection: try row.get(2), question: said?.question,
      words: said?.words)
  }

  private func parcel(_ row: Row) throws -> HeldRemark {
    guard let id = UUID(stored: try row.get(0)) else {
      throw StoreError.broken("what was put aside cannot be read")
    }
    let parcel = try? house.key.open(
      row.get(1), as: SealedParcel.self, in: TextShelf.parked.rawValue, id.bytes)
    let day = Date(timeIntervalSince1970: Double(try row.get(3, as: Int.self)) * 86_400)
    return HeldRemark(
      id: id, day: Day(day, in: .gmt), kind: try row.get(4), collection: nil, question: nil,
      words: parcel?.words)
  }
}

extension SealedParcel {
  /// What it holds, as far as a person can use it. Of a request only the body, since its address
  /// holds a secret; and its numbers are hidden, since among them is the sender's.
  fileprivate var words: String {
    switch self {
    case .text(let text): text.body
    case .request(_, _, _, let body):
      String(decoding: body, as: UTF8.self)
        .replacing(#/[0-9][0-9 ()-]{4,}[0-9]/#) { "•••••" + $0.output.suffix(3) }
    }
  }
}

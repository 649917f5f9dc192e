import Foundation
import Logging
import SQLiteStore
import SurveyCore

/// Why somebody opens what is sealed. It is logged, so that it may hold no number.
struct OpeningReason: Codable, Sendable, Hashable {
  let words: String

  /// - Throws: `Refused` where it says nothing, is no single line, or holds a telephone number.
  init(_ words: String) throws {
    let words = words.trimmingCharacters(in: .whitespaces)
    guard !words.isEmpty, words.count <= 200,
      !words.unicodeScalars.contains(where: { $0.properties.generalCategory == .control })
    else { throw Refused("--reason must say why, in one line of at most 200 characters") }
    guard words.firstMatch(of: #/[0-9](?:[ ()-]*[0-9]){8,}/#) == nil else {
      throw Refused("--reason is logged, and must not hold a telephone number")
    }
    self.words = words
  }

  init(from decoder: any Decoder) throws {
    try self.init(decoder.singleValueContainer().decode(String.self))
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(words)
  }
}

/// What is opened by rule: each time is logged with its reason, and never with what was in it.
extension Administration {
  func read(_ concern: UUID, because reason: OpeningReason) throws -> ConcernWords {
    guard let found = try line.read(concern) else {
      throw Refused("no concern \(concern.uuidString.lowercased()) came by text")
    }
    log("a concern was opened", reason, ["concern": "\(concern.uuidString.lowercased())"])
    return ConcernWords(
      raised: found.raised, reason: found.concern.reason, question: found.concern.question,
      words: found.concern.words, number: found.number?.e164)
  }

  func remarks(
    _ shelf: TextShelf, all isAll: Bool, after last: UUID?, because reason: OpeningReason
  ) throws -> [RemarkWords] {
    let found = try line.remarks(shelf, all: isAll, after: last)
    if !found.isEmpty {
      log(
        "what was texted was opened", reason,
        ["kind": "\(shelf.rawValue)", "count": "\(found.count)"])
    }
    let asked = try asked()
    return found.map { remark in
      RemarkWords(
        id: remark.id, day: remark.day, kind: remark.kind,
        asked: remark.collection.flatMap { asked[$0] }, question: remark.question,
        words: remark.words)
    }
  }

  func lostNumbers(because reason: OpeningReason) throws -> TextReply {
    let lost = try line.lostNumbers()
    log("lost numbers were opened", reason, ["count": "\(lost.count)"])
    return .lostNumbers(
      wrong: lost.filter(\.isWrong).map(\.number.e164),
      unreachable: lost.filter { !$0.isWrong }.map(\.number.e164))
  }

  /// Place and survey of each collection.
  private func asked() throws -> [Int: String] {
    let surveys = try Dictionary(
      uniqueKeysWithValues: store.editions().map { ($0.id, $0.survey.id) })
    return try Dictionary(
      uniqueKeysWithValues: store.collections().map { collection in
        (collection.id, "\(collection.place), \(surveys[collection.edition] ?? "")")
      })
  }

  private func log(_ event: Logger.Message, _ reason: OpeningReason, _ more: Logger.Metadata) {
    let metadata = more.merging(["reason": "\(reason.words)"]) { one, _ in one }
    Logger(label: "heard.text").notice(event, metadata: metadata)
  }
}

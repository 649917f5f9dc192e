public import Foundation

/// The door through which people read and code what somebody wrote. Reading is logged before
/// anything is handed out: who, why, and of which survey and months.
public protocol CaseReader: Sendable {
  /// Notes that somebody is about to read comments.
  func log(_ reading: CommentReading) throws(StoreError)

  /// Every reading that was logged, oldest day first.
  func readings() throws(StoreError) -> [CommentReading]

  /// The comments that a logged reading is about, in an order that says nothing.
  ///
  /// - Throws: `StoreError.refused` where no such reading was logged.
  func comments(for reading: UUID) throws(StoreError) -> [WrittenComment]

  /// Every reason why `code` would refuse the same, by the place of the change.
  func faults(
    in changes: [CodingChange], by name: String
  ) throws(StoreError) -> [Int: CodingFault]

  /// Codes comments, all or none.
  ///
  /// - Parameters:
  ///   - changes: What is said of each comment.
  ///   - name: Who says so.
  ///   - day: The day it is.
  /// - Returns: How much changed, or every reason why nothing was.
  /// - Throws: `StoreError` where the store cannot be written.
  func code(
    _ changes: [CodingChange], by name: String, on day: Day
  ) throws(StoreError) -> CodingOutcome
}

/// Somebody's reading of what people wrote.
public struct CommentReading: Sendable, Hashable, Codable, Identifiable {
  public let id: UUID
  public let reader: String
  public let reason: String
  public let survey: String
  public let from: Month
  public let through: Month
  public let day: Day

  public init(
    id: UUID, reader: String, reason: String, survey: String, from: Month, through: Month, day: Day
  ) {
    (self.id, self.reader, self.reason, self.survey) = (id, reader, reason, survey)
    (self.from, self.through, self.day) = (from, through, day)
  }
}

/// What somebody wrote. It leads to nothing else that they said.
public struct WrittenComment: Sendable, Hashable, Identifiable {
  public let id: UUID
  /// The number of the edition.
  public let edition: Int
  public let question: String
  public let audience: String
  public let language: Language
  public let words: String
  public let coding: Coding?

  public init(
    id: UUID, edition: Int, question: String, audience: String, language: Language, words: String,
    coding: Coding?
  ) {
    (self.id, self.edition, self.question, self.audience) = (id, edition, question, audience)
    (self.language, self.words, self.coding) = (language, words, coding)
  }
}

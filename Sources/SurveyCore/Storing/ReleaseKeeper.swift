/// The door through which a quarter is released: what was counted in it is frozen, so that what is
/// published of it later never differs from what was published first.
public protocol ReleaseKeeper: Sendable {
  /// Freezes what is counted now in the quarter that starts with `quarter`, as the draft of its
  /// next issue. No figures read a draft but those that ask for it; one that was left over goes.
  func freeze(_ quarter: Month, on day: Day) throws(StoreError) -> Release

  /// Makes a draft the quarter's newest issue, with what was written of it: from now on all
  /// figures of the quarter are read from it. A release of which nothing was written yet may be
  /// given once more, with what was, and is of that day.
  ///
  /// - Throws: `StoreError.refused` where it is neither, or another draft took its place.
  func release(
    _ draft: Release, with documents: [ReleasedDocument]
  ) throws(StoreError) -> Release

  /// Forgets a draft.
  func discard(_ draft: Release) throws(StoreError)

  /// Every issue of every quarter, oldest quarter first, without drafts.
  func releases() throws(StoreError) -> [Release]

  /// Whether what a release froze is as it was frozen.
  func isIntact(_ release: Release) throws(StoreError) -> Bool
}

/// An issue of a quarter's figures.
public struct Release: Sendable, Hashable, Codable, Identifiable {
  public let id: Int
  /// The first month of the quarter.
  public let quarter: Month
  /// 1 for the first issue, then 2, …
  public let issue: Int
  /// The day it was frozen, or that on which something was first written of it.
  public let day: Day
  /// What is known of the counts it froze: changed when one of them is.
  public let counts: Fingerprint
  public let documents: [ReleasedDocument]

  /// The same, of which something is written on that day for the first time.
  public func written(on day: Day) -> Release {
    Release(id: id, quarter: quarter, issue: issue, day: day, counts: counts)
  }

  public init(
    id: Int, quarter: Month, issue: Int, day: Day, counts: Fingerprint,
    documents: [ReleasedDocument] = []
  ) {
    (self.id, self.quarter, self.issue, self.day) = (id, quarter, issue, day)
    (self.counts, self.documents) = (counts, documents)
  }

  /// The quarter's last month.
  public var through: Month { quarter.adding(2) }
}

/// A document that was written of a release, and the SHA-256 of its bytes.
public struct ReleasedDocument: Sendable, Hashable, Codable {
  /// The file's name, such as `psw-2026-07-to-2026-09-issue-1.html`.
  public let name: String
  public let hash: Fingerprint

  public init(name: String, hash: Fingerprint) { (self.name, self.hash) = (name, hash) }
}

public import Foundation

/// What people made of one comment.
public struct Coding: Sendable, Hashable {
  /// Ids of the themes that fit, in order; none where no theme does.
  public private(set) var themes: [String]
  /// Who gave it its themes.
  public private(set) var coder: String
  /// The words as they may be quoted; nil where they may not.
  public private(set) var quote: String?
  /// Who proposed to quote them.
  public private(set) var quoter: String?
  /// Who released the quote: never who proposed it.
  public private(set) var releaser: String?

  public init(
    themes: [String], coder: String, quote: String? = nil, quoter: String? = nil,
    releaser: String? = nil
  ) {
    (self.themes, self.coder, self.quote) = (themes, coder, quote)
    (self.quoter, self.releaser) = (quoter, releaser)
  }

  /// The same comment once `name` has been over it.
  ///
  /// Whoever changes the themes becomes the coder, and whoever changes the quote its proposer,
  /// which takes a release back. Only another person than the proposer releases.
  ///
  /// - Throws: `CodingFault.releasedAlone` where `name` proposed what is to be released.
  static func after(
    _ change: CodingChange, by name: String, upon before: Coding?
  ) throws(CodingFault) -> Coding {
    let themes = change.themes.sorted()
    var coding = before ?? Coding(themes: themes, coder: name)
    if coding.themes != themes { (coding.themes, coding.coder) = (themes, name) }
    if coding.quote != change.quote {
      (coding.quote, coding.quoter) = (change.quote, change.quote == nil ? nil : name)
      coding.releaser = nil
    }
    guard change.isReleased, let quoter = coding.quoter else {
      coding.releaser = nil
      return coding
    }
    if coding.releaser == nil {
      if areSame(quoter, name) { throw .releasedAlone(quoter) }
      coding.releaser = name
    }
    return coding
  }

  /// Whether two names are one person's, however they are written.
  static func areSame(_ one: String, _ other: String) -> Bool {
    let plain = { (name: String) in
      name.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
    }
    return plain(one) == plain(other)
  }
}

/// What somebody says of one comment.
public struct CodingChange: Sendable, Hashable, Codable {
  public var comment: UUID
  /// Ids of themes; empty where none fits.
  public var themes: [String]
  public var quote: String?
  /// What may name somebody, and was not found harmless: no quote may hold it.
  public var unchecked: [String]
  public var isReleased: Bool

  public init(
    comment: UUID, themes: [String], quote: String? = nil, unchecked: [String] = [],
    isReleased: Bool = false
  ) {
    (self.comment, self.themes, self.quote) = (comment, themes, quote)
    (self.unchecked, self.isReleased) = (unchecked, isReleased)
  }

  /// What becomes of a comment with these words.
  ///
  /// - Throws: the first reason why that may not be.
  public func applied(
    to words: String, by name: String, upon before: Coding?
  ) throws(CodingFault) -> Coding {
    if let quote {
      do throws(QuoteRule.Fault) {
        try QuoteRule(comment: words, unchecked: unchecked).check(quote)
      } catch {
        throw .quote(error)
      }
    } else if isReleased {
      throw .nothingToRelease
    }
    return try Coding.after(self, by: name, upon: before)
  }
}

/// Why a comment was not coded.
public enum CodingFault: Error, Sendable, Hashable {
  /// No comment has this id.
  case unknown
  case quote(QuoteRule.Fault)
  case nothingToRelease
  /// Who proposed a quote, named here, does not release it.
  case releasedAlone(String)
}

/// What became of a file of codings.
public enum CodingOutcome: Sendable, Hashable {
  case done(CodingSummary)
  /// Nothing was changed: why not, by the place of the change in what was handed in.
  case refused([Int: CodingFault])
}

/// How many comments a file changed.
public struct CodingSummary: Sendable, Hashable, Codable {
  public var coded = 0
  public var unchanged = 0
  /// Quotes proposed anew, and quotes released now.
  public var proposed = 0
  public var released = 0

  public init() {}

  /// Counts one comment.
  public mutating func add(_ before: Coding?, _ after: Coding) {
    if before == after { return unchanged += 1 }
    coded += 1
    if after.quote != nil, before?.quote != after.quote { proposed += 1 }
    if after.releaser != nil, before?.releaser == nil { released += 1 }
  }
}

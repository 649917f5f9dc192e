/// What a question is evidence of, stable over years, rewordings, audiences, languages, channels.
///
/// Measures are data, kept in `Surveys/measures.yaml`.
public struct Measure: Hashable, Sendable, Codable {
  /// The kinds of information in Munro Review 2011, Appendix B.
  public enum Category: String, Sendable, Codable, CaseIterable {
    case outcome, service, management
  }

  public var id: String
  public var title: Localized
  /// The lowest favourable score by the highest score of a scale: `[5: 4, 3: 3]` says that 4 and
  /// up is favourable on a scale to five, and 3 on a scale to three. This is how scales of
  /// different length share one measure.
  public var favourable: [Int: Int]
  /// The twin-core item this measure feeds, `L1a` to `L8` (Munro App B), where it feeds one.
  public var twinCore: String?
  public var domain: String
  public var category: Category
  public var source: String

  public init(
    id: String, title: Localized, favourable: [Int: Int], twinCore: String?, domain: String,
    category: Category, source: String
  ) {
    (self.id, self.title, self.favourable, self.twinCore) = (id, title, favourable, twinCore)
    (self.domain, self.category, self.source) = (domain, category, source)
  }
}

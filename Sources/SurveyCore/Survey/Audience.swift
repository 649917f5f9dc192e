/// Who is asked: data that an authority may add to, kept in `Surveys/audiences.yaml`.
public struct Audience: Hashable, Sendable, Codable {
  /// The part of the service's world an audience belongs to. No figure ever mixes two groups.
  public enum Group: String, Sendable, Codable, CaseIterable {
    case child, parent, worker, partner
  }

  /// How simple the words must be, and how much may be asked at once. Advisory: the check warns.
  public struct Limits: Hashable, Sendable, Codable {
    /// Words in one question.
    public var words: Int
    /// Answers to choose from.
    public var answers: Int
    /// Questions in one survey.
    public var questions: Int

    public init(words: Int, answers: Int, questions: Int) {
      (self.words, self.answers, self.questions) = (words, answers, questions)
    }
  }

  public var id: String
  public var group: Group
  /// What staff call it.
  public var title: Localized
  /// What the person picks to say "this is me", such as "I am 8, 9, 10 or 11".
  public var choose: Localized
  public var limits: Limits
  /// Seconds without a touch before a shared screen asks "Are you still there?".
  public var idle: Int
  /// Whether pages use the larger type, fewer words and big pictures made for young children.
  public var young: Bool

  public init(
    id: String, group: Group, title: Localized, choose: Localized, limits: Limits, idle: Int,
    young: Bool
  ) {
    (self.id, self.group, self.title, self.choose) = (id, group, title, choose)
    (self.limits, self.idle, self.young) = (limits, idle, young)
  }
}

/// What a comment is about: an entry of the coding frame, kept in `Surveys/themes.yaml`.
public struct CommentTheme: Hashable, Sendable, Identifiable {
  public var id: String
  public var title: Localized
  /// Whose comments it is for. One frame serves all, so that a theme can be followed through what
  /// children, parents, workers and partners say; its counts are never added up over them.
  public var groups: [Audience.Group]
  /// What counts as this theme, for whoever codes.
  public var about: String
  public var source: String

  /// What is written in place of themes where none fits a comment: no id reads like it.
  public static let none = "(none)"

  public init(
    id: String, title: Localized, groups: [Audience.Group], about: String, source: String
  ) {
    (self.id, self.title, self.groups) = (id, title, groups)
    (self.about, self.source) = (about, source)
  }
}

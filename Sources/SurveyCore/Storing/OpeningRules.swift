/// What a collection may promise, and what must be there before children are asked.
public enum OpeningRefusal: Error, Sendable, Hashable {
  case unknownAudience(String, known: [String])
  /// The survey's own promise is weaker than the one asked for.
  case strongerThanSurvey(asked: Promise, survey: Promise)
  /// An open link leads many people to the same place and keeps no name: it can only be anonymous.
  case openLinkOnlyAnonymous(asked: Promise)
  /// A link made for one person cannot promise that nobody could know whose it was.
  case singleUseNeverAnonymous
  /// No name is kept with a web answer, so none can be promised.
  case nothingNamed
  /// Children are never asked without somebody of the authority's to turn to.
  case noContacts
  /// Whoever is asked by text has a number.
  case textNeverAnonymous
  /// The survey says that it must not be handed out by text.
  case notTexted
}

extension Survey {
  /// The promise a collection of this survey makes on the web.
  ///
  /// - Parameters:
  ///   - asked: The promise wanted; nil for the strongest that is true.
  ///   - isSingleUse: Whether each link serves one person.
  ///   - audience: The one audience asked; nil for all of the survey's.
  ///   - contacts: Whom people can reach now.
  /// - Returns: The promise asked for, or the strongest that is true.
  /// - Throws: `OpeningRefusal` for every promise that would be false.
  public func promiseOnWeb(
    asked: Promise?, isSingleUse: Bool, audience: String?, contacts: [Authority.Contact]
  ) throws(OpeningRefusal) -> Promise {
    if let audience, self.audience(audience) == nil {
      throw .unknownAudience(audience, known: audiences.map(\.id))
    }
    let groups = audience.flatMap(self.audience).map { [$0.group] } ?? self.groups
    if groups.contains(.child), contacts.isEmpty { throw .noContacts }
    if let asked, asked > promise { throw .strongerThanSurvey(asked: asked, survey: promise) }
    let strongest = min(promise, isSingleUse ? .confidential : .anonymous)
    let made = asked ?? strongest
    if made == .named { throw .nothingNamed }
    if isSingleUse, made == .anonymous { throw .singleUseNeverAnonymous }
    if !isSingleUse, made != .anonymous { throw .openLinkOnlyAnonymous(asked: made) }
    return made
  }
}

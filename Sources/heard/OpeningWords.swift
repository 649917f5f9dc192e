public import SurveyCore

extension OpeningRefusal: CustomStringConvertible {
  /// The words for whoever opens a collection.
  public var description: String {
    switch self {
    case .unknownAudience(let id, let known):
      "the survey has no audience '\(id)'; it has \(known.joined(separator: ", "))"
    case .strongerThanSurvey(let asked, let survey):
      "cannot promise \(asked): the survey promises at most \(survey); leave --promise out"
    case .openLinkOnlyAnonymous(let asked):
      "cannot promise \(asked) on an open link: it keeps no name to look after; "
        + "use --single-use, or let the survey promise anonymous"
    case .singleUseNeverAnonymous:
      "cannot promise anonymous on a single-use link: whoever handed it out could know whose it "
        + "was; leave --promise out for confidential, or open the collection without --single-use"
    case .nothingNamed:
      "cannot promise named: no name is kept with an answer from the web; "
        + "let the survey promise confidential or anonymous"
    case .noContacts:
      "children are asked, and heard.yaml names nobody they can reach now; add 'contacts:' with "
        + "at least one 'name', 'phone' and 'hours' (999 and Childline are always shown as well)"
    case .textNeverAnonymous:
      "cannot promise anonymous by text: whoever is asked has a number; leave --promise out for "
        + "confidential"
    case .notTexted:
      "the survey says that it must not be handed out by text; open it for the web instead"
    }
  }
}

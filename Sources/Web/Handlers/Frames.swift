import HTTP
import SurveyCore

extension Site {
  /// The frame of a page that belongs to no survey, in English.
  var plainFrame: Frame { frame(in: .english, here: Address.home.path) }

  func frame(
    in language: Language, young: Bool = false, of languages: [Language] = [], here: String
  ) -> Frame {
    Frame(
      words: Words.in(language), language: language, authority: authority, young: young,
      languages: languages.count > 1 ? languages : [], here: here, canLeave: true)
  }

  /// The frame for a page outside the questions: in the session's language where there is one.
  func frame(for request: Request, here: Address = .home) -> Frame {
    guard let standing = try? standing(request) else { return plainFrame }
    switch standing {
    case .under(let visit):
      return frame(
        in: visit.journey.language,
        young: visit.survey.audience(visit.journey.audience)?.young ?? false, here: here.path)
    case .finished(_, _, let language):
      return frame(in: language, here: here.path)
    case .none:
      let languages = Words.all.map(\.language)
      return frame(
        in: request.preferred(of: languages) ?? .english, of: languages, here: here.path)
    }
  }

  func frame(_ visit: Visit, here: Address) -> Frame {
    frame(
      in: visit.journey.language,
      young: visit.survey.audience(visit.journey.audience)?.young ?? false,
      of: visit.survey.languages, here: here.path)
  }
}

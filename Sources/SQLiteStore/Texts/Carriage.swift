import SurveyCore

/// Which languages of which editions the gateway carries whole: worked out once for each.
final class Carriage: Sendable {
  private struct Kind: Hashable {
    let edition: Int
    let audience: String
    let language: Language
  }

  private let known = Locked<[Kind: Bool]>([:])

  func carries(
    _ language: Language, of edition: Edition, to audience: String, by house: TextHouse
  ) -> Bool {
    if house.gateway.alphabet == .unicode { return true }
    let kind = Kind(edition: edition.id, audience: audience, language: language)
    if let carries = known.with({ $0[kind] }) { return carries }
    let carries = house.rendering(of: edition.survey, to: audience, in: language).lost.isEmpty
    known.with { $0[kind] = carries }
    return carries
  }
}

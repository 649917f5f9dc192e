import Foundation
import SQLiteStore
import SurveyCore

/// A made-up council, filled through the front door: surveys are checked and published, people
/// walk their journeys, and the store keeps what they say as it would anybody's.
struct Elmshire {
  struct DemoLink {
    let title: String
    let token: Token
  }

  let zone: TimeZone

  /// What `heard.yaml` says on a day in `month`.
  ///
  /// Its numbers are those that Ofcom keeps free for use in drama: nobody can be rung by mistake.
  static func settings(in month: Month) -> String {
    """
    # The demo's settings. Elmshire is made up, and so are its telephone numbers.
    authority: Elmshire Council (made up)
    made-up: true
    readers:
      en: Elmshire's participation team
      cy: tîm cyfranogiad Elmshire
      ar: فريق المشاركة في إلمشاير
    contacts:
      - name: {en: Elmshire children's services (made up), cy: Gwasanaethau plant Elmshire (ffug), ar: خدمات الأطفال في إلمشاير (وهمية)}
        phone: "01632 960001"
        hours: {en: "Monday to Friday, 9am to 5pm", cy: "Llun i Gwener, 9am i 5pm", ar: "من الاثنين إلى الجمعة، 9 صباحًا إلى 5 مساءً"}
      - name: {en: Out of hours team (made up), cy: Tîm y tu allan i oriau (ffug), ar: فريق خارج ساعات العمل (وهمي)}
        phone: "01632 960002"
        hours: {en: "Nights, weekends and bank holidays", cy: "Nosweithiau, penwythnosau a gwyliau banc", ar: "الليالي وعطلات نهاية الأسبوع والعطل الرسمية"}
    said:
      - you: {en: You said nobody told you when your social worker was late., cy: Dywedoch chi nad oedd neb yn dweud wrthych pan oedd eich gweithiwr cymdeithasol yn hwyr., ar: قلتم إن أحدًا لا يخبركم عندما يتأخر الأخصائي الاجتماعي.}
        we: {en: Now they send a message to say so., cy: Nawr maen nhw'n anfon neges i ddweud hynny., ar: الآن يرسلون رسالة ليخبروكم بذلك.}
        measure: reliable
        since: "\(month.adding(-7))"
      - you: {en: You said the waiting room was boring., cy: Dywedoch chi fod yr ystafell aros yn ddiflas., ar: قلتم إن غرفة الانتظار مملة.}
        we: {en: You chose new books and games for it., cy: Chi ddewisodd lyfrau a gemau newydd iddi., ar: أنتم اخترتم لها كتبًا وألعابًا جديدة.}
        since: "\(month.adding(-8))"
      - you: {en: You said you did not know what would happen next., cy: Dywedoch chi nad oeddech yn gwybod beth fyddai'n digwydd nesaf., ar: قلتم إنكم لا تعرفون ما سيحدث بعد ذلك.}
        we: {en: Now every visit ends with a card that says what comes next., cy: Nawr mae pob ymweliad yn gorffen gyda cherdyn sy'n dweud beth sy'n dod nesaf., ar: الآن تنتهي كل زيارة ببطاقة تقول ما سيأتي بعد ذلك.}
        measure: next-steps
        since: "\(month.adding(-5))"

    """
  }

  /// Where children and families are asked, and where those who work with them.
  static let places = [
    "Ash Lane waiting room", "Beech House", "Elmshire East team", "Elmshire West team",
    "Riverside School",
  ]
  static let offices = ["Elm House", "Elmshire East team", "Elmshire West team"]

  /// Publishes the shipped surveys, opens them at their places, and makes up `responses` over the
  /// twelve months up to yesterday; gives a link to each survey.
  func fill(
    _ store: SQLiteStore, authority: Authority, responses: Int
  ) throws -> [DemoLink] {
    let today = Day(Date(), in: zone)
    let start = today.inMonth.adding(-12).firstDay ?? today
    var links: [DemoLink] = []
    var stands: [Stand] = []
    let evidence = DemoEvidence(from: start, to: today, responses: responses)
    let surveys = try surveys(on: start, in: store)
    let count = surveys.reduce(0) { $0 + Self.places(for: $1.survey).count }
    for edition in surveys {
      let places = Self.places(for: edition.survey)
      for place in places {
        let token = Token()
        let opening = Opening(
          edition: edition.id, place: place, audience: nil, isSingleUse: false,
          promise: try edition.survey.promiseOnWeb(
            asked: nil, isSingleUse: false, audience: nil, contacts: authority.contacts),
          links: [token.fingerprint], day: start)
        stands.append(
          try evidence.open(
            opening, of: edition.survey, expecting: responses / count, in: store))
        if place == places[0] {
          links.append(DemoLink(title: edition.survey.title.words(in: .english), token: token))
        }
      }
    }
    var crowd = Crowd(stands: stands, lifts: evidence.lifts, from: start, to: today)
    try keep(responses, of: &crowd, in: store)
    try evidence.fill(store, surveys: surveys, stands: stands, on: today)
    return links
  }

  /// Checks and publishes the shipped surveys.
  private func surveys(on day: Day, in store: SQLiteStore) throws -> [Edition] {
    try SurveyFolder.shippedSurveys().map { file in
      let checked = try check(file.path)
      guard let survey = checked.survey else {
        throw Refused(checked.faults.map { "\($0)" }.joined(separator: "\n"))
      }
      return try store.publish(survey, on: day)
    }
  }

  /// A waiting room asks nobody what it is like to work there.
  private static func places(for survey: Survey) -> [String] {
    survey.groups.contains { $0 == .child || $0 == .parent } ? places : offices
  }

  /// Hands in the responses a few hundred at a time, as a kiosk would.
  private func keep(_ count: Int, of crowd: inout Crowd, in store: SQLiteStore) throws {
    var left = count
    while left > 0 {
      let batch = (0..<min(left, 500)).map { _ in crowd.next() }
      left -= batch.count
      let done = DispatchSemaphore(value: 0)
      let refusals = Refusals()
      store.keep(batch) { results in
        refusals.add(results)
        done.signal()
      }
      done.wait()
      if let refusal = refusals.first { throw refusal }
    }
  }

  private final class Refusals: @unchecked Sendable {
    // Written before the semaphore is signalled, read after.
    private(set) var first: StoreError?

    func add(_ results: [Result<Kept, StoreError>]) {
      for case .failure(let error) in results { first = first ?? error }
    }
  }
}

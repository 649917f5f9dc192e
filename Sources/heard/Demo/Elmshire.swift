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

  // Numbers that Ofcom keeps free for use in drama: nobody can be rung by mistake.
  static let settings = """
    # The demo's settings. Elmshire is made up, and so are its telephone numbers.
    authority: Elmshire Council (made up)
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
      - you: {en: You said the waiting room was boring., cy: Dywedoch chi fod yr ystafell aros yn ddiflas., ar: قلتم إن غرفة الانتظار مملة.}
        we: {en: You chose new books and games for it., cy: Chi ddewisodd lyfrau a gemau newydd iddi., ar: أنتم اخترتم لها كتبًا وألعابًا جديدة.}

    """

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
    var opened: [(collection: Int, survey: Survey)] = []
    for file in try SurveyFolder.shippedSurveys() {
      let checked = try check(file.path)
      guard let survey = checked.survey else {
        throw Refused(checked.faults.map { "\($0)" }.joined(separator: "\n"))
      }
      let edition = try store.publish(survey, on: start)
      let places = Self.places(for: survey)
      for place in places {
        let token = Token()
        let promise = try survey.promiseOnWeb(
          asked: nil, isSingleUse: false, audience: nil, contacts: authority.contacts)
        let collection = try store.open(
          Opening(
            edition: edition.id, place: place, audience: nil, isSingleUse: false,
            promise: promise, links: [token.fingerprint], day: start))
        opened.append((collection, survey))
        if place == places[0] {
          links.append(DemoLink(title: survey.title.words(in: .english), token: token))
        }
      }
    }
    var crowd = Crowd(collections: opened, from: start, to: today)
    try keep(responses, of: &crowd, in: store)
    return links
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

import SurveyCore

/// The screens before the first question.
extension KioskState {
  var attractPage: Page {
    guard let bundle else { return message(words.kiosk.setUp) }
    if offered.isEmpty { return message(words.kiosk.nothing) }
    if !hasRoom { return message(words.kiosk.full) }
    var page = Page(heading: words.home.title)
    page.pieces = [.words(words.welcome.asks([.authority: bundle.authority.name]))]
    if let heard = heard(bundle.authority) { page.pieces.append(heard) }
    page.buttons = [Control(action: .begin(language), words: words.kiosk.touch, role: .main)]
    page.buttons += languages.filter { $0 != language }.map { other in
      Control(action: .begin(other), words: other.ownName, role: .other)
    }
    return page
  }

  /// One thing that was said and what was done about it; the next with every visit.
  private func heard(_ authority: Authority) -> Page.Piece? {
    guard !authority.said.isEmpty else { return nil }
    let one = authority.said[turn % authority.said.count]
    return .heard(words.kiosk.youSaid, said(one.you), words.kiosk.weDid, said(one.we))
  }

  private func message(_ message: Words.Message) -> Page {
    Page(heading: message.title, pieces: message.words.map { .words($0) })
  }

  var surveysPage: Page {
    let cards = offered.enumerated().map { index, asked in
      Control(
        action: .survey(asked.collection), words: said(asked.survey.title), role: .one,
        number: index + 1)
    }
    return Page(
      heading: words.kiosk.whichSurvey, pieces: [.cards(cards)], buttons: [backControl])
  }

  var audiencesPage: Page {
    let cards = (underWay?.audiences ?? []).enumerated().map { index, audience in
      Control(
        action: .audience(audience.id), words: said(audience.choose), role: .one,
        number: index + 1)
    }
    return Page(
      heading: words.welcome.which[reader], pieces: [.cards(cards)], buttons: [backControl])
  }

  /// Everything one should know before saying anything. Nothing has started.
  var welcomePage: Page {
    guard let visit = underWay, let audience = visit.audience else { return attractPage }
    let (survey, welcome, reader) = (visit.survey, words.welcome, reader)
    let telling = words.promises.telling(visit.asked.promise, on: .kiosk, isSingleUse: false)
    let leaving = survey.keepsPartials ? welcome.leaveKeeps : welcome.leaveWipes
    let count = survey.questions.count { $0.audiences.contains(audience.id) }
    var page = Page(heading: said(survey.title), isReadFirst: true)
    page.pieces = [
      .words(said(survey.about)), .quiet(welcome.length([.number: "\(count)"])),
      .section(welcome.readTitle, welcome.read[reader]([.readers: readers])),
      .section(telling.title[reader], telling.words[reader]),
      .section(welcome.passOnTitle[reader], telling.passOn[reader]),
      .section(welcome.chooseTitle, welcome.choose[reader]),
      .section(welcome.leaveTitle, "\(words.kiosk.leave[reader]) \(leaving)"),
      .section(welcome.helpTitle, nearestHelp),
    ]
    if words.isDraft || survey.drafts.contains(language) {
      page.pieces.insert(.quiet(words.frame.draft), at: 2)
    }
    page.buttons = [Control(action: .start, words: words.buttons.start, role: .main)]
    if visit.answers.isEmpty { page.buttons.insert(backControl, at: 0) }
    page.focus = .start
    return page
  }

  var nearestHelp: String {
    let people = bundle?.authority.reachable(few: true, saying: words) ?? []
    // A number is not broken between two lines.
    let rung = people.map { "\(said($0.name)): \($0.phone.replacing(" ", with: "\u{A0}"))." }
    return ([words.help.danger([.phone: Authority.emergencyPhone])] + rung).joined(separator: " ")
  }

  var helpPage: Page {
    let help = words.help
    let people = bundle?.authority.reachable(saying: words) ?? []
    var page = Page(heading: help.title)
    page.pieces = [.words(help.danger([.phone: Authority.emergencyPhone]))]
    page.pieces += people.map { .section($0.phone, "\(said($0.name)). \(said($0.hours))") }
    page.pieces.append(.words(help.trusted[reader]))
    if screen != .attract { page.pieces.append(.quiet(words.kiosk.leaveSafely)) }
    page.pieces.append(.quiet(words.kiosk.nobodyReads))
    page.buttons = [Control(action: .closeHelp, words: words.frame.back, role: .main)]
    page.focus = .closeHelp
    return page
  }

  var stillTherePage: Page {
    let idle = words.kiosk.idle
    var page = Page(heading: idle.title)
    page.pieces = [.words(idle.words([.number: "\(secondsLeft(at: clock))"]))]
    page.buttons = [Control(action: .stay, words: idle.stay, role: .main)]
    page.focus = .stay
    return page
  }
}

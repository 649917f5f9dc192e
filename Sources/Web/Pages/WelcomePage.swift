import Markup
import SurveyCore

/// A link's first page: everything one should know before saying anything. Nothing has started.
struct WelcomePage: Sendable {
  var frame: Frame
  var token: Token
  var survey: Survey
  var collection: Collection
  /// Whether the link's one journey is under way.
  var isResuming: Bool
  /// The audience picked, when the page is shown again.
  var chosen: String?
  /// Whether the person went on without saying which audience is theirs.
  var error: Bool

  var html: HTML {
    let fault =
      error ? FieldFault(field: "audience", words: frame.words.errors.whichAreYou[reader]) : nil
    let title = frame.plain(survey.title)
    return page(
      frame, title: title, error: error,
      main: """
        \(errorSummary(frame, reader, fault))<div class="asked">
        <h1>\(frame.said(survey.title))</h1>
        <p>\(frame.words.welcome.asks, [.authority: name(frame)])</p>
        </div>
        <p class="lead">\(frame.said(survey.about))</p>
        \(length)\(draftNote)\(told)\(form(fault))\(more)
        """)
  }

  /// The one audience that is asked, where that is plain.
  private var asked: Audience? {
    if let id = collection.audience ?? chosen { return survey.audience(id) }
    return survey.audiences.count == 1 ? survey.audiences.first : nil
  }

  /// The words fit the one audience asked, or the youngest who may be reading.
  private var reader: Reader {
    let mayRead = asked.map { [$0] } ?? survey.audiences
    if frame.young { return .young }
    return mayRead.allSatisfy { $0.group != .child } ? .adult : .child
  }

  private var telling: Words.Telling {
    frame.words.promises.telling(
      collection.promise, on: .web, isSingleUse: collection.isSingleUse)
  }

  private var length: HTML? {
    guard let asked else { return nil }
    let number = survey.questions.count { $0.audiences.contains(asked.id) }
    return """
      <p class="hint">\(frame.words.welcome.length, [.number: "\(number)"])</p>

      """
  }

  private var draftNote: HTML? {
    let isDraft = frame.words.isDraft || survey.drafts.contains(frame.language)
    return isDraft ? "<p class=\"note\">\(frame.words.frame.draft)</p>\n" : nil
  }

  /// The five things to know, each in a few words.
  private var told: HTML {
    let words = frame.words.welcome
    let read: HTML = "\(words.read[reader], [.readers: frame.readers])"
    return """
      <div class="told">
      \(block(words.readTitle, read))\
      \(block(telling.title[reader], "\(telling.words[reader])"))\
      \(block(words.passOnTitle[reader], "\(telling.passOn[reader])"))\
      \(block(words.chooseTitle, "\(words.choose[reader])"))\
      \(block(words.leaveTitle, leaving))\
      \(helpBlock)</div>

      """
  }

  private func block(_ title: String, _ words: HTML) -> HTML {
    "<section><h2>\(title)</h2><p>\(words)</p></section>\n"
  }

  private var leaving: HTML {
    let words = frame.words.welcome
    let answers = survey.keepsPartials ? words.leaveKeeps : words.leaveWipes
    if reader == .young { return "\(words.leave[reader]) \(answers)" }
    return "\(words.leave[reader]) \(answers) \(words.leaveHistory) \(words.leaveKeys)"
  }

  private var helpBlock: HTML {
    let words = frame.words
    return """
      <section class="now"><h2>\(words.welcome.helpTitle)</h2>
      \(contactList(frame, few: reader == .young))<p><a href="\(Address.help.path)">\(words.welcome.moreHelp)</a></p>
      </section>

      """
  }

  private func form(_ fault: FieldFault?) -> HTML {
    let buttons = frame.words.buttons
    let resuming: HTML =
      isResuming
      ? """
      <input type="hidden" name="resume" value="yes">
      <p class="note">\(frame.words.welcome.resuming[reader])</p>

      """ : ""
    return """
      <form method="post" action="\(Address.link(token).path)" novalidate>
      <input type="hidden" name="language" value="\(frame.language.code)">
      \(audiences(fault))\(resuming)\
      <button class="go">\(isResuming ? buttons.carryOn : buttons.start)</button>
      </form>
      \(startingAgain)
      """
  }

  /// On a shared phone the visit under way may be somebody else's.
  private var startingAgain: HTML? {
    guard isResuming else { return nil }
    return """
      <form class="pass" method="post" action="\(Address.link(token).path)">
      <input type="hidden" name="again" value="yes">
      <button class="other">\(frame.words.buttons.startAgain)</button>
      </form>

      """
  }

  /// Asked only where neither the link nor the survey leaves but one.
  private func audiences(_ fault: FieldFault?) -> HTML? {
    guard collection.audience == nil, survey.audiences.count > 1, !isResuming else { return nil }
    var id: HTML = " id=\"audience\""
    let cards = survey.audiences.map { audience -> HTML in
      defer { id = "" }
      let checked: HTML = audience.id == chosen ? " checked" : ""
      return """
        <label class="card"><input type="radio" name="audience" value="\(audience.id)"\
        \(id)\(checked)><span>\(frame.said(audience.choose))</span></label>

        """
    }
    return """
      <fieldset\(describedBy([fault == nil ? nil : "error"]))>
      <legend class="question">\(frame.words.welcome.which[reader])</legend>
      \(fieldError(frame, fault))<div class="cards">
      \(cards)</div>
      </fieldset>

      """
  }

  private var more: HTML {
    let privacy = frame.words.privacy
    let sections = privacy.sections.prefix(2).map { section -> HTML in
      let items = section.words.map { "<li>\($0)</li>\n" as HTML }
      return "<h3>\(section.title)</h3>\n<ul>\n\(items)</ul>\n"
    }
    return """
      <details><summary>\(frame.words.welcome.moreTitle)</summary>
      \(sections)<p><a href="\(Address.privacy.path)">\(frame.words.frame.privacy)</a></p>
      </details>

      """
  }
}

import SurveyCore

/// One question a screen, and nothing else to decide.
extension KioskState {
  func questionPage(_ question: Question) -> Page {
    guard let visit = underWay, let audience = visit.audience else { return attractPage }
    var page = Page(heading: said(question.ask[audience.id] ?? [:]))
    page.progress = progress(question, visit.way)
    if let why = draft.why {
      page.pieces.append(.fault(words.errors.words(for: why, to: question.kind, reader)))
    }
    page.pieces += hints(question, audience).map { .quiet($0) }
    page.pieces += fields(question, audience)
    page.buttons = [
      backControl, Control(action: .skip, words: words.buttons.skip, role: .other),
      Control(action: .unclear, words: words.buttons.unclear, role: .other),
      Control(action: .goOn, words: words.buttons.goOn, role: .main),
    ]
    page.focus =
      question.kind == .text ? .field : page.pieces.lazy.flatMap(\.controls).first?.action
    return page
  }

  private func progress(_ question: Question, _ way: Journey) -> Page.Progress {
    let number = (way.done.firstIndex { $0.id == question.id } ?? way.done.count) + 1
    if way.mayGrow {
      let words = words.question.progressAlone([.number: "\(number)"])
      return Page.Progress(words: words, number: number)
    }
    let total = way.done.count + way.remaining
    let words = words.question.progress([.number: "\(number)", .total: "\(total)"])
    return Page.Progress(words: words, number: number, total: total)
  }

  private func hints(_ question: Question, _ audience: Audience) -> [String] {
    var hints: [String] = []
    if let hint = question.hint[audience.id] { hints.append(said(hint)) }
    if question.kind == .choices { hints.append(words.question.several[reader]) }
    if question.kind == .text {
      hints.append(words.question.beforeWriting[reader]([.readers: readers]))
    }
    return hints
  }

  private func fields(_ question: Question, _ audience: Audience) -> [Page.Piece] {
    let options = question.options(for: audience.id)
    switch question.kind {
    case .choice: return [.cards(answers(options) { _ in .one })]
    case .choices: return [.cards(answers(options) { _ in .several })]
    case .faces:
      let faces = Face.faces(for: options)
      return [.faces(answers(options) { .face(faces[$0]) })]
    case .scale:
      guard let ends = question.ends[audience.id] else { return [] }
      return [.line(low: said(ends.low), high: said(ends.high), points(options, ends))]
    case .text:
      let left = words.question.left(question.limit - draft.typed.count)
      return [.field(draft.typed), .quiet(left), .keys(keyboard(audience))]
    }
  }

  private func answers(
    _ options: [Question.Option], _ role: (Int) -> Control.Role
  ) -> [Control] {
    options.enumerated().map { index, option in
      Control(
        action: .answer(option.value), words: said(option.words), role: role(index),
        number: index < 10 ? index + 1 : nil, isChosen: draft.chosen.contains(option.value))
    }
  }

  private func points(_ options: [Question.Option], _ ends: Question.Ends) -> [Control] {
    answers(options) { _ in .point }.enumerated().map { index, point in
      var point = point
      point.words = pointName(index, of: options.count, ends)
      return point
    }
  }

  private func pointName(_ index: Int, of count: Int, _ ends: Question.Ends) -> String {
    words.question.point(index, of: count)([
      .number: "\(index + 1)", .total: "\(count)", .low: said(ends.low), .high: said(ends.high),
    ])
  }

  /// The letters in the order of the alphabet for young children, and as on a keyboard for others.
  private func keyboard(_ audience: Audience) -> [[Control]] {
    let typing = words.kiosk.typing
    var rows =
      audience.young
      ? ["abcdefghij", "klmnopqrst", "uvwxyz.,?!"]
      : ["qwertyuiop", "asdfghjkl’", "zxcvbnm.,?"]
    if draft.layer == .numbers { rows = ["1234567890", "-/:;()£&@”", ".,?!’+=%*#"] }
    if language.code == "cy", draft.layer != .numbers { rows.append("âêîôûŵŷáéï") }
    let next = [typing.capitals, typing.numbers, typing.letters][draft.layer.rawValue]
    let letters = rows.map { row in
      row.map { letter in
        let shown = draft.layer == .capitals ? Character(letter.uppercased()) : letter
        return Control(action: .letter(shown), words: String(shown), role: .key)
      }
    }
    return letters + [
      [
        Control(action: .layer, words: next, role: .key),
        Control(action: .letter(" "), words: typing.space, role: .key),
        Control(action: .delete, words: typing.delete, role: .key),
      ]
    ]
  }
}

/// The screens after the last question.
extension KioskState {
  /// Everything said, before it is sent.
  var checkPage: Page {
    guard let visit = underWay, let audience = visit.audience else { return attractPage }
    var page = Page(heading: words.check.title[reader], isReadFirst: true)
    if visit.couldNotKeep { page.pieces.append(.fault(words.errors.notSentFull[reader])) }
    page.pieces.append(.words(words.check.about[reader]))
    page.pieces += visit.way.onRoute.map { question, answer in
      .said(
        said(question.ask[audience.id] ?? [:]), self.said(answer, to: question, audience),
        Control(action: .change(question.id), words: words.buttons.change, role: .other))
    }
    let helped = "\(words.check.helped[reader])\n\(words.check.helpedHint[reader])"
    page.pieces.append(
      .cards([
        Control(action: .helped, words: helped, role: .several, isChosen: visit.wasHelped)
      ]))
    page.buttons = [
      backControl, Control(action: .send, words: words.buttons.send, role: .main),
    ]
    page.focus = .send
    return page
  }

  private func said(_ answer: Answer, to question: Question, _ audience: Audience) -> String {
    let options = question.options(for: audience.id)
    switch answer {
    case .text(let words): return "“\(words)”"
    case .skipped: return words.check.skipped
    case .notUnderstood: return words.check.notUnderstood
    case .several(let values) where values.isEmpty: return words.check.none
    case .several, .chosen:
      let names = options.enumerated().filter { answer.values.contains($0.element.value) }
        .map { index, option in
          guard question.kind == .scale, let ends = question.ends[audience.id] else {
            return said(option.words)
          }
          return pointName(index, of: options.count, ends)
        }
      return names.joined(separator: "; ")
    }
  }

  /// The same for everybody, whatever they said: somebody may be looking over their shoulder.
  func thanksPage(_ thanks: Thanks) -> Page {
    let (sent, reader) = (words.sent, thanks.reader)
    let telling = words.promises.telling(thanks.promise, on: .kiosk, isSingleUse: false)
    let kept = thanks.isOnline ? words.kiosk.kept : words.kiosk.keptOffline
    var page = Page(heading: sent.title[reader])
    page.pieces = [
      .words(kept[reader]), .section(sent.nextTitle, sent.next[reader]),
      .section(sent.talkTitle[reader], telling.afterwards[reader]),
      .words(nearestHelp), .quiet(words.kiosk.goAway),
    ]
    page.buttons = [Control(action: .done, words: words.kiosk.close, role: .main)]
    page.focus = .done
    return page
  }
}

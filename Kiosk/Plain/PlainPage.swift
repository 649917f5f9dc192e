import SurveyCore

/// A page as lines of text, and what can be typed to it. Nothing depends on where a line stands.
struct PlainPage {
  let page: Page
  let words: Words

  var lines: [String] {
    var lines = [page.notice, page.progress?.words, page.heading].compactMap(\.self)
    lines += page.pieces.flatMap(said)
    if let way { lines.append(way) }
    lines += commands.map { command, control in
      let does = control.words.replacing("\n", with: ". ")
      return words.kiosk.plain.press([.name: command]) + " " + does
    }
    return lines
  }

  private func said(_ piece: Page.Piece) -> [String] {
    switch piece {
    case .cards(let controls), .faces(let controls), .line(_, _, let controls):
      piece.sentences + controls.filter { $0.number != nil }.map(numbered)
    case .said(let asked, let answer, let control):
      ["\(place(of: control)). \(asked)", "   \(answer)"]
    case .fault(let fault): ["\(words.errors.prefix) \(fault)"]
    case .keys: []
    default: piece.sentences
    }
  }

  private func numbered(_ control: Control) -> String {
    let number = control.number.map { "\($0 % 10 == 0 ? 10 : $0). " } ?? ""
    return number + control.words + (control.isChosen ? " (\(words.kiosk.plain.chosen))" : "")
  }

  /// How this page is answered, besides the commands.
  private var way: String? {
    let plain = words.kiosk.plain
    let roles = page.pieces.flatMap(\.controls)
    if roles.contains(where: { $0.action == .field }) { return plain.write }
    if roles.contains(where: { $0.role == .several && $0.number != nil }) { return plain.several }
    if roles.contains(where: { $0.number != nil }) { return plain.number }
    return page.buttons.contains { $0.role == .main } ? plain.enter : nil
  }

  private func place(of control: Control) -> Int {
    let changes = page.pieces.flatMap(\.controls).filter { isChange($0) }
    return (changes.firstIndex(of: control) ?? 0) + 1
  }

  private func isChange(_ control: Control) -> Bool {
    if case .change = control.action { true } else { false }
  }

  /// What begins with a full stop does something; anything else is an answer.
  var commands: [(String, Control)] {
    page.controls.compactMap { control in name(control).map { ($0, control) } }
  }

  private func name(_ control: Control) -> String? {
    switch control.action {
    case .skip: ".s"
    case .unclear: ".u"
    case .back: ".b"
    case .help: ".h"
    case .closeHelp where control.role == .help: ".h"
    case .leave where control.role == .leave: ".l"
    case .helped: ".k"
    case .stop: ".x"
    case .change: ".c \(place(of: control))"
    case .begin(let language) where control.role == .other: ".\(language.code)"
    default: nil
    }
  }

  /// What a line that was typed asks for, where it is not an answer.
  func action(for line: String) -> Action? {
    if line.isEmpty { return page.buttons.first { $0.role == .main }?.action }
    if line.hasPrefix(".") {
      let typed = line.lowercased().split(separator: " ").joined(separator: " ")
      return commands.first { $0.0 == typed }?.1.action
    }
    let picks = page.pieces.flatMap(\.controls).filter { $0.number != nil }
    guard let number = Int(line), let pick = picks.first(where: { $0.number == number }) else {
      return nil
    }
    return pick.action
  }
}

import SurveyCore

/// What a screen says and offers, however it is shown: drawn, printed line after line, or spoken.
struct Page: Equatable {
  /// "Question 2 of 5", and how far that is where it can be told.
  struct Progress: Equatable {
    var words: String
    var number: Int
    var total: Int?
  }

  enum Piece: Equatable {
    case words(String)
    case quiet(String)
    case fault(String)
    case section(String, String)
    /// Answers, or other things to pick from, one under the other.
    case cards([Control])
    case faces([Control])
    /// Places on a line between two statements.
    case line(low: String, high: String, [Control])
    case field(String)
    case keys([[Control]])
    /// A question, what was said to it, and the way to change that.
    case said(String, String, Control)
    /// What people said, and what was done about it.
    case heard(String, String, String, String)
    case fact(String, String)
    case digits(Int, of: Int)
  }

  var heading: String
  var progress: Progress?
  var pieces: [Piece] = []
  /// At the foot: the way back, the ways past, and the way on.
  var buttons: [Control] = []
  /// Shown until all of it has been shown: the way on stands on its last part only.
  var isReadFirst = false
  /// Where the focus is when nobody has moved it; nil for the first thing there is.
  var focus: Action?
  /// At the top of every screen, in the same place.
  var top: [Control] = []
  /// The line under the name: that all of it is made up, where it is.
  var notice: String?

  /// Everything that can be used, in the order in which the focus goes through it.
  var controls: [Control] { pieces.flatMap(\.controls) + buttons + top }
}

/// Something that can be touched, or pressed with Enter.
struct Control: Equatable {
  enum Role: Equatable {
    /// The way on, and the others, which are of equal weight.
    case main, other
    case back
    case one, several
    case face(Face)
    case point
    case key
    case help, leave
  }

  var action: Action
  var words: String
  var role: Role
  /// The digit that stands for it.
  var number: Int?
  var isChosen = false
}

extension Page.Piece {
  var controls: [Control] {
    switch self {
    case .cards(let controls), .faces(let controls), .line(_, _, let controls): controls
    case .field(let words): [Control(action: .field, words: words, role: .key)]
    case .keys(let rows): rows.flatMap(\.self)
    case .said(_, _, let control): [control]
    case .words, .quiet, .fault, .section, .heard, .fact, .digits: []
    }
  }

  /// Its sentences, without what can be used.
  var sentences: [String] {
    switch self {
    case .words(let words), .quiet(let words), .fault(let words): [words]
    case .section(let title, let words): [title + ".", words]
    case .said(let asked, let said, _): [asked, said]
    case .heard(let you, let said, let we, let did): ["\(you): \(said)", "\(we): \(did)"]
    case .fact(let name, let value): ["\(name): \(value)"]
    case .line(let low, let high, _): ["\(low) – \(high)"]
    case .field(let words): words.isEmpty ? [] : [words]
    case .digits(let count, let most): ["\(count)/\(most)"]
    case .cards, .faces, .keys: []
    }
  }
}

extension KioskState {
  /// What the screen says and offers now.
  var page: Page {
    var page = isHelping ? helpPage : ownPage
    if askedAt != nil { page = stillTherePage }
    // Staff have a way back of their own.
    let mayLeave = if case .staff = screen { false } else { screen != .attract }
    page.top = [
      Control(action: isHelping ? .closeHelp : .help, words: words.frame.help, role: .help)
    ]
    if isHelping { page.top[0].words = words.kiosk.close }
    if mayLeave { page.top.append(Control(action: .leave, words: words.frame.leave, role: .leave)) }
    if let authority = bundle?.authority, authority.isMadeUp {
      page.notice = words.frame.madeUp([.authority: authority.name])
    }
    return page
  }

  private var ownPage: Page {
    switch screen {
    case .attract: attractPage
    case .surveys: surveysPage
    case .audiences: audiencesPage
    case .welcome: welcomePage
    case .question: question.map(questionPage) ?? checkPage
    case .check: checkPage
    case .thanks(let thanks): thanksPage(thanks)
    case .pin(let entry): pinPage(entry)
    case .staff(let standing): staffPage(standing)
    }
  }

  func said(_ localized: Localized) -> String { localized.words(in: language) }

  var readers: String { bundle.map { said($0.authority.readers) } ?? "" }

  var backControl: Control { Control(action: .back, words: words.frame.back, role: .back) }
}

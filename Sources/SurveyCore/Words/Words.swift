/// Every word the program itself says, in one language.
///
/// A survey's own words stand in the survey. There is no markup in here: pages, the kiosk and the
/// text channel all speak from it. A sentence that a language lacks does not compile.
public final class Words: Sendable {
  public let language: Language
  /// Whether no native speaker has approved it yet.
  public let isDraft: Bool
  public let frame: Frame
  public let buttons: Buttons
  public let welcome: Welcome
  public let promises: Promises
  public let question: Asking
  public let errors: Errors
  public let check: Check
  public let sent: Sent
  public let help: Help
  public let home: Home
  public let privacy: Privacy
  public let accessibility: Accessibility
  public let messages: Messages
  public let kiosk: Kiosk
  public let texts: Texts

  init(
    language: Language, isDraft: Bool, frame: Frame, buttons: Buttons, welcome: Welcome,
    promises: Promises, question: Asking, errors: Errors, check: Check, sent: Sent, help: Help,
    home: Home, privacy: Privacy, accessibility: Accessibility, messages: Messages,
    kiosk: Kiosk, texts: Texts
  ) {
    (self.language, self.isDraft, self.frame, self.buttons) = (language, isDraft, frame, buttons)
    (self.welcome, self.promises, self.question) = (welcome, promises, question)
    (self.errors, self.check, self.sent, self.help) = (errors, check, sent, help)
    (self.home, self.privacy, self.accessibility) = (home, privacy, accessibility)
    (self.messages, self.kiosk, self.texts) = (messages, kiosk, texts)
  }

  public static var english: Words { English.words }
  public static var welsh: Words { Welsh.words }
  public static var arabic: Words { Arabic.words }

  /// Every language there is a catalogue for.
  public static let all = [english, welsh, arabic]

  /// The catalogue in `language`, or the English one; `words.language` says which it is.
  public static func `in`(_ language: Language) -> Words {
    all.first { $0.language == language } ?? english
  }
}

extension Words {
  /// What stands around every page.
  public struct Frame: Sendable {
    /// What the two links that only keyboards meet are called together.
    public let shortcuts: String
    public let skipToMain: String
    /// What the service as a whole is called, after the page's own title.
    public let service: String
    public let help: String
    public let leave: String
    public let leaveThisPage: String
    /// Said when the page has been covered.
    public let leaving: String
    public let back: String
    public let language: String
    public let about: String
    public let privacy: String
    public let accessibility: String
    public let madeUp: Template
    public let draft: String
    public let nobodyReads: String
  }

  public struct Buttons: Sendable {
    public let start: String
    public let carryOn: String
    /// For whoever finds somebody else's visit under way.
    public let startAgain: String
    public let goOn: String
    public let skip: String
    public let unclear: String
    public let send: String
    public let change: String
    public let enterCode: String
  }

  /// A link's first page.
  public struct Welcome: Sendable {
    public let asks: Template
    public let readTitle: String
    public let read: ForReader<Template>
    public let chooseTitle: String
    public let choose: ForReader<String>
    public let passOnTitle: ForReader<String>
    public let helpTitle: String
    public let moreHelp: String
    public let leaveTitle: String
    public let leave: ForReader<String>
    public let leaveWipes: String
    public let leaveKeeps: String
    public let leaveHistory: String
    public let leaveKeys: String
    public let moreTitle: String
    public let length: Template
    public let which: ForReader<String>
    public let resuming: ForReader<String>
  }

  public struct Asking: Sendable {
    public let progress: Template
    public let progressAlone: Template
    public let several: ForReader<String>
    public let scaleMiddle: Template
    public let scaleLow: Template
    public let scaleHigh: Template
    public let limit: Template
    public let left: Counted
    public let over: Counted
    /// Said beside every box for one's own words.
    public let beforeWriting: ForReader<Template>
  }

  /// What is wrong and what to do about it, in one breath.
  public struct Errors: Sendable {
    public let pageTitle: Template
    public let heading: ForReader<String>
    /// Read out before the words beside a field.
    public let prefix: String
    public let chooseOne: ForReader<String>
    public let chooseFace: ForReader<String>
    public let chooseOnLine: ForReader<String>
    public let writeSomething: ForReader<String>
    public let notOffered: ForReader<String>
    public let tooMany: ForReader<String>
    public let tooLong: Counted
    public let whichAreYou: ForReader<String>
    public let wrongCode: String
    public let notSentBusy: ForReader<String>
    public let notSentFull: ForReader<String>
  }

  public struct Check: Sendable {
    public let title: ForReader<String>
    public let about: ForReader<String>
    public let changeAnswer: Template
    public let skipped: String
    public let notUnderstood: String
    public let none: String
    public let sealed: String
    public let helped: ForReader<String>
    public let helpedHint: ForReader<String>
  }
}

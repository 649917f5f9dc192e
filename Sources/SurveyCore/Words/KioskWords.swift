extension Words {
  /// What only a shared screen says; everything else it says it shares with the pages.
  public struct Kiosk: Sendable {
    public let touch: String
    public let youSaid: String
    public let weDid: String
    public let whichSurvey: String
    public let nobodyReads: String
    public let leave: ForReader<String>
    /// Under "help now": how to go without being noticed.
    public let leaveSafely: String
    public let more: String
    public let before: String
    public let close: String
    public let keys: Keys
    public let typing: Typing
    public let idle: Idle
    public let kept: ForReader<String>
    /// When the server did not answer the last time it was tried.
    public let keptOffline: ForReader<String>
    public let goAway: String
    public let setUp: Message
    public let nothing: Message
    public let full: Message
    public let tooSmall: String
    public let plain: Plain
    public let staff: Staff
  }

  /// The line at the foot of every screen: what each key does.
  public struct Keys: Sendable {
    public let move: String
    public let press: String
    public let answer: String
  }

  /// The keys of the keyboard on the screen.
  public struct Typing: Sendable {
    public let space: String
    public let delete: String
    public let letters: String
    public let capitals: String
    public let numbers: String
  }

  public struct Idle: Sendable {
    public let title: String
    public let words: Template
    public let stay: String
  }

  /// What the plain mode, one line after another, says besides.
  public struct Plain: Sendable {
    public let number: String
    public let several: String
    public let write: String
    public let enter: String
    public let chosen: String
    public let press: Template
    public let notThere: String
  }

  public struct Staff: Sendable {
    public let title: String
    public let pin: String
    public let wrong: Counted
    public let locked: Counted
    public let place: String
    public let waiting: String
    public let setAside: String
    public let lastSent: String
    public let never: String
    public let online: String
    public let yes: String
    public let no: String
    public let version: String
    public let free: String
    public let stop: String
  }
}

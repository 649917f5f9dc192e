/// The authority that asks, and whom people can reach now. Comes from `heard.yaml`.
public struct Authority: Hashable, Sendable, Codable {
  /// Somebody to reach for help.
  public struct Contact: Hashable, Sendable, Codable {
    public var name: Localized
    /// The number as people read it, such as `0800 1111`.
    public var phone: String
    /// When it is answered, such as "Any time, day or night".
    public var hours: Localized

    public init(name: Localized, phone: String, hours: Localized) {
      (self.name, self.phone, self.hours) = (name, phone, hours)
    }
  }

  /// What people said, and what the service did about it.
  public struct Said: Hashable, Sendable, Codable {
    public var you: Localized
    public var we: Localized
    /// The id of the measure that should have moved, so that a report can say whether it did.
    public var measure: String?
    /// The month it was done in.
    public var since: Month?

    public init(you: Localized, we: Localized, measure: String? = nil, since: Month? = nil) {
      (self.you, self.we, self.measure, self.since) = (you, we, measure, since)
    }
  }

  public var name: String
  /// The team that reads the answers, as people would say it.
  public var readers: Localized
  public var contacts: [Contact]
  /// Where the Leave button goes: a page nobody would look at twice.
  public var leaveTo: String
  /// Whether it is the demo's, which must say on every page that it is made up.
  public var isMadeUp: Bool
  /// "You said, we did", as the kiosk's first screen shows it; empty when there is none yet.
  public var said: [Said]

  public init(
    name: String, readers: Localized, contacts: [Contact], leaveTo: String, isMadeUp: Bool,
    said: [Said] = []
  ) {
    (self.name, self.readers, self.contacts) = (name, readers, contacts)
    (self.leaveTo, self.isMadeUp, self.said) = (leaveTo, isMadeUp, said)
  }
}

/// All that a kiosk must know to ask without a network: `GET /kiosk/v1/bundle`.
public struct KioskBundle: Sendable, Hashable, Codable {
  /// A collection open at the kiosk's place.
  public struct Asked: Sendable, Hashable, Codable {
    public var collection: Int
    /// The edition's number, as staff know it.
    public var edition: Int
    /// The one audience asked, or nil when the person says which.
    public var audience: String?
    public var promise: Promise
    public var survey: Survey

    public init(
      collection: Int, edition: Int, audience: String?, promise: Promise, survey: Survey
    ) {
      (self.collection, self.edition, self.audience) = (collection, edition, audience)
      (self.promise, self.survey) = (promise, survey)
    }
  }

  public var place: String
  public var authority: Authority
  /// In the order in which they were opened; empty when nothing is asked here at present.
  public var asked: [Asked]

  public init(place: String, authority: Authority, asked: [Asked]) {
    (self.place, self.authority, self.asked) = (place, authority, asked)
  }
}

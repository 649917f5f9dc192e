public import Foundation

/// One look through what Notify received, newest first, page by page, for whatever its callbacks
/// did not bring. It ends at a page that brings nothing new.
public struct NotifyPoll: Sendable {
  /// What was new, oldest first: the order it was said in.
  public private(set) var found: [IncomingText] = []
  /// The page to ask for next: older than this id; nil is the first one.
  public private(set) var olderThan: String?
  public private(set) var isFinished = false
  private var seen: Set<String>
  private var pages = 0

  /// - Parameter seen: ids that are stored already.
  public init(seen: Set<String>) { self.seen = seen }

  /// Notify keeps seven days; this many pages of 250 end a look that would go round in circles.
  static let mostPages = 100

  public enum Fault: Error, Sendable, Hashable {
    /// Notify did not answer with a page: try again later. What was found stays.
    case noAnswer
    case wire(WireFault)
  }

  /// Takes a page in.
  ///
  /// - Throws: `Fault`; the look is over.
  public mutating func take(_ answer: WireAnswer) throws(Fault) {
    isFinished = true
    guard case .response(let response) = answer, response.status == 200 else { throw .noAnswer }
    let page: Page
    do {
      // A page is much longer than a message.
      page = try WireJSON.read(Page.self, from: response.body, limit: Self.pageLimit)
    } catch {
      throw .wire(error)
    }
    let new = page.received_text_messages.filter { seen.insert($0.id).inserted }
    found.insert(contentsOf: new.reversed().map(\.text), at: 0)
    olderThan = page.received_text_messages.last?.id
    pages += 1
    isFinished = new.isEmpty || page.links?.next == nil || pages >= Self.mostPages
  }

  private static let pageLimit = 4_194_304

  private struct Page: Decodable {
    var received_text_messages: [Item]
    var links: Links?

    struct Links: Decodable { var next: String? }

    /// The same as a callback's, by other names.
    struct Item: Decodable {
      var id: String
      var user_number: String
      var notify_number: String
      var created_at: String
      var content: String

      var text: IncomingText {
        IncomingText(
          id: id, from: user_number, to: notify_number, body: content,
          sent: WireTime.read(created_at))
      }
    }
  }
}

extension NotifyGateway {
  /// Asks for the next page of a look; nil when it is over.
  public func request(polling poll: NotifyPoll, at now: Date) -> WireRequest? {
    guard !poll.isFinished else { return nil }
    let older = poll.olderThan.map { "?older_than=\(WireForm.escape($0))" } ?? ""
    return request(.get, "/v2/received-text-messages\(older)", at: now)
  }
}

import Foundation
import HTTP
import SurveyCore

/// Pages that are the same for everyone, made once.
final class PageCache: Sendable {
  /// Everything a page depends on, besides what never changes while the site runs.
  enum Key: Hashable {
    case welcome(Token, Language, isResuming: Bool)
    case question(
      String, edition: Int, audience: String, Language, number: Int, total: Int?, back: String?)
    case sent(collection: Int, audience: String, Language)
  }

  // Plenty for the editions open at one time; past it the cache starts afresh.
  private static let limit = 4096
  private let box = Box()

  private final class Box: @unchecked Sendable {
    let lock = NSLock()
    var kept: [Key: Response] = [:]
  }

  /// The page under `key`, made by `make` where there is none yet.
  func response(_ key: Key, make: () -> Response) -> Response {
    box.lock.lock()
    let found = box.kept[key]
    box.lock.unlock()
    if let found { return found }
    let made = make().keep()
    box.lock.lock()
    if box.kept.count >= Self.limit { box.kept.removeAll() }
    box.kept[key] = made
    box.lock.unlock()
    return made
  }
}

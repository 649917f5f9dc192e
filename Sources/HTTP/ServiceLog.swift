internal import Logging

// What the server says in the log: never a path, a query, an address or a header's value.

extension Service {
  /// The page for who was still waiting when the server had to stop.
  var busyPage: Response {
    var page = refusalPage(503)
    page.status = 503
    return page
  }

  func noteAnswer(_ status: Int) {
    if logsRequests { logger.debug("answered", metadata: ["status": "\(status)"]) }
  }

  /// Notes how many header fields of an answer were left out because they must not be sent.
  func noteDropped(_ count: Int) {
    if count > 0 {
      logger.warning("header fields were left out of an answer", metadata: ["count": "\(count)"])
    }
  }

  /// Takes a line of the library's own log. `filled` is the line with its arguments, shown only
  /// where it tells why the server could not start.
  func libraryLogged(_ format: String, filled: String) {
    let isStarting = startingWords.with { words in
      guard words != nil else { return false }
      words?.append(String(filled.filter { !$0.isNewline }))
      return true
    }
    if !isStarting {
      logger.debug("libmicrohttpd", metadata: ["says": "\(format.filter { !$0.isNewline })"])
    }
  }
}

/// How much of anything one client, or all of them, may take.
public struct Limits: Sendable {
  /// Bytes of a request's first line and header fields together; more is answered 431.
  public var header = 16 * 1024
  /// Bytes of a request's body; more is answered 413.
  public var body = 64 * 1024
  /// Bytes of a body at the one path that may take more than `body`; nil where there is none.
  public var larger: (path: String, body: Int)?
  /// Connections open at once; further ones wait to be accepted.
  public var connections = 1024
  /// Connections open at once from one address; further ones are closed at once. 0 is no limit.
  /// Not applied where there are trusted proxies: all their clients share the proxy's address.
  public var connectionsPerAddress = 64
  /// Seconds in which nothing comes or goes before a connection is closed.
  public var idle = 30
  /// Seconds in which a request must have come whole, however steadily it trickles.
  public var deadline = 20
  /// Seconds in which an answer must have been fetched.
  public var delivery = 300
  /// Threads that serve.
  public var threads = 2

  public init() {}

  /// Bytes of a body at the path of `target`, as it came.
  func body(at target: some Sequence<UInt8>) -> Int {
    guard let larger, larger.path.utf8.elementsEqual(target) else { return body }
    return larger.body
  }
}

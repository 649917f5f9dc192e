/// What a handler says: the answer, or that it will come.
public enum Outcome: Sendable {
  case now(Response)
  /// The answer waits for something, such as the disk. The server sets the connection aside
  /// first, and only then calls this with the way to reply; it holds up no thread meanwhile.
  ///
  /// The reply may be given once, from any thread, before or after this returns; a second one is
  /// ignored. If every copy of the reply is dropped unused, the client gets the page for 500.
  case later(@Sendable (@escaping Reply) -> Void)
}

/// How a late answer is given.
public typealias Reply = @Sendable (Response) -> Void

/// A site: one function from request to outcome. It is called on the library's threads, several
/// at a time, and cannot fail but by an answer that says so.
public typealias Handler = @Sendable (Request) -> Outcome

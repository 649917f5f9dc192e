/// How a client behaves towards every server it asks.
public struct Manners: Sendable, Hashable {
  /// Seconds until a connection must stand, TLS included.
  public var connecting: Int = 10
  /// Seconds until the whole reply must be there.
  public var total: Int = 60
  /// Seconds in which less than a byte a second passed, after which the connection is given up.
  public var silence: Int = 20
  /// Whether a connection is kept for the next request. Where the server closed a kept one, the
  /// library sends the request again by itself: not to be had where twice does harm.
  public var keepsConnections = true
  /// The largest reply taken, in bytes; header lines count as well, up to as many again.
  public var largestReply: Int = 8 << 20
  /// A file of certificates to trust (PEM) instead of the system's.
  public var certificates: String?
  /// The proxy to go through, such as `http://proxy.example:3128`. The environment's is not used.
  public var proxy: String?
  /// What it says of itself.
  public var agent: String

  public init(agent: String) { self.agent = agent }
}

/// Where to listen: a name or a numeric address (IPv4 or IPv6, without brackets), and a port.
public struct Endpoint: Sendable, Equatable {
  public var host: String
  /// 0 lets the system choose; `Server.port` tells what it chose.
  public var port: UInt16

  public init(host: String, port: UInt16) {
    self.host = host
    self.port = port
  }
}

/// What a server shows to be who it is: PEM text, the certificate with its chain.
public struct TLS: Sendable {
  public var certificate: String
  public var key: String

  public init(certificate: String, key: String) {
    self.certificate = certificate
    self.key = key
  }
}

/// Why a server could not start.
public enum ServerError: Error, Equatable {
  case cannotResolve(host: String)
  case portInUse(Endpoint)
  case portNotPermitted(Endpoint)
  case addressNotHere(Endpoint)
  /// Any other fault in making the listening socket, in the system's words.
  case cannotListen(Endpoint, reason: String)
  /// The certificate or the key cannot be read, or they do not belong together.
  case badCertificate(reason: String)
  /// A trusted proxy that is neither an address nor a range such as `10.0.0.0/8`.
  case badProxy(String)
  case cannotStart(reason: String)
}

extension Endpoint: CustomStringConvertible {
  /// As it stands in an address: `127.0.0.1:8080`, `[::1]:8080`.
  public var description: String {
    host.utf8.contains(UInt8(ascii: ":")) ? "[\(host)]:\(port)" : "\(host):\(port)"
  }
}

extension ServerError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .cannotResolve(let host):
      "there is no address for \"\(host)\"; check how it is spelt, or give a numeric address"
    case .portInUse(let endpoint):
      "port \(endpoint.port) is already in use on \(endpoint.host); stop what is using it, "
        + "or choose another port"
    case .portNotPermitted(let endpoint):
      "this account may not listen on \(endpoint); choose a port of 1024 or above"
    case .addressNotHere(let endpoint):
      "\(endpoint.host) is not an address of this machine"
    case .cannotListen(let endpoint, let reason):
      "cannot listen on \(endpoint): \(reason)"
    case .badCertificate(let reason):
      "the TLS certificate or its key cannot be used: \(reason)"
    case .badProxy(let text):
      "\"\(text)\" is neither an address nor a range of addresses such as 10.0.0.0/8"
    case .cannotStart(let reason):
      "the server could not start: \(reason)"
    }
  }
}

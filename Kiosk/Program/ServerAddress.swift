import Foundation

/// A server's address: scheme, host and port, and nothing else, since what is signed is the path as
/// the server sees it.
struct ServerAddress {
  let text: String
  /// Whether nobody in between can read or change what is said: TLS, or this computer itself.
  let isSafe: Bool

  init?(_ text: String) {
    guard let url = URLComponents(string: text), let scheme = url.scheme?.lowercased(),
      ["http", "https"].contains(scheme), let host = url.host, !host.isEmpty,
      ["", "/"].contains(url.path), url.query == nil, url.fragment == nil, url.user == nil
    else { return nil }
    let port = url.port.map { ":\($0)" } ?? ""
    self.text = "\(scheme)://\(host)\(port)"
    isSafe = scheme == "https" || Self.isLoopback(host)
  }

  private static func isLoopback(_ host: String) -> Bool {
    let parts = host.split(separator: ".", omittingEmptySubsequences: false)
    let isLoopback4 =
      parts.count == 4 && parts.first == "127" && parts.allSatisfy { UInt8($0) != nil }
    return isLoopback4 || ["localhost", "::1", "[::1]"].contains(host.lowercased())
  }
}

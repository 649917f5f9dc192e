internal import Crypto
internal import Foundation

/// What Twilio signs: the address it called, and the decoded fields in the order of their names.
struct TwilioSignature {
  let secret: Secret

  enum Algorithm: String {
    case sha1 = "HMAC_SHA1"
    case sha256 = "HMAC_SHA256"
  }

  /// Whether `shown` is the signature of these fields at this address. Twilio is not consistent
  /// about the port, so the address may stand with it or without.
  func matches(
    _ shown: String, at address: String, fields: [WireForm.Field], by algorithm: Algorithm = .sha1
  ) -> Bool {
    guard let code = Data(base64Encoded: shown) else { return false }
    let tail = Self.tail(fields)
    return Self.ways(of: address).reduce(false) { found, address in
      let signed = Array(address.utf8) + tail
      let isThis =
        switch algorithm {
        case .sha1:
          HMAC<Insecure.SHA1>.isValidAuthenticationCode(
            code, authenticating: signed, using: secret.key)
        case .sha256:
          HMAC<SHA256>.isValidAuthenticationCode(code, authenticating: signed, using: secret.key)
        }
      return isThis || found
    }
  }

  /// Names in the order of their bytes; a name sent more than once has each of its values once, in
  /// order too.
  private static func tail(_ fields: [WireForm.Field]) -> [UInt8] {
    Set(fields).sorted { one, other in
      one.name == other.name
        ? one.value.lexicographicallyPrecedes(other.value)
        : one.name.lexicographicallyPrecedes(other.name)
    }.flatMap { $0.name + $0.value }
  }

  /// The address as it is, with its port, and without.
  private static func ways(of address: String) -> Set<String> {
    guard let mark = address.firstRange(of: "://") else { return [address] }
    let rest = address[mark.upperBound...]
    let host = rest.prefix { !"/?#".contains($0) }
    let (start, end) = (address[..<mark.upperBound], rest[host.endIndex...])
    let colon = host.lastIndex(of: ":")
    guard let colon, host[host.index(after: colon)...].allSatisfy(\.isASCIIDigit) else {
      let port = address.hasPrefix("https:") ? "443" : "80"
      return [address, "\(start)\(host):\(port)\(end)"]
    }
    return [address, "\(start)\(host[..<colon])\(end)"]
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}

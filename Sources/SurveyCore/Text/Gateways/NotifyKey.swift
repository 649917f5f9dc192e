internal import Crypto
public import Foundation

/// A key of GOV.UK Notify: whose it is, and the secret requests are signed with.
public struct NotifyKey: Sendable, CustomStringConvertible, CustomDebugStringConvertible,
  CustomReflectable
{
  public let service: UUID
  /// The secret as it is written, hyphens and all: its characters are the key, not its bits.
  private let secret: Secret
  private let serviceText: String

  /// Reads `name-service-secret`, from the right, because the name may hold hyphens too; nil where
  /// it is no such key.
  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count >= 73, bytes[bytes.count - 37] == UInt8(ascii: "-") else { return nil }
    let service = String(decoding: bytes.suffix(73).prefix(36), as: UTF8.self)
    let secret = String(decoding: bytes.suffix(36), as: UTF8.self)
    guard Self.isUUID(service), Self.isUUID(secret), let id = UUID(uuidString: service) else {
      return nil
    }
    (self.service, self.secret, serviceText) = (id, Secret(secret), service)
  }

  /// The token of one request: a JWT signed with HS256 that says who asks, and when. Notify takes
  /// it for 30 seconds either way.
  public func token(at now: Date) -> String {
    token(header: #"{"alg":"HS256","typ":"JWT"}"#, at: now)
  }

  func token(header: String, at now: Date) -> String {
    let seconds = Int(now.timeIntervalSince1970.rounded(.down))
    let claims = #"{"iss":"\#(serviceText)","iat":\#(seconds)}"#
    let signed = "\(Self.base64(header.utf8)).\(Self.base64(claims.utf8))"
    let code = HMAC<SHA256>.authenticationCode(for: Array(signed.utf8), using: secret.key)
    return "\(signed).\(Self.base64(code))"
  }

  public var description: String { "a key of GOV.UK Notify" }

  public var debugDescription: String { description }

  public var customMirror: Mirror { Mirror(self, children: []) }

  /// By the letter: Foundation's own reader takes `0x` for a digit.
  private static func isUUID(_ text: String) -> Bool {
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    return parts.map(\.count) == [8, 4, 4, 4, 12]
      && text.allSatisfy { $0 == "-" || ($0.isHexDigit && $0.isASCII) }
  }

  /// Base 64 as addresses may hold it, without padding.
  private static func base64(_ bytes: some Sequence<UInt8>) -> String {
    Data(bytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_")
      .replacing("=", with: "")
  }
}

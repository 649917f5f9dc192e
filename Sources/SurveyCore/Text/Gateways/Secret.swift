internal import Crypto
internal import Foundation

/// Something only a gateway and we know: a token, a password, a part of an address.
///
/// It compares in constant time, whatever the lengths, and does not print.
public struct Secret: Sendable, CustomStringConvertible, CustomDebugStringConvertible,
  CustomReflectable
{
  let text: String

  public init(_ text: String) { self.text = text }

  /// Whether `offered` is the secret. An empty secret matches nothing.
  public func matches(_ offered: some Sequence<UInt8>) -> Bool {
    // Digests are compared in constant time, and are of one length.
    SHA256.hash(data: Array(offered)) == SHA256.hash(data: Array(text.utf8)) && !text.isEmpty
  }

  public func matches(_ offered: String) -> Bool { matches(offered.utf8) }

  public var description: String { "a secret" }

  public var debugDescription: String { description }

  public var customMirror: Mirror { Mirror(self, children: []) }

  /// The secret as the key of a message authentication code.
  var key: SymmetricKey { SymmetricKey(data: Array(text.utf8)) }
}

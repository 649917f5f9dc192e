import Client
import Foundation
import SurveyCore

/// Why the server did not do what it was asked.
enum Trouble: Error, Equatable {
  /// It has seen nothing: there is no network, or somebody else answers in its name.
  case unreachable(String)
  /// It may have done it: the connection broke or took too long.
  case uncertain(String)
  /// It, or something between, answered otherwise than agreed.
  case answered(Int)
  /// It answered with the right status and something that makes no sense.
  case nonsense
  /// It knows this kiosk and takes nothing from it, or does not know it: the last part of the
  /// problem's type, such as `revoked`.
  case denied(String)
  /// This program could not even ask.
  case fault(String)

  init(_ failure: Failure) {
    switch failure {
    case .unreachable(let words), .untrusted(let words): self = .unreachable(words)
    case .cut(let words): self = .uncertain(words)
    case .timedOut: self = .uncertain("it took too long")
    case .tooLarge: self = .nonsense
    case .misuse(let words): self = .fault(words)
    }
  }

  /// Whether what was sent may be to blame, so that it is best tried apart from the rest.
  ///
  /// A portal's redirect or page is not, nor is a server that is busy.
  var mayBeOfWhatWasSent: Bool {
    switch self {
    case .uncertain, .nonsense: true
    case .answered(let status):
      status >= 400 && ![401, 403, 407, 408, 429, 503, 511].contains(status)
    case .unreachable, .denied, .fault: false
    }
  }

  /// For staff, after "the last try failed: ".
  var words: String {
    switch self {
    case .unreachable(let words), .uncertain(let words), .fault(let words): words
    case .answered(let status): "something answered with status \(status)"
    case .nonsense: "something answered that is not the server"
    case .denied("revoked"): "this kiosk has been revoked"
    case .denied("unknown-device"): "the server does not know this kiosk"
    case .denied: "the server does not accept this kiosk's signature"
    }
  }
}

/// How many answered of those who could have, as near as it may be told.
///
/// It is a count and not a sample, so it has no interval; how many answered is a range where an
/// exact number would give something away.
enum ResponseRate: Sendable, Hashable {
  /// What the rate is of.
  enum Base: Sendable, Hashable {
    /// Invitations that arrived.
    case delivered
    /// Invitations given out or sent, where nobody knows which arrived.
    case asked
  }

  case rate(finished: ClosedRange<Int>, of: Int, Base)
  /// An open link or a kiosk: whoever came by could answer, and nobody counted them.
  case unknown(finished: ClosedRange<Int>)
  /// More finished than were counted as asked, so the count is wrong or a link was passed on.
  case impossible(finished: ClosedRange<Int>, of: Int)
  /// Perhaps more finished than were counted: of 18 asked, 18 to 22 would be 18 exactly, and the
  /// range would no longer hide what it is there to hide.
  case withheld

  /// The rate where `asked` were asked and `delivered` of these invitations are known to have
  /// arrived; nil is not known.
  init(finished: ClosedRange<Int>, delivered: Int?, asked: Int?) {
    guard let counted = delivered ?? asked, counted > 0 || finished.lowerBound > 0 else {
      self = .unknown(finished: finished)
      return
    }
    guard finished.lowerBound <= counted else {
      self = .impossible(finished: finished, of: counted)
      return
    }
    guard finished.upperBound <= counted else {
      self = .withheld
      return
    }
    self = .rate(finished: finished, of: counted, delivered == nil ? .asked : .delivered)
  }

  /// In whole per cent, from the least to the most it can be; nil where there is no rate.
  var percentages: ClosedRange<Int>? {
    guard case .rate(let finished, let counted, _) = self,
      let low = Share(finished.lowerBound, of: counted),
      let high = Share(finished.upperBound, of: counted)
    else { return nil }
    return low.percentage...high.percentage
  }

  /// How far a percentage may be from that of all who were asked, in percentage points and rounded
  /// up: by the fewest that can have answered; nil where there is no rate.
  var margin: Int? {
    guard case .rate(let finished, let counted, _) = self else { return nil }
    return MarginOfError.of(answers: finished.lowerBound, among: counted).map {
      Int(($0 * 100).rounded(.up))
    }
  }
}

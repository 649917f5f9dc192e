/// Which whole numbers from 1 up were met, as a few ranges: `1-120,122-400`.
public struct NumberRanges: Sendable, Hashable, CustomStringConvertible {
  /// In order, never touching each other.
  public private(set) var ranges: [ClosedRange<Int>] = []

  /// Numbers beyond this are not a kiosk's.
  public static let highest = 1_000_000_000
  /// More gaps than this no honest kiosk leaves; the lowest are then forgotten.
  private static let mostRanges = 1000

  public init() {}

  /// Reads what `description` wrote; nil for anything else.
  public init?(_ text: String) {
    for part in text.split(separator: ",", omittingEmptySubsequences: false) where !text.isEmpty {
      let ends = part.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
      guard (1...2).contains(ends.count), let low = ends[0], let high = ends[ends.count - 1],
        low > (ranges.last?.upperBound ?? -1) + 1, low >= 1, low <= high, high <= Self.highest
      else { return nil }
      ranges.append(low...high)
    }
  }

  public var description: String { Self.written(ranges) }

  public func contains(_ number: Int) -> Bool { ranges.contains { $0.contains(number) } }

  /// The numbers not met below the highest that was.
  public var gaps: [ClosedRange<Int>] {
    let starts = [0] + ranges.map(\.upperBound)
    return zip(starts, ranges).compactMap { last, range in
      range.lowerBound > last + 1 ? (last + 1)...(range.lowerBound - 1) : nil
    }
  }

  /// Takes a number in; one that no kiosk would use is passed by.
  public mutating func insert(_ number: Int) {
    guard (1...Self.highest).contains(number), !contains(number) else { return }
    let index = ranges.firstIndex { $0.lowerBound > number } ?? ranges.count
    ranges.insert(number...number, at: index)
    join(index)
    if index > 0 { join(index - 1) }
    if ranges.count > Self.mostRanges {
      ranges.replaceSubrange(0...1, with: [ranges[0].lowerBound...ranges[1].upperBound])
    }
  }

  /// Makes one of the range at `index` and the next, where they touch.
  private mutating func join(_ index: Int) {
    guard index + 1 < ranges.count, ranges[index].upperBound + 1 == ranges[index + 1].lowerBound
    else { return }
    ranges.replaceSubrange(
      index...(index + 1), with: [ranges[index].lowerBound...ranges[index + 1].upperBound])
  }

  /// Ranges as people read them: `7, 12-14` with `separator` set so.
  public static func written(
    _ ranges: [ClosedRange<Int>], separator: String = ","
  ) -> String {
    ranges.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)" }
      .joined(separator: separator)
  }
}

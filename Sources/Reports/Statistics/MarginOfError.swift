/// How far a percentage found by asking some of a known number of people may be from what asking
/// all of them would have found: the widest it can be, for a share of half, at 95 %.
///
/// W. G. Cochran, "Sampling Techniques" (1977), chapters 3 and 4:
/// z √(p(1 − p)/n · (N − n)/(N − 1)).
/// It speaks of these people only, "the children we worked with this quarter", and not of how the
/// service works, which a Wilson interval is for. It holds where those asked were as good as drawn
/// by lot, which those who choose to answer never are: it is the least to be allowed for.
enum MarginOfError {
  /// From 0 to 1; nil where nobody answered, or more than there are.
  static func of(answers n: Int, among population: Int) -> Double? {
    guard n > 0, n <= population else { return nil }
    guard n < population else { return 0 }
    let (n, all) = (Double(n), Double(population))
    return Confidence.ninetyFive.z * (0.25 / n * (all - n) / (all - 1)).squareRoot()
  }
}

/// Our own faces, from very good to very bad, and one for "not sure"; each channel draws them.
public enum Face: Int, Sendable, CaseIterable {
  case veryGood, good, middling, bad, veryBad, unsure

  /// The faces for a question's options: those with a score from best to worst, the others unsure.
  public static func faces(for options: [Question.Option]) -> [Face] {
    let hasScores = options.contains { $0.score != nil }
    let ranked = options.indices.filter { !hasScores || options[$0].score != nil }
      .sorted { (options[$0].score ?? -$0) > (options[$1].score ?? -$1) }
    var faces = [Face](repeating: .unsure, count: options.count)
    for (rank, index) in ranked.enumerated() {
      faces[index] = at(rank, of: ranked.count)
    }
    return faces
  }

  /// Two faces are the ends, three the ends and the middle, four leave the middle out.
  private static func at(_ rank: Int, of count: Int) -> Face {
    let scales: [Int: [Face]] = [
      2: [.veryGood, .veryBad], 3: [.veryGood, .middling, .veryBad],
      4: [.veryGood, .good, .bad, .veryBad],
    ]
    let scale = scales[count] ?? [.veryGood, .good, .middling, .bad, .veryBad]
    return scale.indices.contains(rank) ? scale[rank] : .unsure
  }
}

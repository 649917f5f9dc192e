import SurveyCore

extension ProtectedQuestion {
  /// What was answered to a question since an older issue, with the newer one's tables; nil where
  /// something was taken away since.
  init?(late new: ProtectedQuestion, since old: ProtectedQuestion, _ rule: Rule) {
    var said = new.asked.said
    for (position, before) in old.asked.said {
      guard let place = new.asked.axes.row(ofPlace: old.asked.axes.places[position.place]),
        let left = said[position.at(place: place)]?.less(before)
      else { return nil }
      said[position.at(place: place)] = left
    }
    self.init(new.asked.with(said), rule)
    (overall, tables) = (new.overall, new.tables)
  }
}

extension Said {
  /// What is left when `other` is taken away; nil where it is not all there.
  fileprivate func less(_ other: Said) -> Said? {
    var left = self
    left.answered -= other.answered
    for (value, number) in other.chosen { left.chosen[value, default: 0] -= number }
    return left.answered < 0 || left.chosen.values.contains { $0 < 0 } ? nil : left
  }
}

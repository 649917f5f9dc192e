extension Words.Errors {
  /// Why a reply to a question of this kind could not be taken, and what to do about it.
  public func words(
    for unclear: Unclear, to kind: Question.Kind, _ reader: Reader
  ) -> String {
    switch (unclear, kind) {
    case (.nothing, .text): writeSomething[reader]
    case (.nothing, .faces): chooseFace[reader]
    case (.nothing, .scale): chooseOnLine[reader]
    case (.nothing, _): chooseOne[reader]
    case (.notOffered, _): notOffered[reader]
    case (.tooMany, _): tooMany[reader]
    case (.tooLong(let over), _): tooLong(over)
    }
  }
}

extension Words.Asking {
  /// What place `index` of `count` on a line is called; it wants number, total, low and high.
  public func point(_ index: Int, of count: Int) -> Template {
    index == 0 ? scaleLow : index == count - 1 ? scaleHigh : scaleMiddle
  }
}

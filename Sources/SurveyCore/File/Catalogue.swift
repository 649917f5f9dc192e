/// The audiences and measures that surveys are checked against.
public struct Catalogue: Hashable, Sendable {
  public let audiences: [Audience]
  public let measures: [Measure]

  public init(audiences: [Audience], measures: [Measure]) {
    (self.audiences, self.measures) = (audiences, measures)
  }

  /// Reads the texts of `audiences.yaml` and `measures.yaml`; the names are used in faults.
  ///
  /// - Throws: every fault in both files.
  public init(
    audiences: String, named audiencesName: String = "audiences.yaml", measures: String,
    named measuresName: String = "measures.yaml"
  ) throws(Faults) {
    let first = FaultList(file: audiencesName)
    let second = FaultList(file: measuresName)
    self.audiences =
      PieceLoader(faults: first).load(audiences).map(AudienceReader(faults: first).audiences) ?? []
    self.measures =
      PieceLoader(faults: second).load(measures).map(MeasureReader(faults: second).measures) ?? []
    let faults = first.inOrder + second.inOrder
    if !faults.isEmpty { throw Faults(faults) }
  }

  /// Reads and checks the text of a survey file. `file` is used in faults, and when it ends in
  /// `.yaml` the survey's id must be its name.
  public func read(_ text: String, named file: String) -> Checked {
    let faults = FaultList(file: file)
    let draft = PieceLoader(faults: faults).load(text).flatMap {
      SurveyReader(self, file: file, faults: faults).survey($0)
    }
    guard faults.isEmpty, let draft else {
      return Checked(survey: nil, faults: faults.inOrder, warnings: [])
    }
    let warnings = Readability(file: file, draft: draft).warnings
    return Checked(survey: draft.survey, faults: [], warnings: warnings)
  }
}

/// What came of checking a survey file: a survey, or every reason why it is none.
public struct Checked: Sendable {
  /// Nil exactly when there are faults.
  public let survey: Survey?
  public let faults: [Fault]
  /// What may be hard to read; empty when there are faults.
  public let warnings: [Warning]
}

public import SurveyCore

/// One number in tidy long form. Fields that do not apply are empty.
public struct Observation: Sendable, Hashable {
  public var from: Month
  public var through: Month
  /// `L1a` … `L9`, or empty.
  public var item = ""
  public var measure = ""
  public var survey = ""
  public var question = ""
  /// The numbers of the editions, with spaces between.
  public var editions = ""
  /// As it was asked, in English.
  public var wording = ""
  public var group = ""
  /// `audience`, `channel`, `place`, `helped`, `last-question`, `theme` or `standing`, or empty for
  /// everybody.
  public var breakdown = ""
  public var category = ""
  /// What is counted: see the codebook.
  public var statistic: Statistic
  /// The option or options, with ` | ` between.
  public var options = ""
  public var value: Cell
  /// `people`, `answers`, `per cent`, `percentage points` or what an imported item says.
  public var unit = ""
  public var note = ""

  /// Every statistic that there is; the codebook says what each means.
  public enum Statistic: String, Sendable, Hashable, CaseIterable {
    case answered, favourable, favourableShare = "favourable-share", low, high
    case option, optionShare = "option-share", difference, differenceLow = "difference-low"
    case differenceHigh = "difference-high"
    case mean, lowerLimit = "lower-limit", upperLimit = "upper-limit"
    case responsesLow = "responses-low", responsesHigh = "responses-high", asked, population
    case responseRateLow = "response-rate-low", responseRateHigh = "response-rate-high"
    case marginOfError = "margin-of-error"
    case droppedOut = "dropped-out", droppedOutShare = "dropped-out-share"
    case questionAskedLow = "question-asked-low", questionAskedHigh = "question-asked-high"
    case silentLow = "silent-low", silentHigh = "silent-high"
    case notUnderstoodLow = "not-understood-low", notUnderstoodHigh = "not-understood-high"
    case theme, themeShare = "theme-share", published, imported
    case concernsLow = "concerns-low", concernsHigh = "concerns-high"
  }
}

/// The words in tidy data.
enum ObservationWords {
  static let people = "people"
  static let percent = "per cent"
  static let points = "percentage points"
  static let comments = "comments"
  static let concerns = "concerns"
  /// Stands where somebody stopped before the first question.
  static let none = "none"

  static func difference(_ beside: String, _ confidence: Confidence) -> String {
    "beside: \(beside); confidence: \(confidence.rawValue)%"
  }
}

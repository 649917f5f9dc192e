import Markup
import SurveyCore

/// The faces as pictures. They differ in the mouth, the eyes, the brows and the outline, so that
/// they can be told apart without colour; the styles give the colours.
extension Face {
  var svg: HTML { Self.pictures[rawValue] }

  private static let pictures: [HTML] = allCases.map { face in
    """
    <svg class="f\(face.rawValue)" viewBox="0 0 64 64" aria-hidden="true" focusable="false">\
    \(face.drawing)</svg>
    """
  }

  /// `b` is the head, `l` a drawn line, `d` a filled feature, `w` a light one.
  private var drawing: HTML {
    switch self {
    case .veryGood:
      """
      <path class="b" d="M32 4c17 0 27 11 27 26 0 18-12 30-27 30S5 48 5 30C5 15 15 4 32 4z"/>\
      <path class="l" d="M17 27c1-6 8-6 9 0M38 27c1-6 8-6 9 0"/>\
      <path class="d" d="M16 36h32c0 11-7 17-16 17s-16-6-16-17z"/>\
      <path class="w" d="M24 49c4-4 12-4 16 0-4 4-12 4-16 0z"/>
      """
    case .good:
      """
      <path class="b" d="M32 5c16 0 27 11 27 27S48 59 32 59 5 48 5 32 16 5 32 5z"/>\
      <circle class="d" cx="22" cy="26" r="3.5"/><circle class="d" cx="42" cy="26" r="3.5"/>\
      <path class="l" d="M18 38c4 10 24 10 28 0"/>
      """
    case .middling:
      """
      <path class="b" d="M32 6c18 0 27 9 27 26s-9 26-27 26S5 49 5 32 14 6 32 6z"/>\
      <circle class="d" cx="22" cy="27" r="3.5"/><circle class="d" cx="42" cy="27" r="3.5"/>\
      <path class="l" d="M20 43h24"/>
      """
    case .bad:
      """
      <path class="b" d="M32 5c15 0 24 12 26 28 2 17-9 26-26 26S4 50 6 33C8 17 17 5 32 5z"/>\
      <path class="l" d="M16 23l9-3M48 23l-9-3"/>\
      <circle class="d" cx="22" cy="30" r="3.5"/><circle class="d" cx="42" cy="30" r="3.5"/>\
      <path class="l" d="M20 48c4-8 20-8 24 0"/>
      """
    case .veryBad:
      """
      <path class="b" d="M32 5c13 0 22 12 25 30 3 16-8 24-25 24S4 51 7 35C10 17 19 5 32 5z"/>\
      <path class="l" d="M15 25l10-6M49 25l-10-6"/>\
      <path class="l" d="M17 30c2 4 7 4 9 0M38 30c2 4 7 4 9 0"/>\
      <path class="d" d="M20 54c0-10 5-14 12-14s12 4 12 14c-7-4-17-4-24 0z"/>\
      <path class="t" d="M50 34c4 5 5 7 5 9a4.5 4.5 0 0 1-9 0c0-2 1-4 4-9z"/>
      """
    case .unsure:
      """
      <path class="b" d="M32 5c16 0 27 11 27 27S48 59 32 59 5 48 5 32 16 5 32 5z"/>\
      <path class="l" d="M16 19l9-2M39 21h9"/>\
      <circle class="d" cx="24" cy="27" r="3.5"/><circle class="d" cx="45" cy="27" r="3.5"/>\
      <path class="l" d="M20 44c4-4 7 3 12 0s7-4 12-2"/>
      """
    }
  }
}

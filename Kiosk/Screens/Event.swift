import SurveyCore

/// What the screens are told.
enum Event: Equatable {
  case input(Input)
  /// A control was used, whatever it was used with.
  case action(Action)
  /// Words typed to the plain mode in reply to a question.
  case reply(String)
  case resized(Size)
  /// Time went by.
  case passed
  /// What is asked here at present, and whether a visit could be kept.
  case offer(KioskBundle?, hasRoom: Bool)
  case kept(isOnline: Bool)
  case notKept
  case pin(PINOutcome)
  case standing(Standing)
}

/// What the screens ask for.
enum Effect: Equatable {
  /// Answered with `kept` or `notKept`, unless the visit was left: nobody waits then.
  case keep(Visit)
  /// Answered with `pin`.
  case tryPIN(String)
  /// Answered with `standing`.
  case tellStanding
  /// A visit ended: nothing of it may stay on the screen, above it, or waiting to be read.
  case wipe
  /// Staff stop the program.
  case stop
}

/// What can be done on a screen. It is also what has the focus.
enum Action: Hashable {
  /// Leaves the first screen, in a language.
  case begin(Language)
  case survey(Int)
  case audience(String)
  case start
  case answer(String)
  /// The box for one's own words.
  case field
  case letter(Character)
  case delete, layer
  case goOn, skip, unclear, back
  case help, closeHelp, leave
  case more, before
  case change(String)
  case helped, send
  case done
  case stay
  case digit(Int)
  case tryPIN, stop
}

extension English {
  static let kiosk = Words.Kiosk(
    touch: "Touch the screen, or press Enter",
    youSaid: "You said",
    weDid: "We did",
    whichSurvey: "What would you like to tell us about?",
    nobodyReads: "Nobody is reading what you say right now.",
    leave: ForReader(
      young: "Touch Leave at the top, or press the Esc key.",
      others: """
        Touch Leave at the top, or press the Esc key. \
        This screen goes back to its first page straight away.
        """),
    leaveSafely: """
      Touch Leave at the top, or press the Esc key. This screen goes back to its first page \
      straight away, and nobody after you can see what you said.
      """,
    more: "More",
    before: "Before",
    close: "Close",
    keys: Words.Keys(move: "move", press: "choose", answer: "answer"),
    typing: Words.Typing(
      space: "Space", delete: "Delete", letters: "abc", capitals: "ABC", numbers: "123"),
    idle: Words.Idle(
      title: "Are you still there?",
      words: "Touch the screen or press any key. If not, this page is wiped in {number} seconds.",
      stay: "Yes, I am here"),
    kept: ForReader(
      young: "We have your answers. They are safe with us.",
      others: "We have your answers. They are saved safely."),
    keptOffline: ForReader(
      young: "Your answers are saved. They will be sent when the internet is back.",
      others: "Your answers are saved safely. They will be sent when the internet is back."),
    goAway: "You can go now. This screen goes back to its first page by itself.",
    setUp: Words.Message(
      title: "This screen is being set up", words: ["Please come back a little later."]),
    nothing: Words.Message(
      title: "Nothing is asked here at the moment",
      words: ["If there is something you want to say, tell somebody who works here."]),
    full: Words.Message(
      title: "This screen is resting",
      words: [
        """
        It cannot keep any more answers just now. Nothing that was said before is lost.
        """,
        "Please tell somebody who works here, or come back later.",
      ]),
    tooSmall: "Please make the window larger.",
    plain: Words.Plain(
      number: "Type the number of your answer and press Enter.",
      several: "Type the numbers of your answers and press Enter. Type 0 for none of them.",
      write: "Type your answer and press Enter.",
      enter: "Press Enter to go on.",
      chosen: "Chosen:",
      press: "Type {name} for:",
      notThere: "That is not one of the choices."),
    staff: Words.Staff(
      title: "For staff",
      pin: "Type the six digits",
      wrong: Counted(
        one: "Wrong. {number} more try", other: "Wrong. {number} more tries"),
      locked: Counted(
        one: "Too many wrong tries. Wait {number} second",
        other: "Too many wrong tries. Wait {number} seconds"),
      place: "Place",
      waiting: "Waiting to be sent",
      setAside: "Set aside",
      lastSent: "Last sent",
      never: "Nothing since the start",
      online: "Server reached",
      yes: "Yes",
      no: "No",
      version: "Version",
      free: "Free storage",
      stop: "Stop the kiosk"))
}

extension English {
  static let messages = Words.Messages(
    notFound: Words.Message(
      title: "This page is not here",
      words: ["Check the address. If you were given a link or a code, use it again."]),
    wrongLink: Words.Message(
      title: "This link does not work",
      words: [
        """
        Part of it may be missing. Open it again from the message or letter it came in, \
        or type in your code.
        """,
        "If it still does not work, ask the person who gave it to you for a new one.",
      ]),
    spentLink: Words.Message(
      title: "This link has been used",
      words: [
        "It was made to be used once, and answers have been sent with it.",
        "If that was not you, tell the person who gave you the link.",
      ]),
    closedCollection: Words.Message(
      title: "This survey has ended",
      words: [
        "It does not take any more answers. Thank you for wanting to tell us.",
        "If there is something you want to say, tell the person who gave you the link.",
      ]),
    expired: Words.Message(
      title: "Your visit has ended",
      words: [
        """
        You left, carried on somewhere else, or answered nothing for 20 hours. \
        To keep them safe, your answers are not on this page any more.
        """,
        "To answer, open your link again.",
      ]),
    tooLarge: Words.Message(
      title: "That was too much at once",
      words: ["It was not saved. Go back, make your answer shorter and send it again."]),
    badRequest: Words.Message(
      title: "We could not read that",
      words: ["Nothing was saved from it. Go back and try once more."]),
    wrongMethod: Words.Message(
      title: "That does not work here",
      words: ["Go back and use the buttons on the page."]),
    busy: Words.Message(
      title: "Lots of people are answering",
      words: [
        "Nothing you have sent is lost. Wait a minute, then try again."
      ]),
    full: Words.Message(
      title: "We could not save that",
      words: [
        "Nothing that you sent before is lost. Try again later today.",
        "If you need help now, do not wait for this page.",
      ]))
}

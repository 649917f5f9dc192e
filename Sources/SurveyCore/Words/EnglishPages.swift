extension English {
  static let privacy = Words.Privacy(
    title: "What we keep",
    about: "This page says what {authority} keeps when you answer here, and what it does not.",
    sections: [
      Words.Section(
        title: "What we keep",
        words: [
          "Your answers, and the words you write.",
          "Which group you chose, the language, the day, and where the link was handed out.",
          "Whether you say that someone helped you.",
          """
          If an answer says that somebody may need help, that answer a second time by itself, \
          so that it is dealt with soon.
          """,
        ]),
      Words.Section(
        title: "What we do not keep",
        words: [
          "Your name, unless you write it.",
          "Your internet address, or anything about your phone or computer.",
          "The time of day you answered.",
          "What you did on other websites. Nobody else is told that you were here.",
        ]),
      Words.Section(
        title: "If you stop before the end",
        words: [
          """
          What you had answered is wiped when you leave, or 20 hours after your last answer. \
          We keep only how far you got. A few surveys keep the answers too; \
          their first page says so.
          """
        ]),
      Words.Section(
        title: "What you can ask for",
        words: [
          """
          You have the right to ask what is kept about you, to have it put right, \
          and to have it deleted.
          """,
          """
          Where answers are kept without a name we cannot tell which are yours. So once they \
          are sent we cannot find them again to show, change or delete them.
          """,
          """
          If you are unhappy about how we treat what you told us, tell us. You can also complain \
          to the Information Commissioner at ico.org.uk.
          """,
        ]),
    ],
    cookieTitle: "The one cookie",
    cookieAbout: """
      A cookie is a small note your browser keeps for a website. \
      We use one, to know which question comes next.
      """,
    cookieName: "Name",
    cookieFor: "What for",
    cookieForWhat: "Carries you from one question to the next. Nothing works without it.",
    cookieHowLong: "How long",
    cookieLasts: "Until you close your browser, and 20 hours at most.")

  static let accessibility = Words.Accessibility(
    title: "Accessibility",
    about: """
      We want everybody to be able to use these pages. \
      They are run for {authority}.
      """,
    sections: [
      Words.Section(
        title: "What you should be able to do",
        words: [
          "Zoom in to 400% without scrolling sideways.",
          "Use everything with only a keyboard, or with speech.",
          "Listen to every page with a screen reader.",
          "Change the colours and the spacing of the letters.",
          "Use every page without JavaScript.",
          "Take as long as you need: nothing is lost for 20 hours.",
        ]),
      Words.Section(
        title: "How accessible it is",
        words: [
          "We aim for the Web Content Accessibility Guidelines, version 2.2, level AA.",
          """
          Every kind of page was tested with a checking program, and the contrast of every pair \
          of colours was computed. No faults are known from that.
          """,
        ]),
      Words.Section(
        title: "What we know is missing",
        words: [
          """
          No page has been tested with disabled children yet, \
          nor by hand with every screen reader.
          """,
          "Questions cannot be listened to as recordings, and there is no sign language video.",
          "Welsh and Arabic words are drafts that no native speaker has checked.",
        ]),
      Words.Section(
        title: "Tell us",
        words: [
          """
          If something does not work for you, tell the person who gave you the link. \
          You can also ask them for another way to answer.
          """,
          """
          If you are not happy with what we do about it, contact the Equality Advisory and \
          Support Service at equalityadvisoryservice.com.
          """,
        ]),
    ])

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
        You left, or nothing was answered here for 20 hours. To keep them safe, \
        your answers are not on this page any more.
        """,
        "To answer, open your link again.",
      ]),
    elsewhere: Words.Message(
      title: "You carried on somewhere else",
      words: [
        "Your link was opened on another phone or computer, so this one has stopped.",
        "Go on there, or open your link here again.",
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
      ]),
    alreadySent: Words.Message(
      title: "Your answers are already with us",
      words: ["They were sent once and are safe. There is nothing more to do."]))
}

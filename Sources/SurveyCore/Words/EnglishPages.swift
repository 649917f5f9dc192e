extension English {
  static let sent = Words.Sent(
    title: ForReader("Thank you"),
    kept: ForReader(
      young: "We have your answers. They are safe with us.",
      others: "We have your answers. They are saved safely."),
    whoTitle: "Who will read it",
    who: ForReader(
      young: "People from {readers} will read it. It will not be right now.",
      others: """
        People from {readers} will read what was said. Nobody reads it the moment it arrives, \
        so do not wait here for a reply.
        """),
    nextTitle: "What happens next",
    next: ForReader(
      young: "We put what everyone says together. It helps us make things better.",
      others: """
        What everybody says is put together. It shows what to keep and what to change. \
        Nothing we publish shows what one person said.
        """),
    talkTitle: ForReader(
      young: "If you want to talk to someone", others: "If you want to talk to someone"),
    close: "You can close this page now.")

  static let help = Words.Help(
    title: "Help now",
    danger: "If you or someone else is in danger right now, call {phone}. It is free.",
    talkTitle: "Someone to talk to",
    childline: "Childline, for every child and young person",
    childlineHours: "Day or night. It is free.",
    trusted: ForReader(
      young: "You can also tell a grown-up you trust, like your teacher.",
      others: "You can also tell someone you trust, such as a teacher, a doctor or a friend."),
    leaveTitle: "Leaving this website safely",
    leave: [
      """
      Press Leave at the top of the page. A different website opens straight away, \
      and your visit here ends.
      """,
      "On a keyboard, you can press Shift three times instead.",
      """
      Your browser may still show that you were here. \
      You can remove this website from its history in the browser’s menu.
      """,
      """
      A private window keeps no history. So does a phone or computer \
      that nobody who worries you can use.
      """,
    ])

  static let home = Words.Home(
    title: "Tell us what it was like",
    about: """
      Children, young people and families use Heard to say what it was like, \
      and what should change.
      """,
    code: "Your code",
    hint: """
      It is on the letter, card or screen you were given. \
      Capitals, spaces and hyphens make no difference.
      """)

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
}

/// The English catalogue.
enum English {
  static let words = Words(
    language: .english, isDraft: false, frame: frame, buttons: buttons, welcome: welcome,
    promises: promises, question: question, errors: errors, check: check, sent: sent, help: help,
    home: home, privacy: privacy, accessibility: accessibility, messages: messages,
    kiosk: kiosk, texts: texts)

  private static let frame = Words.Frame(
    shortcuts: "Shortcuts",
    skipToMain: "Skip to main content",
    service: "Heard",
    help: "Help now",
    leave: "Leave",
    leaveThisPage: "Leave this page",
    leaving: "Leaving this page",
    back: "Back",
    language: "Language",
    about: "About this website",
    privacy: "Privacy",
    accessibility: "Accessibility",
    madeUp: "This is a demonstration. {authority} is made up. Write nothing real here.",
    draft: "These words are a draft. Nobody has checked the translation yet.",
    nobodyReads: "Nobody is watching this website right now.")

  private static let buttons = Words.Buttons(
    start: "Start",
    carryOn: "Carry on",
    startAgain: "That wasn’t me: start from the beginning",
    goOn: "Continue",
    skip: "Skip this question",
    unclear: "I don’t understand the question",
    send: "Send my answers",
    change: "Change",
    enterCode: "Type in your code")

  private static let welcome = Words.Welcome(
    asks: "{authority} would like to know what it is like for you.",
    readTitle: "Who will read it",
    read: ForReader(
      young: "People from {readers} will read what you say. Nobody is reading it right now.",
      child: "People from {readers} will read what you say. Nobody is reading it right now.",
      adult: "People from {readers} will read your answers. Nobody is reading them right now."),
    chooseTitle: "You choose",
    choose: ForReader(
      young: "You can skip any question. You can stop. You can say no. That is fine.",
      others: """
        You can skip any question, or stop when you like. \
        Saying no to all of it is fine too.
        """),
    passOnTitle: ForReader(
      young: "When we must tell a grown-up",
      others: "What we would have to pass on"),
    helpTitle: "If you need help now",
    moreHelp: "More people you can talk to",
    leaveTitle: "If you need to leave quickly",
    leave: ForReader(
      young: "Press Leave at the top. You will see a different website.",
      others: "Press Leave at the top of any page. A different website opens straight away."),
    leaveWipes: "What you have answered is wiped when you leave.",
    leaveKeeps: "What you have answered by then is kept, and your visit ends.",
    leaveHistory: "Your browser may still show that you were here.",
    leaveKeys: "On a keyboard, you can also press Shift three times.",
    moreTitle: "What we keep, and for how long",
    length: "Questions: {number} at most, one on a page.",
    which: ForReader(young: "Which one is you?", others: "Which one is you?"),
    resuming: ForReader(
      young: "You started before. You can carry on.",
      others: """
        You have started already, and can carry on where you stopped. \
        What you answered before is not shown again.
        """))

  private static let question = Words.Asking(
    progress: "Question {number} of {total}",
    progressAlone: "Question {number}",
    several: ForReader(
      young: "Choose as many as you like. Choosing none is fine.",
      others: "Choose as many as you like. If none of them fits, choose none and continue."),
    scaleMiddle: "{number} of {total}, between “{low}” and “{high}”",
    scaleLow: "{number} of {total}: {low}",
    scaleHigh: "{number} of {total}: {high}",
    limit: "You can write up to {number} characters.",
    left: Counted(
      one: "You have {number} character left", other: "You have {number} characters left"),
    over: Counted(
      one: "You have {number} character too many",
      other: "You have {number} characters too many"),
    beforeWriting: ForReader(
      young: """
        People from {readers} will read this, but not right now. \
        If you say who you are and that someone is hurting you, we will tell a grown-up \
        who keeps children safe.
        """,
      child: """
        People from {readers} will read this, but nobody is reading it right now. \
        If it says who you are and that you or someone else is being badly hurt, we will \
        have to tell someone whose job is to keep you safe.
        """,
      adult: """
        People from {readers} will read this, but nobody is reading it right now. \
        If it says who you are and that somebody is being badly hurt, we will have to tell \
        the people whose job is to keep them safe.
        """))

  private static let errors = Words.Errors(
    pageTitle: "Error: {name}",
    heading: ForReader(young: "Have another look", others: "There is a problem"),
    prefix: "Error:",
    chooseOne: ForReader(
      young: "Choose one answer, or skip this question",
      others: "Choose an answer, or skip this question"),
    chooseFace: ForReader(
      young: "Choose one face, or skip this question",
      others: "Choose an answer, or skip this question"),
    chooseOnLine: ForReader(
      young: "Choose a place on the line, or skip this question",
      others: "Choose a place on the line, or skip this question"),
    writeSomething: ForReader(
      young: "Write something, or skip this question",
      others: "Write something, or skip this question"),
    notOffered: ForReader("Choose from the answers on this page"),
    tooMany: ForReader("Choose one answer only"),
    tooLong: Counted(
      one: "Make your answer {number} character shorter",
      other: "Make your answer {number} characters shorter"),
    whichAreYou: ForReader("Choose which one is you"),
    wrongCode: "Check your code. We cannot find this one",
    notSentBusy: ForReader("Your answers are not sent yet. They are still here: send them again"),
    notSentFull: ForReader(
      "Your answers could not be saved. They are still here: try again later today"))

  private static let check = Words.Check(
    title: ForReader(young: "Look at what you said", others: "Check your answers"),
    about: ForReader(
      young: "Nobody gets this until you press “Send my answers”.",
      others: "Nothing is sent until you press “Send my answers”."),
    changeAnswer: "your answer to: {question}",
    skipped: "You skipped this question",
    notUnderstood: "You did not understand this question",
    none: "None of these",
    sealed: "You answered this earlier. It stays hidden to keep it private.",
    helped: ForReader(young: "Someone helped me", others: "Someone helped me answer"),
    helpedHint: ForReader(
      young: "That is fine. It helps us to know.",
      others: "That is fine. It only helps us understand the answers."))
}

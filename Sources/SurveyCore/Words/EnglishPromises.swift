extension English {
  static let promises = Words.Promises(
    anonymous: Words.Telling(
      title: ForReader("We do not know who you are"),
      words: ForReader(
        young: "We do not know your name. We cannot find out.",
        child: """
          We do not ask your name, and nothing tells us who you are: \
          not your phone, not your computer. We cannot find out.
          """,
        adult: """
          Your answers are anonymous. We keep no name, no internet address and nothing \
          else that says who you are, and we cannot find out.
          """),
      passOn: passOnIfSaid,
      afterwards: unknown),
    anonymousKiosk: Words.Telling(
      title: ForReader("We do not know who you are"),
      words: ForReader(
        young: "We do not know your name. We cannot find out.",
        child: """
          This screen does not ask your name, and we cannot find out. \
          Look round first: someone beside you may see the screen.
          """,
        adult: """
          Your answers are anonymous. This screen keeps nothing that says who you are. \
          People near you may be able to see it.
          """),
      passOn: passOnIfSaid,
      afterwards: unknown),
    singleUse: Words.Telling(
      title: ForReader("Your link is for one person"),
      words: ForReader(
        young: """
          This link is only for you. We keep what you say, but not your name. \
          The person who gave you the link knows you have it.
          """,
        child: """
          This link was made for one person. We keep your answers without it, and keep no \
          name with them. Whoever gave it to you could know that you were given one.
          """,
        adult: """
          This link was made for one person. Your answers are kept without it, and we keep \
          no name with them. Whoever handed it out could know that you were given one.
          """),
      passOn: passOnIfSaid,
      afterwards: noName),
    confidential: Words.Telling(
      title: ForReader("We keep no name with your answers"),
      words: ForReader(
        young: "We do not ask your name. We keep what you say.",
        child: """
          We do not ask your name, and keep no name with your answers. \
          But what you write could show who you are.
          """,
        adult: """
          We do not ask your name, and keep no name with your answers. \
          But what you write could show who you are.
          """),
      passOn: passOnIfSaid,
      afterwards: noName),
    text: Words.Telling(
      title: ForReader("Your number is kept apart"),
      words: ForReader(
        young: "We keep your number locked away from what you say.",
        others: """
          While we text, your number is locked away, apart from your answers. When you \
          finish, what joins the two is destroyed.
          """),
      passOn: ForReader(
        young: """
          If you tell us that someone is hurting you, we will find you \
          and help to keep you safe.
          """,
        others: """
          If what you say makes us think that you or someone else could be badly hurt, \
          we will use your number and tell someone whose job is to keep people safe.
          """),
      afterwards: talk),
    named: Words.Telling(
      title: ForReader("Your name is with your answers"),
      words: ForReader(
        young: "The people who read this will know it is from you.",
        others: "The people who read your answers will see that they are yours."),
      passOn: ForReader(
        young: """
          If you tell us that someone is hurting you, we will tell a grown-up \
          who keeps children safe.
          """,
        others: """
          If what you say makes us think that you or someone else could be badly hurt, \
          we will have to tell someone whose job is to keep people safe.
          """),
      afterwards: talk))

  private static let passOnIfSaid = ForReader(
    young: """
      If you tell us who you are and that someone is hurting you, we will tell a grown-up \
      who keeps children safe.
      """,
    child: """
      If what you write says who you are, and that you or someone else is being badly \
      hurt, we will have to tell someone whose job is to keep you safe.
      """,
    adult: """
      If what you write says who you are, and that you or someone else is being badly \
      hurt, we will have to tell the people whose job is to keep them safe.
      """)

  private static let unknown = ForReader(
    young: """
      If you did not write who you are, we do not know. So nobody will come to you because of \
      this. You can talk to someone now:
      """,
    others: """
      Unless you wrote who you are, we cannot find out. So nobody will come to you because of \
      this. If you need help or want to talk, you can reach someone now:
      """)

  private static let noName = ForReader(
    young: """
      We do not keep your name. So if you did not write who you are, nobody will come to you \
      because of this. You can talk to someone now:
      """,
    others: """
      We keep no name with your answers. So unless you wrote who you are, nobody will come to \
      you because of this. If you need help or want to talk, you can reach someone now:
      """)

  private static let talk = ForReader(
    young: "You can talk to someone now:",
    others: "If you need help or want to talk, you can reach someone now:")
}

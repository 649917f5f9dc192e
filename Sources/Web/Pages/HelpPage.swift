import Markup
import SurveyCore

/// Who can be reached now, and how to leave without being noticed.
struct HelpPage: Sendable {
  var frame: Frame
  var back: String?

  var html: HTML {
    let words = frame.words.help
    let steps = words.leave.map { "<li>\($0)</li>\n" as HTML }
    return page(
      frame, title: words.title, back: back,
      main: """
        <h1>\(words.title)</h1>
        <p class="lead">\(frame.words.frame.nobodyReads)</p>
        <section class="now"><h2>\(words.talkTitle)</h2>
        \(contactList(frame))<p>\(words.trusted[frame.reader])</p>
        </section>
        <h2>\(words.leaveTitle)</h2>
        <ul>
        \(steps)</ul>

        """)
  }
}

import Markup
import SurveyCore

/// Thanks, once the disk has it. The same for everybody, whatever they said: somebody may be
/// looking over their shoulder.
struct SentPage: Sendable {
  var frame: Frame
  var survey: Survey
  var collection: Collection
  /// Who answered, where it is known.
  var audience: String?

  var html: HTML {
    let words = frame.words.sent
    let title = words.title[reader]
    return page(
      frame, title: title,
      main: """
        <div class="thanks"><h1>\(title)</h1><p>\(words.kept[reader])</p></div>
        <h2>\(words.whoTitle)</h2>
        <p>\(words.who[reader], [.readers: frame.readers])</p>
        <h2>\(words.nextTitle)</h2>
        <p>\(words.next[reader])</p>
        <section class="now"><h2>\(words.talkTitle[reader])</h2>
        <p>\(telling.afterwards[reader])</p>
        \(contactList(frame))</section>
        <p class="lead">\(words.close)</p>

        """)
  }

  private var telling: Words.Telling {
    frame.words.promises.telling(
      collection.promise, on: .web, isSingleUse: collection.isSingleUse)
  }

  private var reader: Reader {
    (audience ?? collection.audience).flatMap(survey.audience).map(Reader.init) ?? frame.reader
  }
}

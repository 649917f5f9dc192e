import SurveyCore
import Testing

/// Texts from numbers that no conversation is held with.
struct StrangerTests {
  private func effects(_ body: String, isStopped: Bool = false) -> [TextEffect] {
    let text = IncomingText(id: nil, from: "+447700900123", to: "1", body: body, sent: nil)
    return Stranger.receive(text, from: Town.authority, isStopped: isStopped)
  }

  @Test func `a stranger is told who we are and nothing else`() {
    let sent = effects("2").compactMap { if case .send(let words, _) = $0 { words } else { nil } }
    #expect(sent.count == 1)
    #expect(sent[0].contains("Anytown Council") && sent[0].contains("999"))
    #expect(effects("2").contains(.keep(TextComment(.unasked, "2"))))
  }

  @Test func `what a stranger says is looked through, stopped or not`() {
    for isStopped in [false, true] {
      #expect(
        effects("im scared of him", isStopped: isStopped).first
          == .raise(TextConcern(.words, "im scared of him")))
    }
    #expect(effects("STOP").first == .stop)
    #expect(effects("hello", isStopped: true) == [.keep(TextComment(.unasked, "hello"))])
    #expect(effects("START", isStopped: true).first == .unstop)
  }
}

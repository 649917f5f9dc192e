import SurveyCore
import TestSupport
import Testing

@testable import Kiosk

/// The screens as lines of text.
struct PlainPageTests {
  private func page(_ name: String) throws -> PlainPage {
    let state = try GoldenScreens.screen(name, width: 80, height: 24)
    return PlainPage(page: state.page, words: state.words)
  }

  @Test(arguments: GoldenScreens.names)
  func `everything that can be used on a screen can be typed`(name: String) throws {
    let plain = try page(name)
    let typed = plain.commands.map(\.0)
    #expect(Set(typed).count == typed.count)
    for (command, control) in plain.commands {
      #expect(plain.action(for: command.uppercased()) == control.action)
    }
    let reached = Set(typed.compactMap { plain.action(for: $0) })
      .union((1...12).compactMap { plain.action(for: "\($0)") })
      .union([plain.action(for: "")].compactMap(\.self))
    for control in plain.page.controls where control.role != .key {
      #expect(reached.contains(control.action), "\(name): \(control.words)")
    }
  }

  @Test func `a question is read from the top: where one is, what is asked, the answers`() throws {
    #expect(
      try page("faces-young").lines == [
        "Question 1 of 4", "Could you say what you wanted?", "1. Yes, I could",
        "2. A little bit", "3. No, I couldn't",
        "Type the number of your answer and press Enter.", "Type .b for: Back",
        "Type .s for: Skip this question", "Type .u for: I don’t understand the question",
        "Type .h for: Help now", "Type .l for: Leave",
      ])
  }

  @Test func `typed words and numbers become the draft, and are still to be gone on from`() throws {
    let person = Person(PaperDesk(try Fixed.shipped("how-was-today", as: "under-8")))
    person.begin()
    let before = person.state.screen
    person.sitting.take(.reply("7"))
    #expect(person.state.draft.why == .notOffered)
    person.sitting.take(.reply("a little bit"))
    #expect(person.state.draft.chosen == ["little"] && person.state.screen == before)
    person.sitting.take(.action(.goOn))
    #expect(person.state.underWay?.answers["today-had-say"] == .chosen("little"))
  }
}

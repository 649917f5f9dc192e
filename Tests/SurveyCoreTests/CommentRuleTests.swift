import Foundation
import Testing

@testable import SurveyCore

struct WordsToCheckTests {
  private let finder = WordsToCheck(names: ["Ash Lane waiting room", "Elmshire East team"])

  @Test(arguments: [
    ("Sarah never came.", ["Sarah"]),
    ("I like Sarah Jones a lot", ["Sarah Jones"]),
    ("please ask Sarah's manager", ["Sarah's"]),
    ("My worker is called sarah and she is ok", ["sarah"]),
    ("He went to mr bright instead", ["bright"]),
    ("Ring me on 07700 900456 please", ["07700 900456"]),
    ("Write to me at jo@example.org.", ["jo@example.org"]),
    ("We live at 12 Oak Road, it is cold.", ["12 Oak Road"]),
    ("the ash lane WAITING room is boring", ["ash lane WAITING room"]),
    ("Mae Siân yn garedig.", ["Siân"]),
    ("It was Tuesday. Tuesday is football", ["Tuesday"]),
  ])
  func `what may name somebody is offered`(comment: String, offered: [String]) {
    #expect(finder.found(in: comment) == offered)
  }

  @Test(arguments: [
    "", "ok", "I don't know. Please come on time!", "She listened to me.", "THE", "Mum helped.",
    "We had meetings. Meetings are long.", "Supervision is good here.", "كان لطيفا", "…",
  ])
  func `ordinary words are not offered`(comment: String) {
    #expect(finder.found(in: comment).isEmpty)
  }

  @Test func `each is offered once`() {
    #expect(finder.found(in: "I told Sam. Then Sam told Kim.") == ["Sam", "Kim"])
  }
}

struct QuoteRuleTests {
  private let comment =
    "Sarah said she’d ring on Monday.\nShe never did, and I waited all day at Oak Park."

  private func fault(_ quote: String, unchecked: [String] = []) -> QuoteRule.Fault? {
    do throws(QuoteRule.Fault) {
      try QuoteRule(comment: comment, unchecked: unchecked).check(quote)
      return nil
    } catch { return error }
  }

  @Test(arguments: [
    "She never did, and I waited all day.", "[name] said she'd ring on [day]. She never did",
    "she'd ring … I waited all day", "She never did... I waited all day at [place].",
    "I WAITED", "[translated] Something else altogether",
  ])
  func `pieces of what was said, in their order, may be quoted`(quote: String) {
    #expect(fault(quote) == nil)
  }

  @Test func `nothing is put into anybody's mouth`() {
    #expect(fault("I was very angry") == .notSaid("I was very angry"))
    #expect(fault("I waited all day … she'd ring") == .notSaid("she'd ring"))
    #expect(fault("she'd ring. Never.") == .notSaid("she'd ring. Never."))
    #expect(fault("[name] … [place]") == .empty)
    #expect(fault("[translated]") == .empty)
  }

  @Test func `what is still to be checked may not be quoted`() {
    let left = ["Sarah", "Oak Park"]
    #expect(fault("she'd ring on Monday", unchecked: left) == nil)
    #expect(fault("I waited all day at oak park", unchecked: left) == .unchecked("Oak Park"))
    #expect(fault("[translated] With Sarah", unchecked: left) == .unchecked("Sarah"))
    #expect(fault("She never did", unchecked: ["he"]) == nil, "only whole words")
  }

  @Test func `a quote has a limit`() {
    let long = String(repeating: "a", count: 501)
    #expect(fault(long) == .tooLong(characters: 501, limit: 500))
  }
}

struct CodingTests {
  private func after(
    _ name: String, _ themes: [String], quote: String? = nil, isReleased: Bool = false,
    upon before: Coding? = nil
  ) throws -> Coding {
    try CodingChange(
      comment: UUID(), themes: themes, quote: quote, isReleased: isReleased
    ).applied(to: "Ask me first, please", by: name, upon: before)
  }

  @Test func `one proposes, another releases`() throws {
    let first = try after("Asha", ["time", "involved"], quote: "Ask me first")
    #expect(first.themes == ["involved", "time"])
    #expect(first.releaser == nil)
    let again = try after(
      "Tom", ["involved", "time"], quote: "Ask me first", isReleased: true, upon: first)
    #expect(again.coder == "Asha" && again.quoter == "Asha" && again.releaser == "Tom")
    let once = try after(
      "Asha", ["involved", "time"], quote: "Ask me first", isReleased: true, upon: again)
    #expect(once == again, "a release stands, whoever hands the file in again")
  }

  @Test(arguments: ["Asha", "asha", " ASHA ", "Asha."])
  func `nobody releases what they proposed`(name: String) throws {
    let first = try after("Asha", [], quote: "Ask me first")
    #expect(throws: CodingFault.releasedAlone("Asha")) {
      try after(name, [], quote: "Ask me first", isReleased: true, upon: first)
    }
    #expect(throws: CodingFault.releasedAlone("Asha")) {
      try after("Asha", [], quote: "Ask me first", isReleased: true)
    }
  }

  @Test func `a changed quote is no longer released, and cannot be by who changed it`() throws {
    let first = try after("Asha", [], quote: "Ask me first")
    let released = try after("Tom", [], quote: "Ask me first", isReleased: true, upon: first)
    #expect(try after("Kim", [], quote: "Ask me", upon: released).releaser == nil)
    #expect(throws: CodingFault.releasedAlone("Tom")) {
      try after("Tom", [], quote: "Ask me", isReleased: true, upon: released)
    }
    #expect(try after("Kim", [], quote: nil, upon: released).quoter == nil)
    #expect(try after("Kim", [], quote: "Ask me first", upon: released).releaser == nil)
    #expect(throws: CodingFault.nothingToRelease) {
      try after("Kim", [], isReleased: true, upon: released)
    }
  }
}

import Foundation
import HTTP
import SQLiteStore
import SurveyCore
import TestSupport
import Testing

@testable import Web

/// The site as a function: what each visit leads to.
struct SiteTests {
  @Test(arguments: try Package.surveyIDs())
  func `every audience of every survey gets from the link to the thank-you`(id: String) throws {
    let site = try TestSite()
    let survey = try Package.survey(id)
    let token = try site.open(id)
    for (index, audience) in survey.audiences.enumerated() {
      let browser = site.browser().start(token, as: audience.id).answerAll()
      #expect(browser.path == "/answer/check")
      browser.post("/answer/check")
      #expect(browser.status == 303 && browser.header("Location") == "/answer/sent")
      #expect(browser.follow().status == 200)
      #expect(try site.responses == index + 1)
    }
    #expect(try site.store.verify().faults == [])
  }

  @Test func `looking at a link starts nothing and spends nothing`() throws {
    let site = try TestSite()
    let token = try site.open("how-was-today", audience: "8-11", isSingleUse: true)
    for _ in 0..<20 {
      let robot = site.browser().get("/a/\(token)")
      #expect(robot.status == 200 && robot.cookie == nil)
    }
    #expect(site.browser().start(token).question != nil)
  }

  @Test func `a single-use link is spent by sending, not by starting`() throws {
    let site = try TestSite()
    let token = try site.open("how-was-today", audience: "8-11", isSingleUse: true)
    let browser = site.browser().start(token).answerAll()
    browser.post("/answer/check")
    #expect(site.browser().get("/a/\(token)").status == 410)
    #expect(site.browser().post("/a/\(token)").status == 410)
  }

  @Test func `a repeat of the last page shows the same thank-you and stores nothing`() throws {
    let site = try TestSite()
    let browser = site.browser().start(try site.open("how-was-today"), as: "8-11").answerAll()
    let first = browser.post("/answer/check").follow().body
    for _ in 0..<3 { #expect(browser.post("/answer/check").follow().body == first) }
    #expect(browser.post("/answer", [("q", "x"), ("answer", "y")]).follow().body == first)
    #expect(try site.responses == 1)
  }

  @Test func `another device carries on by a single-use link and sees no earlier answer`() throws {
    let site = try TestSite()
    let token = try site.open("my-social-worker", audience: "12-17", isSingleUse: true)
    let first = site.browser().start(token)
    let firstQuestion = try #require(first.question)
    first.answer()
    let second = site.browser().get("/a/\(token)")
    #expect(second.status == 200)
    second.post("/a/\(token)", [("resume", "yes")]).follow()
    #expect(second.question != nil && second.question != firstQuestion)
    #expect(second.get("/answer?n=1").question != firstQuestion)
    second.answerAll()
    #expect(!second.body.contains("/answer?n=1\""))
    #expect(first.get("/answer").status == 403, "the first device's session is over")
    second.post("/answer/check")
    #expect(try site.responses == 1)
  }

  @Test func `a first page from before cannot carry on somebody else's visit`() throws {
    let site = try TestSite()
    let token = try site.open("how-was-today")
    let browser = site.browser().start(token, as: "8-11").answer()
    // The page of before anybody began: it says Start, and asks who is there.
    browser.post("/a/\(token)", [("language", "en"), ("audience", "parent-carer")])
    #expect(browser.status == 200 && browser.body.contains("name=\"again\""))
    browser.post("/a/\(token)", [("again", "yes")]).follow()
    browser.start(token, as: "parent-carer").answerAll().post("/answer/check")
    #expect(try site.store.verify().responses == 1)
  }

  @Test func `an order picked anew can be finished after a pause`() throws {
    let site = try TestSite()
    let browser = site.browser().start(try site.open("worries-good-things-hopes"), as: "8-11")
    browser.answer("worries").answer()
    browser.answer("hopes")
    let order = browser.get("/answer?n=1").question ?? ""
    browser.post("/answer", [("q", order), ("answer", "hopes")]).follow()
    site.clock.now += Site.secondsUntilSealed + 1
    browser.get("/answer").answerAll().post("/answer/check")
    #expect(browser.header("Location") == "/answer/sent")
  }

  @Test func `somebody else on the same phone can start from the beginning`() throws {
    let site = try TestSite()
    let token = try site.open("how-was-today", audience: "8-11")
    let browser = site.browser().start(token)
    let first = browser.question
    browser.answer()
    browser.get("/a/\(token)")
    #expect(browser.body.contains("name=\"again\""))
    browser.post("/a/\(token)", [("again", "yes")]).follow()
    #expect(browser.path == "/a/\(token)" && browser.cookie == nil)
    #expect(!browser.body.contains("name=\"again\""))
    #expect(browser.start(token).question == first)
  }

  @Test func `every question has a place of its own, so that Back shows the one before`() throws {
    let site = try TestSite()
    let browser = site.browser().start(try site.open("how-was-today"), as: "8-11")
    let first = browser.question
    #expect(browser.path == "/answer?n=1")
    browser.answer()
    #expect(browser.path == "/answer?n=2")
    #expect(browser.get("/answer?n=1").question == first && browser.body.contains(" checked>"))
    browser.answer()
    #expect(browser.path == "/answer?n=2", "and Continue goes on from there")
    for odd in ["0", "-1", "99", "x", "", "\(Int.min)", "\(Int.max)", "99999999999999999999"] {
      #expect(browser.get("/answer?n=\(odd)").status == 200 && browser.question != first)
    }
  }

  @Test func `after half an hour whoever goes on is not shown what was said`() throws {
    let site = try TestSite()
    let browser = site.browser().start(try site.open("how-was-today"), as: "12-17")
    let question = try #require(browser.question)
    browser.answer()
    #expect(browser.get("/answer?n=1").question == question)
    site.clock.now += Site.secondsUntilSealed + 1
    #expect(browser.get("/answer?n=1").question != question)
    browser.answer()
    #expect(browser.get("/answer?n=1").question != question, "and it stays so")
  }

  @Test func `leaving wipes what was said and ends the session`() throws {
    let site = try TestSite()
    let browser = site.browser().start(try site.open("how-was-today"), as: "8-11").answer()
    let cookie = browser.cookie
    browser.get("/exit")
    #expect(browser.status == 303 && browser.header("Location")?.contains("bbc.co.uk") == true)
    #expect(browser.header("Clear-Site-Data") != nil && browser.cookie == nil)
    browser.cookie = cookie
    #expect(browser.get("/answer").status == 403)
    #expect(try site.responses == 0)
  }

  @Test func `an empty Continue is a question again, with what is missing`() throws {
    let site = try TestSite()
    let browser = site.browser().start(try site.open("how-was-today"), as: "8-11")
    let question = try #require(browser.question)
    browser.post("/answer", [("q", question)])
    #expect(browser.status == 422 && browser.question == question)
    #expect(browser.body.contains("<title>Error"))
  }

  @Test func `every question can be skipped and said not to be understood`() throws {
    let site = try TestSite()
    let browser = site.browser().start(try site.open("my-social-worker"), as: "8-11")
    var turn = 0
    while let question = browser.question, !browser.path.hasPrefix("/answer/check"), turn < 40 {
      let why = turn.isMultiple(of: 2) ? "skip" : "unclear"
      browser.post("/answer/skip", [("q", question), ("why", why)]).follow()
      turn += 1
    }
    #expect(browser.post("/answer/check").follow().path == "/answer/sent")
    #expect(try site.responses == 1)
  }

  @Test func `a closed collection takes nothing, a closing one what was begun`() throws {
    let site = try TestSite()
    let (token, collection) = try site.open(Package.survey("how-was-today"))
    let begun = site.browser().start(token, as: "8-11")
    _ = try site.store.close(collection, to: .closing)
    #expect(site.browser().get("/a/\(token)").status == 410)
    #expect(begun.get("/a/\(token)").status == 200)
    #expect(begun.get("/answer").answerAll().post("/answer/check").status == 303)
    _ = try site.store.close(collection, to: .closed)
    #expect(begun.get("/a/\(token)").status == 410)
    #expect(try site.responses == 1)
  }

  @Test func `a form from another site is turned away`() throws {
    let site = try TestSite()
    let browser = site.browser().start(try site.open("how-was-today"), as: "8-11")
    let question = try #require(browser.question)
    let fields = [("q", question), ("answer", browser.offered[0])]
    for headers in [
      [("Sec-Fetch-Site", "cross-site")], [("Origin", "https://evil.example")],
      [("Origin", "null"), ("Sec-Fetch-Site", "cross-site")],
    ] {
      browser.post("/answer", fields, headers: [("Host", "heard.example")] + headers)
      #expect(browser.status == 403)
    }
    // Browsers send "null" from our own pages, which ask for no referrer.
    for headers in [
      [("Origin", "https://a")], [("Origin", "null")],
      [("Origin", "null"), ("Sec-Fetch-Site", "same-origin")],
    ] {
      browser.post("/answer", fields, headers: [("Host", "a")] + headers)
      #expect(browser.status == 303)
    }
  }

  @Test(arguments: [
    ("/", "PUT", 405), ("/answer/sent", "POST", 405), ("/exit", "POST", 405),
    ("/answer/skip", "GET", 405), ("/nowhere", "GET", 404), ("/a/short", "GET", 404),
    ("/a/0123456789abcdefghjkmnpqrs", "GET", 404), ("/answer", "GET", 403),
    ("/answer/check", "POST", 403), ("/static/heard.css", "GET", 404), ("/a", "GET", 404),
    ("/answer/other", "GET", 404),
  ])
  func `what is not there or not allowed gets a kind page`(
    path: String, method: String, status: Int
  ) throws {
    let browser = try TestSite().browser()
    switch method {
    case "GET": browser.get(path)
    case "POST": browser.post(path)
    default: browser.send(.other(method), path, [])
    }
    #expect(browser.status == status)
    #expect(browser.body.contains("<h1>") && !browser.body.contains("\(status)"))
    if status == 405 { #expect(browser.header("Allow") != nil) }
  }

  @Test func `a code is taken as typed, or as the whole link`() throws {
    let site = try TestSite()
    let token = try site.open("how-was-today")
    for typed in [
      token.text, token.text.uppercased(), " \(token.text.prefix(5)) \(token.text.dropFirst(5)) ",
      "https://heard.example/a/\(token)?x=1",
    ] {
      let browser = site.browser().post("/", [("code", typed)])
      #expect(browser.header("Location") == "/a/\(token)")
    }
    #expect(site.browser().post("/", [("code", "nonsense")]).status == 422)
    #expect(site.browser().post("/", [("code", "\(Token())")]).status == 422)
  }

  @Test func `a worrying answer raises one concern, with the answer and not before`() throws {
    let site = try TestSite()
    let browser = site.browser().start(try site.open("my-social-worker"), as: "12-17")
    var steps = 0
    while browser.question != nil, !browser.path.hasPrefix("/answer/check"), steps < 40 {
      browser.answer(browser.question == "safe-home" ? "never" : nil)
      steps += 1
    }
    #expect(try site.store.unheardConcerns().isEmpty)
    browser.post("/answer/check")
    let concerns = try site.store.unheardConcerns()
    #expect(concerns.map(\.question) == ["safe-home"] && concerns.first?.answer == "never")
    #expect(concerns.first?.day == site.day)
  }

  @Test func `two tabs at once lose no answer`() async throws {
    let site = try TestSite()
    let browser = site.browser().start(try site.open("my-social-worker"), as: "12-17")
    browser.answer()
    let second = try #require(browser.question)
    let value = browser.offered[0]
    let cookie = browser.cookie
    let inner = site.site
    await withTaskGroup(of: Void.self) { group in
      for turn in 0..<16 {
        group.addTask {
          let tab = Browser(inner)
          tab.cookie = cookie
          if turn.isMultiple(of: 2) {
            tab.post("/answer", [("q", second), ("answer", value)])
          } else {
            tab.post("/answer/skip", [("q", "met-social-worker"), ("why", "skip")])
            tab.post("/answer", [("q", "met-social-worker"), ("answer", "yes")])
          }
        }
      }
    }
    browser.get("/answer")
    #expect(browser.question != second && browser.question != "met-social-worker")
  }

  @Test func `the language can be changed midway and stays`() throws {
    let site = try TestSite()
    let browser = site.browser().start(try site.open("how-was-today"), as: "8-11")
    browser.get("/answer?lang=ar")
    #expect(browser.body.contains("<html lang=\"ar\" dir=\"rtl\">"))
    browser.answer()
    #expect(browser.body.contains("<html lang=\"ar\" dir=\"rtl\">"))
  }
}

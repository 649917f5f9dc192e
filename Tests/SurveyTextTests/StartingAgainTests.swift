import Foundation
import SurveyCore
import TestSupport
import Testing

/// Who comes back after an end.
struct StartingAgainTests {
  private func phone(keepsPartials: Bool) throws -> Phone {
    var survey = try Package.survey("parents-and-carers")
    survey.keepsPartials = keepsPartials
    var phone = try Phone(survey, as: "parent-carer", from: "2026-11-02 10:00")
    try phone.invite()
    try phone.says("1")
    try phone.says("1")
    return phone
  }

  @Test(arguments: [true, false], [true, false])
  func `beside a partial nothing begins anew`(keepsPartials: Bool, isStopping: Bool) throws {
    var phone = try phone(keepsPartials: keepsPartials)
    if isStopping { try phone.says("STOP") } else { try phone.pass(minutes: 10 * 24 * 60) }
    try phone.says("START")
    #expect(phone.conversation.state == (keepsPartials ? .finished : .open))
    #expect(phone.conversation.wasFinished == keepsPartials)
  }

  @Test func `who said that the number is wrong and then starts is asked`() throws {
    var phone = try phone(keepsPartials: false)
    try phone.says("wrong number")
    #expect(phone.conversation.state == .wrong)
    try phone.says("START")
    #expect(phone.conversation.state == .open)
  }

  @Test(arguments: [("START", true), ("unstop", true), ("start with me", false), ("1", false)])
  func `a text asks to start or does not`(body: String, isStart: Bool) {
    let text = IncomingText(id: nil, from: "1", to: "2", body: body, sent: nil)
    #expect(text.asksToStart == isStart)
  }

  @Test func `help goes before all else, by day and by night`() throws {
    var phone = try phone(keepsPartials: false)
    try phone.says("HELP")
    #expect(phone.effects.contains { if case .send(_, .help) = $0 { true } else { false } })
  }
}

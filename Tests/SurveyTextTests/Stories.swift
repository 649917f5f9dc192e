import Foundation
import SurveyCore
import TestSupport

/// Every story that is told as a transcript, by name.
enum Stories {
  static let start = "2026-11-02 10:00"

  static let all: [String: @Sendable () throws -> Phone] = [
    "whole-survey": {
      var phone = try begun()
      for reply in ["2", "1 and 3", "five 😀", "More time together"] { try phone.says(reply) }
      try phone.says("ok thanks bye")
      return phone
    },
    "stop-midway": {
      var phone = try begun()
      try phone.says("1")
      try phone.says("Stop please")
      try phone.says("are you there")
      try phone.says("STOP")
      try phone.says("my brother hits me", after: 60)
      try phone.says("unstop", after: 60)
      return phone
    },
    "disclosure": {
      var phone = try begun(at: "2026-11-02 22:30")
      try phone.says("3")
      try phone.says("he hits me when mum is out")
      try phone.says("please dont tell him")
      try phone.says("1")
      try phone.says("START", after: 20)
      try phone.says("2")
      try phone.says("4")
      try phone.says("my uncle touches me")
      return phone
    },
    "stop-sentence": {
      var phone = try begun()
      try phone.says("stop moving me around")
      try phone.pass(minutes: 5 * 24 * 60)
      return phone
    },
    "late-answer": {
      var phone = try begun()
      try phone.says("1")
      try phone.pass(minutes: 4 * 24 * 60)
      try phone.says("1 3")
      try phone.says("hello?")
      try phone.says("START")
      return phone
    },
    "skip-and-back": {
      var phone = try begun()
      try phone.says("3")
      try phone.says("Skip.")
      try phone.says("BACK")
      try phone.says("back")
      try phone.says("Always")
      try phone.says("0")
      try phone.says("i don't understand")
      try phone.says("help")
      try phone.says("SKIP")
      return phone
    },
    "asked-again": {
      var phone = try begun()
      for reply in ["55", "good", "1 or 2"] { try phone.says(reply) }
      try phone.says("she is alright I suppose but she is late a lot")
      try phone.says("I told you already what I think")
      try phone.says("5 bc she listens")
      try phone.says(String(repeating: "blah ", count: 50))
      try phone.says("Less blah")
      return phone
    },
    "other-digits": {
      var phone = try begun()
      for reply in ["٢", "۱، ۳", "५", "तो"] { try phone.says(reply) }
      return phone
    },
    "welsh": {
      var phone = try Phone(
        Package.survey("how-was-today"), as: "8-11", in: Language("cy"), from: start)
      try phone.invite()
      for reply in ["IAWN", "dau", "nôl", "Oeddwn, popeth", "3", "CYMORTH", "sgipio", "1"] {
        try phone.says(reply)
      }
      return phone
    },
    "arabic": {
      var phone = try Phone(
        Package.survey("how-was-today"), as: "12-17", in: Language("ar"), from: start)
      try phone.invite()
      for reply in ["نعم", "٤", "خمسة", "english", "2", "العربية", "تخطّي"] { try phone.says(reply) }
      return phone
    },
    "arabic-disclosure": {
      var phone = try Phone(
        Package.survey("how-was-today"), as: "8-11", in: Language("ar"), from: start)
      try phone.invite()
      for reply in ["1", "أنا خائف وأبي يضربني", "توقّف"] { try phone.says(reply) }
      return phone
    },
    "quiet-hours": {
      var phone = try Phone(Town.survey(), as: "8-11", from: "2026-11-02 21:15")
      try phone.invite()
      try phone.pass(minutes: 12 * 60)
      try phone.says("1", after: 13 * 60)
      try phone.says("2")
      try phone.says("3", after: 30, transit: 25 * 60)
      return phone
    },
    "reminders-and-end": {
      var phone = try begun()
      try phone.says("2")
      try phone.pass(minutes: 10 * 24 * 60)
      return phone
    },
    "nobody-replied": {
      var phone = try Phone(Town.survey(), as: "8-11", from: start)
      try phone.invite()
      try phone.pass(minutes: 10 * 24 * 60)
      return phone
    },
    "clocks-go-back": {
      var phone = try begun(at: "2026-10-24 09:30")
      try phone.says("2")
      try phone.pass(minutes: 4 * 24 * 60)
      return phone
    },
    "clocks-go-forward": {
      var phone = try begun(at: "2027-03-27 09:30")
      try phone.says("2")
      try phone.pass(minutes: 4 * 24 * 60)
      return phone
    },
    "out-of-order": {
      var phone = try begun()
      try phone.says("2")
      try phone.says("1", transit: 90)
      try phone.says("1")
      try phone.says("1")
      return phone
    },
    "said-twice": {
      var phone = try begun()
      try phone.says("1")
      try phone.says("1", after: 1.0 / 30)
      try phone.says("1", after: 0.5)
      return phone
    },
    "declined": {
      var phone = try Phone(Town.survey(), as: "8-11", from: start)
      try phone.invite()
      try phone.says("No thanks")
      return phone
    },
    "wrong-number": {
      var phone = try Phone(Town.survey(), as: "8-11", from: start)
      try phone.invite()
      try phone.says("who is this?")
      try phone.says("sorry, wrong number")
      try phone.says("???")
      return phone
    },
    "worker": {
      var phone = try Phone(Town.survey(), as: "social-worker", from: start)
      try phone.invite()
      for reply in ["ok", "1", "2", "4", "Police at every strategy meeting"] {
        try phone.says(reply)
      }
      return phone
    },
  ]

  private static func begun(at time: String = start) throws -> Phone {
    var phone = try Phone(Town.survey(), as: "8-11", from: time)
    try phone.invite(asReply: true)
    try phone.says("1")
    return phone
  }
}

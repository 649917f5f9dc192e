import Foundation
import SQLiteStore
import SurveyCore
import TestSupport
import Testing

@testable import heard

@Suite struct TextCommandTests {
  private static func file(_ text: String, asking: String? = nil) throws -> InviteeFile {
    InviteeFile(
      text, named: "people.csv", for: try Package.survey("parents-and-carers"), asking: asking)
  }

  @Test func `a file of people is read as spreadsheets write it`() throws {
    let file = try Self.file(
      "\u{FEFF}Number,Language,Audience,Safe\r\n\"07700 900123\",en,parent-carer,\r\n"
        + "+44 7700 900124,EN,parent-carer,no\r\n,,,\r\n")
    #expect(file.faults == [])
    #expect(file.rows.map(\.number.e164) == ["+447700900123", "+447700900124"])
    #expect(file.rows.map(\.isSafeToText) == [true, false])
    #expect(file.rows.map(\.line) == [2, 3])
  }

  @Test func `every fault is told with its line, and none quotes a number`() throws {
    let file = try Self.file(
      """
      number,language,audience
      07700 900123,en,parent-carer
      07700900123,en,parent-carer
      0770,xx,nobody
      Vodafone,en,parent-carer
      01632 960001,en,parent-carer
      07700 900124,en
      """)
    #expect(file.rows.count == 1)
    let lines = file.faults.map { $0.split(separator: ":")[1] }
    #expect(lines == ["3", "4", "4", "4", "5", "6", "7"])
    #expect(!file.faults.joined().contains("900123"))
  }

  @Test(arguments: [
    "07700900123,en,parent-carer\n",
    "number,language,audience\n07700900123,07700 900123,parent-carer\n",
    "number,audience,language,safe\n07700900124,+447700900123,en,07700900123\n",
  ])
  func `a number in the wrong column is not quoted`(text: String) throws {
    let file = try Self.file(text)
    #expect(!file.faults.isEmpty)
    #expect(!file.faults.joined().contains("900123"))
  }

  @Test(arguments: ["", "number,language\n", "number,language,audience,name\n"])
  func `a first line that is not ours is told`(text: String) throws {
    #expect(try Self.file(text).faults.count == 1)
  }

  @Test func `the cost is that of the whole conversation`() throws {
    let survey = try Package.survey("parents-and-carers")
    let house = try Self.house()
    let english = TextCost(
      asking: survey, audience: "parent-carer", in: .english, by: house, at: Date())
    #expect(english.texts > survey.questions.count)
    #expect(english.segments >= english.texts)
    #expect(english.lost == [])
    #expect(english.bared == [])
    if survey.languages.contains(Language("ar")) {
      let arabic = TextCost(
        asking: survey, audience: "parent-carer", in: Language("ar"), by: house, at: Date())
      #expect(!arabic.lost.isEmpty)
    }
    var polish = survey
    polish.questions[polish.questions.count - 1].ask["parent-carer"]?[.english] = "Dziękuję? 😀"
    let told = TextCost(
      asking: polish, audience: "parent-carer", in: .english, by: house, at: Date())
    #expect(told.lost == ["😀"] && told.bared == ["ę"])
  }

  private static func house() throws -> TextHouse {
    TextHouse(
      key: try NumberKey(master: Array(0..<32)),
      authority: Authority(
        name: "Testshire", readers: [.english: "the team"], contacts: [],
        leaveTo: "https://www.bbc.co.uk/weather", isMadeUp: false),
      rules: TextRules(zone: .gmt),
      gateway: GatewayTraits(
        name: "notify", alphabet: .gsm7AndWelsh, longest: .characters(918), answersStop: false,
        idsAreStable: false, perSecond: 10))
  }

  @Test func `the settings of each gateway are read`() throws {
    let kannel = try Self.settings(
      """
      text:
        gateway: kannel
        sender: "07700 900456"
        sending: http://127.0.0.1:13013/cgi-bin/sendsms
        username: heard
        password-file: kannel-password
        secret-file: kannel-secret
        hours: 08:30-21:00
        weekends: no
        per-second: 40
        keywords:
          - {word: TALK, collection: 3, audience: 12-17}
      """)
    #expect(kannel?.hours.from == 510 && kannel?.hours.until == 1260)
    #expect(kannel?.onWeekends == false && kannel?.perSecond == 40)
    #expect(
      kannel?.placed.map(\.keyword)
        == [TextKeyword(word: "TALK", collection: 3, audience: "12-17")])
    #expect(kannel?.sendsAsNumber == true)
    let notify = try Self.settings(
      """
      text:
        gateway: notify
        sender: "07700 900456"
        key-file: notify-key
        template: f33517ff-2a88-4f6e-b855-c550268ce08a
        bearer-file: notify-bearer
      """)
    #expect(notify?.perSecond == nil)
    let twilio = try Self.settings(
      "text: {gateway: twilio, sender: '+447700900456', account: AC1, token-file: t}\n")
    #expect(twilio?.hours.from == 540)
    let service = try Self.settings(
      "text: {gateway: twilio, sender: MG0123, account: AC1, token-file: t}\n")
    #expect(service?.sendsAsNumber == false)
  }

  @Test func `a keyword for somebody who is not asked is a fault, with its line`() throws {
    let store = try SQLiteStore.inMemory()
    let survey = try Package.survey("parents-and-carers")
    let today = Day(Date(), in: .gmt)
    let edition = try store.publish(survey, on: today)
    let opening = Opening(
      edition: edition.id, place: "Here", audience: "parent-carer", isSingleUse: true,
      promise: .confidential, links: [], day: today)
    #expect(try store.open(opening) == 1)
    let settings = try #require(
      try Self.settings(
        """
        text:
          gateway: twilio
          sender: '+447700900456'
          account: AC1
          token-file: t
          keywords:
            - {word: TALK, collection: 1, audience: parent-carer}
            - {word: CHAT, collection: 1, audience: 12-17}
            - {word: SAY, collection: 1}
            - {word: LATER, collection: 9, audience: nobody}
        """))
    let faults = try settings.faults(over: store)
    #expect(faults.count == 1)
    #expect(faults.first?.contains("heard.yaml:8: text: keywords: '12-17' is not asked") == true)
  }

  @Test func `a reason says why in one line, and holds no number`() throws {
    #expect(try OpeningReason(" Duty rota, case 1234 ").words == "Duty rota, case 1234")
    for words in ["", "  ", "one\ntwo", "call 07700 900123", "+447700900123", "\u{1B}[2J"] {
      #expect(throws: Refused.self) { _ = try OpeningReason(words) }
    }
    let sent = try JSONEncoder().encode([try OpeningReason("Duty")])
    #expect(try JSONDecoder().decode([OpeningReason].self, from: sent).first?.words == "Duty")
  }

  @Test func `what somebody texted moves no cursor`() {
    #expect("one\ntwo\u{1B}[2Jthree\tfour".forTerminal == "one two [2Jthree four")
  }

  @Test func `a concern raised by text is heard, and closed apart from that`() throws {
    let folder = try TemporaryFolder()
    let store = try SQLiteStore.inMemory()
    let house = try Self.house()
    let texts = SQLiteTexts(store, house)
    let administration = Administration(
      store: store, evidence: store, figures: store, authority: house.authority, base: "",
      zone: .gmt, keys: KeyFolder(folder.url), texts: { texts })
    let isStored = DispatchSemaphore(value: 0)
    let said = IncomingText(
      id: "1", from: "+447700900123", to: "", body: "my dad hits me", sent: nil)
    texts.take(said, at: Date()) { _ in isStored.signal() }
    #expect(isStored.wait(timeout: .now() + 10) == .success)
    let concern = try #require(try store.openTextConcerns().first?.id)
    let why = try OpeningReason("Duty")
    func number() throws -> String? {
      try administration.read(concern, because: why).number
    }
    guard case .concern(.done) = administration.perform(.concern(.hear(concern))) else {
      Issue.record("it is not heard")
      return
    }
    #expect(try store.openTextConcerns().map(\.isHeard) == [true])
    #expect(try number() == "+447700900123")
    guard case .concern(.done) = administration.perform(.concern(.close(concern, outcome: nil)))
    else {
      Issue.record("it is not closed")
      return
    }
    #expect(try store.openTextConcerns().isEmpty)
    #expect(try number() == nil)
    guard case .refused = administration.perform(.concern(.close(UUID(), outcome: nil))) else {
      Issue.record("what is not there was closed")
      return
    }
  }

  @Test func `every fault in the settings is told with its line`() throws {
    do {
      _ = try Self.settings(
        """
        authority: Testshire
        text:
          gateway: kannel
          sender: "07700 900456"
          sending: elsewhere
          username: heard
          password: secret
          secret-file: kannel-secret
          hours: late
          keywords: [TALK]
        """)
      Issue.record("no fault was found")
    } catch {
      let words = "\(error)"
      for part in [
        ":3: text: text by kannel needs 'password-file'", ":7: text: unknown setting 'password'",
        ":10: text: a keyword needs",
      ] { #expect(words.contains(part), "\(words) lacks \(part)") }
      #expect(!words.contains("secret'"))
    }
  }

  private static func settings(_ text: String) throws -> TextSettings? {
    let folder = try TemporaryFolder()
    let file = folder.url.appending(path: "heard.yaml")
    try text.write(to: file, atomically: true, encoding: .utf8)
    return try Settings.read(file).text
  }

  @Test func `the key of the numbers is made once, for its owner alone`() throws {
    let folder = try TemporaryFolder()
    let keys = folder.url.appending(path: "keys")
    let number = try PhoneNumber("07700 900123")
    let first = try NumberKeyFile(in: keys).key().hash(number)
    #expect(try NumberKeyFile(in: keys).key().hash(number) == first)
    let path = NumberKeyFile(in: keys).path.path
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    let elsewhere = NumberKeyFile(in: folder.url.appending(path: "elsewhere"))
    #expect(throws: Refused.self) { _ = try elsewhere.key(isNeeded: true) }
    #expect(!FileManager.default.fileExists(atPath: elsewhere.path.path))
    try "nonsense".write(toFile: path, atomically: true, encoding: .utf8)
    #expect(throws: Refused.self) { _ = try NumberKeyFile(in: keys).key() }
  }
}

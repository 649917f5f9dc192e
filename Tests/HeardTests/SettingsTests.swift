import Foundation
import HTTP
import SurveyCore
import TestSupport
import Testing

@testable import heard

struct SettingsTests {
  private func read(_ yaml: String, flags: [String: String] = [:]) throws -> Settings {
    let folder = try TemporaryFolder()
    let file = folder.url.appending(path: "heard.yaml")
    try yaml.write(to: file, atomically: true, encoding: .utf8)
    return try Settings.read(file, flags: flags)
  }

  private func refusal(_ yaml: String) -> String {
    do {
      _ = try read(yaml)
      return ""
    } catch {
      return "\(error)"
    }
  }

  @Test func `a missing file is all defaults`() throws {
    let settings = try Settings.read(URL(fileURLWithPath: "/nowhere/heard.yaml"))
    #expect(settings.base() == "http://127.0.0.1:8080")
    #expect(settings.authority.contacts.isEmpty)
  }

  @Test func `a flag wins over the file`() throws {
    let settings = try read("listen: 127.0.0.1:1\n", flags: ["listen": "127.0.0.1:2"])
    #expect(settings.listen == Endpoint(host: "127.0.0.1", port: 2))
  }

  @Test func `contacts come by language or bare`() throws {
    let settings = try read(
      """
      contacts:
        - name: {en: Helpers, cy: Helpwyr}
          phone: "01632 960001"
          hours: any time
      """)
    #expect(settings.authority.contacts.first?.name[.init("cy")] == "Helpwyr")
    #expect(settings.authority.contacts.first?.hours[.english] == "any time")
  }

  @Test func `what people said and what was done is read by language`() throws {
    let settings = try read(
      """
      said:
        - you: {en: The room is cold, cy: Mae'r ystafell yn oer}
          we: We mended the heater
      kiosk-silent-hours: 12
      """)
    #expect(settings.authority.said.map { $0.you[.init("cy")] } == ["Mae'r ystafell yn oer"])
    #expect(settings.authority.said.map { $0.we[.english] } == ["We mended the heater"])
    #expect(settings.kioskSilentHours == 12)
  }

  @Test(arguments: [
    ("said: much", "heard.yaml:1: said must be a list"),
    ("said:\n  - you: A", "heard.yaml:2: what was said needs 'you' and 'we'"),
    ("said:\n  - {you: A, we: B, who: C}", "unknown key 'who' in what was said"),
    ("said:\n  - {you: [A], we: B}", "you must be words"),
    ("kiosk-silent-hours: soon", "'soon' is not a number of hours"),
    ("kiosk-silent-hours: 0", "is not a number of hours"),
    ("lissten: 127.0.0.1:1", "heard.yaml:1: unknown setting 'lissten'"),
    ("\nlisten: here", "heard.yaml:2: listen: 'here' is not HOST:PORT"),
    ("time-zone: Mars", "'Mars' is not a time zone"),
    ("tls-cert: a.pem", "tls-key is missing"),
    ("base-url: heard", "is not a web address"),
    ("contacts: nobody", "contacts must be a list"),
    ("contacts:\n  - name: A\n    phone: ring me\n    hours: B", "'ring me' is not a phone number"),
    ("- a\n- b", "is not a list of settings"),
    ("a: [", "is not YAML"),
  ])
  func `a bad setting is refused with its line and a remedy`(yaml: String, expected: String) {
    #expect(refusal(yaml).contains(expected), "said: \(refusal(yaml))")
  }

  @Test func `every fault is named at once`() {
    let said = refusal("lissten: x\nlisten: here\ntime-zone: Mars")
    #expect(said.split(separator: "\n").count == 3)
  }

  @Test(arguments: [
    ("127.0.0.1:80", "127.0.0.1", 80), ("[::1]:0", "::1", 0), ("localhost:8080", "localhost", 8080),
  ])
  func `endpoints are read`(text: String, host: String, port: Int) {
    #expect(Endpoint(parsing: text) == Endpoint(host: host, port: UInt16(port)))
  }

  @Test(arguments: ["", ":80", "a", "a:", "a:99999", "a:-1", "a:b"])
  func `what is no endpoint is refused`(text: String) {
    #expect(Endpoint(parsing: text) == nil)
  }
}

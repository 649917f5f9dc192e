import Foundation
import TestSupport
import Testing

@testable import Kiosk

struct KioskSettingsTests {
  @Test func `a server's address is scheme, host and port, and http only to this computer`() {
    let safe = [
      "https://heard.example": "https://heard.example",
      "https://heard.example:8443/": "https://heard.example:8443",
      "http://127.0.0.1:8080": "http://127.0.0.1:8080", "http://localhost": "http://localhost",
      "HTTP://[::1]:80": "http://[::1]:80",
    ]
    for (text, address) in safe {
      #expect(ServerAddress(text)?.text == address)
      #expect(ServerAddress(text)?.isSafe == true, "\(text)")
    }
    for text in ["http://heard.example", "http://127.0.0.1.example", "http://127.evil.0.1"] {
      #expect(ServerAddress(text)?.isSafe == false, "\(text)")
    }
    let wrong = [
      "heard.example", "ftp://heard.example", "https://", "https://a/b", "https://a?b", "",
      "https://u:p@a",
    ]
    for text in wrong { #expect(ServerAddress(text) == nil, "\(text)") }
  }

  @Test func `settings are read, and every fault is told at once with its line`() throws {
    let folder = try TemporaryFolder()
    let file = folder.url.appending(path: "settings.yaml")
    try Data("theme: dark\nspeech: true\nheartbeat: 60\n".utf8).write(to: file)
    let settings = try Settings.read(folder.url.path, environment: ["HEARD_KIOSK_THEME": "mono"])
    #expect(settings.theme == .mono && settings.speaks && settings.heartbeat == 60)

    try Data("theme: pink\nspeach: true\nheartbeat: often\n".utf8).write(to: file)
    let refused = #expect(throws: Refused.self) {
      try Settings.read(folder.url.path, environment: [:])
    }
    let lines = refused?.description.split(separator: "\n") ?? []
    #expect(lines.count == 3)
    #expect(lines.allSatisfy { $0.contains("settings.yaml:") })
  }

  @Test func `without a file everything is as usual`() throws {
    let folder = try TemporaryFolder()
    #expect(try Settings.read(folder.url.path, environment: [:]) == Settings())
  }
}

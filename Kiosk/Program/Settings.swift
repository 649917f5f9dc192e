import Foundation
import Yams

/// How this kiosk is set: `HEARD_KIOSK_*` in the environment over `settings.yaml` in its home.
struct Settings: Equatable {
  var theme: Theme?
  /// Whether questions are read aloud, where the computer can.
  var speaks = false
  /// A file of certificates to trust instead of the system's.
  var certificates: String?
  /// The proxy to go through.
  var proxy: String?
  /// Seconds between two heartbeats.
  var heartbeat = 300.0

  private static let keys = ["theme", "speech", "certificates", "proxy", "heartbeat"]

  /// - Throws: `Refused` with every fault, one a line.
  static func read(
    _ home: String, environment: [String: String] = ProcessInfo.processInfo.environment
  ) throws -> Settings {
    let file = home + "/settings.yaml"
    var settings = Settings()
    var faults: [String] = []
    for (key, node) in try lines(of: file) {
      let line = "\(file):\(node.mark?.line ?? 1)"
      guard keys.contains(key) else {
        let known = keys.joined(separator: ", ")
        faults.append("\(line): unknown setting '\(key)'; known are \(known)")
        continue
      }
      guard let text = node.string else {
        faults.append("\(line): \(key) must be one value")
        continue
      }
      if let remedy = settings.set(key, to: text) {
        faults.append("\(line): \(key): '\(text)' \(remedy)")
      }
    }
    for key in keys {
      let name = "HEARD_KIOSK_" + key.uppercased()
      guard let text = environment[name], let remedy = settings.set(key, to: text) else { continue }
      faults.append("\(name): '\(text)' \(remedy)")
    }
    guard faults.isEmpty else { throw Refused(faults.joined(separator: "\n")) }
    return settings
  }

  private static func lines(of file: String) throws -> [(String, Node)] {
    guard let bytes = try Disk.read(file) else { return [] }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Refused("\(file): is not UTF-8 text; save it as UTF-8")
    }
    let root: Node?
    do {
      root = try Yams.compose(yaml: text)
    } catch {
      throw Refused("\(file): is not YAML: \(error)")
    }
    guard let root else { return [] }
    guard let mapping = root.mapping else {
      throw Refused("\(file):1: is not a list of settings; write lines such as 'theme: dark'")
    }
    return mapping.map { ($0.key.string ?? "", $0.value) }
  }

  /// Sets one value; gives what is wrong with it and the remedy, if anything is.
  private mutating func set(_ key: String, to text: String) -> String? {
    switch key {
    case "theme":
      guard let theme = Theme(rawValue: text) else { return Self.themeRemedy }
      self.theme = theme
    case "speech":
      guard let value = ["true": true, "false": false][text] else { return "is not true or false" }
      speaks = value
    case "heartbeat":
      guard let seconds = Double(text), (0.1...86_400).contains(seconds) else {
        return "is not a number of seconds; write for example 300"
      }
      heartbeat = seconds
    case "certificates": certificates = text
    default: proxy = text
    }
    return nil
  }

  static let themeRemedy = "is no theme; known are light, dark, high-contrast and mono"
}

import Foundation
import SurveyCore
import Yams

/// Reads `text:` of `heard.yaml`: every fault at once, with its line.
struct TextSettingsReader {
  let file: String
  private(set) var faults: [String] = []
  private var values: [String: (text: String, line: Int)] = [:]
  private var keywords: [TextSettings.PlacedKeyword] = []
  private var line = 1

  init(file: String) { self.file = file }

  private static let common = [
    "gateway", "sender", "hours", "weekends", "per-second", "keep-days", "keywords",
  ]
  private static let own = [
    "kannel": ["sending", "username", "password-file", "secret-file"],
    "notify": ["key-file", "template", "placeholder", "sender-id", "bearer-file", "address"],
    "twilio": ["account", "token-file", "answers-stop", "address"],
  ]
  private static let optional: Set<String> = [
    "hours", "weekends", "per-second", "keep-days", "keywords", "placeholder", "sender-id",
    "answers-stop", "address",
  ]

  /// The settings; nil where there are faults.
  mutating func read(_ node: Node) -> TextSettings? {
    line = node.mark?.line ?? 1
    guard let mapping = node.mapping else {
      fault(node, "text must have lines below it, such as 'gateway: kannel'")
      return nil
    }
    let name = mapping["gateway"]?.string ?? ""
    guard let own = Self.own[name] else {
      fault(mapping["gateway"] ?? node, "gateway must be kannel, notify or twilio")
      return nil
    }
    let known = Self.common + own
    for (key, value) in mapping {
      let word = key.string ?? ""
      if !known.contains(word) {
        fault(
          key, "unknown setting '\(word)' for \(name); known are \(known.joined(separator: ", "))")
      } else if word == "keywords" {
        takeKeywords(value)
      } else if let text = value.string, !text.isEmpty {
        values[word] = (text, value.mark?.line ?? line)
      } else {
        fault(value, "\(word) must be one value")
      }
    }
    for word in known where values[word] == nil && !Self.optional.contains(word) {
      fault(node, "text by \(name) needs '\(word)'")
    }
    let settings = faults.isEmpty ? settings(name) : nil
    return faults.isEmpty ? settings : nil
  }

  private mutating func settings(_ name: String) -> TextSettings? {
    guard let gateway = gateway(name) else { return nil }
    var settings = TextSettings(gateway: gateway, sender: text("sender"))
    settings.address = address()
    if let text = values["hours"]?.text {
      if let hours = Self.hours(text) {
        settings.hours = hours
      } else {
        fault("hours", "is not a time of day to another; write for example 09:00-20:00")
      }
    }
    settings.onWeekends = flag("weekends", otherwise: true)
    settings.perSecond = number("per-second", in: 0.1...1000)
    if let days = number("keep-days", in: 1...365) { settings.retention.numbers = Int(days) }
    settings.placed = keywords
    return settings
  }

  private mutating func gateway(_ name: String) -> TextSettings.Gateway? {
    switch name {
    case "kannel":
      guard let url = URL(string: text("sending")), ["http", "https"].contains(url.scheme) else {
        fault(
          "sending",
          "is not a web address; write for example http://127.0.0.1:13013/cgi-bin/sendsms")
        return nil
      }
      return .kannel(
        sending: text("sending"), username: text("username"), password: text("password-file"),
        secret: text("secret-file"))
    case "notify":
      let senderID = values["sender-id"].map { UUID(uuidString: $0.text) }
      guard let template = UUID(uuidString: text("template")) else {
        fault("template", "is not a template's id; copy it from GOV.UK Notify")
        return nil
      }
      if case .some(nil) = senderID { fault("sender-id", "is not a sender's id") }
      return .notify(
        key: text("key-file"), template: template,
        placeholder: values["placeholder"]?.text ?? "m", senderID: senderID ?? nil,
        bearer: text("bearer-file"))
    default:
      return .twilio(
        account: text("account"), token: text("token-file"),
        answersStop: flag("answers-stop", otherwise: true))
    }
  }

  /// Secrets go there: in clear only where they never leave this machine.
  private mutating func address() -> String? {
    guard let text = values["address"]?.text else { return nil }
    let url = URL(string: text)
    let isHere = ["127.0.0.1", "[::1]", "localhost"].contains(url?.host ?? "")
    if let url, url.host != nil, url.scheme == "https" || (url.scheme == "http" && isHere) {
      return text.hasSuffix("/") ? String(text.dropLast()) : text
    }
    fault("address", "is not a web address that begins with https; leave it out for the usual one")
    return nil
  }

  private mutating func takeKeywords(_ node: Node) {
    guard let items = node.sequence else {
      return fault(node, "keywords must be a list; write '- {word: TALK, collection: 3}' below it")
    }
    for item in items {
      guard let mapping = item.mapping, let word = mapping["word"]?.string, !word.isEmpty,
        let collection = mapping["collection"]?.string.flatMap({ Int($0) }),
        mapping.allSatisfy({ ["word", "collection", "audience"].contains($0.key.string ?? "") })
      else {
        fault(
          item, "a keyword needs 'word' and 'collection', may have 'audience', and nothing else")
        continue
      }
      keywords.append(
        TextSettings.PlacedKeyword(
          keyword: TextKeyword(
            word: word, collection: collection, audience: mapping["audience"]?.string),
          place: "\(file):\(item.mark?.line ?? line)"))
    }
  }

  /// Reads `09:00-20:00`, in minutes after midnight.
  static func hours(_ text: String) -> (from: Int, until: Int)? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { part in
      let digits = part.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
      guard digits.count == 2, let hour = digits[0], let minute = digits[1],
        (0...24).contains(hour), (0...59).contains(minute), hour < 24 || minute == 0
      else { return -1 }
      return hour * 60 + minute
    }
    guard parts.count == 2, parts[0] >= 0, parts[0] < parts[1] else { return nil }
    return (parts[0], parts[1])
  }

  private func text(_ key: String) -> String { values[key]?.text ?? "" }

  private mutating func flag(_ key: String, otherwise: Bool) -> Bool {
    switch values[key]?.text {
    case nil: return otherwise
    case "yes", "true": return true
    case "no", "false": return false
    default:
      fault(key, "is not yes or no")
      return otherwise
    }
  }

  private mutating func number(_ key: String, in range: ClosedRange<Double>) -> Double? {
    guard let text = values[key]?.text else { return nil }
    guard let number = Double(text), range.contains(number) else {
      fault(key, "is not a number from \(range.lowerBound) to \(range.upperBound)")
      return nil
    }
    return number
  }

  private mutating func fault(_ key: String, _ words: String) {
    let (text, line) = values[key] ?? ("", line)
    faults.append("\(file):\(line): text: \(key): '\(text)' \(words)")
  }

  private mutating func fault(_ node: Node, _ words: String) {
    faults.append("\(file):\(node.mark?.line ?? line): text: \(words)")
  }
}

import Foundation
import SurveyCore

extension Answer {
  /// The answer as short texts, for a live journey's row and a response's digest.
  var coded: [String] {
    switch self {
    case .chosen(let value): ["chosen", value]
    case .several(let values): ["several"] + values
    case .text(let words): ["text", words]
    case .skipped: ["skipped"]
    case .notUnderstood: ["not-understood"]
    }
  }

  /// Nil unless `coded` was made by `Answer.coded`.
  init?(coded: [String]) {
    let rest = coded.dropFirst()
    switch (coded.first, rest.count) {
    case ("chosen", 1): self = .chosen(coded[1])
    case ("several", _): self = .several(Array(rest))
    case ("text", 1): self = .text(coded[1])
    case ("skipped", 0): self = .skipped
    case ("not-understood", 0): self = .notUnderstood
    default: return nil
    }
  }
}

extension [String: Answer] {
  var coded: String {
    var json = JSONText()
    json.append(self)
    return json.text
  }

  /// Nil unless `coded` was made by the property of that name.
  init?(coded: String) {
    guard let all = try? JSONDecoder().decode([String: [String]].self, from: Data(coded.utf8))
    else { return nil }
    self = all.compactMapValues { Answer(coded: $0) }
    if count != all.count { return nil }
  }
}

extension Set<String> {
  var coded: String {
    var json = JSONText()
    json.append(sorted())
    return json.text
  }

  init?(coded: String) {
    guard let all = try? JSONDecoder().decode([String].self, from: Data(coded.utf8)) else {
      return nil
    }
    self.init(all)
  }
}

extension Response {
  /// The same, on another day.
  func on(_ day: Day) -> Response {
    Response(
      id: id, collection: collection, audience: audience, language: language, channel: channel,
      day: day, wasHelped: wasHelped, isPartial: isPartial, answers: answers)
  }

  /// What is compared to tell the same response from another with its id. The order of the values
  /// of `several` does not matter, being the question's.
  var digest: Fingerprint {
    var json = JSONText()
    json.append([
      id.uuidString, "\(collection)", audience, language.code, channel.rawValue, "\(day)",
      wasHelped ? "helped" : "", isPartial ? "partial" : "",
    ])
    json.append(
      answers.mapValues { answer in
        if case .several(let values) = answer { .several(values.sorted()) } else { answer }
      })
    return Fingerprint(of: json.bytes)
  }
}

/// JSON written straight to bytes: a live journey is written at every page, and Foundation's
/// encoder costs more than all the rest of it.
struct JSONText {
  private(set) var bytes: [UInt8] = []

  var text: String { String(decoding: bytes, as: UTF8.self) }

  mutating func append(_ answers: [String: Answer]) {
    var separator = UInt8(ascii: "{")
    for (question, answer) in answers.sorted(by: { $0.key < $1.key }) {
      bytes.append(separator)
      append(question)
      bytes.append(UInt8(ascii: ":"))
      append(answer.coded)
      separator = UInt8(ascii: ",")
    }
    if answers.isEmpty { bytes.append(separator) }
    bytes.append(UInt8(ascii: "}"))
  }

  mutating func append(_ texts: [String]) {
    bytes.append(UInt8(ascii: "["))
    for (index, text) in texts.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      append(text)
    }
    bytes.append(UInt8(ascii: "]"))
  }

  mutating func append(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
      case 0..<0x20:
        let hex = String(byte, radix: 16)
        bytes += Array(((byte < 16 ? "\\u000" : "\\u00") + hex).utf8)
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}

import Foundation
import HTTP
import SurveyCore
import Yams

/// How this install is set: flags over `HEARD_*` in the environment over `heard.yaml`.
struct Settings {
  var listen = Endpoint(host: "127.0.0.1", port: 8080)
  /// Nil: no health listener.
  var health: Endpoint?
  var tls: (certificate: String, key: String)?
  var baseURL: String?
  var trustedProxies: [String] = []
  /// Hours without a word from a kiosk after which it is flagged.
  var kioskSilentHours = 4
  var zone = TimeZone(identifier: "Europe/London") ?? .gmt
  /// Nil where nobody is asked by text.
  var text: TextSettings?
  var authority = Authority(
    name: "This council", readers: [.english: "the participation team"], contacts: [],
    leaveTo: "https://www.bbc.co.uk/weather", isMadeUp: false)

  /// Settings that are one value, which a flag or the environment may give as well.
  static let plainKeys = [
    "listen", "health", "tls-cert", "tls-key", "base-url", "time-zone", "trusted-proxies",
    "authority", "leave-to", "kiosk-silent-hours", "made-up",
  ]

  /// The address links begin with.
  func base(port: UInt16? = nil) -> String {
    if let baseURL { return baseURL.hasSuffix("/") ? String(baseURL.dropLast()) : baseURL }
    return listening(port: port)
  }

  /// The address listened on.
  func listening(port: UInt16? = nil) -> String {
    let host = listen.host.contains(":") ? "[\(listen.host)]" : listen.host
    return "\(tls == nil ? "http" : "https")://\(host):\(port ?? listen.port)"
  }

  /// - Throws: `Refused` with every fault, one a line.
  static func read(_ file: URL, flags: [String: String] = [:]) throws -> Settings {
    var settings = Settings()
    var faults: [String] = []
    var reader = SettingsReader(file: file.path)
    if FileManager.default.fileExists(atPath: file.path) {
      try reader.parse(try textFile(file.path))
      settings.authority = reader.authority(over: settings.authority)
      settings.text = reader.text
    }
    let environment = ProcessInfo.processInfo.environment
    for key in plainKeys {
      let name = "HEARD_" + key.uppercased().replacing("-", with: "_")
      let origin: (value: String, said: String)? =
        flags[key].map { ($0, "--\(key)") } ?? environment[name].map { ($0, name) }
        ?? reader.plain[key].map { ($0.value, "\(file.path):\($0.line): \(key)") }
      guard let origin else { continue }
      if let remedy = settings.set(key, to: origin.value) {
        faults.append("\(origin.said): '\(origin.value)' \(remedy)")
      }
    }
    faults = reader.faults + faults + settings.pairFaults(flags, environment, reader)
    guard faults.isEmpty else { throw Refused(faults.joined(separator: "\n")) }
    return settings
  }

  /// Sets one value; gives what is wrong with it and the remedy, if anything is.
  private mutating func set(_ key: String, to value: String) -> String? {
    switch key {
    case "listen", "health":
      guard let endpoint = Endpoint(parsing: value) else {
        return "is not HOST:PORT; write for example 127.0.0.1:8080"
      }
      if key == "listen" { listen = endpoint } else { health = endpoint }
    case "base-url":
      guard let url = URL(string: value), ["http", "https"].contains(url.scheme), url.host != nil
      else { return "is not a web address; write for example https://heard.example.gov.uk" }
      baseURL = value
    case "leave-to":
      guard let url = URL(string: value), ["http", "https"].contains(url.scheme), url.host != nil
      else { return "is not a web address; write for example https://www.bbc.co.uk/weather" }
      authority.leaveTo = value
    case "time-zone":
      guard let zone = TimeZone(identifier: value) else {
        return "is not a time zone; write for example Europe/London"
      }
      self.zone = zone
    case "authority":
      guard !value.isEmpty else { return "is empty; write the authority's name" }
      authority.name = value
    case "kiosk-silent-hours":
      guard let hours = Int(value), (1...8760).contains(hours) else {
        return "is not a number of hours; write for example 4"
      }
      kioskSilentHours = hours
    case "made-up":
      guard let isMadeUp = Bool(value) else { return "is neither true nor false" }
      authority.isMadeUp = isMadeUp
    case "tls-cert": tls = (value, tls?.key ?? "")
    case "tls-key": tls = (tls?.certificate ?? "", value)
    default: trustedProxies = value.split { $0 == "," || $0 == " " }.map(String.init)
    }
    return nil
  }

  private func pairFaults(
    _ flags: [String: String], _ environment: [String: String], _ reader: SettingsReader
  ) -> [String] {
    guard let tls, tls.certificate.isEmpty || tls.key.isEmpty else { return [] }
    let missing = tls.key.isEmpty ? "tls-key" : "tls-cert"
    return ["\(missing) is missing; a certificate and its key go together"]
  }
}

extension Endpoint {
  /// Reads `127.0.0.1:8080`, `localhost:0` or `[::1]:8080`.
  init?(parsing text: String) {
    guard let colon = text.lastIndex(of: ":"), let port = UInt16(text[text.index(after: colon)...])
    else { return nil }
    var host = String(text[..<colon])
    if host.hasPrefix("["), host.hasSuffix("]") { host = String(host.dropFirst().dropLast()) }
    guard !host.isEmpty else { return nil }
    self.init(host: host, port: port)
  }
}

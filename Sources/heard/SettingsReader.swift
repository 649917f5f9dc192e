import SurveyCore
import Yams

/// Reads `heard.yaml`, keeping the line of each value for the messages.
struct SettingsReader {
  let file: String
  var plain: [String: (value: String, line: Int)] = [:]
  var readers: Localized?
  var contacts: [Authority.Contact]?
  var said: [Authority.Said]?
  var text: TextSettings?
  var faults: [String] = []

  init(file: String) { self.file = file }

  /// - Throws: `Refused` where it is not YAML at all.
  mutating func parse(_ text: String) throws {
    let node: Node?
    do {
      node = try Yams.compose(yaml: text)
    } catch {
      throw Refused("\(file): is not YAML: \(error)")
    }
    guard let node else { return }
    guard let mapping = node.mapping else {
      throw Refused("\(file):1: is not a list of settings; write lines such as 'authority: Name'")
    }
    for (key, value) in mapping { take(key, value) }
  }

  func authority(over base: Authority) -> Authority {
    var authority = base
    if let readers { authority.readers = readers }
    if let contacts { authority.contacts = contacts }
    if let said { authority.said = said }
    return authority
  }

  private mutating func take(_ key: Node, _ value: Node) {
    let name = key.string ?? ""
    switch name {
    case "readers": readers = localized(value, name)
    case "contacts": takeContacts(value)
    case "said": takeSaid(value)
    case "text":
      var reader = TextSettingsReader(file: file)
      text = reader.read(value)
      faults += reader.faults
    case "trusted-proxies":
      let list = value.sequence?.compactMap(\.string).joined(separator: ",") ?? value.string
      plain[name] = (list ?? "", line(value))
    case _ where Settings.plainKeys.contains(name):
      guard let text = value.string else { return fault(value, "\(name) must be one value") }
      plain[name] = (text, line(value))
    default:
      let known = (Settings.plainKeys + ["readers", "contacts", "said", "text"]).sorted()
        .joined(separator: ", ")
      fault(key, "unknown setting '\(name)'; known are \(known)")
    }
  }

  private mutating func takeContacts(_ value: Node) {
    guard let items = value.sequence else {
      return fault(value, "contacts must be a list; write '- name: …' lines below it")
    }
    contacts = items.compactMap { contact($0) }
  }

  private mutating func contact(_ item: Node) -> Authority.Contact? {
    guard let mapping = item.mapping else {
      fault(item, "a contact needs 'name', 'phone' and 'hours'")
      return nil
    }
    for (key, _) in mapping where !["name", "phone", "hours"].contains(key.string ?? "") {
      fault(key, "unknown key '\(key.string ?? "")' in a contact; known are name, phone, hours")
    }
    guard let name = mapping["name"], let phone = mapping["phone"]?.string,
      let hours = mapping["hours"]
    else {
      fault(item, "a contact needs 'name', 'phone' and 'hours'")
      return nil
    }
    guard phone.contains(where: \.isNumber), phone.allSatisfy({ "0123456789 +()-".contains($0) })
    else {
      fault(item, "'\(phone)' is not a phone number; write for example \"0800 1111\"")
      return nil
    }
    guard let name = localized(name, "name"), let hours = localized(hours, "hours") else {
      return nil
    }
    return Authority.Contact(name: name, phone: phone, hours: hours)
  }

  private mutating func takeSaid(_ value: Node) {
    guard let items = value.sequence else {
      return fault(value, "said must be a list; write '- you: …' and 'we: …' lines below it")
    }
    said = items.compactMap { said($0) }
  }

  private mutating func said(_ item: Node) -> Authority.Said? {
    guard let mapping = item.mapping, let you = mapping["you"], let we = mapping["we"] else {
      fault(item, "what was said needs 'you' and 'we'")
      return nil
    }
    let measure = mapping["measure"].flatMap { measureID($0) }
    let since = mapping["since"].flatMap { month($0) }
    let known = ["you", "we", "measure", "since"]
    for (key, _) in mapping where !known.contains(key.string ?? "") {
      fault(
        key,
        "unknown key '\(key.string ?? "")' in what was said; known are "
          + known.joined(separator: ", "))
    }
    guard let you = localized(you, "you"), let we = localized(we, "we") else { return nil }
    return Authority.Said(you: you, we: we, measure: measure, since: since)
  }

  private mutating func month(_ node: Node) -> Month? {
    if let month = node.string.flatMap({ Month($0) }) { return month }
    fault(node, "'since' is the month it was done in, such as 2026-07, not '\(node.string ?? "")'")
    return nil
  }

  /// A measure is held against those that are shipped, where they are to be found.
  private mutating func measureID(_ node: Node) -> String? {
    let known = (try? SurveyFolder.catalogue(in: SurveyFolder.shipped()))?.measures.map(\.id)
    let id = node.string ?? ""
    if let known, !known.contains(id) {
      let remedy =
        known.nearest(to: id).map { "did you mean '\($0)'?" }
        ?? "measures are \(known.sorted().joined(separator: ", "))"
      fault(node, "there is no measure '\(id)'; \(remedy)")
      return nil
    }
    return id
  }

  /// Words in each language, or bare words, which are English.
  private mutating func localized(_ node: Node, _ key: String) -> Localized? {
    if let text = node.string { return [.english: text] }
    guard let mapping = node.mapping else {
      fault(node, "\(key) must be words, or words by language such as {en: …, cy: …}")
      return nil
    }
    var words: Localized = [:]
    for (language, text) in mapping {
      let language = Language(language.string ?? "")
      guard language.isWellFormed, let text = text.string else {
        fault(node, "\(key) must be words by language such as {en: …, cy: …}")
        return nil
      }
      words[language] = text
    }
    return words
  }

  private func line(_ node: Node) -> Int { node.mark?.line ?? 1 }

  private mutating func fault(_ node: Node, _ words: String) {
    faults.append("\(file):\(line(node)): \(words)")
  }
}

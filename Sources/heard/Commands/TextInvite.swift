import ArgumentParser
import Foundation
import SQLiteStore
import SurveyCore

extension TextCommand {
  struct Invite: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Invites the people in a CSV file to answer by text.",
      discussion: """
        The file's first line is 'number,language,audience'; a fourth column 'safe' may say 'no' \
        where a text about help could do harm on that phone. Every line is checked before anybody \
        is invited. Invitations are paced, and wait for the morning.
        """)

    @OptionGroup var data: DataOptions
    @Option(help: "The collection's number, from 'heard collection list'.") var collection: Int
    @Argument(help: "A CSV file.") var file: String
    @Flag(help: "Check the file and say what it would cost; invite nobody.") var dryRun = false

    func run() throws {
      try orRefused {
        let settings = try Settings.read(data.settings)
        let (survey, audience) = try asked()
        let people = InviteeFile(
          try textFile(file), named: file, for: survey, asking: audience)
        guard let text = settings.text else {
          throw Refused("nobody is asked by text here; add 'text:' to heard.yaml")
        }
        let gateway = try text.gateway(keys: data.keys, base: settings.base())
        let house = try text.house(
          for: gateway, in: settings, keys: data.keys, over: openToRead(data))
        let cost = Cost(of: people.rows, asking: survey, by: house, named: file)
        let faults = people.faults + cost.faults
        guard faults.isEmpty else { throw Refused(faults, andSo: "nobody was invited") }
        for warning in cost.warnings { Output.error(warning) }
        Output.line(cost.words)
        if dryRun { return Output.line("nobody was invited: this was a dry run") }
        try invite(people.rows)
      }
    }

    /// What the collection asks, and of which one audience.
    private func asked() throws -> (Survey, String?) {
      let store = try openToRead(data)
      guard let collection = try store.collection(self.collection),
        let edition = try store.edition(collection.edition)
      else {
        throw Refused("there is no collection \(self.collection); see 'heard collection list'")
      }
      guard collection.state == .open else {
        throw Refused("collection \(collection.id) is \(collection.state.rawValue); open another")
      }
      guard collection.promise != .anonymous else {
        throw Refused(
          "collection \(collection.id) promises anonymous, and a text cannot; open one with "
            + "'heard collection open --channel text'")
      }
      guard edition.survey.mayBeTexted else { throw OpeningRefusal.notTexted }
      return (edition.survey, collection.audience)
    }

    private func invite(_ rows: [InviteeFile.Row]) throws {
      var outcomes: [TextInvited] = []
      // Few enough at a time that nobody who texts meanwhile has to wait.
      for start in stride(from: 0, to: rows.count, by: 500) {
        let people = rows[start..<min(start + 500, rows.count)].map { row in
          Invitee(
            number: row.number.e164, language: row.language.code, audience: row.audience,
            isSafeToText: row.isSafeToText)
        }
        let request = TextRequest.invite(collection: collection, people)
        guard case .invited(let some) = try administer(request, in: data) else { return }
        outcomes += some
      }
      for outcome in TextInvited.allCases {
        let count = outcomes.count { $0 == outcome }
        if count > 0 { Output.line("\(count) \(outcome.words)") }
      }
    }
  }
}

/// What it costs to ask a file's people.
private struct Cost {
  private(set) var faults: [String] = []
  /// Languages whose letters lose their accents on the way: they can be read, and read poorly.
  private(set) var warnings: [String] = []
  private var texts = 0
  private var segments = 0
  private let people: Int

  init(of rows: [InviteeFile.Row], asking survey: Survey, by house: TextHouse, named file: String) {
    struct Kind: Hashable {
      let audience: String
      let language: Language
    }
    people = rows.count
    var known: [Kind: TextCost] = [:]
    for row in rows {
      let kind = Kind(audience: row.audience, language: row.language)
      let cost =
        known[kind]
        ?? TextCost(
          asking: survey, audience: row.audience, in: row.language, by: house, at: Date())
      if known.updateValue(cost, forKey: kind) == nil, !cost.bared.isEmpty {
        let names = cost.bared.prefix(5).map { "\($0)" }.joined(separator: " ")
        warnings.append(
          "\(file):\(row.line): warning: \(house.gateway.name) drops the accents of \(names) in "
            + "\(row.language.code) (\(row.audience)); a link keeps them")
      }
      texts += cost.texts
      segments += cost.segments
      if !cost.lost.isEmpty {
        let names = cost.lost.prefix(3).map(GatewayAlphabet.name).joined(separator: ", ")
        faults.append(
          "\(file):\(row.line): \(house.gateway.name) cannot carry \(names), which "
            + "\(row.language.code) needs; give them a link instead ('heard collection open "
            + "--channel text --single-use')")
      }
    }
  }

  var words: String {
    "\(people) people; about \(texts) texts, charged as \(segments), if everybody goes to the end"
  }
}

extension TextInvited {
  fileprivate var words: String {
    switch self {
    case .invited: "invited"
    case .already: "were asked by this collection before"
    case .underWay: "are in the middle of another survey"
    case .stopped: "asked for no more texts"
    case .lost: "left out: the number is somebody else's, or reaches nobody"
    }
  }
}

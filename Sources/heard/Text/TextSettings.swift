import Foundation
import SurveyCore

/// How people are asked by text: `text:` in `heard.yaml`. Secrets stand in files of the folder for
/// keys, never in the settings.
struct TextSettings {
  enum Gateway {
    case kannel(sending: String, username: String, password: String, secret: String)
    case notify(key: String, template: UUID, placeholder: String, senderID: UUID?, bearer: String)
    case twilio(account: String, token: String, answersStop: Bool)
  }

  var gateway: Gateway
  /// Where the gateway is; nil for its own address. Kannel's stands with it.
  var address: String?
  /// The number people text, as they read it.
  var sender: String
  /// Minutes after midnight between which we may text of our own accord.
  var hours = (from: 9 * 60, until: 20 * 60)
  var onWeekends = true
  /// Texts a second, at most; nil for the gateway's own.
  var perSecond: Double?
  var placed: [PlacedKeyword] = []
  var retention = TextRetention()

  /// A keyword, and the file and line it stands on.
  struct PlacedKeyword: Equatable {
    var keyword: TextKeyword
    var place: String
  }

  /// Whether people text the very number we send as: Twilio's messaging services have several.
  var sendsAsNumber: Bool {
    if case .twilio = gateway { !sender.hasPrefix("MG") } else { true }
  }

  func rules(in zone: TimeZone) -> TextRules {
    TextRules(zone: zone, from: hours.from, until: hours.until, onWeekends: onWeekends)
  }

  /// The gateway, with its secrets read.
  ///
  /// - Parameters:
  ///   - keys: The folder that holds the files with the secrets.
  ///   - base: The address the gateway reaches us at.
  /// - Returns: The gateway.
  /// - Throws: `Refused` where a file is missing or holds no secret.
  func gateway(keys: URL, base: String) throws -> any TextGateway {
    func secret(_ name: String) throws -> String {
      let file = URL(fileURLWithPath: name, relativeTo: keys)
      let text = try textFile(file.path).trimmingCharacters(in: .whitespacesAndNewlines)
      if text.isEmpty { throw Refused("\(file.path): is empty; write the secret in it") }
      return text
    }
    switch gateway {
    case .kannel(let sending, let username, let password, let word):
      return KannelGateway(
        .init(
          sending: sending, username: username, password: Secret(try secret(password)),
          sender: sender, secret: Secret(try secret(word)), ours: "\(base)/text/kannel"))
    case .notify(let key, let template, let placeholder, let senderID, let bearer):
      let text = try secret(key)
      guard let notifyKey = NotifyKey(text) else {
        throw Refused("\(key): is not a GOV.UK Notify key; copy the whole line it shows you")
      }
      var notify = NotifyGateway.Settings(
        key: notifyKey, template: template, placeholder: placeholder, sender: senderID,
        bearer: Secret(try secret(bearer)))
      notify.address = address ?? notify.address
      return NotifyGateway(notify)
    case .twilio(let account, let token, let answersStop):
      var twilio = TwilioGateway.Settings(
        account: account, token: Secret(try secret(token)),
        // A messaging service's name is no number, and stays as it is.
        sender: (try? PhoneNumber(sender))?.e164 ?? sender, ours: base,
        answersStop: answersStop)
      twilio.address = address ?? twilio.address
      return TwilioGateway(twilio)
    }
  }
}

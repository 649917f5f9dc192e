import SQLiteStore
import SurveyCore
import Texting
import Web

extension TextLine {
  /// Totals since the start: no number, no place, nothing anybody said.
  func addMetrics(
    _ add: (_ name: String, _ kind: String, _ help: String, _ samples: [(String, Int)]) -> Void
  ) {
    let came = access.counters.totals
    add(
      "heard_texts_received_total", "counter", "What gateways sent us, by what became of it.",
      TextCounters.Event.allCases.map { ("{outcome=\"\($0.rawValue)\"}", came[$0] ?? 0) })
    let sent = messenger.totals
    add(
      "heard_texts_sent_total", "counter", "Texts handed to the gateway, by what came of it.",
      [
        ("{outcome=\"sent\"}", sent.sent), ("{outcome=\"again\"}", sent.again),
        ("{outcome=\"perhaps\"}", sent.perhaps), ("{outcome=\"failed\"}", sent.failed),
      ])
    if let remarks = try? store.unreadTexts(.remarks),
      let parked = try? store.unreadTexts(.parked)
    {
      add(
        "heard_texts_unread", "gauge", "Texts that are no answer and that nobody has read.",
        [("{kind=\"remarks\"}", remarks), ("{kind=\"parked\"}", parked)])
    }
    add(
      "heard_texts_held", "gauge", "Whether the gateway takes nothing from us at present.",
      [("", sent.held == nil ? 0 : 1)])
  }
}

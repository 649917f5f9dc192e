import Foundation
import HTTP
import SQLiteStore
import SurveyCore
import Web

/// What the machine that watches us may ask, on its own listener. No personal data, nothing by
/// place, and no figure about answers.
struct Health: Sendable {
  let store: SQLiteStore
  let counters: Counters
  let kioskSilentHours: Int
  /// Nil where nobody is asked by text.
  let texts: TextLine?

  func respond(to request: Request) -> Outcome {
    guard request.method == .get else {
      return .now(.text("only GET\n", status: 405))
    }
    switch request.path {
    case "/healthz": return .now(.text("ok\n"))
    case "/readyz": return .now(ready())
    case "/metrics": return .now(metrics())
    default: return .now(.text("not here; try /healthz, /readyz or /metrics\n", status: 404))
    }
  }

  private func ready() -> HTTP.Response {
    do {
      try store.proveWritable()
      return .text("ready\n")
    } catch {
      return .text("not ready: \(words(for: error))\n", status: 503)
    }
  }

  private typealias Add = (
    _ name: String, _ kind: String, _ help: String, _ samples: [(String, Int)]
  ) -> Void

  /// All kiosks together: one alone would tell of its place.
  private func addKiosks(_ kiosks: [KioskStanding], at now: Date, _ add: Add) {
    let enrolled = kiosks.filter { $0.device.revoked == nil }
    let silent = enrolled.count { $0.hoursSilent(over: kioskSilentHours, at: now) != nil }
    add(
      "heard_kiosks", "gauge", "Kiosks by state.",
      [
        ("{state=\"heard\"}", enrolled.count - silent), ("{state=\"silent\"}", silent),
        ("{state=\"revoked\"}", kiosks.count - enrolled.count),
      ])
    let heartbeats = enrolled.compactMap(\.heartbeat)
    add(
      "heard_kiosk_visits_waiting", "gauge", "Visits that wait on kiosks to be sent.",
      [("", heartbeats.reduce(0) { $0 + $1.waiting })])
    add(
      "heard_kiosk_visits_set_aside", "gauge", "Visits that kiosks sent and we could not keep.",
      [("", heartbeats.reduce(0) { $0 + $1.setAside })])
    add(
      "heard_kiosk_visits_missing", "gauge", "Visits that ended on kiosks and are nowhere.",
      [("", enrolled.reduce(0) { $0 + $1.missing.reduce(0) { $0 + $1.count } })])
  }

  private func metrics() -> HTTP.Response {
    let totals = counters.totals
    var text = ""
    let add: Add = { name, kind, help, samples in
      text += "# HELP \(name) \(help)\n# TYPE \(name) \(kind)\n"
      for (labels, value) in samples { text += "\(name)\(labels) \(value)\n" }
    }
    add(
      "heard_http_responses_total", "counter", "Answers by class of status since the start.",
      totals.responses.sorted { $0.key < $1.key }.map { ("{class=\"\($0.key)xx\"}", $0.value) })
    add("heard_journeys_started_total", "counter", "Journeys begun.", [("", totals.started)])
    add("heard_journeys_finished_total", "counter", "Responses stored.", [("", totals.finished)])
    add(
      "heard_journeys_left_total", "counter", "Journeys left by the way out.", [("", totals.left)])
    if let others = try? store.unheardConcerns().count, let texted = try? store.openTextConcerns() {
      add(
        "heard_concerns_unheard", "gauge", "Concerns nobody has heard yet.",
        [("", others + texted.count { !$0.isHeard })])
    }
    if let kiosks = try? store.kiosks() { addKiosks(kiosks, at: Date(), add) }
    texts?.addMetrics(add)
    return HTTP.Response(type: "text/plain; version=0.0.4; charset=utf-8", Array(text.utf8))
  }
}

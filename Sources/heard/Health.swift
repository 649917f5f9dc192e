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

  private func metrics() -> HTTP.Response {
    let totals = counters.totals
    var text = ""
    let add = { (name: String, kind: String, help: String, samples: [(String, Int)]) in
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
    if let unheard = try? store.unheardConcerns().count {
      add(
        "heard_concerns_unheard", "gauge", "Concerns nobody has heard yet.", [("", unheard)])
    }
    return HTTP.Response(type: "text/plain; version=0.0.4; charset=utf-8", Array(text.utf8))
  }
}

import SurveyCore

/// How many people of one group took part in one survey and one quarter.
struct Attendance {
  /// How many responses there are, by audience.
  let responses: [String: Int]
  /// The ids of the editions that anybody took part in.
  let editions: Set<Int>
  /// How many stopped without a response, by the last question they answered; empty before the
  /// first.
  let stopped: [String: Int]
  /// How each question was met, cell by cell.
  let replies: [Spot: [String: Replies]]

  init(of audiences: [String], counts: [Count], turnouts: [Turnout]) {
    let audiences = Set(audiences)
    var responses: [String: Int] = [:]
    var stopped: [String: Int] = [:]
    var editions: Set<Int> = []
    for turnout in turnouts where audiences.contains(turnout.audience) {
      switch turnout.reached {
      case .response:
        responses[turnout.audience, default: 0] += turnout.number
        editions.insert(turnout.edition)
      case .stopped(let question): stopped[question, default: 0] += turnout.number
      }
    }
    var replies: [Spot: [String: Replies]] = [:]
    for count in counts where audiences.contains(count.audience) {
      replies[Spot(of: count), default: [:]][count.question, default: Replies()].add(count)
    }
    (self.responses, self.editions, self.stopped) = (responses, editions, stopped)
    self.replies = replies
  }

  /// The fewest people that the replies since an earlier attendance can come from, by audience: at
  /// each spot as many as replied to the question that most there replied to.
  func fewest(since earlier: Attendance) -> [String: Int] {
    var fewest: [String: Int] = [:]
    for (spot, questions) in replies {
      let before = earlier.replies[spot] ?? [:]
      let people = questions.map { $0.value.people - (before[$0.key]?.people ?? 0) }
      fewest[spot.audience, default: 0] += max(0, people.max() ?? 0)
    }
    return fewest
  }
}

/// The finest place in the counts that people can be at.
struct Spot: Hashable {
  let edition: Int
  let audience: String
  let channel: Channel
  let wasHelped: Bool
  let place: String
  let month: Month

  init(of count: Count) {
    (edition, audience, channel) = (count.edition, count.audience, count.channel)
    (wasHelped, place, month) = (count.wasHelped, count.place, count.month)
  }
}

/// How one question was met at one spot, by those who did not just leave it out.
struct Replies: Hashable {
  private var chosen = 0
  private var answered = 0
  private var notUnderstood = 0

  mutating func add(_ count: Count) {
    switch count.said {
    case .chose: chosen += count.number
    case .answered: answered += count.number
    case .notUnderstood: notUnderstood += count.number
    case .skipped: break
    }
  }

  /// Of several boxes and of words only the people are counted.
  var people: Int { (answered > 0 ? answered : chosen) + notUnderstood }
}

import Foundation
import SurveyCore

/// What staff see: counts, and never an answer.
extension KioskState {
  func pinPage(_ entry: PINEntry) -> Page {
    let staff = words.kiosk.staff
    var page = Page(heading: staff.title)
    switch entry.outcome {
    case .wrong(let left): page.pieces.append(.fault(staff.wrong(left)))
    case .locked(let seconds): page.pieces.append(.fault(staff.locked(seconds)))
    case .right, nil: break
    }
    let rows = [[1, 2, 3], [4, 5, 6], [7, 8, 9], [0]].map { row in
      row.map { Control(action: .digit($0), words: "\($0)", role: .key) }
    }
    page.pieces += [
      .words(staff.pin), .digits(entry.digits.count, of: PINEntry.length),
      .keys(
        Array(rows.dropLast()) + [
          rows[3] + [Control(action: .delete, words: words.kiosk.typing.delete, role: .key)]
        ]),
    ]
    page.buttons = [Control(action: .tryPIN, words: words.buttons.goOn, role: .main)]
    return page
  }

  func staffPage(_ standing: Standing) -> Page {
    let staff = words.kiosk.staff
    let sent = standing.lastSent.map { $0.formatted(Date.ISO8601FormatStyle()) } ?? staff.never
    var page = Page(heading: staff.title)
    page.pieces = [
      .fact(staff.place, standing.place), .fact(staff.waiting, "\(standing.waiting)"),
      .fact(staff.setAside, "\(standing.setAside)"), .fact(staff.lastSent, sent),
      .fact(staff.online, standing.isOnline ? staff.yes : staff.no),
      .fact(staff.version, standing.version),
      .fact(staff.free, "\(standing.free / 1_048_576) MiB"),
    ]
    page.buttons = [
      Control(action: .stop, words: staff.stop, role: .other),
      Control(action: .leave, words: words.frame.back, role: .main),
    ]
    page.focus = .leave
    return page
  }
}

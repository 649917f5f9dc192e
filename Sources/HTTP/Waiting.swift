internal import CMicrohttpd
internal import Synchronization

// A connection that is set aside is not touched by the library, and cannot go away, until it is
// resumed; so its pointer is good until `give` resumes it, which happens once. The library
// aborts the program if it is stopped while a connection is set aside: therefore one is set
// aside only while the waiting room is open and in one step with being listed there, and leaves
// the list only after it has been resumed; and the server stops the library only when the room
// is closed and empty.

/// A request whose answer is still to come.
@safe
final class Waiting: Sendable {
  nonisolated(unsafe) private let handle: OpaquePointer
  private let room: WaitingRoom
  private let isTaken = Atomic<Bool>(false)
  private let answer = Locked<Response?>(nil)

  @unsafe init(_ handle: OpaquePointer, in room: WaitingRoom) {
    unsafe self.handle = unsafe handle
    self.room = room
  }

  /// Whether a reply has been given.
  var isOver: Bool { isTaken.load(ordering: .relaxed) }

  /// The reply, once there is one.
  var response: Response? { answer.with { $0 } }

  /// Replies. Only the first reply counts.
  func give(_ response: Response) {
    guard !isTaken.exchange(true, ordering: .acquiringAndReleasing) else { return }
    answer.with { $0 = response }
    unsafe MHD_resume_connection(handle)
    room.leave(self)
  }

  fileprivate func setAside() {
    unsafe MHD_suspend_connection(handle)
  }
}

/// Notices when the last copy of a reply is dropped without having been used.
final class Ticket: Sendable {
  private let waiting: Waiting
  private let refusal: @Sendable () -> Response

  init(_ waiting: Waiting, otherwise refusal: @escaping @Sendable () -> Response) {
    self.waiting = waiting
    self.refusal = refusal
  }

  func give(_ response: Response) {
    waiting.give(response)
  }

  deinit {
    if !waiting.isOver { waiting.give(refusal()) }
  }
}

/// Everyone who is waiting for an answer.
final class WaitingRoom: Sendable {
  private struct State {
    var isOpen = true
    var waiting: [ObjectIdentifier: Waiting] = [:]
  }

  private let state = Locked(State())

  /// Sets a connection aside.
  /// - Returns: false, with nothing done, where the room is closed.
  func admit(_ waiting: Waiting) -> Bool {
    state.with { state in
      guard state.isOpen else { return false }
      state.waiting[ObjectIdentifier(waiting)] = waiting
      waiting.setAside()
      return true
    }
  }

  func leave(_ waiting: Waiting) {
    _ = state.with { $0.waiting.removeValue(forKey: ObjectIdentifier(waiting)) }
  }

  /// Lets nobody else in, and gives those still inside this answer.
  func close(with response: Response) {
    let left = state.with { state in
      state.isOpen = false
      return Array(state.waiting.values)
    }
    for waiting in left { waiting.give(response) }
  }

  var isEmpty: Bool { state.with { $0.waiting.isEmpty } }
}

import Foundation
import SurveyCore
import Synchronization

/// What is asked here, as the server last said: in memory, and on the disk for the next start.
final class BundleShelf: Sendable {
  private static let name = "bundle.json"

  private let home: String
  private let shelf: Mutex<TaggedBundle?>
  private let onChange: @Sendable () -> Void

  /// Takes what the last run left. What cannot be read any more is fetched anew.
  ///
  /// - Parameters:
  ///   - home: The kiosk's folder.
  ///   - onChange: Called, on the sender's thread, when something else is asked now.
  init(home: String, onChange: @escaping @Sendable () -> Void = {}) {
    (self.home, self.onChange) = (home, onChange)
    let bytes = try? Disk.read("\(home)/\(Self.name)")
    shelf = Mutex(bytes.flatMap { try? JSONDecoder().decode(TaggedBundle.self, from: $0) })
  }

  var bundle: KioskBundle? { shelf.withLock { $0?.bundle } }
  var tag: String? { shelf.withLock { $0?.tag } }

  /// On a full disk it is known until the program ends.
  func put(_ bundle: TaggedBundle) {
    shelf.withLock { $0 = bundle }
    if let bytes = try? JSONEncoder().encode(bundle) {
      try? Disk.write(bytes, to: Self.name, in: home)
    }
    onChange()
  }
}

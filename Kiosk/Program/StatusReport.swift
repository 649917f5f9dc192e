import Foundation

/// `--status`: how a kiosk stands by what is on its disk, whether it runs or not.
enum StatusReport {
  static func print(of home: String) throws {
    guard let device = try Home.device(at: home) else {
      throw Refused("\(home): is no kiosk yet; enrol it with --server URL --enrol CODE")
    }
    let waiting = try Disk.names(in: home + "/queue").count { Queued(name: $0) != nil }
    let aside = try Disk.names(in: home + "/aside").filter { UUID(uuidString: $0) != nil }
    let contact = Contact(home: home).read()
    Output.line(
      """
      place: \(device.place)
      server: \(device.server)
      version: \(Version.number)
      waiting: \(waiting)
      set aside: \(aside.count)
      last contact: \(contact.map(Self.words) ?? "none")
      free: \(Disk.room(at: home).bytes >> 20) MiB
      """)
    for name in aside.sorted() {
      let reason = try Disk.read("\(home)/aside/\(name).reason") ?? Data("no reason\n".utf8)
      Output.line("\(name): " + String(decoding: reason, as: UTF8.self).dropLast())
    }
  }

  private static func words(_ seconds: Int) -> String {
    Date(timeIntervalSince1970: Double(seconds)).formatted(.iso8601)
  }
}

/// When the server last answered a heartbeat, by its clock, for `--status`. Heartbeats come every
/// few minutes whatever anybody does, so it says nothing of when somebody answered.
struct Contact {
  let home: String

  func read() -> Int? {
    let bytes = try? Disk.read(home + "/contact")
    return bytes.flatMap { Int(String(decoding: $0, as: UTF8.self).dropLast()) }
  }

  func note(_ seconds: Int) {
    try? Disk.write(Data("\(seconds)\n".utf8), to: "contact", in: home)
  }
}

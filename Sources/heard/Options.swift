import ArgumentParser
import Foundation

/// Where everything is kept.
struct DataOptions: ParsableArguments {
  @Option(name: .customLong("data"), help: "The folder that holds everything kept but keys.")
  var given: String?

  @Option(
    name: .customLong("keys"),
    help: "The folder for keys, in no backup; ./heard-keys.")
  var keysGiven: String?

  private static var environment: [String: String] { ProcessInfo.processInfo.environment }

  var folder: URL {
    URL(fileURLWithPath: given ?? Self.environment["HEARD_DATA"] ?? "./heard-data")
  }

  /// Beside the data and not in it, so that who gets one has not got the other.
  var keys: URL {
    URL(fileURLWithPath: keysGiven ?? Self.environment["HEARD_KEYS"] ?? "./heard-keys")
  }

  /// Whether somebody said where the keys are.
  var saysKeys: Bool { (keysGiven ?? Self.environment["HEARD_KEYS"]) != nil }

  var store: URL { folder.appending(path: "heard.sqlite") }
  var settings: URL { folder.appending(path: "heard.yaml") }

  func validate() throws {
    if given == "" { throw ValidationError("--data names no folder") }
    if keysGiven == "" { throw ValidationError("--keys names no folder") }
  }

  func make() throws {
    do {
      try FileManager.default.createDirectory(
        at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw Refused("\(folder.path) cannot be made a folder; name another --data")
    }
  }

  /// Refuses a folder that holds nothing, or whose store may not be read.
  func checkStore() throws {
    let (manager, path) = (FileManager.default, store.path)
    if manager.isReadableFile(atPath: path) { return }
    let isHidden =
      manager.fileExists(atPath: folder.path)
      && !manager.isExecutableFile(atPath: folder.path)
    throw Refused(
      isHidden || manager.fileExists(atPath: path)
        ? "\(folder.path) may not be read; check its permissions, or run this as its owner"
        : "\(folder.path) holds nothing yet; publish a survey first, or name another --data")
  }
}

/// Where the server listens, over whatever `heard.yaml` says.
struct ListenOptions: ParsableArguments {
  @Option(help: "HOST:PORT for people who answer; port 0 takes any that is free.")
  var listen: String?

  @Option(help: "HOST:PORT for health and metrics; keep it on the loopback.")
  var health: String?

  @Option(help: "A certificate in PEM, to serve by TLS without a proxy in front.")
  var tlsCert: String?

  @Option(help: "The certificate's key in PEM.")
  var tlsKey: String?

  @Option(
    help: "The address people reach the service at, for links; such as https://heard.example.")
  var baseUrl: String?

  var given: [String: String] {
    [
      "listen": listen, "health": health, "tls-cert": tlsCert, "tls-key": tlsKey,
      "base-url": baseUrl,
    ].compactMapValues { $0 }
  }
}

import ArgumentParser
import Foundation

struct Serve: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Serves the answering pages.",
    discussion: "SIGTERM lets what is under way finish, then stops with exit code 0.")

  @OptionGroup var data: DataOptions
  @OptionGroup var listening: ListenOptions

  func run() throws {
    try orRefused {
      let signal = StopSignal()
      let settings = try Settings.read(data.settings, flags: listening.given)
      let service = try Service(data, settings)
      let listening = try service.start().listening
      Output.line("Heard is listening on \(listening)")
      signal.wait()
      service.stop()
    }
  }
}

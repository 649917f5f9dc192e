import ArgumentParser

@main
struct Heard: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "heard",
    abstract: "Asks children and families what it was like, and keeps what they say safe.",
    discussion: """
      Everything is kept in the data folder (--data, by default ./heard-data). While "heard \
      serve" runs, commands that change something go through it.
      """,
    version: "heard 0.1",
    subcommands: [
      Serve.self, Demo.self, SurveyCommand.self, CollectionCommand.self, KioskCommand.self,
      TextCommand.self, Figures.self, ReportCommand.self, ReleaseCommand.self, ImportCommand.self,
      CommentsCommand.self, ConcernsCommand.self, Backup.self, Restore.self, Verify.self,
    ])
}

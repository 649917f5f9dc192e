/// The themes that comments are coded with, in the order of their file.
public struct ThemeFrame: Hashable, Sendable {
  public let themes: [CommentTheme]

  public init(themes: [CommentTheme]) { self.themes = themes }

  /// Reads the text of `themes.yaml`; the name is used in faults.
  ///
  /// - Throws: every fault in the file.
  public init(_ text: String, named file: String = "themes.yaml") throws(Faults) {
    let faults = FaultList(file: file)
    themes = PieceLoader(faults: faults).load(text).map(ThemeReader(faults: faults).themes) ?? []
    if !faults.isEmpty { throw Faults(faults.inOrder) }
  }

  public func theme(_ id: String) -> CommentTheme? { themes.first { $0.id == id } }

  /// The ids of the themes for what a group says.
  public func ids(for group: Audience.Group) -> [String] {
    themes.filter { $0.groups.contains(group) }.map(\.id)
  }
}

/// Reads `themes.yaml`.
struct ThemeReader {
  let faults: FaultList

  func themes(_ root: Piece) -> [CommentTheme] {
    let read = FileReader(faults: faults)
    let fields = read.fields(root, "the file", known: [], required: ["themes"])
    guard let field = fields?["themes"], let pieces = read.list(field) else { return [] }
    read.check(count: pieces.count, field, 1...200)
    var first: [String: Int] = [:]
    return pieces.compactMap { piece in
      guard let (theme, line) = theme(piece, read) else { return nil }
      if let earlier = first[theme.id] {
        faults.add(line, .key(.duplicate("id", id: theme.id, first: earlier)))
      }
      first[theme.id] = line
      return theme
    }
  }

  private func theme(_ piece: Piece, _ read: FileReader) -> (CommentTheme, line: Int)? {
    let required = ["id", "title", "groups", "about", "source"]
    guard let fields = read.fields(piece, "a theme", known: [], required: required) else {
      return nil
    }
    let id = read.id(fields["id"])
    let words = WordsReader(read: read, wanted: .any, audiences: [], promise: nil)
    let rule = WordsRule(key: "title", limit: 60)
    let title = fields["title"].map { words.localized($0, rule).text }
    let groups = groups(fields["groups"], read)
    let (about, source) = (read.text(fields["about"]), read.text(fields["source"]))
    for (key, text) in [("about", about), ("source", source)] where text?.value.isEmpty == true {
      faults.add(text?.line ?? piece.line, .words(.empty(key)))
    }
    guard let id else { return nil }
    let theme = CommentTheme(
      id: id.value, title: title ?? [:], groups: groups, about: about?.value ?? "",
      source: source?.value ?? "")
    return (theme, id.line)
  }

  private func groups(_ field: Field?, _ read: FileReader) -> [Audience.Group] {
    guard let texts = read.texts(field), let field else { return [] }
    read.check(count: texts.count, field, 1...Audience.Group.allCases.count)
    return texts.compactMap { text in
      if let group = Audience.Group(rawValue: text.value) { return group }
      let allowed = Audience.Group.allCases.map(\.rawValue)
      faults.add(text.line, .key(.notOneOf("groups", found: text.value, allowed: allowed)))
      return nil
    }
  }
}

import Yams

/// Turns YAML text into pieces.
///
/// Anchors and aliases are refused before the text is parsed: they are no help to people who write
/// surveys, and a few lines of them can stand for billions.
struct PieceLoader {
  static let sizeLimit = 1_000_000
  static let depthLimit = 12
  /// How many bytes may be parsed in all, when one file is parsed again and again.
  static let parsingLimit = 2_000_000

  let faults: FaultList

  /// The whole file, or nil when it cannot be read; the reason is then among the faults.
  func load(_ text: String) -> Piece? {
    let size = text.utf8.count
    guard size <= Self.sizeLimit else {
      faults.add(1, .file(.tooLarge(bytes: size)))
      return nil
    }
    var lines = text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if let first = lines.first, first.unicodeScalars.first == "\u{FEFF}" {
      lines[0] = String(first.unicodeScalars.dropFirst())
    }
    var scan = LineScan(faults: faults)
    for (index, line) in lines.enumerated() { scan.check(line, number: index + 1) }
    guard scan.isClean, let root = compose(&lines, size: size) else { return nil }
    return piece(root, depth: 0)
  }

  /// Parses; when a key stands twice in one mapping, marks the first and tries again, because the
  /// parser tells of one such key at a time and stops there.
  private func compose(_ lines: inout [String], size: Int) -> Node? {
    var tries = max(1, Self.parsingLimit / max(1, size))
    while true {
      do {
        let root = try Yams.compose(yaml: lines.joined(separator: "\n"), .basic)
        if root == nil { faults.add(1, .file(.empty)) }
        return root
      } catch YamlError.duplicatedKeysInMapping(let keys, let context) {
        tries -= 1
        guard tries > 0, Self.mark(&lines, context.mark) else {
          let key = Self.unmarked(keys.first ?? "")
          faults.add(max(1, context.mark.line), .key(.twice(key, first: nil)))
          return nil
        }
      } catch {
        note(error, lastLine: lines.count)
        return nil
      }
    }
  }

  private func note(_ error: any Error, lastLine: Int) {
    switch error {
    case YamlError.scanner(let context, let problem, let mark, _),
      YamlError.parser(let context, let problem, let mark, _),
      YamlError.composer(let context, let problem, let mark, _):
      // What was never closed is best told where it was opened.
      let opening = SyntaxWords.isAboutOpening(problem) ? context?.mark.line : nil
      faults.add(min(max(1, opening ?? mark.line), lastLine), .file(.syntax(problem)))
    default:
      faults.add(1, .file(.syntax("it cannot be read as YAML")))
    }
  }

  /// Marks the key at `mark`, so that it differs from the one it repeats.
  private static func mark(_ lines: inout [String], _ mark: Mark) -> Bool {
    guard lines.indices.contains(mark.line - 1) else { return false }
    var scalars = Array(lines[mark.line - 1].unicodeScalars)
    guard scalars.indices.contains(mark.column - 1) else { return false }
    let isQuoted = scalars[mark.column - 1] == "\"" || scalars[mark.column - 1] == "'"
    scalars.insert(firstOfTwo, at: isQuoted ? mark.column : mark.column - 1)
    lines[mark.line - 1] = String(String.UnicodeScalarView(scalars))
    return true
  }

  private static func unmarked(_ key: String) -> String {
    String(key.unicodeScalars.drop { $0 == firstOfTwo })
  }

  /// A private-use character, which no real key begins with.
  private static let firstOfTwo: Unicode.Scalar = "\u{E000}"
}

extension PieceLoader {
  private func piece(_ node: Node, depth: Int) -> Piece? {
    let line = node.mark?.line ?? 1
    guard depth <= Self.depthLimit else {
      faults.add(line, .file(.tooDeep))
      return nil
    }
    switch node {
    case .scalar(let scalar):
      refuseTag(scalar.tag, line)
      return Piece(line: line, shape: .text(scalar.string))
    case .sequence(let nodes):
      refuseTag(nodes.tag, line)
      return Piece(line: line, shape: .list(nodes.compactMap { piece($0, depth: depth + 1) }))
    case .mapping(let pairs):
      refuseTag(pairs.tag, line)
      return Piece(line: line, shape: .mapping(fields(pairs, depth)))
    case .alias:
      faults.add(line, .file(.anchor("*")))
      return nil
    }
  }

  private func fields(_ pairs: Node.Mapping, _ depth: Int) -> [Field] {
    var first: [String: Int] = [:]
    return pairs.compactMap { key, value in
      let line = key.mark?.line ?? 1
      guard case .scalar(let scalar) = key else {
        faults.add(line, .key(.notText))
        return nil
      }
      refuseTag(scalar.tag, line)
      let name = Self.unmarked(scalar.string)
      if let earlier = first[name] {
        faults.add(line, .key(.twice(name, first: earlier)))
        return nil
      }
      first[name] = line
      return piece(value, depth: depth + 1).map { Field(key: name, line: line, value: $0) }
    }
  }

  /// A plain text that begins with `!` would lose its first word to YAML without a sound.
  private func refuseTag(_ tag: Tag, _ line: Int) {
    let name = tag.description
    if !name.isEmpty, name != "!", !name.hasPrefix("tag:yaml.org,2002:") {
      faults.add(line, .file(.tag(name)))
    }
  }
}

/// Looks at each line before YAML does, for what YAML would misread or explain badly.
private struct LineScan {
  let faults: FaultList
  private(set) var isClean = true

  init(faults: FaultList) { self.faults = faults }

  mutating func check(_ line: String, number: Int) {
    var before: Unicode.Scalar = " "
    var isIndent = true
    var anchor: Unicode.Scalar?
    for scalar in line.unicodeScalars {
      if Self.isBroken(scalar) { refuse(number, .controlCharacter(scalar.value)) }
      if isIndent, scalar == "\t" { refuse(number, .tab) }
      if anchor != nil, Self.isNamePart(scalar) { refuse(number, .anchor("&")) }
      anchor = scalar == "&" && !Self.isNamePart(before) ? scalar : nil
      isIndent = isIndent && (scalar == " " || scalar == "\t")
      before = scalar
    }
  }

  private mutating func refuse(_ line: Int, _ fact: Fault.FileFact) {
    faults.add(line, .file(fact))
    isClean = false
  }

  /// Control characters but tab, the line ends only YAML knows, and what a lost character becomes.
  private static func isBroken(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09: false
    case 0x00...0x1F, 0x7F...0x9F, 0x2028, 0x2029, 0xFEFF, 0xFFFD...0xFFFF: true
    default: false
    }
  }

  private static func isNamePart(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "_"
      || scalar == "-"
  }
}

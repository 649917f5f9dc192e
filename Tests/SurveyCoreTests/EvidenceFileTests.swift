import Foundation
import TestSupport
import Testing

@testable import SurveyCore

struct CSVReaderTests {
  @Test(arguments: [
    ("a,b\n1,2", [["a", "b"], ["1", "2"]]),
    ("\u{FEFF}a,b\r\n1,2\r\n", [["a", "b"], ["1", "2"]]),
    ("a\rb", [["a"], ["b"]]),
    ("\"x, y\", \"said \"\"no\"\"\" ,z", [["x, y", "said \"no\"", "z"]]),
    ("\"two\r\nlines\",b", [["two\nlines", "b"]]),
    ("a,\n,,\n\nb,", [["a", ""], ["b", ""]]),
    ("a\"b,c", [["a\"b", "c"]]), ("", []), ("\"\"", []),
    ("=1+1,'=x", [["=1+1", "'=x"]]),
    ("e\u{301},\"\u{301}x\"", [["e\u{301}", "\u{301}x"]]),
  ])
  func `fields are read`(text: String, records: [[String]]) {
    #expect(CSVReader(text).records.map(\.fields) == records)
  }

  @Test func `a record knows the line it begins on`() {
    let reader = CSVReader("a\n\"x\ny\r\nz\",1\r\n\nb\n\"open\nand so on")
    #expect(reader.records.map(\.line) == [1, 2, 6, 7])
    #expect(reader.unclosed == 7)
  }

  @Test func `every fault of a table is told with its line`() {
    let table = CSVTable(
      "id,Words\n1,a\n2\n3,b,\n4,c,d\n", columns: ["id", "words"])
    #expect(table.rows.map { $0["id"] } == ["1", "3"])
    #expect(
      table.faults.told(of: "f.csv") == [
        "f.csv:3: has 1 fields where the first line has 2; put a comma for each field that is empty",
        "f.csv:5: has 3 fields where the first line has 2; put \" around a field that holds a comma",
      ])
    let bad = CSVTable("id,wrds,id\n1,a,b", columns: ["id", "words"])
    #expect(bad.rows.isEmpty)
    #expect(
      bad.faults.told(of: "f.csv") == [
        "f.csv:1: unknown column 'wrds'; did you mean 'words'?",
        "f.csv:1: column 'words' is missing from the first line",
        "f.csv:1: column 'id' is there twice; take one out",
      ])
    #expect(CSVTable("", columns: ["id"]).faults.count == 1)
    #expect(CSVTable("id\n\"x", columns: ["id"]).faults.count == 1)
  }

  @Test(arguments: [
    ("id;words\n1;a", "fields are parted by semicolons; save the file as CSV with commas"),
    ("id\twords\n1\ta", "fields are parted by tabs; save the file as CSV with commas"),
    ("7,a\n8,b", "the first line must name the columns; begin with 'id,words'"),
    ("note\nb", "the first line must name the columns; begin with 'id,words'"),
    ("title\nb", "columns 'id', 'words' are missing from the first line"),
    ("id\n1", "column 'words' is missing from the first line"),
  ])
  func `a first line that names no columns is told as what it is`(text: String, fault: String) {
    let table = CSVTable(text, columns: ["id", "words"], optional: ["title"])
    #expect(table.faults == [LineFault(line: 1, words: fault)])
  }

  @Test func `faults are told in the order of their lines`() {
    let faults = [(3, "b"), (1, "a"), (3, "a")].map { LineFault(line: $0, words: $1) }
    #expect(faults.told(of: "f") == ["f:1: a", "f:3: b", "f:3: a"])
  }
}

struct ExactNumberTests {
  @Test(arguments: [
    ("16.8", 168, 1), ("16.80", 1680, 2), ("0", 0, 0), ("1,204", 1204, 0), ("-3", -3, 0),
    ("0.005", 5, 3), ("-0.5", -5, 1), ("999999999.999", 999_999_999_999, 3),
  ])
  func `numbers keep the places they have`(text: String, digits: Int, places: Int) throws {
    let number = try #require(ExactNumber(text))
    #expect(number.digits == digits && number.places == places)
    #expect(number.description == text.replacing(",", with: ""))
  }

  @Test(arguments: [
    "", "-", ".5", "5.", "1.2345", "1,2", "12,34", "1,2345", ",123", "1 2", "1e3", "½", "٣", "+1",
    "--1", "1.2.3", "1234567890", "16.8%", "1.-2",
  ])
  func `anything else is none`(text: String) { #expect(ExactNumber(text) == nil) }

  @Test(arguments: [("16.84", 168), ("16.85", 169), ("-16.85", -169), ("3", 30), ("0.04", 0)])
  func `tenths are rounded away from nought`(text: String, tenths: Int) throws {
    #expect(try #require(ExactNumber(text)).tenths == tenths)
  }

  @Test(arguments: ["16.80", "[c]", "[z]", "[x]", "[low]"])
  func `a value is written as it was read`(text: String) throws {
    #expect(try #require(ImportedItem.Value(text)).written == text)
  }

  @Test func `a value that is neither number nor symbol is none`() {
    for text in ["", "c", "[u]", "n/a"] { #expect(ImportedItem.Value(text) == nil) }
  }
}

struct ThemeFrameTests {
  private func faults(_ text: String) -> [String] {
    do throws(Faults) {
      _ = try ThemeFrame(text, named: "themes.yaml")
      return []
    } catch { return error.all.map { "\($0)" } }
  }

  private static let sound = """
    themes:
      - id: reliable
        title: {en: Reliability}
        groups: [child, parent]
        about: On time or not.
        source: Munro Review 2011, 2.4
    """

  @Test func `the shipped frame is sound, and every group has themes`() throws {
    let file = Package.surveys.appending(path: "themes.yaml")
    let frame = try ThemeFrame(String(contentsOf: file, encoding: .utf8))
    for group in Audience.Group.allCases { #expect(frame.ids(for: group).count >= 5) }
    let titles = frame.themes.map { $0.title.words(in: .english) }
    #expect(Set(titles).count == titles.count)
    #expect(!frame.themes.contains { $0.id == CommentTheme.none })
  }

  @Test(arguments: [
    ("id: reliable", "id: Reliable", "themes.yaml:2: 'id' cannot be 'Reliable'"),
    ("[child, parent]", "[child, teacher]", "themes.yaml:4: 'groups' cannot be 'teacher'"),
    ("[child, parent]", "[]", "themes.yaml:4: 'groups' has 0"),
    ("about: On time or not.", "abuot: On time or not.", "themes.yaml:2: 'about' is missing"),
    ("about: On time or not.", "about: ''", "themes.yaml:5: 'about' has no words"),
    ("themes:", "theme:", "themes.yaml:1: 'themes' is missing"),
  ])
  func `every fault is told with its line`(good: String, bad: String, fault: String) {
    #expect(faults(Self.sound).isEmpty)
    let found = faults(Self.sound.replacing(good, with: bad))
    #expect(found.contains { $0.hasPrefix(fault) }, "\(found)")
  }

  @Test func `a theme stands once`() {
    let again = Self.sound.split(separator: "\n").dropFirst().joined(separator: "\n")
    let found = faults(Self.sound + "\n" + again)
    #expect(found.contains { $0.hasPrefix("themes.yaml:7: 'reliable' is in 'id' on line 2") })
  }
}

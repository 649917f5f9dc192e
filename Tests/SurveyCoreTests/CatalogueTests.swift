import SurveyCore
import Testing

@Suite struct CatalogueTests {
  private func faults(_ audiences: String, _ measures: String) -> [String] {
    do {
      _ = try Catalogue(audiences: audiences, measures: measures)
      return []
    } catch {
      return error.all.map(\.description)
    }
  }

  @Test(arguments: [
    ("id: young", "id: en", "audiences.yaml:2: 'en' could be taken for a language"),
    ("id: young", "id: Young", "audiences.yaml:2: 'Young' cannot be stored"),
    ("id: older", "id: young", "audiences.yaml:9: 'young' is in 'id' on line 2 already"),
    ("group: parent", "group: mum", "audiences.yaml:16: 'group' cannot be 'mum'"),
    ("words: 8, ", "", "audiences.yaml:6: 'words' is missing"),
    ("idle: 60\n    young", "idle: soon\n    young", "audiences.yaml:7: 'idle' cannot be 'soon'"),
    ("young: yes", "young: true", "audiences.yaml:8: 'young' cannot be 'true'"),
    ("title: {en: Young}", "title: {}", "audiences.yaml:4: 'title' has no words"),
    ("title: {en: Young}", "title: Young", "audiences.yaml:4: 'title' is not a set of keys"),
    ("title: {en: Young}", "titel: {en: Young}", "audiences.yaml:2: 'title' is missing"),
  ])
  func `a broken audience is refused`(_ old: String, _ new: String, _ expected: String) {
    let broken = Made.audiences.replacing(old, with: new, maxReplacements: 1)
    #expect(broken != Made.audiences)
    #expect(faults(broken, Made.measures).first?.hasPrefix(expected) == true)
  }

  @Test(arguments: [
    ("{5: 4, 3: 3}", "{5: 6, 3: 3}", "measures.yaml:4: '5' cannot be '6'"),
    ("{5: 4, 3: 3}", "{five: 4}", "measures.yaml:4: 'five' is not the highest score"),
    ("{5: 4, 3: 3}", "{}", "measures.yaml:4: 'favourable' has 0"),
    ("L7", "L77", "measures.yaml:5: 'L77' is not a twin-core item"),
    ("category: service", "category: other", "measures.yaml:7: 'category' cannot be 'other'"),
    ("id: safe", "id: heard", "measures.yaml:9: 'heard' is in 'id' on line 2 already"),
    ("source: Made up", "source: ''", "measures.yaml:8: 'domain or source' has no words"),
  ])
  func `a broken measure is refused`(_ old: String, _ new: String, _ expected: String) {
    let broken = Made.measures.replacing(old, with: new, maxReplacements: 1)
    #expect(broken != Made.measures)
    #expect(faults(Made.audiences, broken).first?.hasPrefix(expected) == true)
  }

  @Test func `the faults of both files are told together`() {
    #expect(faults("[", "measures: none").count == 2)
  }

  @Test func `the limits and titles of an audience are read`() throws {
    let young = try #require(try Made.catalogue().audiences.first)
    #expect(young.limits == .init(words: 8, answers: 3, questions: 6))
    #expect(young.young)
    #expect(young.choose.words(in: .english) == "I am young")
  }

  @Test func `the shipped catalogue feeds every twin-core percentage`() throws {
    let items = Set(try Shipped.catalogue().measures.compactMap(\.twinCore))
    #expect(
      items.isSuperset(of: [
        "L1a", "L1b", "L1c", "L4a", "L4b", "L4c", "L4d", "L5a", "L5b", "L5c", "L7", "L8",
      ]))
  }
}

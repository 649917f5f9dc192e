public import SurveyCore

/// Where reports are asked for: figures and evidence go in, and a document comes out that holds
/// nothing else.
public struct ReportDesk: Sendable {
  /// Which report.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case psw
    case twinCore = "twin-core"
  }

  /// The earlier quarters that change is seen over, at most: three years.
  public static let history = 12

  private let figures: FigureDesk
  private let evidence: any ReportSource
  private let frame: ThemeFrame
  private let authority: Authority

  public init(
    figures: FigureDesk, evidence: any ReportSource, frame: ThemeFrame, authority: Authority
  ) {
    (self.figures, self.evidence) = (figures, evidence)
    (self.frame, self.authority) = (frame, authority)
  }

  /// A report of the quarter from `from` to `through`.
  ///
  /// - Parameters:
  ///   - kind: Which report.
  ///   - from: The quarter's first month.
  ///   - through: The quarter's last month.
  ///   - group: The one group the Principal Social Worker's report is to be about; nil for all.
  ///   - today: The day it is in the authority's time zone.
  /// - Returns: The report, which is a draft unless the quarter was released.
  /// - Throws: why there is none.
  public func document(
    _ kind: Kind, from: Month, through: Month, only group: Audience.Group? = nil, today: Day
  ) throws(FigureRefusal) -> Document {
    let request = FigureRequest(survey: "", from: from, through: through)
    var material = try material(request.quarter(today: today), today: today)
    material.isChanged = Self.isChanged(kind, material)
    return Self.document(kind, material, only: group)
  }

  /// Whether a released report would be another than was written of it: its figures are frozen, and
  /// not what stands beside them. Judged by the JSON, which holds all of it and no style.
  private static func isChanged(_ kind: Kind, _ material: Material) -> Bool {
    guard let release = material.surveys.first?.release, !release.documents.isEmpty else {
      return false
    }
    let hash = Fingerprint(of: Array(document(kind, material, only: nil).json.utf8))
    return !release.documents.contains { $0.hash == hash }
  }

  /// Every document of a release, in the same bytes every time.
  ///
  /// - Parameters:
  ///   - quarter: The quarter's first month.
  ///   - made: The day of the issue.
  ///   - issue: Its number, from 1.
  /// - Returns: Both reports in every format but PDF, and what their data mean.
  /// - Throws: why there are none.
  public func documents(
    quarter: Month, made: Day, issue: Int
  ) throws(FigureRefusal) -> [ReleasedFile] {
    var material = try material(quarter, today: made)
    (material.made, material.issue) = (made, issue)
    var files: [ReleasedFile] = []
    for kind in Kind.allCases {
      let document = Self.document(kind, material, only: nil)
      let name = "\(kind.rawValue)-\(quarter)-to-\(quarter.adding(2))-issue-\(issue)"
      files += [
        ReleasedFile(name: "\(name).html", bytes: Array(document.html.utf8)),
        ReleasedFile(name: "\(name).json", bytes: Array(document.json.utf8)),
        ReleasedFile(name: "\(name).csv", bytes: Array(document.csv.utf8)),
        ReleasedFile(name: "\(name).ods", bytes: try Self.ods(document)),
      ]
    }
    return files + [ReleasedFile(name: "codebook.csv", bytes: Array(Document.codebook.utf8))]
  }

  private static func ods(_ document: Document) throws(FigureRefusal) -> [UInt8] {
    do { return try document.ods() } catch {
      throw .store(.broken("the workbook could not be put together"))
    }
  }

  private static func document(
    _ kind: Kind, _ material: Material, only group: Audience.Group?
  ) -> Document {
    switch kind {
    case .psw: PSWReport(material, only: group).document()
    case .twinCore: TwinCoreReport(material: material).document()
    }
  }

  /// All that a report of a quarter is made of.
  private func material(_ quarter: Month, today: Day) throws(FigureRefusal) -> Material {
    let surveys = try figures.sheets(quarter: quarter, today: today)
    guard !surveys.isEmpty else { throw .nothingPublished }
    let lists = surveys.flatMap(\.sheet.groups).flatMap(\.questions)
    guard lists.contains(where: { ($0.everybody?.n ?? 0) > 0 }) else { throw .nothingTold }
    let earlier = try earlier(than: quarter, surveys, today)
    let release = surveys.first?.release
    var material = Material(
      authority: authority, made: release?.day ?? today, issue: release?.issue,
      quarters: earlier + [Material.Quarter(first: quarter, surveys: surveys)])
    do throws(StoreError) { try add(to: &material) } catch { throw .store(error) }
    return material
  }

  /// The quarters before, as far back as one of the surveys was out.
  private func earlier(
    than quarter: Month, _ surveys: [SurveySheets], _ today: Day
  ) throws(FigureRefusal) -> [Material.Quarter] {
    let oldest = surveys.compactMap { $0.editions.first?.published.inMonth.quarterStart }.min()
    var quarters: [Material.Quarter] = []
    for back in (1...Self.history).reversed() {
      let first = quarter.adding(-3 * back)
      guard let oldest, first >= oldest else { continue }
      let sheets = try figures.sheets(
        of: surveys.map(\.survey), quarter: first, parts: .history, today: today)
      quarters.append(Material.Quarter(first: first, surveys: sheets))
    }
    return quarters
  }

  private func add(to material: inout Material) throws(StoreError) {
    let release = material.surveys.first?.release
    material.items = try evidence.items(within: material.first.adding(-9)...material.through)
    material.askings = try evidence.askings(quarter: material.first, frozenBy: release)
    let concerns = try evidence.concerns(quarter: material.first, frozenBy: release)
    material.concerns = ToldConcerns(
      concerns, told: material.surveys.reduce(0) { $0 + $1.worryingTold })
    let desk = ThemeDesk(source: evidence, frame: frame)
    for sheets in material.surveys {
      material.themes[sheets.survey] = try desk.themes(
        beside: sheets.sheet, editions: sheets.editions, of: sheets.release)
    }
  }
}

/// A document of a release as a file.
public struct ReleasedFile: Sendable, Hashable {
  /// Such as `psw-2026-07-to-2026-09-issue-1.html`.
  public let name: String
  public let bytes: [UInt8]
}

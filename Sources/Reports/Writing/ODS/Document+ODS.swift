import Markup

extension Document {
  /// The report's tables as an OpenDocument spreadsheet (ODF 1.3), the same byte for byte whenever
  /// it is made.
  ///
  /// - Throws: `WorkbookFailure` where there is not enough memory.
  public func ods() throws(WorkbookFailure) -> [UInt8] {
    let package = WorkbookPackage(document: self, sheets: Workbook(self).sheets)
    do { return try Archive(files: package.files, day: made).bytes() } catch {
      throw WorkbookFailure()
    }
  }
}

/// The workbook could not be put together.
public struct WorkbookFailure: Error, CustomStringConvertible {
  public var description: String { WriterWords.workbookFailure }
}

/// The files that a spreadsheet is made of.
struct WorkbookPackage {
  let document: Document
  let sheets: [Sheet]

  private static let type = "application/vnd.oasis.opendocument.spreadsheet"

  /// The type comes first and stands as it is, so that programs find it (ODF 1.3, part 2, 3.3).
  var files: [Archive.File] {
    [
      Archive.File(path: "mimetype", bytes: Array(Self.type.utf8)),
      file("content.xml", content), file("styles.xml", WorkbookStyles.markup),
      file("meta.xml", meta), file("META-INF/manifest.xml", manifest),
    ]
  }

  private func file(_ path: String, _ markup: HTML) -> Archive.File {
    Archive.File(path: path, bytes: markup.bytes)
  }

  private var content: HTML {
    let widths = Set(sheets.flatMap(\.widths)).sorted()
    let tables = sheets.map { $0.markup(columnStyles: $0.widths.map { "column-\($0)" }) }
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <office:document-content \(WorkbookStyles.namespaces) office:version="1.3">
      <office:automatic-styles>
      \((widths + [160]).map(WorkbookStyles.column))\(WorkbookStyles.sheet)\
      </office:automatic-styles>
      <office:body><office:spreadsheet>
      \(tables)<table:named-expressions>
      \(sheets.compactMap(\.namedRange))</table:named-expressions>
      <table:database-ranges>
      \(sheets.compactMap(\.databaseRange))</table:database-ranges>
      </office:spreadsheet></office:body>
      </office:document-content>

      """
  }

  private var meta: HTML {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <office:document-meta \(WorkbookStyles.namespaces) office:version="1.3"><office:meta>
    <dc:title>\(document.title.printable), \(document.period)</dc:title>
    <dc:subject>\(WriterWords.information)</dc:subject>
    <dc:creator>\(document.authority.printable)</dc:creator>
    <dc:date>\("\(document.made)")T00:00:00</dc:date>
    <meta:creation-date>\("\(document.made)")T00:00:00</meta:creation-date>
    <dc:language>en-GB</dc:language>
    </office:meta></office:document-meta>

    """
  }

  private var manifest: HTML {
    let parts = ["content.xml", "styles.xml", "meta.xml"].map { path -> HTML in
      "<manifest:file-entry manifest:full-path=\"\(path)\" manifest:media-type=\"text/xml\"/>\n"
    }
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <manifest:manifest \
      xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">
      <manifest:file-entry manifest:full-path="/" manifest:version="1.3" \
      manifest:media-type="\(Self.type)"/>
      \(parts)</manifest:manifest>

      """
  }
}

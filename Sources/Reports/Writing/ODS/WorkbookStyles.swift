import Markup

/// How the workbook looks, by the names of its styles.
enum WorkbookStyles {
  static let namespaces: HTML = """
    xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" \
    xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" \
    xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" \
    xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" \
    xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0" \
    xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" \
    xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" \
    xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" \
    xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xlink="http://www.w3.org/1999/xlink"
    """

  /// A column so many millimetres wide.
  static func column(_ width: Int) -> HTML {
    """
    <style:style style:name="column-\(width)" style:family="table-column">\
    <style:table-column-properties style:column-width="\(width)mm"/></style:style>

    """
  }

  static let sheet: HTML = """
    <style:style style:name="sheet" style:family="table" style:master-page-name="Sheet">\
    <style:table-properties table:display="true" style:writing-mode="lr-tb"/></style:style>
    <style:style style:name="row" style:family="table-row">\
    <style:table-row-properties style:use-optimal-row-height="true"/></style:style>

    """

  static let markup: HTML = """
    <?xml version="1.0" encoding="UTF-8"?>
    <office:document-styles \(namespaces) office:version="1.3">
    <office:font-face-decls><style:font-face style:name="Arial" svg:font-family="Arial" \
    style:font-family-generic="swiss"/></office:font-face-decls>
    <office:styles>
    \(numbers)<style:default-style style:family="table-cell">\
    <style:paragraph-properties style:tab-stop-distance="12mm"/>\
    <style:text-properties style:font-name="Arial" fo:font-size="12pt" fo:language="en" \
    fo:country="GB" style:language-asian="none" style:country-asian="none" \
    style:language-complex="none" style:country-complex="none"/></style:default-style>
    <style:style style:name="Default" style:family="table-cell"/>
    \(cells)</office:styles>
    <office:automatic-styles><style:page-layout style:name="page">\
    <style:page-layout-properties fo:page-width="297mm" fo:page-height="210mm" \
    style:print-orientation="landscape" fo:margin-top="15mm" fo:margin-bottom="15mm" \
    fo:margin-left="15mm" fo:margin-right="15mm" style:scale-to-X="1" style:scale-to-Y="0" \
    style:print="zero-values"/>\
    <style:header-style><style:header-footer-properties fo:min-height="8mm" \
    fo:margin-bottom="3mm"/></style:header-style><style:footer-style>\
    <style:header-footer-properties fo:min-height="8mm" fo:margin-top="3mm"/>\
    </style:footer-style></style:page-layout></office:automatic-styles>
    <office:master-styles><style:master-page style:name="Sheet" style:page-layout-name="page">\
    <style:header><text:p><text:sheet-name>Sheet</text:sheet-name></text:p></style:header>\
    <style:footer><text:p><text:page-number>1</text:page-number></text:p></style:footer>\
    </style:master-page></office:master-styles>
    </office:document-styles>

    """

  private static let numbers: HTML = """
    <number:number-style style:name="count"><number:number number:decimal-places="0" \
    number:min-integer-digits="1" number:grouping="true"/></number:number-style>
    <number:number-style style:name="tenths"><number:number number:decimal-places="1" \
    number:min-decimal-places="1" number:min-integer-digits="1"/></number:number-style>
    <number:percentage-style style:name="percentage"><number:number number:decimal-places="0" \
    number:min-integer-digits="1"/><number:text>%</number:text></number:percentage-style>
    <number:date-style style:name="day"><number:day/><number:text> </number:text>\
    <number:month number:style="long" number:textual="true"/><number:text> </number:text>\
    <number:year number:style="long"/></number:date-style>

    """

  private static let cells: HTML = [
    cell("Title", padding: "3mm", text: "fo:font-size=\"16pt\" fo:font-weight=\"bold\""),
    cell("Lead"),
    cell("LastLead", padding: "4mm"),
    cell("Head", cell: "\(wrap) \(rule)", text: "fo:font-weight=\"bold\""),
    cell("HeadRight", cell: "\(wrap) \(rule)", end: true, text: "fo:font-weight=\"bold\""),
    cell("Words", cell: wrap),
    cell("Link", cell: wrap, text: "fo:color=\"#12436D\" style:text-underline-style=\"solid\""),
    cell("Symbol"),
    cell("SymbolRight", end: true),
    cell("WordsRight", cell: wrap, end: true),
    cell("Count", format: "count", end: true),
    cell("Tenths", format: "tenths", end: true),
    cell("Percentage", format: "percentage", end: true),
    cell("Day", format: "day"),
  ].joined()

  private static let wrap: HTML = "fo:wrap-option=\"wrap\""
  private static let rule: HTML = "fo:border-bottom=\"1pt solid #000000\""

  private static func cell(
    _ name: HTML, format: HTML? = nil, cell: HTML = HTML(), padding: HTML = "1.2mm",
    end: Bool = false, text: HTML = HTML()
  ) -> HTML {
    let format = format.map { " style:data-style-name=\"\($0)\"" as HTML }
    let side: HTML = end ? "<style:paragraph-properties fo:text-align=\"end\"/>" : HTML()
    return """
      <style:style style:name="\(name)" style:family="table-cell" \
      style:parent-style-name="Default"\(format)>\
      <style:table-cell-properties style:vertical-align="top" fo:padding-top="1.2mm" \
      fo:padding-bottom="\(padding)" fo:padding-left="1.2mm" fo:padding-right="1.2mm" \(cell)/>\(side)\
      <style:text-properties \(text)/></style:style>

      """
  }
}

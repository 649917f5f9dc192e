"""Reads an OpenDocument spreadsheet twice: as it was written, and as LibreOffice understands it."""

import csv
import subprocess
import zipfile
from xml.etree import ElementTree

TYPE = "application/vnd.oasis.opendocument.spreadsheet"
OPENDOCUMENT = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}%s"
DC = "{http://purl.org/dc/elements/1.1/}"


def name(space, word):
    return OPENDOCUMENT % (space, word)


class Sheet:
    """One sheet as it stands in the file."""

    def __init__(self, element):
        self.name = element.get(name("table", "name"))
        self.element = element
        self.rows = [
            [self._text(cell) for cell in row.findall(name("table", "table-cell"))]
            for row in element.iter(name("table", "table-row"))]
        self.heads = element.findall(f"{name('table', 'table-header-rows')}/*")
        self.columns = element.findall(name("table", "table-column"))

    @staticmethod
    def _text(cell):
        return "\n".join("".join(line.itertext()) for line in cell.findall(name("text", "p")))

    @property
    def lead(self):
        """The lines above the table."""
        return [row for row in self.rows[:self.start]]

    @property
    def start(self):
        """Where the header row is, from 0; past the end where there is no table."""
        for index, row in enumerate(self.element.iter(name("table", "table-row"))):
            if self.heads and row is self.heads[0]:
                return index
        return len(self.rows)

    @property
    def table(self):
        return self.rows[self.start:]


class Workbook:
    """The parts of the file, read strictly."""

    def __init__(self, path):
        self.path = path
        self.archive = zipfile.ZipFile(path)
        self.content = ElementTree.fromstring(self.archive.read("content.xml"))
        self.styles = ElementTree.fromstring(self.archive.read("styles.xml"))
        self.meta = ElementTree.fromstring(self.archive.read("meta.xml"))
        self.manifest = ElementTree.fromstring(self.archive.read("META-INF/manifest.xml"))
        self.sheets = [Sheet(table) for table in self.content.iter(name("table", "table"))]

    def ranges(self, word):
        """Names and places: `named-range` or `database-range`."""
        place = {"named-range": "cell-range-address", "database-range": "target-range-address"}
        return {
            one.get(name("table", "name")): one.get(name("table", place[word]))
            for one in self.content.iter(name("table", word))}


def convert(path, kind, folder):
    """What LibreOffice makes of a file; gives the new files."""
    ran = subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless",
         "--convert-to", kind, "--outdir", str(folder), str(path)],
        capture_output=True, timeout=240)
    assert ran.returncode == 0, ran
    ending = kind.split(":")[0]
    return sorted(folder.glob(f"{path.stem}*.{ending}"))


def sheets_as_shown(path, folder):
    """Every sheet's cells as LibreOffice shows them, by the sheet's name."""
    # Commas, quotes, UTF-8; cells as shown; every sheet in a file of its own.
    kind = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
    shown = {}
    for file in convert(path, kind, folder):
        with file.open(newline="", encoding="utf-8") as lines:
            shown[file.stem.removeprefix(f"{path.stem}-")] = list(csv.reader(lines, strict=True))
    return shown

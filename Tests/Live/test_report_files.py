"""A report's files, judged by others: a strict CSV reader, LibreOffice and a zip reader."""

import csv
import io
import re
import zipfile

import pytest

from reportfiles import GOLDEN, sample
from workbooks import DC, TYPE, Workbook, convert, name, sheets_as_shown

FORMULA = re.compile(r"^[=+\-@\t\r＝＋－＠]")
NUMBER = re.compile(r"^-?[0-9]+(\.[0-9]+)?$")
SYMBOLS = ["[c]", "[z]", "[x]", "[low]"]


@pytest.fixture(params=["sample", "psw", "twin-core"])
def report(request):
    """The sample that the Swift tests keep, and the demo's two."""
    if request.param == "sample":
        return sample()
    return request.getfixturevalue("demo_reports")[request.param]


def records(path):
    """The lines of a CSV file, read by a parser that forgives nothing."""
    text = path.read_bytes().decode("utf-8")
    assert "\ufeff" not in text and text.endswith("\r\n")
    assert "\n" not in text.replace("\r\n", ""), "a line ends otherwise"
    lines = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    assert len({len(line) for line in lines}) == 1, "lines differ in length"
    return lines


# CSV

def test_csv_is_strict_tidy_and_without_formulas(report):
    head, *lines = records(report.files["csv"])
    assert len(head) == len(set(head)) and lines
    for line in lines:
        for column, field in zip(head, line):
            assert field in SYMBOLS or not FORMULA.match(field) or NUMBER.match(field), field
        value = line[head.index("value")]
        assert value, "no value is empty"
    keys = [tuple(field for column, field in zip(head, line) if column not in ("value", "note"))
            for line in lines]
    assert len(keys) == len(set(keys)), "every number stands once"


def test_the_codebook_explains_all_that_the_file_says(report):
    _, *lines = records(GOLDEN / "codebook.csv")
    columns = {line[0] for line in lines if not line[1]}
    statistics = {line[1] for line in lines if line[0] == "statistic"}
    head, *told = records(report.files["csv"])
    assert set(head) == columns - {""}
    assert {line[head.index("statistic")] for line in told} <= statistics


def test_csv_and_json_tell_the_same_numbers(report):
    head, *lines = records(report.files["csv"])
    observations = report.json["observations"]
    assert len(observations) == len(lines)
    for line, observation in zip(lines, observations):
        value = line[head.index("value")]
        if observation["value"] is None:
            assert value == observation["symbol"]
        elif isinstance(observation["value"], str):
            assert value.removeprefix("'") == observation["value"].removeprefix("'")
        else:
            assert float(value) == observation["value"]


def test_a_spreadsheet_takes_nothing_in_the_csv_for_a_formula(tmp_path, report):
    (opened,) = convert(report.files["csv"], "fods", tmp_path)
    assert "table:formula" not in opened.read_text()


# The workbook

@pytest.fixture
def workbook(report):
    return Workbook(report.files["ods"])


def test_the_archive_starts_with_its_type_in_clear(workbook):
    first = workbook.archive.infolist()[0]
    assert first.filename == "mimetype" and first.compress_type == zipfile.ZIP_STORED
    assert not first.extra and workbook.archive.read("mimetype").decode() == TYPE
    assert workbook.archive.testzip() is None
    listed = {
        one.get(name("manifest", "full-path"))
        for one in workbook.manifest.iter(name("manifest", "file-entry"))}
    assert listed == {"/", "content.xml", "styles.xml", "meta.xml"}


def test_the_workbook_has_a_title_and_a_language(workbook, report):
    assert workbook.meta.findtext(f".//{DC}title").startswith(report.json["title"])
    assert workbook.meta.findtext(f".//{DC}language") == "en-GB"
    cells = workbook.styles.find(f".//{name('style', 'default-style')}")
    words = cells.find(name("style", "text-properties"))
    assert (words.get(name("xsl-fo-compatible", "language")),
            words.get(name("xsl-fo-compatible", "country"))) == ("en", "GB")


def test_sheets_come_in_order_and_hold_one_table_each(workbook, report):
    names = [sheet.name for sheet in workbook.sheets]
    tables = [f"Table_{table['number']}" for table in report.tables]
    front = names[:len(names) - len(tables)]
    assert front[0] == "Cover" and "Contents" in front and "Notes" in front
    assert names[len(front):] == tables
    assert all(len(sheet.heads) == (0 if sheet.name == "Cover" else 1)
               for sheet in workbook.sheets)


def test_nothing_is_merged_empty_hidden_or_below_a_table(workbook):
    text = workbook.archive.read("content.xml").decode()
    for word in ("covered-table-cell", "spanned", "repeated", 'visibility="', "draw:", "formula"):
        assert word not in text, word
    for sheet in workbook.sheets:
        assert all(len(row) == 1 and row[0] for row in sheet.lead), sheet.name
        width = len(sheet.columns)
        for row in sheet.table:
            assert len(row) == width and all(row), (sheet.name, row)


def test_every_table_has_a_name_where_it_stands(workbook):
    databases, named = workbook.ranges("database-range"), workbook.ranges("named-range")
    for sheet in workbook.sheets[1:]:
        first, last = sheet.start + 1, len(sheet.rows)
        letter = chr(64 + len(sheet.columns))
        assert databases[sheet.name] == f"{sheet.name}.A{first}:{sheet.name}.{letter}{last}"
        assert named[f"range_{sheet.name}"] == (
            f"${sheet.name}.$A${first}:${sheet.name}.${letter}${last}")
    assert len(databases) == len(named) == len(workbook.sheets) - 1


def test_every_sheet_of_figures_says_what_they_are(workbook):
    for sheet in workbook.sheets:
        if sheet.name.startswith("Table_"):
            assert sheet.rows[1][0].startswith("Information, not indicators.")


def test_references_to_notes_lead_somewhere(workbook, report):
    notes = {f"[note {number + 1}]" for number in range(len(report.json["notes"]))}
    for sheet in workbook.sheets:
        if sheet.name.startswith("Table_"):
            used = re.findall(r"\[note [0-9]+\]", "\n".join(map("".join, sheet.rows)))
            assert set(used) <= notes, sheet.name


def plain(cell):
    """A cell of LibreOffice's as the JSON has it."""
    if re.fullmatch(r"-?[0-9]+%", cell):
        return float(cell[:-1])
    bare = cell.replace(",", "")
    return float(bare) if NUMBER.match(bare) else cell


def test_libreoffice_shows_every_table_as_the_json_tells_it(tmp_path, report):
    shown = sheets_as_shown(report.files["ods"], tmp_path)
    for table in report.tables:
        rows = shown[f"Table_{table['number']}"]
        start = rows.index(next(row for row in rows if row == table["columns"]))
        assert start == 3, "three lines, then the table"
        assert len(rows) == start + 1 + len(table["rows"]), "nothing stands below the table"
        for row, told in zip(rows[start + 1:], table["rows"]):
            for cell, value in zip(row, told):
                if isinstance(value, (int, float)):
                    assert plain(cell) == pytest.approx(value), (table["id"], row)
                elif not re.fullmatch(r"\d{4}-\d\d-\d\d", value):
                    assert cell == re.sub(r"[\r\n]+", "\n", value), (table["id"], row)


def test_libreoffice_keeps_names_title_and_language(tmp_path, report):
    (again,) = convert(report.files["ods"], "fods", tmp_path)
    text = again.read_text()
    assert report.json["title"] in text
    for table in report.tables:
        assert f'table:name="Table_{table["number"]}"' in text
        assert f'table:name="range_Table_{table["number"]}"' in text
    assert 'fo:language="en" fo:country="GB"' in text

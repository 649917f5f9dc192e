"""The report as PDF, printed by the browser of this machine: tagged, searchable, with an outline."""

import re
import subprocess

import pytest

from reportfiles import make


def poppler(tool, *arguments):
    ran = subprocess.run([tool, *map(str, arguments)], capture_output=True, check=True)
    return ran.stdout.decode()


@pytest.fixture(scope="module")
def pdf(demo_data, tmp_path_factory):
    file = tmp_path_factory.mktemp("pdf") / "psw.pdf"
    ran = make(demo_data, "psw", "pdf", file)
    assert ran.code == 0, ran
    return file


def test_it_is_tagged_titled_a4_and_runs_nothing(pdf, demo_reports):
    facts = dict(re.findall(r"^([^:]+): +(.*)$", poppler("pdfinfo", pdf), re.M))
    assert facts["Tagged"] == "yes" and facts["JavaScript"] == "no"
    assert facts["Title"].startswith(demo_reports["psw"].json["title"])
    assert "(A4)" in facts["Page size"]
    assert int(facts["Pages"]) > 3


def test_its_structure_has_headings_tables_and_figures_with_words(pdf, demo_reports):
    structure = poppler("pdfinfo", "-struct-text", pdf)
    for tag in ("H1", "H2", "Table", "TH", "TD", "Figure", "L "):
        assert re.search(rf"^\s*{tag}", structure, re.M), tag
    assert structure.count("Figure") >= len(demo_reports["psw"].charts)


def test_every_part_can_be_found_and_jumped_to(pdf, demo_reports):
    text = re.sub(r"\s+", "", poppler("pdftotext", "-layout", pdf, "-"))
    outline = pdf.read_bytes()
    assert b"/Outlines" in outline
    for section in demo_reports["psw"].printed:
        assert re.sub(r"\s+", "", section["number"] + section["title"]) in text


def test_its_fonts_are_in_it(pdf):
    fonts = poppler("pdffonts", pdf).splitlines()[2:]
    assert fonts and all(re.search(r"\s(yes)\s+(yes|no)\s+(yes)\s", line) for line in fonts)


def test_without_a_browser_it_is_refused_with_what_to_do(demo_data, tmp_path):
    file = tmp_path / "psw.pdf"
    ran = make(demo_data, "psw", "pdf", file, env={"PATH": "/nonexistent"})
    assert ran.code == 1 and ran.out == ""
    assert "chromium" in ran.err and "--format html" in ran.err
    assert not file.exists()

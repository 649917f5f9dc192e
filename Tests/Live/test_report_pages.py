"""A report's page, on a desk, on a phone and printed: judged by axe, a browser and Poppler."""

import re
import subprocess

import pytest

from browsing import DESK, PHONE, Tab
from reportfiles import sample

# WCAG 2.2, 1.4.12: nothing may be lost when letters stand wider apart.
SPACED = """* { line-height: 1.5 !important; letter-spacing: .12em !important;
  word-spacing: .16em !important } p { margin-block-end: 2em !important }"""

# What stands out of the page on either side, or lies under something else.
OUTSIDE = """() => [...document.querySelectorAll('main *, header *')].filter(element => {
  const box = element.getBoundingClientRect();
  const style = getComputedStyle(element);
  if (box.width <= 1 || style.display === 'none' || element.closest('thead, .patterns, defs, title'))
    return false;
  return box.left < -1 || box.right > innerWidth + 1;
}).map(element => element.outerHTML.slice(0, 120))"""

# Words in pictures are at least so large on the screen, in pixels.
LETTERS = """() => Math.min(...[...document.querySelectorAll('svg text')]
  .filter(text => text.getBoundingClientRect().width > 0)
  .map(text => parseFloat(getComputedStyle(text).fontSize)))"""

# Words of a chart that lie over each other; numbers on their pieces do not.
OVERLAPS = """() => [...document.querySelectorAll('figure.chart > svg')].flatMap(svg => {
  const boxes = [...svg.querySelectorAll('text')].map(text => [text.textContent,
    text.getBoundingClientRect()]).filter(([, box]) => box.width > 0);
  const found = [];
  for (const [i, [one, a]] of boxes.entries())
    for (const [other, b] of boxes.slice(i + 1))
      if (a.left + 1 < b.right && b.left + 1 < a.right && a.top + 4 < b.bottom
          && b.top + 4 < a.bottom) found.push(one + ' / ' + other);
  return found;
})"""


@pytest.fixture(params=["sample", "psw", "twin-core"])
def report(request):
    """The sample that the Swift tests keep, and the demo's two."""
    if request.param == "sample":
        return sample()
    return request.getfixturevalue("demo_reports")[request.param]


@pytest.fixture
def tab(browser, report):
    """Opens the report's page."""
    tabs = []

    def open_tab(**options):
        tabs.append(Tab(browser, "file://", **options))
        tabs[-1].page.goto(report.files["html"].as_uri())
        return tabs[-1]

    yield open_tab
    for one in tabs:
        assert one.complaints == [] and one.strangers == []
        one.close()


@pytest.mark.parametrize("options", [
    {"viewport": PHONE}, {"viewport": DESK}, {"viewport": DESK, "color_scheme": "dark"},
    {"viewport": PHONE, "color_scheme": "dark"},
], ids=["phone", "desk", "dark desk", "dark phone"])
def test_axe_finds_nothing_and_nothing_sticks_out(tab, options):
    page = tab(**options)
    assert page.violations() == []
    assert page.page.evaluate("() => document.documentElement.scrollWidth - innerWidth") <= 0
    assert page.page.evaluate(OUTSIDE) == []
    assert page.page.evaluate(LETTERS) >= 12
    assert page.page.evaluate(OVERLAPS) == []


def test_nothing_is_lost_with_letters_wide_apart(tab):
    page = tab(viewport=PHONE)
    page.page.add_style_tag(content=SPACED)
    assert page.page.evaluate("() => document.documentElement.scrollWidth - innerWidth") <= 0


def test_it_reads_the_same_without_scripts(tab):
    plain = tab(viewport=DESK, javascript=False)
    assert plain.page.locator("h1").count() == 1
    assert plain.page.locator("script").count() == 0


def test_charts_and_tables_have_names_for_who_listens(tab, report):
    page = tab(viewport=DESK).page
    charts = page.locator("svg[role=img]")
    assert charts.count() == len(report.charts)
    for index, block in enumerate(report.charts):
        picture = charts.nth(index)
        label = picture.get_attribute("aria-labelledby").split()
        words = [page.locator(f"#{one}").text_content() for one in label]
        assert words == [block["chart"]["title"], block["chart"]["words"]]
    assert page.get_by_role("table").count() == len(report.tables)
    for role in ("banner", "navigation", "main", "contentinfo"):
        assert page.get_by_role(role).count() == 1, role


def test_tables_keep_their_meaning_as_lists_on_a_phone(tab, report):
    page = tab(viewport=PHONE).page
    for index, table in enumerate(report.tables):
        rows = page.get_by_role("table").nth(index).get_by_role("row")
        assert rows.count() == len(table["rows"]) + 1
        cells = rows.nth(1).get_by_role("cell").count()
        assert cells == len(table["columns"]) - 1
        assert rows.nth(1).get_by_role("rowheader").count() == 1


def test_the_keyboard_reaches_the_report_first(tab):
    page = tab(viewport=DESK).page
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.activeElement.getAttribute('href')") == "#report"
    box = page.locator(".skip").bounding_box()
    assert box["x"] >= 0 and box["height"] >= 24


# On paper

@pytest.fixture
def paper(browser, report, tmp_path):
    """The printed report."""
    page = browser.new_page()
    page.goto(report.files["html"].as_uri())
    file = tmp_path / "report.pdf"
    page.pdf(path=file, prefer_css_page_size=True, tagged=True, outline=True)
    page.close()
    return file


def pages(file, *how):
    words = subprocess.run(
        ["pdftotext", *(how or ["-layout"]), file, "-"], capture_output=True, check=True)
    return words.stdout.decode().split("\f")[:-1]


def squeezed(words):
    return re.sub(r"\s+", "", words)


def on_paper(report):
    """The ids of the tables that are printed."""
    found = {block["table"]["id"] for section in report.printed for block in section["blocks"]
             if "table" in block}
    assert found
    return found


def test_paper_is_a4_tagged_titled_and_numbered(paper, report):
    facts = subprocess.run(["pdfinfo", paper], capture_output=True, check=True).stdout.decode()
    assert re.search(r"Page size: +59\d(\.\d+)? x 84\d(\.\d+)? pts \(A4\)", facts)
    assert re.search(r"Tagged: +yes", facts)
    assert report.json["title"] in facts
    found = pages(paper)
    for number, words in enumerate(found, 1):
        assert f"{number} of {len(found)}" in words
        assert "Information, not indicators" in words


def test_every_word_can_be_searched_for(paper, report):
    found = squeezed("".join(pages(paper)))
    printed = on_paper(report)
    for table in report.tables:
        title = squeezed(f"Table {table['number']} {table['title']}")
        assert (title in found) == (table["id"] in printed), title
    for block in report.charts:
        assert squeezed(block["chart"]["title"]) in found


def test_long_tables_repeat_their_heads(paper, report):
    """On every page from a table's title to its last row."""
    found = [squeezed(words) for words in pages(paper, "-raw")]
    printed = on_paper(report)
    for table in report.tables:
        # Shorter ones are kept on one page.
        if table["id"] not in printed or len(table["rows"]) <= 8:
            continue
        head = squeezed("".join(table["columns"]))
        start = squeezed(f"Table {table['number']} {table['title']}") + head
        (first,) = [index for index, words in enumerate(found) if start in words]
        last = squeezed("".join(cell for cell in table["rows"][-1][:2] if isinstance(cell, str)))
        rest = [found[first].split(start)[1], *found[first + 1:]]
        length = next(index for index, words in enumerate(rest) if last in words)
        assert all(head in words for words in found[first:first + length + 1]), start


def test_no_chart_is_split(paper, report):
    """The scale at a chart's foot stands on the page of its title."""
    for block in report.charts:
        title = f"Chart {block['chart']['number']} "
        (words,) = [words for words in pages(paper) if re.search(rf"^\s*{title}", words, re.M)]
        after = words[words.index(title):]
        assert re.search(r"100%", after) and re.search(r"(^|\s)0%", after), title

"""A concern is followed up from the first hearing to its outcome, and reports tell how many were."""

import csv
import datetime
import io

import pytest

from periods import QUARTER
from program import Server, heard
from visitor import Visitor

ABSENT = "00000000-0000-4000-8000-000000000000"
LATER = str(datetime.date.today() + datetime.timedelta(days=30))


@pytest.fixture
def answered(data, publish, open_links, server):
    """A data folder in which two people gave a worrying answer; its server still runs."""
    publish(data)
    running = server(data)
    link = open_links(data, place="Ash Lane")[0]
    for _ in range(2):
        Visitor(running.base).answer_and_send(link, {"feeling": "bad", "words": "A quiet canary."})
    return running


def rows(data, *options):
    """The listed concerns, field by field, and the line below them."""
    ran = heard("concerns", "list", *options, data=data)
    assert ran.code == 0, ran
    return [line.split("\t") for line in ran.lines[:-1]], ran.lines[-1]


def act(data, concern, action="Go there", owner="Asha Rahman", due=LATER):
    return heard("concerns", "act", concern, "--action", action, "--owner", owner, "--due", due,
                 data=data)


@pytest.mark.parametrize("running", [True, False])
def test_a_concern_has_an_action_an_owner_a_day_and_an_outcome(running, answered, data):
    if not running:
        answered.stop()
    (first, second), _ = rows(data)
    assert act(data, first[0]).out == f"heard, and to be done by {LATER}\n"
    assert act(data, first[0], action="See the child alone").code == 0
    listed, line = rows(data)
    (mine,) = [row for row in listed if row[0] == first[0]]
    assert mine[5:] == ["heard, and open", "See the child alone", "Asha Rahman", f"by {LATER}"]
    assert line == "1 unheard, 1 heard and open"
    assert heard("concerns", "close", first[0], "--outcome", "Seen and safe", data=data).code == 0
    assert heard("concerns", "close", second[0], data=data).out.startswith("closed, and no outcome")
    assert rows(data) == ([], "0 unheard")
    closed, line = rows(data, "--closed")
    assert line == "2 closed"
    assert [row[-1] for row in closed if row[0] == first[0]] == ["outcome: Seen and safe"]
    ran = heard("concerns", "close", second[0], "--outcome", "Nobody found", data=data)
    assert ran.out == "was closed; its outcome is written down\n"
    assert sum("outcome: " in row[-1] for row in rows(data, "--closed")[0]) == 2
    assert heard("verify", data=data).code == 0


def test_what_is_written_down_stands_in_no_log_and_comes_back_with_a_backup(
        answered, data, tmp_path):
    (first, _), _ = rows(data)
    assert act(data, first[0], action="A heron at dusk", owner="An osprey").code == 0
    heard("concerns", "close", first[0], "--outcome", "A kestrel", data=data)
    assert heard("backup", tmp_path / "all.backup", data=data).code == 0
    answered.stop()
    assert not any(bird in answered.err for bird in ("heron", "osprey", "kestrel"))
    other = tmp_path / "other"
    assert heard("restore", tmp_path / "all.backup", data=other).code == 0
    assert rows(other, "--closed") == rows(data, "--closed")


@pytest.mark.parametrize("fields, words", [
    ({"action": ""}, "--action is empty"), ({"action": "  "}, "--action is empty"),
    ({"owner": "one\ntwo"}, "--owner takes one line"), ({"action": "a\tb"}, "--action takes one line"),
    ({"action": "x" * 301}, "300 is the most"), ({"owner": "x" * 101}, "100 is the most"),
    ({"due": "tomorrow"}, "--due"), ({"due": "2026-02-30"}, "--due"),
])
def test_what_cannot_be_written_down_is_refused(fields, words, answered, data):
    (first, _), _ = rows(data)
    ran = act(data, first[0], **fields)
    assert ran.code == 64 and words in ran.err, ran
    assert rows(data)[1] == "2 unheard"


def test_every_fault_of_an_action_is_told_at_once(answered, data):
    (first, _), _ = rows(data)
    ran = act(data, first[0], action="", owner="x" * 200)
    assert ran.code == 64 and "--action" in ran.err and "--owner" in ran.err


def test_what_is_over_closed_or_absent_is_refused_with_a_reason(answered, data):
    (first, _), _ = rows(data)
    ran = act(data, first[0], due="2020-01-01")
    assert ran.code == 1 and "2020-01-01 is over" in ran.err
    for ran in [act(data, ABSENT), heard("concerns", "close", ABSENT, data=data),
                act(data, "seven"), heard("concerns", "close", "seven", data=data)]:
        assert ran.code == 1 and "heard concerns list" in ran.err
    assert rows(data)[1] == "2 unheard"
    assert heard("concerns", "close", first[0], data=data).code == 0
    ran = act(data, first[0])
    assert ran.code == 1 and "is closed" in ran.err
    ran = heard("concerns", "close", first[0], "--outcome", "x" * 301, data=data)
    assert ran.code == 64 and "300 is the most" in ran.err


def test_the_demo_follows_its_concerns_up_and_its_report_counts_them(tmp_path):
    data = tmp_path / "data"
    with Server(data, "--responses", "3000", command="demo"):
        pass
    open_ones, line = rows(data)
    closed, _ = rows(data, "--closed")
    assert len(closed) > len(open_ones) > 0 and "heard and open" in line
    ran = heard("report", "psw", "--from", QUARTER[0], "--to", QUARTER[1], "--format", "csv", data=data)
    assert ran.code == 0, ran
    told = [row for row in csv.DictReader(io.StringIO(ran.out)) if row["statistic"].startswith("concerns-")]
    ends = {(row["category"], row["statistic"]): int(row["value"]) for row in told}
    assert {category for category, _ in ends} == {
        "raised", "heard", "agreed", "closed", "open", "overdue", "earlier-open", "earlier-overdue"}
    everything = rows(data)[0] + closed
    raised = sum(QUARTER[0] <= row[1][:7] <= QUARTER[1] for row in everything)
    assert ends["raised", "concerns-low"] <= raised <= ends["raised", "concerns-high"]
    for category in {category for category, _ in ends}:
        low, high = (ends[category, f"concerns-{end}"] for end in ("low", "high"))
        assert low == 0 and high >= 9 or low >= 10 and high >= low + 4, category
    page = heard("report", "psw", "--from", QUARTER[0], "--to", QUARTER[1], "--format", "html", data=data)
    words = [row[i] for row in everything for i in range(6, len(row)) if not row[i].startswith("by ")]
    assert words and not any(word.removeprefix("outcome: ") in page.out for word in words)

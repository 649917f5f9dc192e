"""Only safe figures leave: whole months and quarters that have ended, and nothing about a few."""

import csv
import io
import json

import pytest

from periods import ENDED, QUARTER, month
from program import Server, heard


@pytest.fixture(scope="module")
def answered(tmp_path_factory):
    """A year of made-up answers, and a server that has stopped."""
    data = tmp_path_factory.mktemp("figures") / "data"
    with Server(data, "--responses", "4000", command="demo"):
        pass
    return data


def figures(data, start, end, *more, survey="my-social-worker"):
    return heard(
        "figures", "--survey", survey, "--from", start, "--to", end, *more, data=data)


@pytest.mark.parametrize("start, end", [
    (month(0), month(0)), (month(-1), month(-1)), (month(ENDED + 2), month(0)),
    (QUARTER[1], QUARTER[0]), (month(ENDED + 1), month(ENDED)), (month(ENDED + 2), month(ENDED + 1)),
    (month(ENDED + 3), month(ENDED + 1)), (month(ENDED + 12), month(ENDED)),
    (month(ENDED + 5), month(ENDED)),
], ids=["this month", "next month", "until now", "reversed", "two months", "two months again",
        "three months of two quarters", "a year", "two quarters"])
def test_any_other_period_is_refused_with_the_nearest_that_is_allowed(start, end, answered):
    ran = figures(answered, start, end)
    assert ran.code == 1
    assert ran.out == ""
    first, last = ran.err.split(" to ")[0][-7:], ran.err.split(" to ")[1][:7]
    assert figures(answered, first, last).code == 0, "what it offers must be given"


@pytest.mark.parametrize("day", ["2026-07-15", "2026-7", "2026-00", "26-07", "July"])
def test_parts_of_months_are_misuse(day, answered):
    assert figures(answered, day, day).code == 64


def test_an_unknown_survey_is_refused(answered):
    ran = figures(answered, *QUARTER, survey="absent")
    assert ran.code == 1 and "absent" in ran.err


def test_months_are_not_broken_down(answered):
    assert figures(answered, QUARTER[0], QUARTER[0]).code == 0
    assert figures(answered, QUARTER[0], QUARTER[0], "--by", "place").code == 1


def told(sheet):
    """Every figure in a sheet, with its group."""
    for group in sheet["groups"]:
        for figure_list in group["questions"] + group["measures"]:
            for figure in figure_list["figures"]:
                yield group["group"], figure_list, figure


@pytest.mark.parametrize("by", [None, "audience", "channel", "place"])
@pytest.mark.parametrize("survey", ["my-social-worker", "how-was-today"])
def test_json_tells_nothing_of_fewer_than_ten(by, survey, answered):
    more = ["--by", by] if by else []
    ran = figures(answered, *QUARTER, *more, survey=survey)
    assert ran.code == 0, ran
    sheet = json.loads(ran.out)
    assert sheet["period"] == {"from": QUARTER[0], "through": QUARTER[1]}
    assert sheet["survey"] == survey
    groups = [group["group"] for group in sheet["groups"]]
    assert len(groups) == len(set(groups))
    found = 0
    for _, _, figure in told(sheet):
        if figure["n"] is None:
            assert figure.get("favourable") is None
            assert all(answer["count"] is None for answer in figure.get("answers", []))
            continue
        found += 1
        assert figure["n"] == 0 or figure["n"] >= 10
        counts = [answer["count"] for answer in figure.get("answers", [])]
        assert all(count is None or count == 0 or count >= 5 for count in counts), counts
        if figure.get("favourable"):
            share = figure["favourable"]
            assert share["low"] <= 100 * share["count"] / figure["n"] <= share["high"]
    assert found > 0, "nothing is told at all"


def test_children_and_parents_are_never_pooled(answered):
    sheet = json.loads(figures(answered, *QUARTER, survey="how-was-today").out)
    assert {group["group"] for group in sheet["groups"]} == {"child", "parent"}


@pytest.mark.parametrize("by", [None, "audience", "channel", "place"])
def test_csv_says_the_same_as_json(by, answered):
    more = ["--by", by] if by else []
    sheet = json.loads(figures(answered, *QUARTER, *more).out)
    ran = figures(answered, *QUARTER, *more, "--format", "csv")
    assert ran.code == 0
    rows = list(csv.DictReader(io.StringIO(ran.out, newline="")))
    assert all(None not in row and None not in row.values() for row in rows)
    numbers = [row["count"] for row in rows if row["statistic"] == "answers"]
    expected = ["[c]" if figure["n"] is None else str(figure["n"]) for _, _, figure in told(sheet)]
    assert numbers == expected


def test_figures_are_the_same_each_time_and_beside_a_running_server(answered):
    quiet = figures(answered, *QUARTER)
    with Server(answered, "--keys", f"{answered}-keys"):
        assert figures(answered, *QUARTER).out == quiet.out


def test_figures_of_an_empty_survey_are_withheld_or_none(data, publish):
    publish(data)
    ran = figures(data, *QUARTER, survey="little")
    assert ran.code == 0
    for _, _, figure in told(json.loads(ran.out)):
        assert figure["n"] in (None, 0)

"""The numbers of a real report, worked out again from its own CSV by statsmodels and by formulas
written anew: intervals, differences, limits and what the four rules find."""

import json
import re
from collections import defaultdict

import pytest

import judging
from periods import QUARTER
from program import Server, heard

MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September",
          "October", "November", "December"]


@pytest.fixture(scope="module", params=[4000, 400], ids=["a busy year", "a thin year"])
def answered(request, tmp_path_factory):
    """A year of made-up answers, and a server that has stopped."""
    data = tmp_path_factory.mktemp("statistics") / "data"
    with Server(data, "--responses", str(request.param), command="demo"):
        pass
    return data


def report(data, kind, form):
    ran = heard("report", kind, "--from", QUARTER[0], "--to", QUARTER[1], "--format", form, data=data)
    assert ran.code == 0, ran
    return ran.out


@pytest.fixture(scope="module")
def every(answered):
    """The rows of each report."""
    return {kind: judging.read(report(answered, kind, "csv")) for kind in ["psw", "twin-core"]}


@pytest.fixture
def rows(every):
    return every["psw"]


@pytest.fixture(params=["psw", "twin-core"])
def some_rows(request, every):
    return every[request.param]


def test_shares_are_whole_per_cent_of_those_who_answered(some_rows):
    told = judging.by_place(some_rows)
    shares = judging.shares(some_rows)
    assert shares, "nothing is told at all"
    for place, (count, n) in shares.items():
        assert 10 <= n and 0 <= count <= n, place
        assert told[place].get("favourable-share", "[low]") == judging.percentage(count, n), place


def test_intervals_are_those_of_statsmodels(some_rows):
    told = judging.by_place(some_rows)
    judged = 0
    for place, (count, n) in judging.shares(some_rows).items():
        low, high = judging.wilson(count, n)
        assert judging.is_near(told[place]["low"], low), (place, count, n, low)
        assert judging.is_near(told[place]["high"], high), (place, count, n, high)
        judged += 1
    assert judged >= 5, judged


def test_answers_have_the_people_who_answered_as_their_base(rows):
    told = judging.by_place(rows)
    options = defaultdict(dict)
    for row in rows:
        if row.options:
            options[row.place, row.options][row.statistic] = row.value
    sums = defaultdict(list)
    for (place, _), value in options.items():
        if value["option"] == "[c]":
            assert value["option-share"] == "[c]", place
            continue
        count, n = int(value["option"]), int(told[place]["answered"])
        assert value["option-share"] == judging.percentage(count, n), place
        sums[place].append(int(value["option-share"].replace("[low]", "0")))
    assert sums
    for place, parts in sums.items():
        if abs(sum(parts) - 100) * 2 <= len(parts):
            continue
        # Otherwise answers are withheld, or several could be chosen.
        counts = [value["option"] for (other, _), value in options.items() if other == place]
        assert "[c]" in counts or sum(map(int, counts)) != int(told[place]["answered"]), place


def first_month(words):
    """`2026-07` of `July to September 2026`."""
    month, year = re.fullmatch(r"(?:in )?(\w+) to \w+ (\d{4})", words).groups()
    return f"{year}-{MONTHS.index(month) + 1:02}"


def other_side(row, shares):
    """The share that a difference is beside: all others together, or the quarter before."""
    beside = re.match(r"beside: ([^;]+);", row.note)[1]
    place = vars(row.place)
    if re.search(r"\d{4}$", beside):
        first = first_month(beside)
        return next(
            share for other, share in shares.items()
            if other.period[0] == first and other.period[1] != first
            and vars(other) | {"period": place["period"]} == place)
    count, n = shares[row.place]
    all_count, all_n = shares[judging.Place(**place | {"breakdown": "", "category": ""})]
    return all_count - count, all_n - n


def test_differences_are_newcombes(rows):
    told, shares = judging.by_place(rows), judging.shares(rows)
    made = [row for row in rows if row.statistic == "difference"]
    families = defaultdict(list)
    for row in made:
        is_change = bool(re.search(r"\d{4};", row.note))
        families[row.place.group, is_change].append(row)
        confidence = judging.confidence(row.note)
        second = other_side(row, shares)
        difference, low, high = judging.newcombe(shares[row.place], second, confidence)
        numbers = told[row.place]
        if list(row.place for row in made).count(row.place) > 1:
            continue  # The same slice beside two others: told apart by their notes alone.
        assert judging.is_near(row.value, difference), row
        assert judging.is_near(numbers["difference-low"], low), row
        assert judging.is_near(numbers["difference-high"], high), row
        assert min(shares[row.place][1], second[1]) >= 10, row
    for family in families.values():
        needed = {99} if len(family) > 10 else {95, 99}
        assert {judging.confidence(row.note) for row in family} <= needed


def months_between(first, last):
    """How many months lie from one to the other."""
    (year, month), (later, other) = (map(int, text.split("-")) for text in (first, last))
    return (later - year) * 12 + other - month


def courses(rows):
    """For each measure drawn over time: its periods, their shares and their printed limits, in
    series between which the mean changes."""
    shares, told = judging.shares(rows), judging.by_place(rows)
    drawn = defaultdict(list)
    for place, numbers in told.items():
        if "mean" in numbers:
            drawn[place.survey, place.group, place.measure].append((place, numbers))
    for key, points in drawn.items():
        points.sort(key=lambda point: point[0].period)
        step = months_between(*points[0][0].period) + 1
        series, before = [], None
        for place, numbers in points:
            if before and before[1]["mean"] != numbers["mean"]:
                yield key, series
                series = []
            elif before:
                gap = months_between(before[0].period[0], place.period[0]) // step - 1
                series += [(None, None)] * gap
            series.append((shares[place], numbers))
            before = place, numbers
        yield key, series


def test_limits_are_those_of_a_p_chart_or_an_xmr_chart(rows):
    judged = 0
    for key, series in courses(rows):
        found = judging.limits([share for share, _ in series])
        assert found, key
        mean, ends = found
        for (share, numbers), end in zip(series, ends):
            if share is None:
                continue
            assert judging.is_near(numbers["mean"], 100 * mean), key
            assert judging.is_near(numbers["lower-limit"], 100 * max(0, end[0])), (key, numbers, end)
            assert judging.is_near(numbers["upper-limit"], 100 * min(1, end[1])), (key, numbers, end)
            judged += 1
    print(f"{judged} limits judged")


def tables(document):
    for section in document["sections"]:
        for block in section["blocks"]:
            if "table" in block:
                yield block["table"]


def test_what_the_four_rules_find_is_said_and_nothing_else(answered, rows):
    document = json.loads(report(answered, "psw", "json"))
    said = {table["id"]: table["rows"] for table in tables(document)}
    parts = {"child": "children", "parent": "parents", "worker": "frontline", "partner": "partners"}
    for (survey, group, measure), series in courses(rows):
        table = next(
            (rows for id, rows in said.items()
             if id.endswith(f"-{survey}-{measure}-course") and id.startswith(parts[group])), None)
        if table is None or len(table) != len(series):
            continue  # In several series, or drawn in another part.
        found = judging.signals([share for share, _ in series])
        told = [row[-1] == "more than chance explains" for row in table]
        assert told == found, (survey, group, measure)

"""The statistics of a report worked out again by others: statsmodels, and formulas written anew."""

import csv
import io
import re
from collections import defaultdict
from dataclasses import dataclass
from fractions import Fraction

import numpy
from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint

# Numbers are printed in tenths, so the printed one may be off by half of one.
HALF_A_TENTH = 0.05 + 1e-9


@dataclass(frozen=True)
class Place:
    """What a number is about: one slice of one measure or question in one period."""

    period: tuple
    survey: str
    group: str
    measure: str
    question: str = ""
    breakdown: str = ""
    category: str = ""


@dataclass(frozen=True)
class Row:
    place: Place
    statistic: str
    options: str
    value: str
    note: str

    @property
    def is_told(self):
        return not self.value.startswith("[")


def read(text):
    """The rows of a report's CSV."""
    rows = list(csv.DictReader(io.StringIO(text, newline=""), strict=True))
    assert rows and all(None not in row and None not in row.values() for row in rows)
    return [
        Row(
            Place(
                (row["from"], row["through"]), row["survey"], row["group"], row["measure"],
                row["question"], row["breakdown"], row["category"]),
            row["statistic"], row["options"], row["value"], row["note"])
        for row in rows]


def by_place(rows):
    """For each place its statistics that are told, each of them once, but for options."""
    places = defaultdict(dict)
    for row in rows:
        if row.is_told and row.place.survey and not row.options:
            assert places[row.place].get(row.statistic, row.value) == row.value, row
            places[row.place][row.statistic] = row.value
    return places


def shares(rows):
    """The favourable share of each place that tells it, as count and n."""
    return {
        place: (int(told["favourable"]), int(told["answered"]))
        for place, told in by_place(rows).items() if "favourable" in told and "answered" in told}


def percentage(count, n):
    """In whole per cent, a half rounded up, exactly; `[low]` for a little more than nothing."""
    whole = int(Fraction(100 * count, n) + Fraction(1, 2))
    return "[low]" if count > 0 and whole == 0 else str(whole)


def wilson(count, n, confidence=95):
    low, high = proportion_confint(count, n, alpha=1 - confidence / 100, method="wilson")
    return 100 * low, 100 * high


def newcombe(first, second, confidence):
    """The difference in percentage points with its interval."""
    low, high = confint_proportions_2indep(
        *first, *second, method="newcomb", compare="diff", alpha=1 - confidence / 100)
    return 100 * (first[0] / first[1] - second[0] / second[1]), 100 * low, 100 * high


def is_near(printed, exact):
    return abs(float(printed) - exact) <= HALF_A_TENTH


def mean_moving_range(values):
    """Between neighbours that are both there, without those that stick out."""
    steps = numpy.abs(numpy.diff(numpy.array(values, dtype=float)))
    steps = steps[~numpy.isnan(steps)]
    if len(steps) == 0:
        return None
    kept = steps[steps < 3.267 * steps.mean()]
    return kept.mean() if len(kept) and kept.mean() > 0 else steps.mean()


def limits(series):
    """Mean, and lower and upper limit of each point; `series` has (count, n), or None for a gap.

    A p chart where it holds, otherwise an XmR chart; nil where there are too few points.
    """
    told = [point for point in series if point]
    if len(told) < 4:
        return None
    mean = sum(count for count, _ in told) / sum(n for _, n in told)
    errors = [(mean * (1 - mean) / point[1]) ** 0.5 if point else None for point in series]
    if min(n * mean * (1 - mean) for _, n in told) >= 3:
        steps = [
            (point[0] / point[1] - mean) / error if point else None
            for point, error in zip(series, errors)]
        spread = mean_moving_range(steps)
        if spread is None or spread / 1.128 <= 1.5:
            return mean, [(mean - 3 * e, mean + 3 * e) if e is not None else None for e in errors]
    values = [point[0] / point[1] if point else None for point in series]
    moving = mean_moving_range(values)
    if moving is None or len(told) < 7:
        return None
    mean = numpy.mean([value for value in values if value is not None])
    reach = 2.66 * moving
    return mean, [(mean - reach, mean + reach) if point else None for point in series]


def signals(series):
    """Which points the four rules of Making Data Count find, one by one."""
    found = limits(series)
    if found is None:
        return [False] * len(series)
    mean, ends = found
    points = [
        None if point is None else (point[0] / point[1], end)
        for point, end in zip(series, ends)]

    def side(point):
        return 0 if point is None or abs(point[0] - mean) < 1e-9 else 1 if point[0] > mean else -1

    def is_beyond(point, part):
        return point is not None and abs(point[0] - mean) > part * (point[1][1] - mean) + 1e-9

    is_found = [is_beyond(point, 1) for point in points]

    def mark(start, length, rule):
        window = points[start:start + length]
        if len(window) == length and None not in window and rule(window):
            for index in range(start, start + length):
                is_found[index] = True

    for start in range(len(points)):
        mark(start, 7, lambda window: abs(sum(map(side, window))) == 7)
        mark(start, 7, lambda window: all(a[0] < b[0] for a, b in zip(window, window[1:])))
        mark(start, 7, lambda window: all(a[0] > b[0] for a, b in zip(window, window[1:])))
        for other in (start + 1, start + 2):
            if other < len(points) and None not in points[start:other + 1]:
                pair = (points[start], points[other])
                if all(is_beyond(point, 2 / 3) for point in pair) and len(set(map(side, pair))) == 1:
                    is_found[start] = is_found[other] = True
    return is_found


def confidence(note):
    return int(re.search(r"confidence: (\d+) ?%", note)[1])

"""Everybody can walk every shipped survey to its end at a kiosk, by keys, by touch or line by line.

Each walk chooses by lot, and afterwards the server must have exactly what was chosen, once.
"""

import random

import pytest

from kiosk_walking import Ledger, Walk
from kiosks import Place
from plain_walking import PlainWalk

SIZES = [(80, 24), (120, 40), (200, 60)]
NAMES = [f"{width}x{height}" for width, height in SIZES]


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    place = Place(tmp_path_factory.mktemp("walks"))
    yield place
    place.close()


@pytest.fixture(scope="module")
def ledger(place):
    return Ledger(place.data)


def everybody(place):
    return [(survey, one["id"]) for survey in place.surveys for one in survey["audiences"]]


@pytest.mark.parametrize("by", ["keys", "touch"])
@pytest.mark.parametrize("size", SIZES, ids=NAMES)
def test_every_survey_and_audience(size, by, place, ledger):
    chance = random.Random(f"{size} {by}")
    with place.kiosk(f"{by}-{size[0]}", size) as kiosk:
        for survey, audience in everybody(place):
            Walk(kiosk, place, survey, audience, chance, by).whole(ledger)
        ledger.check()


@pytest.mark.parametrize("size", SIZES, ids=NAMES)
def test_every_survey_and_audience_line_by_line(size, place, ledger):
    chance = random.Random(f"{size} plain")
    with place.kiosk(f"plain-{size[0]}", size, "--plain") as kiosk:
        for survey, audience in everybody(place):
            PlainWalk(kiosk, place, survey, audience, chance).whole(ledger)
        ledger.check()


@pytest.mark.parametrize("by", ["keys", "touch"])
def test_in_welsh(by, place, ledger):
    chance = random.Random(by)
    today = next(one for one in place.surveys if one["id"] == "how-was-today")
    with place.kiosk(f"welsh-{by}", (100, 30)) as kiosk:
        for audience in today["audiences"]:
            Walk(kiosk, place, today, audience["id"], chance, by, "cy").whole(ledger)
        ledger.check()

"""The kiosk's main screens, as it draws them, compared with copies that a person has read.

`HEARD_RECORD=1 pytest test_kiosk_screens.py` writes the copies anew and fails, so that nobody
records by mistake.
"""

import os
import re
import shutil
from pathlib import Path

import pytest

from kiosks import ATTRACT, Kiosk, Place, enrol, shipped_files
from program import SURVEYS
from test_disk import fill, small_disk

FOLDER = Path(__file__).parent / "KioskScreens"
RECORDS = os.environ.get("HEARD_RECORD") == "1"
SIZES = [(80, 24), (120, 40), (200, 60)]

# What differs from one computer or day to the next.
MASKS = [
    (r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", "2026-01-01T00:00:00Z"), (r"\d+ MiB", "1000 MiB"),
    (r"wiped in \d+", "wiped in 30"),
]


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """The shipped surveys, for people with little patience."""
    folder = tmp_path_factory.mktemp("screens")
    shutil.copytree(SURVEYS, folder / "surveys")
    audiences = folder / "surveys/audiences.yaml"
    audiences.write_text(re.sub(r"idle: \d+", "idle: 12", audiences.read_text()))
    place = Place(folder, [folder / "surveys" / file.name for file in shipped_files()])
    yield place
    place.close()


class Album:
    """Screens of one size, and the copies kept of them."""

    def __init__(self, size):
        self.folder = FOLDER / f"{size[0]}x{size[1]}"
        self.seen, self.changed = set(), []

    def add(self, name, kiosk):
        kiosk.settle(quiet=0.1)
        text = kiosk.text + "\n"
        for pattern, instead in MASKS:
            text = re.sub(pattern, instead, text)
        self.seen.add(name)
        file = self.folder / f"{name}.txt"
        if RECORDS:
            self.folder.mkdir(parents=True, exist_ok=True)
            file.write_text(text)
        elif not file.exists() or file.read_text() != text:
            self.changed.append(f"{file}:\n{text}")

    def check(self):
        for file in self.folder.glob("*.txt"):
            if file.stem not in self.seen:
                self.changed.append(f"{file} is a copy of a screen that is gone")
                if RECORDS:
                    file.unlink()
        assert not RECORDS, "recorded: read them, then run without HEARD_RECORD"
        assert not self.changed, "\n".join(["HEARD_RECORD=1 records these anew:", *self.changed])


def begin(kiosk, place, title, audience):
    """To the page that says what to know first."""
    surveys = [survey["title"]["en"] for survey in place.surveys]
    kiosk.press("Enter", str(surveys.index(title) + 1))
    survey = place.surveys[surveys.index(title)]
    audiences = [one["id"] for one in survey["audiences"]]
    if len(audiences) > 1:
        kiosk.press(str(audiences.index(audience) + 1))


def to_question(kiosk, place, title, audience, ask=None):
    """To the first question, or past others to the one that has this among its answers."""
    begin(kiosk, place, title, audience)
    while "More →" in kiosk.text:
        kiosk.press("PageDown")
    kiosk.use("Start")
    for _ in range(20):
        if ask is None or ask in kiosk.text:
            return
        kiosk.use("Skip this question")
    raise AssertionError(f"no {ask!r}")


def leave(kiosk):
    kiosk.press("Escape")
    kiosk.wait(ATTRACT)


def before(album, kiosk, place):
    album.add("attract", kiosk)
    kiosk.press("Enter")
    album.add("surveys", kiosk)
    leave(kiosk)
    kiosk.press("Enter")
    titles = [survey["title"]["en"] for survey in place.surveys]
    kiosk.press(str(titles.index("How was today?") + 1))
    album.add("audiences", kiosk)
    kiosk.press("1")
    for number in range(1, 9):
        album.add("promise" if number == 1 else f"promise-{number}", kiosk)
        if "More →" not in kiosk.text:
            break
        kiosk.press("PageDown")
    kiosk.press("F1")
    album.add("help", kiosk)
    kiosk.press("F1")
    leave(kiosk)


def questions(album, kiosk, place):
    to_question(kiosk, place, "How was today?", "under-8")
    album.add("faces-under-8", kiosk)
    kiosk.press("Right", "Enter")
    album.add("faces-under-8-chosen", kiosk)
    leave(kiosk)
    to_question(kiosk, place, "How was today?", "8-11")
    album.add("faces-8-11", kiosk)
    leave(kiosk)
    to_question(kiosk, place, "How was today?", "12-17")
    kiosk.press("4")
    album.add("scale-chosen", kiosk)
    leave(kiosk)
    to_question(kiosk, place, "You and your social worker", "12-17")
    kiosk.use("Continue")
    album.add("choice-error", kiosk)
    kiosk.press("2")
    album.add("choice-chosen", kiosk)
    leave(kiosk)
    to_question(kiosk, place, "You and your social worker", "12-17", ask="1 [ ]")
    kiosk.press("1", "3")
    album.add("choices-chosen", kiosk)
    leave(kiosk)
    to_question(kiosk, place, "Worries, good things and hopes", "under-8", ask="characters left")
    kiosk.send(b"my cat")
    album.add("words-under-8", kiosk)
    leave(kiosk)


def the_end(album, kiosk, place):
    to_question(kiosk, place, "Worries, good things and hopes", "12-17", ask="characters left")
    kiosk.send(b"I see my nan on Sundays now, and she lets me bake.")
    album.add("words-12-17", kiosk)
    kiosk.press("Enter")
    while "Change" not in kiosk.text:
        kiosk.use("Skip this question")
    for number in range(1, 9):
        album.add("check" if number == 1 else f"check-{number}", kiosk)
        if "More →" not in kiosk.text:
            break
        kiosk.press("PageDown")
    kiosk.wait("Yes, I am here", seconds=20)
    album.add("still-there", kiosk)
    kiosk.press("Enter")
    kiosk.use("Send my answers")
    kiosk.wait("Close", without=["Send my answers"])
    album.add("thanks", kiosk)
    kiosk.use("Close")
    kiosk.wait(ATTRACT)


def staff(album, kiosk):
    kiosk.press(*["\x18"] * 3)
    kiosk.press(*"123")
    album.add("staff-pin", kiosk)
    kiosk.press(*"456", "Enter", most=4)
    kiosk.wait("Wrong")
    album.add("staff-pin-wrong", kiosk)
    kiosk.press(*kiosk.pin, "Enter", most=4)
    kiosk.wait("Stop the kiosk")
    album.add("staff", kiosk)
    leave(kiosk)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_the_screens_are_as_they_were_when_they_were_last_read(size, place, small_disk):
    album = Album(size)
    with place.kiosk(f"album-{size[0]}", size) as kiosk:
        before(album, kiosk, place)
        questions(album, kiosk, place)
        the_end(album, kiosk, place)
        staff(album, kiosk)
    home = small_disk / "home"
    enrol(place.server, home)
    fill(small_disk)
    with Kiosk(home, size, ready=False) as kiosk:
        kiosk.wait("come back later")
        album.add("full", kiosk)
    album.check()


def test_staff_stop_it_with_their_pin_alone(place):
    kiosk = place.kiosk("staff-stop")
    kiosk.press(*["\x18"] * 3)
    kiosk.press(*kiosk.pin, "Enter", most=4)
    kiosk.wait("Stop the kiosk", "Beech House")
    kiosk.use("Stop the kiosk")
    assert kiosk.ended() == 10
    assert kiosk.modes == kiosk.before and kiosk.text.strip() == ""
    kiosk.close()


def test_wrong_pins_lock_it_for_a_while(place):
    wrong = "208461"
    with place.kiosk("staff-lock") as kiosk:
        for number in range(5):
            kiosk.press(*["\x18"] * 3)
            kiosk.press(*(wrong if kiosk.pin != wrong else "208462"), "Enter", most=4)
            kiosk.wait("Wrong" if number < 4 else "Too many")
            leave(kiosk)
        # Locked for the right one too, and after a start.
        kiosk.press(*["\x18"] * 3)
        kiosk.press(*kiosk.pin, "Enter", most=4)
        kiosk.wait("Too many")
        assert "Stop" not in kiosk.text
        home, pin = kiosk.home, kiosk.pin
    with Kiosk(home) as kiosk:
        kiosk.press(*["\x18"] * 3)
        kiosk.press(*pin, "Enter", most=4)
        kiosk.wait("Too many")


def test_the_four_corners_are_for_staff(place):
    with place.kiosk("corners", (80, 24)) as kiosk:
        for corner in [(0, 0), (79, 0), (79, 23), (0, 23)]:
            kiosk.touch(*corner)
        kiosk.wait("For staff" if "For staff" in kiosk.text else "six digits")
        assert "Waiting" not in kiosk.text

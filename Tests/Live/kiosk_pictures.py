"""Makes the kiosk's pictures for the README: `make pictures`, or `python kiosk_pictures.py`.

They are of a made-up council's kiosk, so nothing on them was said by anybody.
"""

import sys
import tempfile
from pathlib import Path

from kiosks import Kiosk, Place
from painting import Painter
from pictures import beside, save
from test_kiosk_screens import begin, leave, to_question

# What a screen of 1920 by 1080 has in the kiosk's own letters, and what a small one has.
WIDE, SMALL = (120, 34), (80, 24)


def visit(kiosk, place, paint):
    """From the first screen to the check page, as a child meets it."""
    yield paint(kiosk.screen)
    begin(kiosk, place, "How was today?", "8-11")
    yield paint(kiosk.screen)
    leave(kiosk)
    to_question(kiosk, place, "How was today?", "under-8")
    kiosk.press("1")
    yield paint(kiosk.screen)
    leave(kiosk)
    to_question(kiosk, place, "Worries, good things and hopes", "8-11", "characters left")
    kiosk.send(b"my cat sleeps on my bed")
    kiosk.settle()
    yield paint(kiosk.screen)


def line(kiosk, place, paint):
    to_question(kiosk, place, "How was today?", "12-17")
    kiosk.press("4")
    return paint(kiosk.screen)


def rows(pictures, columns):
    """Several pictures in rows."""
    gap = 24
    lines = [beside(pictures[i:i + columns], gap) for i in range(0, len(pictures), columns)]
    whole = lines[0].copy().resize((lines[0].width, sum(one.height - gap for one in lines) + gap))
    top = 0
    for one in lines:
        whole.paste(one, (0, top))
        top += one.height - gap
    return whole


def main():
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).parent / "pictures")
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as temporary:
        place = Place(Path(temporary))
        with place.kiosk("wide", WIDE) as kiosk:
            save(rows(list(visit(kiosk, place, Painter(16).picture)), 2), folder / "kiosk.png")
            home = kiosk.home
        looks = []
        for theme in ("dark", "high-contrast", "mono"):
            with Kiosk(home, SMALL, "--theme", theme) as kiosk:
                looks.append(line(kiosk, place, Painter(14).picture))
        save(beside(looks), folder / "kiosk-themes.png")
        place.close()


if __name__ == "__main__":
    main()

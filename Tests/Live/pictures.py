"""Makes the pictures for the README: `make pictures`, or `python pictures.py [FOLDER]`.

They are of the demo, so nothing on them was said by anybody.
"""

import io
import sys
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

from program import Server
from steps import begin, skip_to_check

PHONE = {"width": 360, "height": 720}
DESK = {"width": 1100, "height": 720}
COLOURS = 64
MOST = 400_000


class Camera:
    """A browser whose page is photographed as people see it."""

    def __init__(self, browser, viewport, **options):
        self.context = browser.new_context(viewport=viewport, reduced_motion="reduce", **options)
        self.page = self.context.new_page()

    def follow(self, place):
        with self.page.expect_navigation():
            place.click()

    def press(self):
        self.follow(self.page.locator("main form").first.locator("button"))

    @property
    def path(self):
        return self.page.url.split("?")[0].removeprefix(self.base)

    def shot(self):
        self.page.evaluate("() => document.activeElement?.blur()")
        return Image.open(io.BytesIO(self.page.screenshot())).convert("RGB")


def beside(pictures, gap=24, ground=(214, 217, 222)):
    """Several pictures in one, side by side."""
    width = sum(picture.width for picture in pictures) + gap * (len(pictures) + 1)
    whole = Image.new("RGB", (width, max(one.height for one in pictures) + 2 * gap), ground)
    left = gap
    for picture in pictures:
        whole.paste(picture, (left, gap))
        left += picture.width + gap
    return whole


def save(picture, file):
    few = picture.quantize(COLOURS, dither=Image.Dither.NONE)
    few.save(file, optimize=True)
    print(f"{file}: {file.stat().st_size // 1024} KB")


def phone(browser, demo):
    """A visit on a phone, from the first page to the thanks."""
    camera = Camera(browser, PHONE)
    camera.base = demo.base
    camera.page.goto(demo.links["You and your social worker"])
    shots = [camera.shot()]
    begin(camera, demo.links["You and your social worker"])
    for _ in range(3):
        camera.page.locator("main input[type=radio]").first.check()
        shots[1:] = [camera.shot()]
        camera.press()
    skip_to_check(camera)
    shots.append(camera.shot())
    camera.press()
    shots.append(camera.shot())
    return shots


def faces(browser, demo, viewport, **options):
    """A question for children under 8, one face chosen."""
    camera = Camera(browser, viewport, **options)
    camera.base = demo.base
    begin(camera, demo.links["How was today?"], "under-8")
    camera.page.locator("main input[type=radio]").first.check()
    return camera.shot()


def line(browser, demo, language, **options):
    """A question on a line, in another language."""
    camera = Camera(browser, DESK, **options)
    camera.base = demo.base
    begin(camera, demo.links["How was today?"] + f"?lang={language}", "12-17")
    camera.page.locator("main input[type=radio]").nth(3).check()
    return camera.shot()


def main():
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).parent / "pictures")
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as temporary, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        data = Path(temporary) / "data"
        with Server(data, "--responses", "0", command="demo") as demo:
            shots = phone(browser, demo)
            shots.insert(1, faces(browser, demo, PHONE))
            save(beside(shots), folder / "visit.png")
            save(faces(browser, demo, DESK), folder / "faces.png")
            save(line(browser, demo, "ar", color_scheme="dark"), folder / "arabic-dark.png")
        browser.close()
    total = sum(file.stat().st_size for file in folder.glob("*.png"))
    if total > MOST:
        sys.exit(f"{total} bytes of pictures; keep them under {MOST}")


if __name__ == "__main__":
    main()

"""Makes the pictures of the report for the README, and of every page for whoever looks it over.

`make pictures`, or `python report_pictures.py [FOLDER]`. With a folder of its own it also writes
every printed page, and the whole page as it is on a desk, in the dark and on a phone. They are of
the demo, so nothing on them was said by anybody.
"""

import io
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

from pictures import beside, save
from reportfiles import demo_data, make

README = Path(__file__).parent / "pictures"
SIZES = {"desk": (1280, 900, "light"), "dark": (1280, 900, "dark"), "phone": (320, 568, "light")}


def whole_pages(file, folder):
    """The page from top to bottom on each kind of screen."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        for name, (width, height, scheme) in SIZES.items():
            context = browser.new_context(
                viewport={"width": width, "height": height}, color_scheme=scheme)
            page = context.new_page()
            page.goto(file.as_uri())
            shot = Image.open(io.BytesIO(page.screenshot(full_page=True))).convert("RGB")
            save(shot, folder / f"{file.stem}-{name}.png")
        browser.close()


def paper(file, folder, dots=60):
    """Every printed page as a picture."""
    subprocess.run(
        ["pdftoppm", "-r", str(dots), "-png", file, folder / f"{file.stem}-page"], check=True)
    return [Image.open(one).convert("RGB") for one in sorted(folder.glob(f"{file.stem}-page-*.png"))]


def main():
    chosen = Path(sys.argv[1]) if len(sys.argv) > 1 else None
    with tempfile.TemporaryDirectory() as temporary:
        folder = chosen or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        data = demo_data(Path(temporary))
        for kind in ("psw", "twin-core"):
            for form in ("html", "pdf", "ods"):
                ran = make(data, kind, form, folder / f"{kind}.{form}")
                assert ran.code == 0, ran
            pages = paper(folder / f"{kind}.pdf", folder)
            if chosen:
                whole_pages(folder / f"{kind}.html", folder)
            elif kind == "psw":
                save(beside([pages[0], *pages[2:5]]), README / "report.png")


if __name__ == "__main__":
    main()

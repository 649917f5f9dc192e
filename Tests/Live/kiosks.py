"""Kiosks enrolled at a running server, and their screens."""

import functools
import os
import re
import signal
import subprocess
import time
from pathlib import Path

import examples
from journeys import reading, surveys
from program import BINARY, CRASH, SURVEYS, Server, environment, heard
from terminal import Terminal

KIOSK = os.environ.get("LIVE_KIOSK", str(Path(BINARY).with_name("heard-kiosk")))
PLACE = "Beech House"
ATTRACT = "Touch the screen, or press Enter"

SETTINGS = examples.SETTINGS + """\
said:
  - you: {en: You wanted a quieter waiting room.}
    we: {en: We moved the printer out.}
"""


def kiosk_program(*arguments, code=0, timeout=60):
    """Runs the kiosk's program as a command."""
    done = subprocess.run(
        [KIOSK, *map(str, arguments)], stdin=subprocess.DEVNULL, capture_output=True,
        env=environment(), cwd="/tmp", timeout=timeout)
    out, err = done.stdout.decode(), done.stderr.decode()
    assert done.returncode == code, (arguments, done.returncode, out, err)
    assert not CRASH.search(out + err), out + err
    return out


def enrol(server, home, place=PLACE):
    """Makes `home` a kiosk of the server; gives the staff's PIN."""
    ran = heard("kiosk", "enrol", "--place", place, data=server.data)
    assert ran.code == 0, ran
    code, pin = re.search(r"--enrol (\S+)", ran.out), re.search(r"PIN: (\d{6})", ran.out)
    assert code and pin, ran.out
    kiosk_program("--server", server.base, "--enrol", code[1], "--home", home)
    return pin[1]


class Place:
    """A server with surveys open at one place."""

    def __init__(self, folder, files=None, settings=SETTINGS):
        self.folder, self.data = folder, folder / "data"
        self.data.mkdir()
        (self.data / "heard.yaml").write_text(settings)
        for file in files or shipped_files():
            ran = heard("survey", "publish", file, data=self.data)
            assert ran.code == 0, ran
        for survey in surveys(self.data):
            ran = heard("collection", "open", survey, "--place", PLACE, data=self.data)
            assert ran.code == 0, ran
        self.server = Server(self.data)

    @functools.cached_property
    def surveys(self):
        """In the order in which they are offered."""
        known = surveys(self.data)
        database = reading(self.data)
        try:
            rows = database.execute(
                "SELECT survey FROM collections JOIN editions ON editions.id = edition"
                " ORDER BY collections.id").fetchall()
        finally:
            database.close()
        return [known[survey] for survey, in rows]

    def kiosk(self, name, size=(80, 24), *options, **terminal):
        """Enrols a kiosk and starts it."""
        home = self.folder / name
        pin = enrol(self.server, home)
        kiosk = Kiosk(home, size, *options, **terminal)
        kiosk.pin = pin
        return kiosk

    def close(self):
        self.server.stop()


def shipped_files():
    return [file for file in sorted(SURVEYS.glob("*.yaml"))
            if file.name not in ("audiences.yaml", "measures.yaml", "themes.yaml")]


class Kiosk(Terminal):
    """A kiosk that runs on a terminal of its own."""

    def __init__(self, home, size=(80, 24), *options, ready=True, **terminal):
        self.home = Path(home)
        super().__init__([KIOSK, "--home", home, *options], size, **terminal)
        if ready:
            self.wait("Press Enter to" if "--plain" in options else ATTRACT)

    # Ways to use what is on the screen

    def focus(self, words, key="Tab", most=90):
        """Moves the focus to a button; where it is can be seen without any colour."""
        for _ in range(most):
            if re.search(rf"[►>] (?:← )?{re.escape(words)}", self.text):
                return
            self.press(key)
        raise AssertionError(f"the focus never came to {words!r}:\n{self.text}")

    def use(self, words, by="keys"):
        """Uses a button by its words."""
        if by == "touch":
            return self.touch_words(words, last=True)
        self.focus(words, "BackTab")
        return self.press("Enter")

    def answer_place(self, number, words):
        """Where an answer is: its card, its face or its point on a line. None for not here."""
        start = words.split()[0]
        for pattern in (
                rf"{number % 10} [(\[][ •√][)\]] +{re.escape(start)}",
                rf"(?<!\d){number} {re.escape(start)}"):
            for y, line in enumerate(self.lines):
                if found := re.search(pattern, line):
                    return found.end() - 1, y
        return None

    def point_place(self, number):
        """Where a point of a line is: the row of the points is the one with the line in it."""
        for y, line in enumerate(self.lines):
            if re.search("[│┃║].*━", line) and (found := re.search(rf" {number} ", line)):
                return found.start() + 1, y
        raise AssertionError(f"no point {number} on:\n{self.text}")

    def is_chosen(self, number, words):
        start = re.escape(words.split()[0])
        return re.search(rf"{number % 10} [(\[][•√][)\]] {start}", self.text) or "(•)" in self.text


def wait_until(done, seconds=20, pause=0.1):
    """Waits until `done()` is true; gives what it said last."""
    end = time.monotonic() + seconds
    while not (said := done()) and time.monotonic() < end:
        time.sleep(pause)
    return said


def kill(kiosk):
    """Pulls the plug."""
    kiosk.signal(signal.SIGKILL)
    kiosk.process.wait()
    kiosk.close()

"""Nothing of a visit is left for the next person, whichever way it ended.

Words and options found nowhere else are said; afterwards the screen, what could be scrolled back
to, and every file are searched for them.
"""

import os
import re
import shutil
import subprocess
import time

import pytest

from journeys import stored
from kiosks import ATTRACT, KIOSK, Kiosk, Place, enrol, kill, wait_until
from program import SURVEYS, environment
from terminal import WIPED

WORDS = "canary words in a cage"
OPTION = "Canaries sing"
TRACES = ["canary", "cage", "anaries sing", "sings"]

# The same two questions; one survey keeps what was said by people who leave, the other does not.
SURVEY = """\
survey: {id}
title: {{en: Birds {id}, cy: Adar {id}}}
about: {{en: Two questions to test with., cy: Dau gwestiwn i brofi.}}
promise: anonymous
languages: [en, cy]
audiences: [12-17]
partials: {id}
questions:
  - id: feeling
    kind: choice
    ask: {{en: How is it going?, cy: Sut mae pethau?}}
    answers:
      - {{value: sings, en: Canaries sing, cy: Mae adar yn canu}}
      - {{value: other, en: Others do, cy: Eraill}}
  - id: words
    kind: text
    limit: 200
    ask: {{en: What would you change?, cy: Beth fyddech chi'n ei newid?}}
"""


def little_surveys(folder, idle=10):
    """A survey folder of our own, with little patience."""
    folder.mkdir()
    audiences = (SURVEYS / "audiences.yaml").read_text()
    (folder / "audiences.yaml").write_text(re.sub(r"idle: \d+", f"idle: {idle}", audiences))
    shutil.copy(SURVEYS / "measures.yaml", folder)
    files = []
    for id in ("discard", "keep"):
        files.append(folder / f"{id}.yaml")
        files[-1].write_text(SURVEY.format(id=id))
    return files


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    folder = tmp_path_factory.mktemp("privacy")
    place = Place(folder, little_surveys(folder / "surveys"))
    yield place
    place.close()


@pytest.fixture
def kiosk(place, request):
    with place.kiosk(re.sub(r"\W", "-", request.node.name)) as kiosk:
        yield kiosk


def say(kiosk, survey=1):
    """Answers both questions, up to the check page."""
    begin(kiosk, survey)
    kiosk.press("1", "Enter")
    kiosk.wait("Question 2")
    kiosk.send(WORDS.encode())
    kiosk.wait(WORDS)


def begin(kiosk, survey=1):
    kiosk.press("Enter", str(survey))
    while "More →" in kiosk.text:
        kiosk.press("PageDown")
    kiosk.use("Start")
    kiosk.wait("Question 1", "Canaries sing")


def found(kiosk, *more):
    """Where any of it can still be found."""
    places = {"screen": kiosk.text, "scrollback": kiosk.screen.past, "stderr": kiosk.err}
    for file in kiosk.home.rglob("*"):
        if file.is_file() and file.name != "bundle.json":
            places[str(file)] = file.read_bytes().decode(errors="replace")
    # What is asked is no secret; what was said is.
    return [(name, trace) for name, text in places.items() for trace in (*TRACES, *more)
            if trace in text]


def wiped_since(kiosk, length):
    return WIPED.search(bytes(kiosk.written[length:])) is not None


def test_after_the_end_nothing_of_it_is_left(kiosk, place):
    say(kiosk)
    kiosk.press("Enter")
    kiosk.wait("Change", WORDS, OPTION)
    length = len(kiosk.written)
    kiosk.use("Send my answers")
    kiosk.wait("Close", without=["Send my answers"])
    assert wiped_since(kiosk, length)
    assert found(kiosk) == []
    # The end is told the same way to everybody, and there is no way back past it.
    thanks = kiosk.text
    for key in ("Backspace", "Left", "Up", "PageUp", "Tab", "1", "2", "b", "\x02", "\x1a", "F1"):
        kiosk.press(key, most=0.2)
        assert found(kiosk) == [] and "Change" not in kiosk.text
    kiosk.press("F1")
    length = len(kiosk.written)
    kiosk.use("Close")
    kiosk.wait(ATTRACT)
    assert wiped_since(kiosk, length)
    assert found(kiosk) == [] and thanks != kiosk.text
    for key in ("Backspace", "Left", "Up", "PageUp", "2"):
        kiosk.press(key, most=0.2)
    assert found(kiosk) == []


@pytest.mark.parametrize("key", ["Escape", "\x1b[21~"], ids=["escape", "F10"])
def test_one_key_leaves_at_once(key, kiosk):
    say(kiosk)
    length = len(kiosk.written)
    start = time.monotonic()
    kiosk.press(key)
    assert time.monotonic() - start < 0.5
    kiosk.wait(ATTRACT)
    assert wiped_since(kiosk, length)
    assert found(kiosk) == []


def test_a_touch_leaves_at_once_from_the_check_page_too(kiosk):
    say(kiosk)
    kiosk.press("Enter")
    kiosk.wait("Change")
    kiosk.touch_words("Leave")
    kiosk.wait(ATTRACT)
    assert found(kiosk) == []
    # The next person begins at the beginning, with nothing chosen.
    begin(kiosk)
    assert "•" not in kiosk.text
    assert found(kiosk) == [("screen", "anaries sing")]


def test_the_next_person_meets_the_first_language(kiosk):
    kiosk.touch_words("Cymraeg")
    kiosk.press("1")
    kiosk.wait("Gadael", without=["Leave", "Touch"])
    kiosk.press("Escape")
    kiosk.wait(ATTRACT, "Cymraeg")


def test_somebody_who_goes_away_is_asked_and_then_forgotten(place):
    """Both at once, because it takes time: one survey keeps what was said, the other does not."""
    def partials():
        return [one for one in stored(place.data) if one[0][-1]]
    before = len(partials())
    with place.kiosk("away-discard") as discard, place.kiosk("away-keep") as keep:
        for survey, kiosk in enumerate((discard, keep), 1):
            say(kiosk, survey)
            kiosk.press("Enter")
            kiosk.wait("Change")
        lengths = [len(kiosk.written) for kiosk in (discard, keep)]
        for kiosk in (discard, keep):
            kiosk.wait("Yes, I am here", seconds=15)
            assert found(kiosk) == [], "nor may who comes by read it while nobody answers"
        # Any key only says yes: it does nothing else.
        discard.press("1")
        discard.wait("Change", WORDS)
        for kiosk in (keep, discard):
            kiosk.wait(ATTRACT, seconds=60)
        for kiosk, length in zip((discard, keep), lengths):
            assert wiped_since(kiosk, length)
            assert found(kiosk) == []
        assert wait_until(lambda: len(partials()) > before, 20), "the survey keeps partials"
        time.sleep(1)
        now = partials()
        assert len(now) == before + 1, "and the other does not"
        assert [one[2] for one in now].count({"words": WORDS}) == 1


def test_what_waits_is_sealed_and_survives_the_plug(place):
    home = place.folder / "plug"
    enrol(place.server, home)
    # A proxy that is not there: off line, whatever the server does.
    off = {"HEARD_KIOSK_PROXY": "http://127.0.0.1:9"}
    kiosk = Kiosk(home, env=off)
    say(kiosk)
    kiosk.press("Enter")
    kiosk.use("Send my answers")
    kiosk.wait("Close", without=["Send my answers"])
    assert len(list((home / "queue").glob("[0-9]*"))) == 1
    assert found(kiosk) == []
    kiosk.press("Enter")
    kiosk.wait(ATTRACT)
    say(kiosk)
    kill(kiosk)
    again = Kiosk(home, env=off)
    with again as kiosk:
        assert found(kiosk) == []
        assert "•" not in kiosk.text
        assert len(list((home / "queue").glob("[0-9]*"))) == 1
        begin(kiosk)
        assert "•" not in kiosk.text
    for file in home.rglob("*"):
        assert file.stat().st_mode & 0o077 == 0, f"{file} is for its owner alone"


def test_another_terminal_forgets_it_too(place, tmp_path):
    """tmux as a second judge: its own idea of a scrollback, and of what was wiped."""
    home = place.folder / "tmux"
    enrol(place.server, home)
    tmux = ["tmux", "-S", str(tmp_path / "socket"), "-f", "/dev/null"]

    def run(*arguments):
        done = subprocess.run([*tmux, *arguments], capture_output=True, env=environment())
        assert done.returncode == 0, done.stderr.decode()
        return done.stdout.decode()

    def shown(*words, seconds=10):
        seen = lambda: all(word in run("capture-pane", "-p", "-t", "k") for word in words)
        assert wait_until(seen, seconds), run("capture-pane", "-p", "-t", "k")

    def keys(*names):
        for name in names:
            run("send-keys", "-t", "k", name)
            time.sleep(0.15)

    def read_on():
        for _ in range(8):
            if "More" not in run("capture-pane", "-p", "-t", "k"):
                return
            keys("PageDown")

    run("new-session", "-d", "-s", "k", "-x", "80", "-y", "24", "sh")
    try:
        run("set-option", "-g", "remain-on-exit", "on")
        keys(f"{KIOSK} --home {home}", "Enter")
        shown(ATTRACT)
        keys("Enter", "1")
        read_on()
        keys("Enter")
        shown("Question 1", OPTION)
        keys("1", "Enter")
        shown("Question 2")
        run("send-keys", "-t", "k", "-l", WORDS)
        shown(WORDS)
        keys("Enter")
        shown("Change")
        read_on()
        keys("Enter")
        shown("Close")
        keys("Enter")
        shown(ATTRACT)
        everything = run("capture-pane", "-p", "-S", "-", "-t", "k")
        assert not any(trace in everything for trace in TRACES), everything
        # Ended, it gives back the shell's screen, and nothing of the visit with it.
        pid = run("list-panes", "-t", "k", "-F", "#{pane_pid}").strip()
        child = subprocess.run(["pgrep", "-P", pid], capture_output=True).stdout.split()[0]
        os.kill(int(child), 15)
        keys("echo back-$((1+1))", "Enter")
        shown("back-2")
        everything = run("capture-pane", "-p", "-S", "-", "-t", "k")
        assert not any(trace in everything for trace in [*TRACES, "Touch"]), everything
    finally:
        run("kill-server")

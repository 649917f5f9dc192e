"""Whatever comes in by the keyboard or the touch screen: nothing falls over, nobody gets out."""

import os
import random
import re
import signal
import subprocess
import termios
import time

import pytest

from kiosks import ATTRACT, KIOSK, Kiosk, Place, enrol, kill
from program import environment
from test_kiosk_privacy import begin, little_surveys

MOST_MEMORY = 64 * 1024


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    folder = tmp_path_factory.mktemp("keys")
    place = Place(folder, little_surveys(folder / "surveys", idle=600))
    yield place
    place.close()


@pytest.fixture(scope="module")
def home(place):
    home = place.folder / "home"
    enrol(place.server, home)
    return home


@pytest.fixture
def kiosk(home):
    with Kiosk(home) as kiosk:
        yield kiosk


def to_words(kiosk):
    begin(kiosk)
    kiosk.press("1", "Enter")
    kiosk.wait("Question 2")


def still_well(kiosk, seconds=30):
    """It runs, draws, holds no more than it should, and one key leads to the first screen."""
    assert kiosk.is_running, kiosk.err
    # Whatever is still to be worked off, and what could be waited for.
    kiosk.settle(quiet=1.2, most=30)
    end = time.monotonic() + seconds
    while ATTRACT not in kiosk.text:
        assert time.monotonic() < end, kiosk.text
        kiosk.press("Escape")
    assert kiosk.memory < MOST_MEMORY
    assert kiosk.err == ""
    children = f"/proc/{kiosk.process.pid}/task/{kiosk.process.pid}/children"
    assert open(children).read() == "", "nothing else was started"


PIECES = [
    b"\x1b", b"\x1b[", b"\x1bO", b"\x1b]", b"\x1bP", b"\x1b_", b"\x1b[<", b"\x1b[M", b"\x1b[200~",
    b"\x1b[201~", b"\x1b[A", b"\x1b[1;5C", b"\x1b[<0;10;10M", b"\x1b[<0;10;10m", b"\x1b[<64;1;1M",
    b"\x1b[999999999999999999999~", b"\x1b[<9999999999;1;1M", b"\x1b[<-1;0;0M", b"\x1b[<0;0;0M",
    b"\x1b[32;5;5M", b"\x1b[?62;c", b"\x1b[24;80R", b"\x1b]52;c;?\x07", b"\x1b[8;1;1t", b"\x9b5n",
    b"\xc3", b"\xe2\x80", b"\xf0\x9f", b"\xff\xfe", b"\xed\xa0\x80", b"\xc0\xaf",
    b"\xf4\x90\x80\x80",
    "🙂é日\u202e\u200d\u0301".encode(), b"\0", b"\r", b"\n", b"\t", b" ", b"\x7f", b"\x03", b"\x1a",
    b"\x1c", b"\x04", b"\x11", b"\x13", b"1", b"2", b"3", b"0", b"a", b"z", b":!sh\r", b"~.", b"~C",
]


@pytest.mark.parametrize("seed", range(4))
def test_noise(seed, kiosk):
    chance = random.Random(seed)
    for _ in range(40):
        if seed % 2:
            noise = chance.randbytes(chance.randrange(1, 2000))
        else:
            noise = b"".join(chance.choices(PIECES, k=chance.randrange(1, 200)))
        kiosk.send(noise)
        kiosk.settle(quiet=0.01)
        assert kiosk.is_running, (seed, kiosk.err)
    still_well(kiosk)
    begin(kiosk)


@pytest.mark.parametrize("where", ["first", "choice", "words"])
@pytest.mark.parametrize("wrapped", [True, False], ids=["marked", "unmarked"])
def test_megabytes_pasted(where, wrapped, kiosk):
    {"first": lambda kiosk: None, "choice": begin, "words": to_words}[where](kiosk)
    size = 1 << (20 if where == "words" else 18)
    content = bytes(random.Random(where).choices(b"abc 1234567890\r\n\t~!", k=size))
    if where != "first" and not wrapped:
        content = bytes(random.Random(where).choices(b"abc ~!(xyz", k=size))
    before = kiosk.text
    start = time.monotonic()
    kiosk.send(b"\x1b[200~" + content + b"\x1b[201~" if wrapped else content)
    kiosk.settle(quiet=0.3, most=60)
    assert time.monotonic() - start < 30
    if wrapped:
        assert kiosk.text == before, "a paste is not typing"
    still_well(kiosk)


OPENERS = [b"\x1b[200~", b"\x1b]", b"\x1bP", b"\x1b_", b"\x1b[", b"\x1b[<0;", b"\x1b[M", b"\x1bO",
           b"\xf0"]


@pytest.mark.parametrize("opener", OPENERS, ids=repr)
def test_nothing_begun_and_never_ended_locks_anybody_out(opener, kiosk):
    """Somebody who presses the key that leaves, and presses it again, gets out."""
    begin(kiosk)
    kiosk.send(opener + b"x" * (100_000 if b"200" in opener else 1))
    kiosk.settle()
    end = time.monotonic() + 6
    while ATTRACT not in kiosk.text:
        assert time.monotonic() < end, kiosk.text
        kiosk.press("Escape", most=0.3)


REPORTS = [
    b"\x1b[<0;2;3m", b"\x1b[<0;1234;2M", b"\x1b[<0;2;1234M", b"\x1b[<2;1;1M", b"\x1b[<35;1;2M",
    b"\x1b[<64;2;1M", b"\x1b[<65;2;1M", b"\x1b[<0;1;2", b"\x1b[<1;2;1M", b"\x1b[<0;2;1;2M",
    b"\x1b[<;;M", b"\x1b[<0;-2;1M", b"\x1b[0;1;2M", b"\x1b[32;2;1M", b"\x1b[M 12", b"\x1b[M1\x321",
    b"\x1b[M\xc3\xa01\xc3\xa0", b"\x1b[2;1R", b"\x1b[?1;2c", b"\x1b]11;rgb:1/2/1\x1b\\",
    b"\x1bP1$r2\x1b\\", b"\x1b[1;2", b"\x1b[2;1H",
]


def test_a_touch_report_is_never_an_answer(kiosk):
    """Out of range, of another kind, broken, or in pieces with a pause between them."""
    begin(kiosk)
    for report in REPORTS:
        kiosk.send(report)
        kiosk.settle(quiet=0.08)
        # What was cut off is ended by what a terminal could send next.
        kiosk.send(b"\x1b[<0;1234;1234M")
        kiosk.settle(quiet=0.08)
        assert "•" not in kiosk.text and "Question 1" in kiosk.text, (report, kiosk.text)
    whole = b"\x1b[<0;12;1234M\x1b[<0;12;1234m"
    for cut in range(3, len(whole) - 1, 2):
        if whole[cut - 1] == 0x1b:
            continue
        kiosk.send(whole[:cut])
        time.sleep(0.2)
        kiosk.send(whole[cut:])
        kiosk.settle()
        assert "•" not in kiosk.text and "Question 1" in kiosk.text, (cut, kiosk.text)


def test_letters_that_come_in_pieces(kiosk):
    to_words(kiosk)
    for byte in "ŵ日🙂é".encode():
        kiosk.send(bytes([byte]))
        time.sleep(0.02)
    kiosk.wait("ŵ日🙂é")
    kiosk.send(b"\xe2\x82" + "ok\u202e\u0007\u009b".encode())
    kiosk.wait("ŵ日🙂éok")


SIGNALS = [signal.SIGINT, signal.SIGQUIT, signal.SIGTSTP, signal.SIGHUP, signal.SIGTTIN,
           signal.SIGTTOU, signal.SIGPIPE, signal.SIGWINCH, signal.SIGCONT]


def test_no_signal_a_keyboard_can_send_gets_out(kiosk):
    to_words(kiosk)
    kiosk.send(b"here still")
    for _ in range(3):
        kiosk.press("\x03", "\x1a", "\x1c", "\x04", "\x11", "\x13", most=0.1)
        for number in SIGNALS:
            kiosk.signal(number)
            kiosk.settle()
            assert kiosk.is_running, number
    kiosk.resize(90, 30)
    kiosk.wait("here still")
    with open(f"/proc/{kiosk.process.pid}/stat") as stat:
        assert stat.read().rsplit(")", 1)[1].split()[0] in "SR", "nobody stopped it"
    still_well(kiosk)


def test_resized_while_answering(kiosk):
    to_words(kiosk)
    kiosk.send(b"kept through it all")
    for size in [(120, 40), (40, 10), (10, 3), (1, 1), (200, 60), (66, 20), (400, 150), (80, 24)]:
        kiosk.resize(*size)
        assert kiosk.is_running
        if size[0] >= 80:
            kiosk.wait("kept through it all", "Question 2")
        elif size[0] >= 60:
            kiosk.wait("Question 2")
        elif size[0] >= 40:
            kiosk.wait("larger")
    for _ in range(40):
        kiosk.resize(random.randrange(1, 250), random.randrange(1, 80))
    kiosk.resize(80, 24)
    kiosk.wait("kept through it all", "Question 2")
    kiosk.press("Enter")
    kiosk.wait("Change", "kept through it all")


LOOKS = {
    "light": {}, "dark": {}, "high-contrast": {}, "mono": {},
    "NO_COLOR": {"env": {"NO_COLOR": "1"}}, "LANG=C": {"env": {"LANG": "C", "LC_ALL": "C"}},
    "linux": {"term": "linux"}, "vt100": {"term": "vt100"}, "nothing": {"term": ""},
    "tmux-256color": {"term": "tmux-256color"},
}


@pytest.mark.parametrize("look", LOOKS)
def test_every_look_works_as_well(look, home):
    theme = ["--theme", look] if look in ("light", "dark", "high-contrast", "mono") else []
    with Kiosk(home, (80, 24), *theme, **LOOKS[look]) as kiosk:
        begin(kiosk)
        kiosk.press("2")
        # What is chosen and what has the focus can be told by signs alone.
        assert re.search(r"2 \([•●]\) +Others do", kiosk.text), kiosk.text
        assert re.search(r"[►>] Continue → [◄<]", kiosk.text), kiosk.text
        kiosk.press("Enter")
        kiosk.wait("Question 2")
        kiosk.send("dŵr".encode())
        kiosk.wait("dŵr")
        colours = {cell.fg for line in kiosk.screen.buffer.values() for cell in line.values()}
        assert (colours == {"default"}) == (look in ("mono", "NO_COLOR"))
        kiosk.touch_words("Leave")
        kiosk.wait(ATTRACT)


def is_sane(kiosk):
    local = kiosk.modes[3]
    return all(local & flag for flag in (termios.ECHO, termios.ICANON, termios.ISIG))


@pytest.mark.parametrize("where", ["first", "words"])
def test_sigterm_gives_the_terminal_back(where, home):
    kiosk = Kiosk(home)
    assert not is_sane(kiosk) and kiosk.screen.is_alternate
    if where == "words":
        to_words(kiosk)
        kiosk.send(b"nobody's business")
        kiosk.settle()
    kiosk.signal(signal.SIGTERM)
    assert kiosk.ended() == 0
    assert kiosk.modes == kiosk.before and is_sane(kiosk)
    assert not kiosk.screen.is_alternate and not kiosk.screen.cursor.hidden
    assert kiosk.text.strip() == "" and kiosk.screen.past.strip() == ""
    for mode in (b"\x1b[?1000l", b"\x1b[?1006l", b"\x1b[?2004l", b"\x1b[?7h"):
        assert mode in kiosk.written
    kiosk.close()


def test_killed_in_the_middle_it_starts_from_nothing(home):
    kiosk = Kiosk(home)
    to_words(kiosk)
    kiosk.send(b"nobody's business")
    kiosk.settle()
    kill(kiosk)
    with Kiosk(home) as kiosk:
        assert "business" not in kiosk.text
        begin(kiosk)
        assert "•" not in kiosk.text


def test_a_terminal_that_goes_away_ends_it(home):
    """The service manager starts another; nothing spins in between."""
    kiosk = Kiosk(home)
    begin(kiosk)
    for end in (kiosk.master, kiosk.slave):
        os.close(end)
    kiosk.master = kiosk.slave = None
    assert kiosk.process.wait(timeout=10) == 1


def test_two_never_run_on_one_home(kiosk, home):
    done = subprocess.run(
        [KIOSK, "--home", home], stdin=subprocess.DEVNULL, capture_output=True,
        env=environment(), timeout=20)
    assert done.returncode == 1 and b"another" in done.stderr


def test_without_a_terminal_it_says_so(home):
    done = subprocess.run(
        [KIOSK, "--home", home], stdin=subprocess.DEVNULL, capture_output=True,
        env=environment(), timeout=20)
    assert done.returncode == 1 and b"--plain" in done.stderr

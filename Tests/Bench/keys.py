"""(f) How soon a key press is on the screen of a kiosk, and what that takes to say.

The program stands at a question with faces, on a real pseudo-terminal of 120 by 40, and is pressed
arrow keys and digits, each of which changes what is shown. Time runs from before the key is
written to after the last byte of the new screen is read. `echo.c`, on a terminal of its own, is
pressed the same keys by turns with it, and answers each with the same number of bytes: what it
takes is what the kernel, two processes and this one's reading cost. The figure is the ratio of the
medians. Nothing draws the bytes; a terminal that does takes longer over both alike. Both have been
idle for the same time before each key, as a person leaves them.

Bytes for a key press are counted in the same run: the median over the keys of one round, beside
those of a whole screen.
"""

import os
import select
import statistics
import time
from contextlib import ExitStack

from running import Failed, compiled
from table import Row
from terminal import FRAME_END, KEYS, Terminal

SIZE = (120, 40)
# Seconds before each key press.
PAUSE = 0.002
# Round and round: every one of them changes the screen.
PRESSED = ["1", "Left", "Right", "2", "Up", "Right", "3", "Down", "Left", "Tab"]


class Person:
    """Presses keys at a terminal, and reads what they bring about."""

    def __init__(self, terminal):
        self.file = terminal.master
        os.set_blocking(self.file, True)
        self.poll = select.poll()
        self.poll.register(self.file, select.POLLIN)

    def press(self, key, is_whole):
        """The seconds until `is_whole` says so of what came, and what came."""
        key, came = KEYS.get(key) or key.encode(), b""
        began = time.perf_counter()
        os.write(self.file, key)
        while not is_whole(came):
            if not self.poll.poll(5000):
                raise Failed(f"{key} brought about {len(came)} bytes: {came[-80:]}")
            came += os.read(self.file, 1 << 16)
        return time.perf_counter() - began, came


def ends_a_frame(came):
    return came.endswith(FRAME_END)


def at_a_question(terminal):
    """Goes from the first screen to the first question of the first survey, for an 8-year-old."""
    terminal.wait("press Enter")
    terminal.press("Enter")
    terminal.wait("How was today?")
    terminal.press("1")
    terminal.wait("I am 8")
    terminal.press("2")
    terminal.wait("Start")
    terminal.press("Enter")
    terminal.wait("Question 1", "1 Yes, all of it")
    terminal.settle(0.3)


def of_keys(work, program, home, presses):
    """The rows for a program whose home is `home`, which must have been enrolled."""
    with ExitStack() as stack:
        kiosk = stack.enter_context(Terminal([program, "--home", home], SIZE))
        whole = kiosk.settle(0.3, least=1)
        at_a_question(kiosk)
        person = Person(kiosk)
        # The first round begins where the others do not.
        for _ in range(2):
            sizes = [len(person.press(key, ends_a_frame)[1]) for key in PRESSED]
        bare = stack.enter_context(Terminal([compiled(work, "echo"), *sizes], SIZE))
        stack.callback(bare.close)
        bare.settle(0.3, least=5)
        ours, echoes = by_turns_pressed(person, Person(bare), sizes, presses)
        os.set_blocking(kiosk.master, False)
    figure = statistics.median(ours) / statistics.median(echoes)
    return [
        Row("f", "key press to last byte at a kiosk of 120 by 40, against a bare echo in C",
            f"{figure:.2f}", "<= 2", figure <= 2, [
                f"{len(ours)} key presses, by turns; microseconds",
                f"heard-kiosk  {told(ours)}", f"bare echo    {told(echoes)}"]),
        Row("f", f"bytes for a key press; a whole screen takes {whole}",
            f"{statistics.median(sizes):.0f}", raw=[
                "bytes by key: " + ", ".join(f"{k} {s}" for k, s in zip(PRESSED, sizes))]),
    ]


def by_turns_pressed(kiosk, bare, sizes, presses):
    """Microseconds of each, key by key; both have been left alone for as long before."""
    ours, echoes = [], []
    for _ in range(presses // len(PRESSED)):
        for key, size in zip(PRESSED, sizes):
            time.sleep(PAUSE)
            seconds, came = kiosk.press(key, ends_a_frame)
            if len(came) != size:
                raise Failed(f"{key} was painted in {len(came)} bytes, before in {size}")
            ours.append(seconds * 1e6)
            time.sleep(PAUSE)
            echoes.append(bare.press(key, lambda came: len(came) >= size)[0] * 1e6)
    return ours, echoes


def told(figures):
    """The median and the 99th percentile."""
    return (f"median {statistics.median(figures):7.1f}, "
            f"99 in 100 within {statistics.quantiles(figures, n=100)[98]:7.1f}")

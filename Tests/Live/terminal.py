"""A program in a pseudo-terminal, and the screen that somebody in front of it would see."""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import tempfile
import termios
import time

import pyte

from program import CRASH, environment
from screen import Screen

KEYS = {
    "Enter": b"\r", "Escape": b"\x1b", "Tab": b"\t", "BackTab": b"\x1b[Z", "Backspace": b"\x7f",
    "Up": b"\x1b[A", "Down": b"\x1b[B", "Right": b"\x1b[C", "Left": b"\x1b[D",
    "Home": b"\x1b[H", "End": b"\x1b[F", "PageUp": b"\x1b[5~", "PageDown": b"\x1b[6~",
    "F1": b"\x1bOP", "Space": b" ",
}

# Clears everything: the screen and what has scrolled off it.
WIPED = re.compile(rb"\x1b\[2J.{0,40}?\x1b\[3J|\x1b\[3J.{0,40}?\x1b\[2J", re.S)

# A program that paints a frame at once says where it ends.
FRAME_END = b"\x1b[?2026l"


class Terminal:
    """Runs a command in a terminal of `size`, as (columns, rows)."""

    def __init__(self, command, size=(80, 24), env=None, term="xterm-256color", cwd="/tmp"):
        self.written, self._read = bytearray(), (None, [])
        self._errors = tempfile.TemporaryFile()
        self.master, self.slave = pty.openpty()
        self._size(size)
        # What a person's shell would have, whatever we run under.
        self.before = termios.tcgetattr(self.slave)
        self.process = subprocess.Popen(
            [str(part) for part in command], stdin=self.slave, stdout=self.slave,
            stderr=self._errors, cwd=cwd, start_new_session=True,
            env=environment({"TERM": term, "LANG": "C.UTF-8"} | (env or {})),
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0))
        os.set_blocking(self.master, False)

    def _size(self, size):
        self.size = size
        fcntl.ioctl(self.slave, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
        self.screen = Screen(*size)
        self._stream = pyte.ByteStream(self.screen)

    def resize(self, width, height):
        """The window changes its size; what the program then draws is on an empty screen.

        Terminals differ in what they keep of the old one, so nothing of it may be relied upon.
        """
        self._size((width, height))
        self.settle(least=1)

    # Reading

    def take(self, seconds=0.0):
        """Reads what has come, waiting for it so long; gives how many bytes came."""
        if not select.select([self.master], [], [], seconds)[0]:
            return 0
        try:
            piece = os.read(self.master, 1 << 20)
        except OSError:
            return 0
        self.written += piece
        self._stream.feed(piece)
        return len(piece)

    def settle(self, quiet=0.04, least=0, most=5.0):
        """Reads until nothing came for a while; gives how many bytes came. Waits for `least`."""
        end, total = time.monotonic() + most, 0
        while time.monotonic() < end:
            came = self.take(quiet if total >= least else 0.5)
            total += came
            if not came and total >= least:
                break
        return total

    def wait(self, *words, seconds=10, without=()):
        """Waits until all these words are on the screen, and none of the others."""
        end = time.monotonic() + seconds
        while True:
            text = self.text
            if all(word in text for word in words) and not any(word in text for word in without):
                return self
            left = end - time.monotonic()
            assert left > 0, f"no {words} without {without} in:\n{text}\n{self.err}"
            assert self.is_running, f"ended with {self.process.returncode}:\n{text}\n{self.err}"
            self.take(min(left, 0.2))

    @property
    def lines(self):
        """The screen as it reads; worked out once for each thing written."""
        state = (id(self.screen), len(self.written))
        if self._read[0] != state:
            across, buffer = range(self.screen.columns), self.screen.buffer
            lines = ["".join([row[x].data for x in across]).rstrip()
                     for row in (buffer[y] for y in range(self.screen.lines))]
            self._read = state, lines
        return self._read[1]

    @property
    def text(self):
        return "\n".join(self.lines)

    @property
    def flat(self):
        """What is read in a line across the screen, with no boxes and with single spaces."""
        return " ".join(re.sub(r"[\u2500-\u259f]", " ", self.text).split())

    @property
    def err(self):
        size = os.fstat(self._errors.fileno()).st_size
        return os.pread(self._errors.fileno(), size, 0).decode(errors="replace")

    def place(self, words, last=False):
        """The middle cell of these words on the screen: where they stand first, or last."""
        places = []
        for y in range(self.screen.lines):
            row, columns = self.screen.buffer[y], []
            for x in range(self.screen.columns):
                columns += [x] * len(row[x].data)
            line = "".join(row[x].data for x in range(self.screen.columns))
            for found in re.finditer(re.escape(words), line):
                places.append((columns[(found.start() + found.end() - 1) // 2], y))
        assert places, f"no {words!r} on:\n{self.text}"
        return places[-1 if last else 0]

    # Writing

    def send(self, content):
        """Types bytes, reading all the while what they bring about."""
        rest = memoryview(content)
        while rest:
            _, ready, _ = select.select([], [self.master], [], 0)
            if ready:
                try:
                    rest = rest[os.write(self.master, rest[:4096]):]
                except BlockingIOError:
                    pass
            self.take(0 if ready else 0.05)

    def press(self, *keys, most=0.6):
        """Presses keys one after another, by name or as they are typed; gives the bytes painted."""
        painted = 0
        for key in keys:
            painted = self._tell(KEYS.get(key) or key.encode(), most)
        return painted

    def _tell(self, content, most):
        """Sends something, and waits so long at most until what it brings about is painted."""
        self.take()
        length = len(self.written)
        self.send(content)
        waited = most
        while (length == len(self.written) or not self.written.endswith(FRAME_END)):
            if not self.take(waited):
                break
            waited = 0.04
        return len(self.written) - length

    def touch(self, x, y):
        """A finger at a cell, counted from 0, 0."""
        return self._tell(f"\x1b[<0;{x + 1};{y + 1}M\x1b[<0;{x + 1};{y + 1}m".encode(), 0.6)

    def touch_words(self, words, last=False):
        return self.touch(*self.place(words, last))

    # The process

    @property
    def is_running(self):
        return self.process.poll() is None

    @property
    def memory(self):
        """Kilobytes it holds in memory."""
        with open(f"/proc/{self.process.pid}/status") as status:
            return int(re.search(r"VmRSS:\s+(\d+)", status.read())[1])

    @property
    def modes(self):
        return termios.tcgetattr(self.slave)

    def signal(self, number):
        self.process.send_signal(number)

    def ended(self, seconds=20):
        """Waits for the end; gives the exit code."""
        end = time.monotonic() + seconds
        while self.is_running:
            assert time.monotonic() < end, f"still running:\n{self.text}\n{self.err}"
            self.take(0.05)
        self.settle()
        assert not CRASH.search(self.err), self.err
        return self.process.returncode

    def stop(self):
        """Asks it to end; it must put the terminal back as it was, and leave nothing behind."""
        if self.is_running:
            self.signal(signal.SIGTERM)
            code = self.ended()
            assert code == 0, f"exit {code}: {self.err}"
        self.close()

    def close(self):
        if self.is_running:
            self.process.kill()
        self.process.wait()
        for end in (self.master, self.slave):
            if end is not None:
                os.close(end)
        self.master = self.slave = None

    def __enter__(self):
        return self

    def __exit__(self, kind, *_):
        if self.master is None:
            return
        if kind is None:
            self.stop()
        else:
            self.close()

"""The kiosk's rows: memory and start with a full queue, and how fast one is sent.

Run by itself, after `make release`: .build/python/bin/python Tests/Bench/kiosk.py
"""

import fcntl
import os
import pty
import select
import struct
import subprocess
import sys
import tempfile
import termios
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "Live"))

import examples  # noqa: E402
from program import Server, environment  # noqa: E402
from rehearsing import KIOSK, Kiosk, opened  # noqa: E402
from relay import Relay  # noqa: E402

WAITING = 10_000
MOST_MEMORY = 32 << 10  # KiB resident


class Screen:
    """The program on a terminal of 80 by 24."""

    def __init__(self, home):
        ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        self.began = time.monotonic()
        self.process = subprocess.Popen(
            [KIOSK, "--home", str(home)], stdin=theirs, stdout=theirs, stderr=theirs,
            env=environment({"TERM": "xterm-256color"}), start_new_session=True)
        os.close(theirs)
        self.terminal = ours

    def painted(self, quiet=0.3):
        """The seconds from the start to the last byte of the first screen, and how many came."""
        last, count = self.began, 0
        while select.select([self.terminal], [], [], quiet if count else 20)[0]:
            count += len(os.read(self.terminal, 65536))
            last = time.monotonic()
        return last - self.began, count

    @property
    def resident(self):
        """KiB, by the kernel."""
        lines = Path(f"/proc/{self.process.pid}/status").read_text().splitlines()
        return int(next(line for line in lines if line.startswith("VmRSS")).split()[1])

    def close(self):
        self.process.kill()
        self.process.wait()
        os.close(self.terminal)


def measure(folder):
    data = folder / "data"
    data.mkdir()
    (data / "heard.yaml").write_text(examples.SETTINGS)
    with Relay() as relay, Server(opened(data)) as server:
        relay.server = server
        kiosk = Kiosk(folder / "kiosk").enrol(relay.base, data)
        relay.trouble = lambda path: "cut"
        kiosk.run("--rehearse", WAITING, timeout=600)
        screen = Screen(kiosk.home)
        seconds, count = screen.painted()
        resident = screen.resident
        screen.close()
        relay.trouble = lambda path: None
        began = time.monotonic()
        kiosk.run("--send", timeout=600)
        rate = WAITING / (time.monotonic() - began)
    return [
        ("memory with 10,000 waiting", f"{resident / 1024:.1f} MiB", resident <= MOST_MEMORY),
        ("start to the first screen", f"{seconds * 1000:.0f} ms, {count} bytes", True),
        ("upload of a full queue", f"{rate:.0f} visits a second", True),
    ]


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        rows = measure(Path(folder))
    for name, value, is_met in rows:
        print(f"{name:32}{value:28}{'' if is_met else 'MISSED'}")
    sys.exit(not all(is_met for *_, is_met in rows))

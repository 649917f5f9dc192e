"""(g) A kiosk with a full queue: what it holds in memory and how it starts; (h) how fast it sends.

A server runs with three shipped surveys, and a kiosk is enrolled at it through the tests' relay,
which calls the authority made up: every screen measured here, those of (f) too, bears that line.
With the network cut, the program's own `--rehearse` keeps 10,000 made-up visits, each through the
journey, sealed and synced to the disk as anybody's would be. Then the program is started on a
terminal, still cut off: VmRSS is the kernel's figure of all that is resident of it, whatever is
shared included, a second after the first screen stands. The time to start runs from before the
process is made to the last byte of that screen, with the files in the kernel's cache.

With the network back, `--send` sends all of it, in batches, to the same server on the same machine,
which syncs each before it answers: client and server share the cores, and between them stands the
tests' relay, in Python. Visits a second are over the whole run, the start of the program included.
Nothing is compared in these two: they are figures, of this machine.
"""

import fcntl
import os
import pty
import re
import select
import statistics
import struct
import subprocess
import sys
import termios
import time
from contextlib import ExitStack
from pathlib import Path

from running import HERE, RELEASE, Failed, require
from table import Row

# The live tests know how to enrol a kiosk, cut its network and read its terminal.
sys.path.append(str(HERE.parent / "Live"))

import examples  # noqa: E402
from keys import SIZE, of_keys  # noqa: E402
from program import Server, environment  # noqa: E402
from rehearsing import Kiosk, opened  # noqa: E402
from relay import Relay  # noqa: E402
from terminal import FRAME_END  # noqa: E402

PROGRAM = RELEASE / "heard-kiosk"
MEMORY_TARGET = 32
STARTS = 5


def of_kiosk(work, size, letters):
    """Yields the rows, so that one which fails leaves those before it."""
    require(PROGRAM)
    folder = work / "kiosk"
    data = folder / "data"
    data.mkdir(parents=True)
    (data / "heard.yaml").write_text(examples.SETTINGS)
    with ExitStack() as stack:
        relay = stack.enter_context(Relay())
        relay.server = stack.enter_context(Server(opened(data)))
        kiosk = Kiosk(folder / "home").enrol(relay.base, data)
        if "f" in letters:
            yield from of_keys(work, PROGRAM, kiosk.home, size.presses)
        if set("gh") & set(letters):
            relay.trouble = lambda path: "cut"
            took = seconds_of(kiosk, "--rehearse", size.visits)
            if "g" in letters:
                yield from of_start(kiosk, size.visits, took)
            relay.trouble = lambda path: None
            if "h" in letters:
                yield of_sending(kiosk, size.visits)


def seconds_of(kiosk, *options):
    """How long the program takes over one errand."""
    began = time.monotonic()
    kiosk.run(*options, timeout=900)
    return time.monotonic() - began


def of_start(kiosk, visits, took):
    starts = [started(kiosk.home) for _ in range(STARTS)]
    seconds = [start[0] * 1000 for start in starts]
    resident, highest = (max(start[2][i] for start in starts) for i in (0, 1))
    return [
        Row("g", f"memory of a kiosk with {visits} waiting (VmRSS)", f"{resident:.1f} MiB",
            f"<= {MEMORY_TARGET} MiB", resident <= MEMORY_TARGET, [
                f"the most of {STARTS} starts; VmHWM {highest:.1f} MiB; the {visits} visits were "
                f"kept in {took:.1f} s"]),
        Row("g", f"its start to the last of {starts[0][1]} bytes of the first screen",
            f"{statistics.median(seconds):.0f} ms",
            raw=["starts: " + " ".join(f"{one:.0f}" for one in seconds) + " ms"]),
    ]


def started(home):
    """Starts the program once: seconds to its first screen, the bytes of it, and its memory."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", *reversed(SIZE), 0, 0))
    began = time.monotonic()
    process = subprocess.Popen(
        [PROGRAM, "--home", home], stdin=theirs, stdout=theirs, stderr=theirs,
        env=environment({"TERM": "xterm-256color"}), start_new_session=True)
    os.close(theirs)
    try:
        came = b""
        while not came.endswith(FRAME_END):
            if not select.select([ours], [], [], 20)[0]:
                raise Failed(f"no first screen came, only {came!r}")
            came += os.read(ours, 1 << 16)
        seconds = time.monotonic() - began
        # The sender has begun by then, and found no network.
        time.sleep(1)
        status = Path(f"/proc/{process.pid}/status").read_text()
    finally:
        process.kill()
        process.wait()
        os.close(ours)
    sizes = [int(re.search(rf"{name}:\s+(\d+)", status)[1]) / 1024 for name in ("VmRSS", "VmHWM")]
    return seconds, len(came), sizes


def of_sending(kiosk, visits):
    took = seconds_of(kiosk, "--send")
    if kiosk.waiting or kiosk.set_aside:
        raise Failed(f"{len(kiosk.waiting)} still wait, {len(kiosk.set_aside)} were set aside")
    return Row("h", f"visits a second when a queue of {visits} is sent", f"{visits / took:.0f}",
               raw=[f"{took:.1f} s, with a relay in Python between the kiosk and the server"])

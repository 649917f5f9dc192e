"""Programs the benchmark starts, and how what they use is measured.

Processor time is the kernel's own count (user and system, /proc/PID/stat), read before and after
a stretch of load. It hardly depends on what else runs on the machine, nor on the load client that
shares the two cores; elapsed time does, and is only ever compared with elapsed time of its own run.
Things compared are run by turns, A B A B ..., and the ratio is the median of the pairs' ratios.
"""

import contextlib
import http.client
import os
import re
import select
import signal
import statistics
import struct
import subprocess
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
PROJECT = HERE.parent.parent
RELEASE = PROJECT / ".build" / "release"
HEARD = RELEASE / "heard"
LOOPBACK = re.compile(r"http://127\.0\.0\.1:(\d+)")


class Failed(Exception):
    """Something did not run; a poor figure never is."""


def require(path):
    if not path.exists():
        raise Failed(f"{path} is missing; build it first, as 'make bench' does")
    return path


def compiled(work, name, *libraries):
    """Builds one of the C programs beside this file; one that ends in .so is made to be loaded."""
    built = work / name
    shape = ["-shared", "-fPIC"] if name.endswith(".so") else []
    source = HERE / (built.stem + ".c")
    run(["gcc", "-O2", *shape, "-o", built, source, *[f"-l{library}" for library in libraries]])
    return built


def run(command, timeout=120, **options):
    """Runs a command to its end and gives what it printed."""
    command = [str(word) for word in command]
    ended = subprocess.run(command, capture_output=True, text=True, timeout=timeout, **options)
    if ended.returncode:
        raise Failed(f"{' '.join(command)}: {ended.stderr.strip() or ended.stdout.strip()}")
    return ended.stdout


class Server:
    """A program that prints a loopback address when it is ready; stopped when the block ends."""

    def __init__(self, command, ready=LOOPBACK, within=60, environment=None):
        self.command = [str(word) for word in command]
        self.ready, self.within = ready, within
        self.environment = {**os.environ, **(environment or {})}

    def __enter__(self):
        began = time.monotonic()
        self.complaints = tempfile.TemporaryFile()
        self.process = subprocess.Popen(
            self.command, stdout=subprocess.PIPE, stderr=self.complaints, env=self.environment)
        try:
            self.port = int(self._ready_line(began + self.within).group(1))
        except BaseException:
            self.stop()
            raise
        self.seconds_to_start = time.monotonic() - began
        self.url = f"http://127.0.0.1:{self.port}"
        return self

    def __exit__(self, *_):
        self.stop()

    def _ready_line(self, end):
        out, said = self.process.stdout, b""
        while time.monotonic() < end:
            if not select.select([out], [], [], 0.5)[0]:
                continue
            piece = os.read(out.fileno(), 65536)
            if not piece:
                break
            said += piece
            self.said = said.decode("utf-8", "replace")
            if found := self.ready.search(self.said[: self.said.rfind("\n") + 1]):
                return found
        self.complaints.seek(0)
        words = self.complaints.read(2000).decode("utf-8", "replace").strip()
        raise Failed(f"{' '.join(self.command)} did not get ready: {words}")

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.process.communicate(timeout=60)
        self.process.kill()
        self.process.wait()
        self.complaints.close()

    def cpu(self):
        """Seconds of processor time used so far."""
        stat = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(stat[11]) + int(stat[12])) / os.sysconf("SC_CLK_TCK")

    def memory(self):
        """Mebibytes resident now, and at most since the start."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return tuple(
            int(re.search(rf"{name}:\s+(\d+)", status).group(1)) / 1024
            for name in ("VmRSS", "VmHWM"))


def fetch(server, path="/", cookie=None):
    """One GET: the status, the header fields but the date by name, and the body."""
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=30)
    with contextlib.closing(connection):
        connection.request("GET", path, headers={"Cookie": cookie} if cookie else {})
        reply = connection.getresponse()
        fields = sorted(field for field in reply.getheaders() if field[0] != "Date")
        return reply.status, fields, reply.read()


def wrk(server, path="/", seconds=3, cookie=None, connections=64):
    """Drives GETs of one page; gives requests, and the server's processor seconds for them."""
    headers = ["-H", f"Cookie: {cookie}"] if cookie else []
    before = server.cpu()
    said = run(
        ["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", *headers, server.url + path],
        timeout=seconds + 30)
    used = server.cpu() - before
    if "Non-2xx" in said or "Socket errors" in said:
        raise Failed(f"{server.url}{path}: {said}")
    return int(re.search(r"(\d+) requests in", said).group(1)), used


def by_turns(rounds, *measures):
    """Takes each measure `rounds` times by turns; gives the figures of each."""
    taken = [[measure() for measure in measures] for _ in range(rounds)]
    return list(zip(*taken))


def ratio(upper, lower):
    """The median of the pairs' ratios."""
    return statistics.median(a / b for a, b in zip(upper, lower))


class Syncs:
    """Calls of fsync and fdatasync and the time within them, counted by `syncs.c`."""

    def __init__(self, work):
        self.file = work / "syncs"
        library = compiled(work, "syncs.so")
        self.environment = {"LD_PRELOAD": str(library), "BENCH_SYNCS": str(self.file)}

    def read(self):
        """Calls so far, and seconds."""
        calls, nanoseconds = struct.unpack("=QQ", self.file.read_bytes())
        return calls, nanoseconds / 1e9

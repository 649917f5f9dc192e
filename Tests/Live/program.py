"""Runs the program under test, as a command and as a server."""

import os
import re
import select
import signal
import subprocess
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BINARY = os.environ.get("LIVE_BINARY", str(ROOT / ".build/release/heard"))
SURVEYS = ROOT / "Surveys"

# What a program prints when it falls over instead of answering.
CRASH = re.compile(
    r"Fatal error|Stack dump|Traceback|Illegal instruction|Segmentation fault|"
    r"💣|Program crashed|Error raised at top level|uncaught|AddressSanitizer")

READY = re.compile(r"^Heard is listening on (https?://\S+)$", re.M)


@dataclass
class Ran:
    """How a command ended and what it said."""

    code: int
    out: str
    err: str

    @property
    def lines(self):
        return self.out.splitlines()


def environment(extra=None):
    """Ours, without any setting of Heard's that happens to be set here."""
    env = {name: value for name, value in os.environ.items() if not name.startswith("HEARD_")}
    return env | (extra or {})


def heard(*arguments, data=None, stdin="", env=None, cwd=None, timeout=120):
    """Runs a command. Whatever it was asked, it must end by itself and must not crash."""
    command = [BINARY, *map(str, arguments)]
    if data is not None:
        command += ["--data", str(data)]
    done = subprocess.run(
        command, input=stdin.encode(), capture_output=True, env=environment(env),
        cwd=cwd or "/tmp", timeout=timeout)
    ran = Ran(done.returncode, done.stdout.decode(), done.stderr.decode())
    told = f"{command} gave {ran}"
    assert ran.code in (0, 1, 64), told
    assert not CRASH.search(ran.out + ran.err), told
    if ran.code != 0:
        assert ran.err.strip(), f"refused without a reason: {told}"
    return ran


class Server:
    """A running `heard serve` or `heard demo` on a port of its own."""

    def __init__(self, data, *arguments, command="serve", env=None, listen="127.0.0.1:0"):
        self.data = Path(data)
        self.out = ""
        self._errors = tempfile.TemporaryFile()
        self.process = subprocess.Popen(
            [BINARY, command, "--data", str(data), "--listen", listen, *map(str, arguments)],
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=self._errors,
            env=environment(env), cwd="/tmp")
        try:
            self.base = self._wait_until_ready(120)
        except BaseException:
            self.process.kill()
            self.process.wait()
            raise

    def _wait_until_ready(self, seconds):
        end = time.monotonic() + seconds
        pipe = self.process.stdout.fileno()
        while not (ready := READY.search(self.out)):
            left = end - time.monotonic()
            assert left > 0, f"not ready in {seconds} s: {self.out}{self.err}"
            if select.select([pipe], [], [], left)[0]:
                piece = os.read(pipe, 65536)
                assert piece, f"ended before it was ready: {self.out}{self.err}"
                self.out += piece.decode()
        return ready[1]

    @property
    def port(self):
        return int(self.base.rsplit(":", 1)[1])

    @property
    def err(self):
        size = os.fstat(self._errors.fileno()).st_size
        return os.pread(self._errors.fileno(), size, 0).decode(errors="replace")

    @property
    def links(self):
        """The links a demo printed, by the title that stands above each."""
        return {
            title: link
            for title, link in re.findall(r"^(.+)\n(http://\S+/a/\S+)$", self.out, re.M)}

    @property
    def is_running(self):
        return self.process.poll() is None

    def stop(self, by=signal.SIGTERM):
        """Asks it to stop; it must do so by itself, with exit code 0 and no crash."""
        if self.process.stdout.closed:
            return
        self.process.send_signal(by)
        rest, _ = self.process.communicate(timeout=60)
        self.out += rest.decode()
        assert self.process.returncode == 0, f"exit {self.process.returncode}: {self.err}"
        assert not CRASH.search(self.out + self.err), self.out + self.err

    def kill(self):
        """Pulls the plug."""
        self.process.kill()
        self.process.wait()
        self.process.stdout.close()

    def __enter__(self):
        return self

    def __exit__(self, kind, *_):
        if kind is None:
            self.stop()
        elif not self.process.stdout.closed:
            self.kill()

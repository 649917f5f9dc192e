"""Kiosks that keep made-up visits, and what became of them at the server."""

import os
import re
import sqlite3
import subprocess
import uuid
from pathlib import Path

from program import BINARY, CRASH, ROOT, environment, heard

KIOSK = os.environ.get("LIVE_KIOSK", str(Path(BINARY).with_name("heard-kiosk")))
SURVEYS = ["how-was-today", "worries-good-things-hopes", "parents-and-carers"]
PLACE = "Beech House"


def opened(data):
    """A data folder in which several surveys are asked at one place."""
    for survey in SURVEYS:
        assert heard("survey", "publish", ROOT / f"Surveys/{survey}.yaml", data=data).code == 0
        assert heard("collection", "open", survey, "--place", PLACE, data=data).code == 0
    return data


class Kiosk:
    """A kiosk's home, and its program run in it."""

    def __init__(self, home, heartbeat="1"):
        self.home = Path(home)
        self.env = {"HEARD_KIOSK_HEARTBEAT": heartbeat}
        self.kept = []  # ids of visits that were thanked for

    def enrol(self, base, data):
        ran = heard("kiosk", "enrol", "--place", PLACE, data=data)
        assert ran.code == 0, ran
        code = re.search(r"--enrol (\S+)", ran.out)[1]
        out = self.run("--server", base, "--enrol", code)
        assert PLACE in out
        return self

    def start(self, *arguments, before=()):
        return subprocess.Popen(
            [*before, KIOSK, "--home", str(self.home), *map(str, arguments)],
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            env=environment(self.env), cwd="/tmp")

    def finish(self, process, code=0, timeout=120):
        """What a program said that ends by itself; notes the visits it kept."""
        out, err = (one.decode() for one in process.communicate(timeout=timeout))
        assert not CRASH.search(out + err), out + err
        assert code is None or process.returncode == code, (process.returncode, out[-500:], err)
        # A line that was cut off by a kill names no visit.
        self.kept += [
            uuid.UUID(one).hex
            for one in re.findall(r"^kept \d+ ([0-9A-F-]{36})$", out[:out.rfind("\n") + 1], re.M)]
        return out + err

    def run(self, *arguments, code=0, timeout=120, before=()):
        return self.finish(self.start(*arguments, before=before), code, timeout)

    @property
    def waiting(self):
        return sorted(
            (path for path in (self.home / "queue").iterdir() if path.name[0] != "."),
            key=lambda path: int(path.name.split("-")[0]))

    @property
    def set_aside(self):
        return [path for path in (self.home / "aside").iterdir() if path.suffix != ".reason"]

    @property
    def status(self):
        pairs = (line.split(": ", 1) for line in self.run("--status").splitlines())
        return dict(pair for pair in pairs if len(pair) == 2)


def stored(data):
    """The ids of all responses from kiosks, as hexadecimal digits."""
    database = sqlite3.connect(f"file:{data}/heard.sqlite?mode=ro", uri=True)
    try:
        rows = database.execute(
            "SELECT responses.id FROM responses JOIN slices ON slices.id = slice"
            " WHERE channel = 'kiosk'").fetchall()
    finally:
        database.close()
    return [one.hex() for one, in rows]


def numbers_received(data):
    """Which visits' numbers the server noted, as it writes them."""
    database = sqlite3.connect(f"file:{data}/heard.sqlite?mode=ro", uri=True)
    try:
        return database.execute("SELECT received FROM kiosks").fetchone()[0]
    finally:
        database.close()


def check_all_stored_once(kiosk, data):
    """Every visit that was thanked for is stored, once; nothing waits and nothing is aside."""
    ids = stored(data)
    assert len(ids) == len(set(ids)), "something is stored twice"
    lost = set(kiosk.kept) - set(ids)
    assert not lost, f"{len(lost)} of {len(kiosk.kept)} visits were lost"
    assert not kiosk.waiting and not kiosk.set_aside
    ran = heard("verify", data=data)
    assert ran.code == 0, ran
    return ids

"""The kiosk's program sends to the real server through a network that fails in every way."""

import random
import re
import shutil
import sqlite3
import subprocess
import time

import pytest

from program import Server, heard
from rehearsing import Kiosk, check_all_stored_once, numbers_received, opened, stored
from relay import TROUBLES, UPLOAD, Relay


@pytest.fixture
def relay():
    with Relay() as relay:
        yield relay


@pytest.fixture
def place(data, relay, server):
    """A server behind a relay, and a kiosk of it."""
    relay.server = server(opened(data))
    return Kiosk(data.parent / "kiosk").enrol(relay.base, data)


def off_line(relay):
    relay.trouble = lambda path: "cut"


def on_line(relay):
    relay.trouble = lambda path: None


def test_enrolling_makes_a_private_home_and_tells_what_is_asked(place, data):
    assert place.home.stat().st_mode & 0o777 == 0o700
    for path in place.home.rglob("*"):
        assert path.stat().st_mode & 0o077 == 0, path
    assert len((place.home / "device.key").read_bytes()) == 32
    status = place.status
    assert (status["place"], status["waiting"], status["set aside"]) == ("Beech House", "0", "0")


@pytest.mark.parametrize("arguments,code,words", [
    (["--server", "http://heard.example", "--enrol", "X"], 64, "https"),
    (["--server", "heard.example", "--enrol", "X"], 64, "not a server's address"),
    (["--enrol", "X"], 64, "--server"),
    (["--server", "http://127.0.0.1:1", "--enrol", "X"], 1, "connect"),
    (["--send", "--status"], 64, "at a time"),
    (["--rehearse", "0"], 64, "number of visits"),
    (["--send"], 1, "no kiosk yet"),
    (["--status"], 1, "no kiosk yet"),
    ([], 1, "no kiosk yet"),
])
def test_what_cannot_be_done_is_said(tmp_path, arguments, code, words):
    said = Kiosk(tmp_path / "home").run(*arguments, code=code)
    assert words in said, said


def test_a_code_serves_once_and_wrong_ones_are_refused(place, data, tmp_path, relay):
    other = Kiosk(tmp_path / "other")
    said = other.run("--server", relay.base, "--enrol", "AAAA-BBBB-CC", code=1)
    assert "does not take this code" in said


def test_two_programs_never_have_one_home(place):
    first = place.start("--rehearse", "100000")
    try:
        first.stdout.readline()
        assert "another heard-kiosk" in place.run("--send", code=1)
    finally:
        first.kill()
        place.finish(first, code=None)


def test_a_rehearsal_is_refused_where_answers_are_real(place, relay, server):
    bundle = place.home / "bundle.json"
    bundle.write_text(bundle.read_text().replace('"isMadeUp":true', '"isMadeUp":false'))
    off_line(relay)
    # Many times: it ends while its sender is at work, which must not take it down.
    for _ in range(60):
        assert "made-up answers" in place.run("--rehearse", "1", code=1)


@pytest.mark.parametrize("trouble", TROUBLES)
def test_each_trouble_loses_and_doubles_nothing(place, data, relay, trouble):
    off_line(relay)
    place.run("--rehearse", "70")
    assert len(place.waiting) == 70
    relay.seen.clear()
    left = [2]

    def spoil(path):
        if path != UPLOAD or not left[0]:
            return None
        left[0] -= 1
        return trouble

    relay.trouble = spoil
    place.run("--send")
    assert relay.uploads[:2] == [trouble] * 2
    ids = check_all_stored_once(place, data)
    assert len(ids) == 70


def test_a_bad_network_for_a_while(place, data, relay):
    chance = random.Random(3)
    relay.trouble = lambda path: chance.choice(TROUBLES) if chance.random() < 0.35 else None
    for _ in range(4):
        place.run("--rehearse", "150")
    on_line(relay)
    place.run("--send", timeout=400)
    assert len(check_all_stored_once(place, data)) == 600


def test_ten_thousand_off_line_then_on_line(place, data, relay):
    off_line(relay)
    place.run("--rehearse", "10000", timeout=600)
    assert len(place.waiting) == 10_000
    finished = [path.name.split("-", 1)[1] for path in place.waiting]
    assert place.status["waiting"] == "10000"
    on_line(relay)
    began = time.monotonic()
    place.run("--send", timeout=600)
    print(f"10,000 sent in {time.monotonic() - began:.1f} s")
    assert relay.stored == finished, "sent in another order than finished"
    assert len(check_all_stored_once(place, data)) == 10_000
    assert numbers_received(data) == "1-10000"


def test_a_revoked_kiosk_keeps_everything(place, data, relay):
    off_line(relay)
    place.run("--rehearse", "3")
    on_line(relay)
    listed = heard("kiosk", "list", data=data)
    device = re.search(r"[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}", listed.out)
    ran = heard("kiosk", "revoke", device[0], data=data)
    assert ran.code == 0, ran
    process = place.start("--send")
    time.sleep(3)
    assert process.poll() is None
    process.kill()
    place.finish(process, code=None)
    assert len(place.waiting) == 3 and stored(data) == []


@pytest.mark.skipif(not shutil.which("faketime"), reason="faketime is not installed")
@pytest.mark.parametrize("wrong", ["-1100d", "+400d"])
def test_a_wrong_clock_is_put_right(place, data, relay, wrong):
    before = ["env", "FAKETIME_DONT_FAKE_MONOTONIC=1", "faketime", "-f", wrong]
    off_line(relay)
    place.run("--rehearse", "5", before=before)
    on_line(relay)
    place.run("--rehearse", "5", before=before)
    place.run("--send", before=before)
    assert 401 not in relay.uploads[-1:]
    assert len(check_all_stored_once(place, data)) == 10
    database = sqlite3.connect(f"file:{data}/heard.sqlite?mode=ro", uri=True)
    days = database.execute("SELECT DISTINCT day FROM responses").fetchall()
    database.close()
    assert len(days) == 1, days


def test_no_word_anybody_said_stands_in_the_kiosks_files(place, relay):
    off_line(relay)
    place.run("--rehearse", "200")
    found = subprocess.run(
        ["grep", "-rlaE", "made up [0-9]+|skipped|chosen", str(place.home / "queue")],
        capture_output=True).stdout.decode()
    assert not found
    # What is asked here, which says nothing of anybody, stands in the bundle alone.
    found = subprocess.run(
        ["grep", "-rlaE", "made up [0-9]+", str(place.home)], capture_output=True).stdout.decode()
    assert not found


def test_nobody_may_look_into_the_running_program(place, relay):
    process = place.start("--rehearse", "100000")
    try:
        process.stdout.readline()
        limits = open(f"/proc/{process.pid}/limits").read()
        core = next(line for line in limits.splitlines() if line.startswith("Max core"))
        assert core.split()[4:6] == ["0", "0"]
    finally:
        process.kill()
        place.finish(process, code=None)

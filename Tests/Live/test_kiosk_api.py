"""The kiosks' API over real sockets, asked by a kiosk that was written in another language."""

import base64
import os
import random
import re
import sqlite3
import threading
import time
import urllib.request

import pytest

from device import Device, invite, said
from program import BINARY, Server, heard
from test_disk import fill, full, settled, small_disk  # noqa: F401

KILLS = int(os.environ.get("LIVE_KIOSK_KILLS", "60"))
ITEMS = int(os.environ.get("LIVE_KIOSK_ITEMS", "10000"))


@pytest.fixture
def kiosks(data, publish, open_links, server, tmp_path):
    """A server where something is asked, with keys of its own; and its data folder."""
    publish(data)
    open_links(data)
    return server(data, "--keys", tmp_path / "keys", "--health", "127.0.0.1:0")


@pytest.fixture
def device(kiosks):
    return Device(kiosks.base, invite(kiosks.data))


def listed(data):
    ran = heard("kiosk", "list", data=data)
    assert ran.code == 0, ran
    return [line.split("\t") for line in ran.lines]


def words_kept(data):
    database = sqlite3.connect(f"file:{data}/heard.sqlite?mode=ro", uri=True)
    try:
        return [row[0] for row in database.execute("SELECT body FROM comments")]
    finally:
        database.close()


def test_enrolling_tells_what_to_do(kiosks, tmp_path):
    ran = heard("kiosk", "enrol", "--place", "Somewhere", "--pin", "402957", data=kiosks.data)
    assert ran.code == 0 and not ran.err
    assert re.search(r"code: [0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}, works once, until \d\d:\d\d", ran.out)
    assert "staff PIN: 402957" in ran.out
    assert re.search(r"heard-kiosk --server http://\S+ --enrol \S+\n", ran.out)
    key = tmp_path / "keys/kiosk.key"
    assert key.stat().st_mode & 0o777 == 0o600 and key.parent.stat().st_mode & 0o777 == 0o700
    typo = heard("kiosk", "enrol", "--place", "Somewere", data=kiosks.data)
    assert typo.code == 0 and "nothing is asked at 'Somewere'" in typo.err
    assert "Somewhere" in typo.err
    for weak in ("123456", "111111", "12345", "abcdef"):
        ran = heard("kiosk", "enrol", "--place", "P", "--pin", weak, data=kiosks.data)
        assert ran.code == 64 and "Usage:" in ran.err


def test_a_visit_goes_all_the_way(kiosks, device):
    code = invite(kiosks.data)
    first = Device(kiosks.base, code)
    assert first.enrol(code).json["device"] == first.told["device"]
    first.key = device.key
    assert first.enrol(code).problem == "code"

    answer = device.bundle()
    bundle = answer.json
    assert bundle["place"] == "Somewhere" and bundle["authority"]["name"] == "Testshire Council"
    [asked] = bundle["asked"]
    assert asked["survey"]["id"] == "little" and asked["promise"] == "anonymous"
    assert device.bundle(answer.headers["etag"]).status == 304

    one = device.seal(device.record(1, said("from Python", "bad")))
    lost = device.record(1, {})  # A number that never arrives.
    left = device.seal(device.record(1, {}, ending={"left": {"after": "feeling"}}))
    assert device.outcomes([one, left]) == ["stored", "stored"]
    assert device.outcomes([left, one]) == ["already", "already"]
    assert words_kept(kiosks.data) == ["from Python"]
    assert heard("concerns", "list", data=kiosks.data).lines[-1] == "1 unheard"

    beat = device.beat(wrongPINs=3, waiting=2, setAside=1)
    assert beat.json["bundle"] == answer.headers["etag"]
    assert abs(beat.json["now"] - time.time()) < 5
    line = next(row for row in listed(kiosks.data) if row[0] == str(device.id))
    assert line[1] == "Somewhere"
    for told in ("waiting 2", "set aside 1", "version python", "3 wrong PINs",
                 f"missing {lost['number']}"):
        assert told in line, line


def test_items_stand_each_for_itself_and_a_flipped_bit_is_seen(device):
    good = [device.seal(device.record(1, said(f"good {n}"))) for n in range(2)]
    sealed = bytearray(base64.b64decode(good[0]["sealed"]))
    bad = []
    for place in random.Random(3).sample(range(len(sealed)), 40):
        changed = sealed[:]
        changed[place] ^= 1 << (place % 8)
        bad.append(good[0] | {"sealed": base64.b64encode(changed).decode()})
    assert device.outcomes([good[0], *bad, good[1]]) == ["stored", *["refused"] * 40, "stored"]
    other = device.record(1, said("other words"), id=good[0]["id"])
    assert device.outcomes([device.seal(other)]) == ["conflict"]


def test_a_wrong_clock_is_corrected_and_a_revoked_device_is_told(kiosks):
    device = Device(kiosks.base, invite(kiosks.data), clock_off=-5 * 365 * 86400)
    assert device.outcomes([device.seal(device.record(1, said("years ago")))]) == ["stored"]
    database = sqlite3.connect(f"file:{kiosks.data}/heard.sqlite?mode=ro", uri=True)
    [[month]] = database.execute("SELECT DISTINCT month FROM slices").fetchall()
    database.close()
    assert month in (time.strftime("%Y-%m"), time.strftime("%Y-%m", time.gmtime()))
    device.offset = 0
    stale = device.bundle()
    assert (stale.status, stale.problem) == (401, "clock")
    device.offset = stale.json["now"] - device.wall
    assert device.bundle().status == 200
    assert device.beat().status == 200
    assert any(re.fullmatch(r"clock -1\d{8} s", part) for part in listed(kiosks.data)[0])
    assert heard("kiosk", "revoke", device.id, data=kiosks.data).code == 0
    for answer in (device.bundle(), device.beat(), device.upload([])):
        assert (answer.status, answer.problem) == (401, "revoked")
    assert any(part.startswith("revoked 20") for part in listed(kiosks.data)[0])
    assert heard("kiosk", "revoke", "1234", data=kiosks.data).code == 1
    absent = "00000000-0000-4000-8000-000000000000"
    assert heard("kiosk", "revoke", absent, data=kiosks.data).code == 1


def test_what_was_thanked_for_is_taken_after_closing(kiosks, device):
    visit = device.seal(device.record(1, said("before it closed")))
    assert heard("collection", "close", "1", data=kiosks.data).code == 0
    assert device.bundle().json["asked"] == []
    assert device.outcomes([visit]) == ["stored"]


def test_bad_requests_are_problems_and_never_a_fault_of_ours(device):
    chance = random.Random(5)
    for _ in range(300):
        body = chance.randbytes(chance.randrange(200))
        target = "/kiosk/v1/" + chance.choice(["responses", "heartbeat", "enrol", "x", "bundle"])
        answer = device.ask(chance.choice(["POST", "GET", "PUT"]), target, body)
        assert 400 <= answer.status < 500 or target.endswith("bundle")
        if answer.status >= 400:
            assert answer.problem
    for headers in ({"Heard-Time": "0"}, {"Heard-Device": "x"}, {"Heard-Signature": "AAAA"},
                    {"Heard-Clock": "a/1/9999999999999999999999"}):
        assert device.ask("GET", "/kiosk/v1/bundle", headers=headers).status == 401


def test_metrics_tell_of_all_kiosks_together(kiosks, device):
    device.beat(waiting=7, setAside=2)
    heard("kiosk", "revoke", Device(kiosks.base, invite(kiosks.data)).id, data=kiosks.data)
    port = re.search(r"health on port (\d+)", kiosks.err)[1]
    text = urllib.request.urlopen(f"http://127.0.0.1:{port}/metrics").read().decode()
    for line in ('heard_kiosks{state="heard"} 1', 'heard_kiosks{state="silent"} 0',
                 'heard_kiosks{state="revoked"} 1', "heard_kiosk_visits_waiting 7",
                 "heard_kiosk_visits_set_aside 2"):
        assert line in text
    assert "Somewhere" not in text and str(device.id) not in text.lower()


def test_a_silent_kiosk_is_flagged(kiosks, device):
    kiosks.stop()
    database = sqlite3.connect(f"{kiosks.data}/heard.sqlite")
    with database:
        database.execute("UPDATE kiosks SET contact = contact - 5 * 3600")
    database.close()
    assert "silent for 5 hours" in listed(kiosks.data)[0]
    settings = kiosks.data / "heard.yaml"
    settings.write_text(settings.read_text() + "kiosk-silent-hours: 6\n")
    assert not any("silent" in part for part in listed(kiosks.data)[0])


def test_no_kiosk_is_said_so(data, publish):
    publish(data)
    assert heard("kiosk", "list", data=data).out.startswith("no kiosks")


def test_nothing_says_when_somebody_was_there(kiosks, device):
    database = sqlite3.connect(f"file:{kiosks.data}/heard.sqlite?mode=ro", uri=True)
    before = database.execute("SELECT contact FROM kiosks").fetchone()
    time.sleep(1.1)
    canary = "a canary in a waiting room"
    record = device.record(1, said(canary), seconds=4711, sinceLast=1234567)
    assert device.outcomes([device.seal(record)]) == ["stored"]
    time.sleep(1.5)
    assert database.execute("SELECT contact FROM kiosks").fetchone() == before
    assert canary not in kiosks.err
    for (table,) in database.execute("SELECT name FROM sqlite_schema WHERE type = 'table'"):
        for row in database.execute(f"SELECT * FROM {table}"):
            for value in row:
                if isinstance(value, int) and table not in ("kiosks", "invitations"):
                    assert value < 100_000_000, f"{table}: {row}"
                assert value not in (4711, 1234567, record["finished"]["elapsed"]) or (
                    table == "slices")
    received, = database.execute("SELECT received FROM kiosks").fetchone()
    assert received == "1"
    database.close()


def test_keys_are_in_no_backup_and_restore_says_which_it_needs(kiosks, device, tmp_path):
    visit = device.seal(device.record(1, said("sealed before")))
    backup = tmp_path / "all.backup"
    assert heard("backup", backup, data=kiosks.data).code == 0
    secret = base64.b64decode((tmp_path / "keys/kiosk.key").read_text())
    assert secret not in backup.read_bytes()
    other, keys = tmp_path / "other", tmp_path / "other-keys"
    ran = heard("restore", backup, "--keys", keys, data=other)
    assert ran.code == 0 and re.search(r"needs the key [0-9a-f]{8} .* must be put back", ran.out)
    ran = heard("kiosk", "enrol", "--place", "Somewhere", "--keys", keys, data=other)
    assert ran.code == 1 and "put that one back" in ran.err
    with Server(other, "--keys", keys) as restored:
        assert "have to wait" in restored.err or "has to wait" in restored.err
        device.port, device.connection = restored.port, None
        assert (device.upload([visit]).status, device.upload([visit]).problem) == (503, "no-key")
        keys.mkdir()
        (keys / "kiosk.key").write_text((tmp_path / "keys/kiosk.key").read_text())
        assert device.outcomes([visit]) == ["stored"]


def test_a_full_disk_keeps_nothing_half(full, tmp_path):  # noqa: F811
    disk, data, _ = full
    with Server(data, "--keys", tmp_path / "keys") as server:
        device = Device(server.base, invite(data))
        visits = [device.seal(device.record(1, said(f"visit {n} " + "x" * 150))) for n in range(50)]
        settled(server)
        ballast = fill(disk)
        assert (device.upload(visits).status, device.upload(visits).problem) == (503, "full")
        assert words_kept(data) == []
        ballast.unlink()
        assert device.outcomes(visits) == ["stored"] * 50
        assert heard("verify", data=data).out.startswith("50 responses")


def test_what_was_answered_201_survives_every_kill(data, publish, open_links, tmp_path):
    publish(data)
    open_links(data)
    keys = ["--keys", tmp_path / "keys"]
    chance = random.Random(9)
    with Server(data, *keys) as server:
        device = Device(server.base, invite(data))
    sent, thanked, waiting = 0, set(), []

    def send():
        nonlocal sent, waiting
        try:
            while True:
                if not waiting:
                    waiting = [
                        (f"visit {sent + n}", device.seal(device.record(1, said(f"visit {sent + n}"))))
                        for n in range(5)]
                    sent += 5
                assert set(device.outcomes([item for _, item in waiting])) <= {"stored", "already"}
                thanked.update(words for words, _ in waiting)
                waiting = []
        except OSError:
            pass
        except Exception as problem:
            if "http.client" not in type(problem).__module__:
                raise

    for _ in range(KILLS):
        server = Server(data, *keys)
        device.port, device.connection = server.port, None
        sender = threading.Thread(target=send)
        sender.start()
        time.sleep(chance.random() * 0.15)
        server.kill()
        sender.join(30)
        assert not sender.is_alive()
    kept = words_kept(data)
    assert len(thanked) >= KILLS
    assert len(kept) == len(set(kept)), "something was kept twice"
    assert thanked <= set(kept), "something thanked for is lost"
    assert heard("verify", data=data).out.startswith(f"{len(kept)} responses")


def test_a_full_queue_goes_in_in_order_and_once(kiosks, device):
    items = [device.seal(device.record(1, said(f"visit {n}"))) for n in range(ITEMS)]
    began = time.monotonic()
    for start in range(0, ITEMS, 50):
        assert device.outcomes(items[start:start + 50]) == ["stored"] * len(items[start:start + 50])
    seconds = time.monotonic() - began
    print(f"{ITEMS} visits in {seconds:.1f} s with {BINARY}: {ITEMS / seconds:.0f} a second")
    assert set(device.outcomes(items[:50])) == {"already"}
    kept = words_kept(kiosks.data)
    assert sorted(kept) == sorted(f"visit {n}" for n in range(ITEMS))
    device.beat()
    assert "none missing" in listed(kiosks.data)[0]
    database = sqlite3.connect(f"file:{kiosks.data}/heard.sqlite?mode=ro", uri=True)
    assert database.execute("SELECT received FROM kiosks").fetchone() == (f"1-{ITEMS}",)
    database.close()

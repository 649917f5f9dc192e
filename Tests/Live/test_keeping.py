"""Concerns are shown until heard; backups come back whole, and damage is noticed."""

import re
import shutil
import sqlite3

import pytest

from program import heard
from visitor import Visitor


@pytest.fixture
def answered(data, publish, open_links, server):
    """A data folder in which one person gave a worrying answer; its server still runs."""
    publish(data)
    running = server(data)
    link = open_links(data, place="Ash Lane")[0]
    visitor = Visitor(running.base)
    visitor.answer_and_send(link, {"feeling": "bad", "words": "A quiet canary."})
    return running


def test_a_worrying_answer_is_a_concern_until_somebody_hears_it(answered, data):
    listed = heard("concerns", "list", data=data)
    assert listed.code == 0 and listed.lines[-1] == "1 unheard"
    concern, day, place, survey, said, state = listed.lines[0].split("\t")
    assert (place, survey, said, state) == ("Ash Lane", "little", "feeling = bad", "unheard")
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", day)
    assert "canary" not in listed.out
    assert heard("concerns", "hear", concern, data=data).code == 0
    assert heard("concerns", "list", data=data).lines[-1] == "0 unheard, 1 heard and open"
    absent = "00000000-0000-4000-8000-000000000000"
    assert heard("concerns", "hear", absent, data=data).code == 1
    assert heard("concerns", "hear", "seven", data=data).code == 1


def test_concerns_are_heard_without_a_server_too(answered, data):
    answered.stop()
    concern = heard("concerns", "list", data=data).out.split("\t")[0]
    assert heard("concerns", "hear", concern, data=data).code == 0
    assert heard("concerns", "close", concern, data=data).code == 0
    assert heard("concerns", "list", data=data).out == "0 unheard\n"


@pytest.mark.parametrize("running", [True, False])
def test_a_backup_comes_back_whole(running, answered, data, tmp_path):
    if not running:
        answered.stop()
    backup = tmp_path / "all.backup"
    assert heard("backup", backup, data=data).code == 0
    assert backup.stat().st_mode & 0o077 == 0, "what people said is for its owner alone"
    other = tmp_path / "other"
    restored = heard("restore", backup, data=other)
    assert restored.code == 0 and "1 responses" in restored.out and "keys" in restored.out
    assert heard("verify", data=other).out == heard("verify", data=data).out
    assert heard("concerns", "list", data=other).out == heard("concerns", "list", data=data).out


def test_a_backup_never_overwrites(answered, data, tmp_path):
    backup = tmp_path / "all.backup"
    backup.write_text("something else")
    assert heard("backup", backup, data=data).code == 1
    assert backup.read_text() == "something else"
    assert heard("backup", tmp_path / "absent" / "all.backup", data=data).code == 1


def test_restoring_over_what_is_kept_is_refused(answered, data, tmp_path):
    backup = tmp_path / "all.backup"
    assert heard("backup", backup, data=data).code == 0
    before = heard("verify", data=data).out
    assert heard("restore", backup, data=data).code == 1
    answered.stop()
    assert heard("restore", backup, data=data).code == 1
    assert heard("verify", data=data).out == before


@pytest.mark.parametrize("ending", ["-wal", "-shm"])
def test_an_older_store_s_log_is_not_played_into_the_restored_one(
        ending, answered, data, tmp_path):
    backup = tmp_path / "all.backup"
    assert heard("backup", backup, data=data).code == 0
    other = tmp_path / "other"
    other.mkdir()
    log = other / f"heard.sqlite{ending}"
    log.write_bytes(b"left over")
    refused = heard("restore", backup, data=other)
    assert refused.code == 1 and log.name in refused.err
    assert not (other / "heard.sqlite").exists()
    log.unlink()
    assert heard("restore", backup, data=other).code == 0


def damage(file, how):
    content = bytearray(file.read_bytes())
    if how == "cut short":
        del content[len(content) // 2:]
    elif how == "zeroes inside":
        middle = len(content) // 2 // 4096 * 4096
        content[middle:middle + 4096] = bytes(4096)
    elif how == "noise at the start":
        content[:100] = bytes(range(100))
    elif how == "no store":
        content = bytearray(b"hello")
    elif how == "empty":
        content = bytearray()
    file.write_bytes(content)


@pytest.mark.parametrize(
    "how", ["cut short", "zeroes inside", "noise at the start", "no store", "empty"])
def test_a_damaged_backup_is_refused_and_nothing_restored(how, answered, data, tmp_path):
    backup = tmp_path / "all.backup"
    assert heard("backup", backup, data=data).code == 0
    damage(backup, how)
    other = tmp_path / "other"
    assert heard("restore", backup, data=other).code == 1
    assert not (other / "heard.sqlite").exists()
    assert not list(other.glob("*restoring*"))


def test_another_program_s_database_is_refused(tmp_path):
    strange = tmp_path / "strange.sqlite"
    with sqlite3.connect(strange) as database:
        database.execute("CREATE TABLE responses (id)")
    database.close()
    assert heard("restore", strange, data=tmp_path / "other").code == 1
    assert heard("restore", tmp_path / "absent", data=tmp_path / "other").code == 1


def test_verify_counts_and_notices_damage(answered, data, tmp_path):
    sound = heard("verify", data=data)
    assert sound.code == 0
    assert re.fullmatch(
        r"1 responses, 1 editions, .*integrity ok\n", sound.out), sound.out
    answered.stop()
    copy = tmp_path / "copy"
    shutil.copytree(data, copy, ignore=shutil.ignore_patterns("*.sock"))
    with sqlite3.connect(copy / "heard.sqlite") as database:
        database.execute("PRAGMA foreign_keys = OFF")
        database.execute("DELETE FROM slices")
    database.close()
    broken = heard("verify", data=copy)
    assert broken.code == 1 and "integrity ok" not in broken.out


def test_verify_of_nothing_says_so(tmp_path):
    ran = heard("verify", data=tmp_path / "nothing")
    assert ran.code == 1 and "nothing" in ran.err

"""A full disk: people are told, nothing is half kept, and sending works once there is room."""

import os
import subprocess
import time

import pytest

import examples
from program import Server, heard
from steps import kept_words
from visitor import Visitor


@pytest.fixture
def small_disk(tmp_path):
    """A disk of a few megabytes."""
    folder = tmp_path / "disk"
    folder.mkdir()
    if os.geteuid() != 0:
        pytest.skip("only root may mount a small disk")
    done = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=4m,mode=700", "tmpfs", folder], capture_output=True)
    if done.returncode != 0:
        pytest.skip(f"no small disk can be mounted here: {done.stderr.decode().strip()}")
    yield folder
    for _ in range(50):
        if subprocess.run(["umount", folder], capture_output=True).returncode == 0:
            break
        time.sleep(0.1)


def fill(disk):
    """Leaves no room at all; gives the file that took it."""
    file = disk / "ballast"
    with file.open("wb", buffering=0) as ballast:
        for size in (65536, 4096, 1):
            try:
                while True:
                    ballast.write(bytes(size))
            except OSError:
                pass
    return file


@pytest.fixture
def full(small_disk, publish, open_links):
    """A data folder on the small disk, with a link."""
    data = small_disk / "data"
    data.mkdir()
    (data / "heard.yaml").write_text(examples.SETTINGS)
    publish(data)
    return small_disk, data, open_links(data)[0].split("8080")[1]


def settled(server):
    """Waits until the log has been emptied, so that no room is left inside the files."""
    end = time.monotonic() + 10
    log = server.data / "heard.sqlite-wal"
    while log.exists() and log.stat().st_size and time.monotonic() < end:
        time.sleep(0.1)


def test_a_full_disk_is_told_kindly_and_overcome_without_a_restart(full, tmp_path):
    disk, data, link = full
    with Server(data) as server:
        visitor = Visitor(server.base)
        visitor.answer_all(visitor.start(link), {"words": "kept in the end"})
        settled(server)
        ballast = fill(disk)
        for _ in range(3):
            page = visitor.send()
            assert page.status == 503
            assert page.heading and "could not be saved" in page.text
            assert page.form.action == "/answer/check", "what was said is there, to be sent again"
            assert page.header("content-security-policy")
        # Reading goes on.
        assert visitor.get("/help").status == 200
        assert visitor.get("/answer/check").status == 200
        assert kept_words(server, "kept in the end") == 0
        # Somebody who starts meanwhile loses nothing either.
        other = Visitor(server.base)
        check = other.answer_all(other.start(link), {"words": "begun on a full disk"})
        assert check.status == 200
        assert other.send().status == 503

        ballast.unlink()
        for one, words in ((visitor, "kept in the end"), (other, "begun on a full disk")):
            page = one.send()
            assert (page.status, page.header("location")) == (303, "/answer/sent")
            assert kept_words(server, words) == 1
            assert one.follow(one.send()).path == "/answer/sent"
            assert kept_words(server, words) == 1
        ran = heard("verify", data=data)
        assert ran.code == 0 and ran.out.startswith("2 responses")
    assert "kept in the end" not in server.err
    assert heard("verify", data=data).code == 0


def test_commands_on_a_full_disk_say_so_and_break_nothing(full, tmp_path):
    disk, data, _ = full
    ballast = fill(disk)
    file = tmp_path / "parents.yaml"
    file.write_text(examples.PARENTS)
    ran = heard("survey", "publish", file, data=data)
    assert ran.code == 1 and "full" in ran.err
    ran = heard("backup", disk / "backup", data=data)
    assert ran.code == 1
    ballast.unlink()
    assert heard("survey", "publish", file, data=data).out == "parents edition 1\n"
    assert heard("verify", data=data).code == 0

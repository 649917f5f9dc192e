"""A quarter that was released stays as it was, to the byte; another issue tells nothing of a few."""

import hashlib
import json
import os
import resource
import shutil
import sqlite3
import subprocess
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta

import pytest

from periods import ENDED, QUARTER, month
from program import BINARY, Server, environment, heard

SURVEY = """
survey: visit
title: {en: The visit}
about: {en: How the visit was}
promise: anonymous
languages: [en]
audiences: [social-worker]
questions:
  - id: liked
    kind: choice
    ask: {en: "Did you like it?"}
    answers:
      - {value: yes, en: Yes}
      - {value: unsure, en: Not sure}
      - {value: no, en: No}
"""


@pytest.fixture
def visit(tmp_path):
    """A data folder with one survey that sixty people answered in the quarter."""
    file = tmp_path / "visit.yaml"
    file.write_text(SURVEY)
    data = tmp_path / "data"
    assert heard("survey", "publish", file, data=data).code == 0
    assert heard("collection", "open", "visit", "--place", "Office", data=data).code == 0
    store = sqlite3.connect(data / "heard.sqlite")
    with store:
        store.execute("UPDATE editions SET published = ?", [f"{QUARTER[0]}-01"])
    store.close()
    answer(data, {"yes": 20, "unsure": 20, "no": 20})
    return data


def answer(data, numbers):
    """People answer in the quarter's second month, as a kiosk hands in that was cut off."""
    store = sqlite3.connect(data / "heard.sqlite")
    with store:
        store.execute(
            "INSERT OR IGNORE INTO slices VALUES (77, 1, 'social-worker', 'en', 'kiosk', ?, 0, 0)",
            [month(ENDED + 1)])
        for value, number in numbers.items():
            option, = store.execute("SELECT id FROM options WHERE value = ?", [value]).fetchone()
            for _ in range(number):
                person = os.urandom(16)
                store.execute("INSERT INTO responses VALUES (?, 77, 3, zeroblob(32))", [person])
                store.execute("INSERT INTO answers VALUES (77, ?, ?)", [option, person])
    store.close()


def counts(data):
    """How many gave each answer, as far as it is told."""
    ran = heard("figures", "--survey", "visit", "--from", QUARTER[0], "--to", QUARTER[1], data=data)
    assert ran.code == 0, ran
    figure, = json.loads(ran.out)["groups"][0]["questions"][0]["figures"]
    return [figure["n"]] + [answer["count"] for answer in figure["answers"]]


def release(data, out, *more, quarter=QUARTER):
    return heard("release", "--from", quarter[0], "--to", quarter[1], "--out", out, *more,
                 data=data)


def test_a_release_is_written_hashed_and_found_again(demo_data, tmp_path):
    data = shutil.copytree(demo_data, tmp_path / "data")
    ran = release(data, tmp_path / "out")
    assert ran.code == 0, ran
    told = dict(reversed(line.split("  ")) for line in ran.lines if "  " in line)
    files = sorted((tmp_path / "out").iterdir())
    assert sorted(told) == [file.name for file in files]
    kinds = {file.suffix for file in files}
    assert {".html", ".json", ".csv", ".ods"} <= kinds
    for file in files:
        assert hashlib.sha256(file.read_bytes()).hexdigest() == told[file.name]
    listed = heard("release", "list", data=data)
    assert all(line in listed.lines for line in ran.lines if "  " in line)
    verified = heard("release", "verify", *files, data=data)
    assert verified.code == 0 and verified.lines[-1] == f"{listed.lines[-1]}, integrity ok", verified
    files[0].write_bytes(files[0].read_bytes() + b" ")
    ran = heard("release", "verify", *files, data=data)
    assert ran.code == 1 and ran.err.count("was changed") == 1 and files[0].name in ran.err


def test_reports_of_a_release_are_the_same_bytes_ever_after(demo_data, tmp_path):
    data = shutil.copytree(demo_data, tmp_path / "data")
    assert release(data, tmp_path / "out").code == 0
    for kind in ["psw", "twin-core"]:
        for ending in ["html", "json", "csv", "ods"]:
            again = tmp_path / f"again.{ending}"
            ran = heard("report", kind, "--from", QUARTER[0], "--to", QUARTER[1], "--format",
                        ending, "--out", again, data=data)
            assert ran.code == 0, ran
            name = f"{kind}-{QUARTER[0]}-to-{QUARTER[1]}-issue-1.{ending}"
            assert again.read_bytes() == (tmp_path / "out" / name).read_bytes(), name


@pytest.mark.parametrize("runs", [False, True], ids=["alone", "beside a server"])
def test_late_answers_stay_out(runs, visit, tmp_path):
    assert counts(visit) == [60, 20, 20, 20]
    if runs:
        with Server(visit):
            assert release(visit, tmp_path / "out").code == 0
    else:
        assert release(visit, tmp_path / "out").code == 0
    answer(visit, {"yes": 3})
    assert counts(visit) == [60, 20, 20, 20]
    ran = release(visit, tmp_path / "again")
    assert ran.code == 1 and "--again" in ran.err
    assert not (tmp_path / "again").exists()


@pytest.mark.parametrize("late", [
    {"yes": 1}, {"yes": 4, "no": 8}, {"yes": 14}, {"yes": 5, "unsure": 1, "no": 6}, {"yes": 9}])
def test_another_issue_is_refused_where_it_would_tell_of_a_few(late, visit, tmp_path):
    assert release(visit, tmp_path / "out").code == 0
    answer(visit, late)
    ran = release(visit, tmp_path / "again", "--again")
    assert ran.code == 1, ran
    said = ran.err.replace("issue 1", "").replace(f"{QUARTER[0]}", "").replace(QUARTER[1], "")
    assert not any(letter.isdigit() for letter in said), "it must not say how many"
    assert counts(visit) == [60, 20, 20, 20]
    assert heard("release", "list", data=visit).lines[-1] == "1 issue"


def test_another_issue_is_made_where_enough_answered_late(visit, tmp_path):
    assert release(visit, tmp_path / "out").code == 0
    ran = release(visit, tmp_path / "again", "--again")
    assert ran.code == 1 and "nothing has come in" in ran.err
    answer(visit, {"yes": 5, "no": 6})
    ran = release(visit, tmp_path / "again", "--again")
    assert ran.code == 0, ran
    assert "issue 2" in ran.out and any("issue-2" in file.name for file in
                                        (tmp_path / "again").iterdir())
    assert counts(visit) == [71, 25, 20, 26]
    assert heard("release", "list", data=visit).lines[-1] == "2 issues"
    old = next((tmp_path / "out").glob("psw*.html"))
    assert heard("release", "verify", old, data=visit).code == 0


EARLIER = (month(ENDED + 5), month(ENDED + 3))


@pytest.fixture
def older(visit):
    """The same, published in the quarter before."""
    store = sqlite3.connect(visit / "heard.sqlite")
    with store:
        store.execute("UPDATE editions SET published = ?", [f"{EARLIER[0]}-01"])
    store.close()
    return visit


def test_the_quarters_a_report_shows_are_frozen_with_it(older, tmp_path):
    assert release(older, tmp_path / "out").code == 0
    assert heard("release", "list", data=older).lines[-1] == "2 issues"
    # Its own documents can be written later, once.
    assert release(older, tmp_path / "earlier", quarter=EARLIER).code in (0, 1)
    assert heard("release", "list", data=older).lines[-1] == "2 issues"


@pytest.mark.parametrize("period", [
    (month(0), month(0)), (month(ENDED + 2), month(0)), (QUARTER[1], QUARTER[0]),
    (QUARTER[0], QUARTER[0]), (month(ENDED + 5), month(ENDED))])
def test_only_a_whole_quarter_that_ended_is_released(period, visit, tmp_path):
    ran = release(visit, tmp_path / "out", quarter=period)
    assert ran.code == 1 and "the nearest is 20" in ran.err, ran
    assert not (tmp_path / "out").exists()
    assert heard("release", "list", data=visit).lines == ["0 issues"]


def test_a_quarter_nobody_released_is_not_released_again(visit, tmp_path):
    ran = release(visit, tmp_path / "out", "--again")
    assert ran.code == 1 and "leave out --again" in ran.err


def test_a_folder_that_cannot_be_written_leaves_nothing_released(visit, tmp_path):
    (tmp_path / "file").write_text("")
    ran = release(visit, tmp_path / "file" / "out")
    assert ran.code == 1 and "--out" in ran.err
    assert heard("release", "list", data=visit).lines == ["0 issues"]
    assert release(visit, tmp_path / "out").code == 0


def test_a_folder_that_cannot_be_written_freezes_no_earlier_quarter(demo_data, tmp_path):
    data = shutil.copytree(demo_data, tmp_path / "data")
    (tmp_path / "file").write_text("")
    assert release(data, tmp_path / "file" / "out").code == 1
    assert heard("release", "list", data=data).lines == ["0 issues"]


def test_what_is_frozen_with_a_release_is_told(demo_data, tmp_path):
    data = shutil.copytree(demo_data, tmp_path / "data")
    ran = release(data, tmp_path / "out")
    earlier = f"{month(ENDED + 5)} to {month(ENDED + 3)}"
    assert ran.lines[-1].startswith("frozen with it") and earlier in ran.lines[-1]
    listed = heard("release", "list", data=data).lines
    assert any(line.startswith(earlier) and "not written" in line for line in listed)


def test_a_release_that_fails_late_says_what_was_frozen(older, tmp_path):
    # Documents may not grow as long as they are, while the server writes its store as it will. The
    # signal must stay ignored, or it would end the program.
    command = [BINARY, "release", "--from", QUARTER[0], "--to", QUARTER[1],
               "--out", tmp_path / "out", "--data", older]
    with Server(older):
        ran = subprocess.run(
            command, env=environment(), text=True, capture_output=True, restore_signals=False,
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000)))
    assert ran.returncode == 1 and not (tmp_path / "out").exists(), ran
    told = f"heard: frozen all the same: {EARLIER[0]} to {EARLIER[1]}\n"
    assert told in ran.stderr, ran
    listed = heard("release", "list", data=older).lines
    assert len(listed) == 2 and listed[0].startswith(EARLIER[0]) and "not written" in listed[0]
    assert release(older, tmp_path / "out").code == 0


def imported(data, folder, quarter):
    items = folder / "items.csv"
    items.write_text(
        "item,period,value,unit,source,note\n"
        f"L3,{quarter[0]} to {quarter[1]},16.8,cases per social worker,Case system,\n")
    assert heard("import", "items", items, data=data).code == 0


def test_a_released_report_says_what_was_changed_beside_it(visit, tmp_path):
    assert release(visit, tmp_path / "out").code == 0
    period = ["--from", QUARTER[0], "--to", QUARTER[1]]
    files = {kind: next((tmp_path / "out").glob(f"{kind}*.html")).read_text()
             for kind in ["psw", "twin-core"]}
    imported(visit, tmp_path, QUARTER)
    for kind, file in files.items():
        said = heard("report", kind, *period, data=visit).out
        assert "not the document that was released" in said and "16.8" in said
        assert "changed since" in said and "changed since" not in file
    gone = ["L3", "--from", QUARTER[0], "--to", QUARTER[1]]
    assert heard("import", "forget", *gone, data=visit).code == 0
    for kind, file in files.items():
        assert heard("report", kind, *period, data=visit).out == file


def test_opening_another_collection_is_nothing_that_came_in(visit, tmp_path):
    assert release(visit, tmp_path / "out").code == 0
    assert heard("collection", "open", "visit", "--place", "Hall", "--asked", 40,
                 data=visit).code == 0
    ran = release(visit, tmp_path / "again", "--again")
    assert ran.code == 1 and "nothing has come in" in ran.err


@pytest.mark.skipif(not shutil.which("faketime"), reason="faketime is not installed")
def test_what_was_frozen_for_anothers_history_is_of_the_day_it_is_written(demo_data, tmp_path):
    data = shutil.copytree(demo_data, tmp_path / "data")
    assert release(data, tmp_path / "out").code == 0
    imported(data, tmp_path, EARLIER)
    period = ["--from", EARLIER[0], "--to", EARLIER[1]]
    assert "not the document" not in heard("report", "twin-core", *period, data=data).out
    ran = subprocess.run(
        ["faketime", "-f", "+40d", BINARY, "release", *period, "--out", tmp_path / "earlier",
         "--data", data], env=environment(), text=True, capture_output=True)
    assert ran.returncode == 0, ran
    written = next((tmp_path / "earlier").glob("twin-core*.html")).read_text()
    assert "16.8" in written and "not the document" not in written
    day = (date.today() + timedelta(days=40)).strftime("%-d %B %Y")
    assert f"Issue 1, {day}" in written
    assert heard("report", "twin-core", *period, data=data).out == written


@pytest.mark.parametrize("seconds", [0.1, 0.3, 0.6, 0.9, 1.2, 1.5])
def test_a_release_cut_short_leaves_nothing_that_looks_released(seconds, demo_data, tmp_path):
    data = shutil.copytree(demo_data, tmp_path / "data")
    running = subprocess.Popen(
        [BINARY, "release", "--from", QUARTER[0], "--to", QUARTER[1], "--out", tmp_path / "out",
         "--data", data], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment())
    time.sleep(seconds)
    running.kill()
    running.wait()
    listed = heard("release", "list", data=data).out
    if (tmp_path / "out").exists():
        assert f"{QUARTER[0]} to {QUARTER[1]}, issue 1 of" in listed
    assert heard("verify", data=data).code == 0
    if "psw" not in listed:
        assert release(data, tmp_path / "out").code == 0


def test_of_three_releases_at_once_one_stands(visit, tmp_path):
    with Server(visit), ThreadPoolExecutor() as pool:
        ran = list(pool.map(lambda name: release(visit, tmp_path / name), ["one", "two", "three"]))
    assert sorted(one.code for one in ran) == [0, 1, 1], ran
    assert [one.code == 0 for one in ran] == [
        (tmp_path / name).exists() for name in ["one", "two", "three"]]
    assert not [file for file in tmp_path.iterdir() if "unreleased" in file.name]
    assert heard("release", "verify", data=visit).code == 0


def test_a_frozen_number_that_was_changed_is_found(visit, tmp_path):
    assert release(visit, tmp_path / "out").code == 0
    store = sqlite3.connect(visit / "heard.sqlite")
    with store:
        store.execute("UPDATE frozen_counts SET number = number + 1")
    store.close()
    ran = heard("release", "verify", data=visit)
    assert ran.code == 1 and "not what was frozen" in ran.err

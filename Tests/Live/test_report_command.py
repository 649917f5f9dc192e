"""`heard report`: what it makes, and what it refuses, saying why and what to ask for instead."""

import csv
import io
import re
import subprocess

import pytest

from periods import ENDED, QUARTER, month
from program import BINARY, Server, environment, heard


@pytest.fixture(scope="module")
def answered(tmp_path_factory):
    """A year of made-up answers, and a server that has stopped."""
    data = tmp_path_factory.mktemp("reports") / "data"
    with Server(data, "--responses", "2000", command="demo"):
        pass
    return data


def report(data, kind="psw", start=QUARTER[0], end=QUARTER[1], *more):
    return heard("report", kind, "--from", start, "--to", end, *more, data=data)


@pytest.mark.parametrize("kind", ["psw", "twin-core"])
def test_a_report_is_the_same_each_time_and_says_what_it_is(kind, answered):
    ran = report(answered, kind)
    assert ran.code == 0
    assert "nformation, not indicators" in ran.out and "draft" in ran.out
    assert report(answered, kind).out == ran.out


@pytest.mark.parametrize("start, end", [
    (month(0), month(0)), (QUARTER[1], QUARTER[0]), (QUARTER[0], QUARTER[0]),
    (month(ENDED + 1), month(ENDED)), (month(ENDED + 3), month(ENDED + 1)),
    (month(ENDED + 5), month(ENDED)), (QUARTER[0], month(0)),
], ids=["this month", "reversed", "one month", "two months", "months of two quarters",
        "two quarters", "until now"])
def test_any_other_period_is_refused_with_one_that_is_allowed(start, end, answered):
    ran = report(answered, "psw", start, end)
    assert ran.code == 1 and ran.out == ""
    first, last = re.findall(r"\d{4}-\d\d", ran.err)[-2:]
    assert report(answered, "twin-core", first, last).code == 0, "what it offers must be given"


def test_a_quarter_before_there_was_anything_is_refused(answered):
    ran = report(answered, "psw", "2019-01", "2019-03")
    assert ran.code == 1 and "published" in ran.err


@pytest.mark.parametrize("arguments", [
    ("report", "psw"), ("report", "sums", "--from", QUARTER[0], "--to", QUARTER[1]),
    ("report", "psw", "--from", "July", "--to", "September"),
    ("report", "psw", "--from", QUARTER[0], "--to", QUARTER[1], "--format", "docx"),
    ("report", "twin-core", "--from", QUARTER[0], "--to", QUARTER[1], "--only", "child"),
    ("report", "psw", "--from", QUARTER[0], "--to", QUARTER[1], "--only", "everybody"),
])
def test_misuse_is_told_apart(arguments, answered):
    assert heard(*arguments, data=answered).code == 64


def test_a_file_that_cannot_be_written_is_named(answered, tmp_path):
    ran = report(answered, "psw", *QUARTER, "--out", str(tmp_path / "absent" / "report.html"))
    assert ran.code == 1 and "absent" in ran.err


def test_a_full_disk_is_told_as_one(answered):
    figures = ("figures", "--survey", "my-social-worker")
    for command in (("report", "psw"), figures):
        with open("/dev/full", "w") as full:
            ran = subprocess.run(
                [BINARY, *command, "--from", QUARTER[0], "--to", QUARTER[1], "--data", answered],
                stdout=full, stderr=subprocess.PIPE, env=environment())
        assert ran.returncode == 1 and b"the disk is full" in ran.stderr, ran


def test_a_folder_is_not_written_over(answered, tmp_path):
    ran = report(answered, "psw", *QUARTER, "--out", str(tmp_path))
    assert ran.code == 1 and "it is a folder" in ran.err and tmp_path.is_dir()


@pytest.mark.parametrize("content", [b"", b"x" * 5000])
def test_what_is_no_store_is_named(content, tmp_path):
    (tmp_path / "heard.sqlite").write_bytes(content)
    ran = report(tmp_path)
    assert ran.code == 1 and "heard.sqlite" in ran.err


def test_nothing_kept_yet_is_refused(tmp_path):
    assert report(tmp_path / "none").code == 1


@pytest.mark.parametrize("group", ["child", "parent", "worker", "partner"])
def test_one_group_by_itself_holds_no_other(group, answered):
    ran = report(answered, "psw", *QUARTER, "--only", group, "--format", "csv")
    assert ran.code == 0
    rows = list(csv.DictReader(io.StringIO(ran.out, newline="")))
    assert rows and {row["group"] for row in rows} == {group}


def test_safety_in_the_area_is_in_no_row_by_place(answered):
    ran = report(answered, "psw", *QUARTER, "--format", "csv")
    rows = csv.DictReader(io.StringIO(ran.out, newline=""))
    told = {row["measure"] for row in rows if row["breakdown"] == "place"}
    assert told and not told & {"safe-area", "safe-school"}

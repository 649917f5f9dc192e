"""What stands beside figures: numbers from elsewhere, how many were asked, comments coded by people.

Whatever is wrong in a file is told at once, by line, and then nothing of it is kept.
"""

import csv
import io
import os
import re
import stat

import pytest

from periods import QUARTER, month
from program import Server, heard

ITEMS = "item,period,value,unit,source,note\n"
PERIOD = f"{QUARTER[0]} to {QUARTER[1]}"


@pytest.fixture(scope="module")
def answered(tmp_path_factory):
    """A year of made-up answers, and a server that has stopped."""
    data = tmp_path_factory.mktemp("evidence") / "data"
    with Server(data, "--responses", "1500", command="demo"):
        pass
    return data


def imported(data, folder, text, name="items.csv"):
    file = folder / name
    file.write_text(text)
    return heard("import", "items", file, data=data)


def listed(data):
    return heard("import", "list", data=data).lines


def test_items_are_kept_replaced_and_forgotten(data, publish, tmp_path):
    publish(data)
    ran = imported(data, tmp_path, ITEMS + f"L3,{PERIOD},16.80,cases,Case system,\n")
    assert (ran.code, ran.out) == (0, f"L3 for {PERIOD}: 16.80 cases\n")
    ran = imported(data, tmp_path, ITEMS + f"L3,{PERIOD},17,cases,Case system,Checked\n")
    assert ran.out == f"L3 for {PERIOD}: 17 cases replaces 16.80 cases\n"
    ran = imported(data, tmp_path, ITEMS + f"L3,{PERIOD},17,cases,Case system,Checked\n")
    assert ran.out == f"L3 for {PERIOD}: as it was\n"
    assert listed(data) == [f"L3\t{PERIOD}\t17\tcases\tCase system\tChecked\t"]
    ran = heard("import", "forget", "L3", "--from", QUARTER[0], "--to", QUARTER[1], data=data)
    assert ran.code == 0 and listed(data) == []
    ran = heard("import", "forget", "L3", "--from", QUARTER[0], "--to", QUARTER[1], data=data)
    assert ran.code == 1 and "nothing is held" in ran.err


def test_every_bad_line_is_told_and_nothing_is_kept(data, publish, tmp_path):
    publish(data)
    ran = imported(data, tmp_path, ITEMS + "\n".join([
        f"L3,{PERIOD},16.8,cases,Case system,", f"L7,{PERIOD},80,per cent,Us,",
        f"L6,{PERIOD},twenty,days,Case system,", f"L9,{month(0)},90,per cent,Case system,",
        f"L3,{QUARTER[1]},17,cases,Case system,", f"L2,{PERIOD},1.8", ""]))
    assert ran.code == 1 and ran.out == ""
    assert sorted(re.findall(r"items\.csv:(\d+): ", ran.err)) == ["3", "4", "5", "6", "7"]
    assert ran.err.endswith("nothing was imported\n")
    assert listed(data) == []


def test_a_period_that_overlaps_what_is_held_is_refused(data, publish, tmp_path):
    publish(data)
    assert imported(data, tmp_path, ITEMS + f"L3,{PERIOD},16.8,cases,S,\n").code == 0
    ran = imported(
        data, tmp_path, ITEMS + f"L9,{PERIOD},90,per cent,S,\nL3,{QUARTER[1]},17,cases,S,\n")
    assert ran.code == 1
    assert f"items.csv:3: L3 for {PERIOD} is held already" in ran.err
    assert len(listed(data)) == 1


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"item,period\n", b"\x00" * 100, b'"' * 99])
def test_a_file_that_is_no_table_is_refused(content, data, publish, tmp_path):
    publish(data)
    file = tmp_path / "items.csv"
    file.write_bytes(content)
    assert heard("import", "items", file, data=data).code == 1
    assert heard("import", "items", tmp_path / "absent.csv", data=data).code == 1
    ran = heard("comments", "import", file, "--by", "Asha", data=data)
    assert ran.code == 1 and "nothing was coded" in ran.err or "UTF-8" in ran.err


def test_bad_lines_are_told_in_their_order_with_what_is_held(data, publish, tmp_path):
    publish(data)
    assert imported(data, tmp_path, ITEMS + f"L3,{PERIOD},16.8,cases,S,\n").code == 0
    ran = imported(data, tmp_path, ITEMS + f"L9,{PERIOD},x,per cent,S,\nL2,{PERIOD}\n"
                   f"L3,{QUARTER[1]},17,cases,S,\nL6,{PERIOD},\"1,5\",days,S,\n")
    assert re.findall(r"items\.csv:(\d+): ", ran.err) == ["2", "3", "4", "5"]


@pytest.mark.parametrize("lines, fault", [
    (f"item;period;value;unit;source;note\nL3;{PERIOD};16,8;cases;S;\n", "parted by semicolons"),
    (f"L3,{PERIOD},16.8,cases,S,\n", "the first line must name the columns"),
    (ITEMS + f"L3,{PERIOD},16.8,cases,S,\n" * 5001, "5000 is the most"),
    (ITEMS + "L3,x,y,,,\n" * 3000, "and 11800 more"),
])
def test_a_file_of_another_kind_is_told_as_such(lines, fault, data, publish, tmp_path):
    publish(data)
    ran = imported(data, tmp_path, lines)
    assert ran.code == 1 and fault in ran.err and len(ran.err.splitlines()) <= 202
    assert listed(data) == []


def test_a_file_may_be_a_pipe_but_no_folder(data, publish, tmp_path):
    publish(data)
    ran = heard("import", "items", "/dev/stdin", data=data,
                stdin=ITEMS + f"L3,{PERIOD},16.8,cases,S,\n")
    assert ran.code == 0 and len(listed(data)) == 1
    ran = heard("import", "items", tmp_path, data=data)
    assert ran.code == 1 and "is a folder" in ran.err


def test_more_than_a_server_takes_is_refused_in_words(data, publish, server, tmp_path):
    publish(data)
    server(data)
    # A sign of three bytes, in every field as often as it may stand there.
    words = ",".join("€" * limit for limit in (60, 200, 300, 200))
    lines = "".join(
        f"N{item},{year}-{number:02},1,{words}\n"
        for item in range(1, 21) for year in range(2000, 2020) for number in range(1, 13))
    ran = imported(data, tmp_path, ITEMS.strip() + ",title\n" + lines)
    assert ran.code == 1 and "part the file" in ran.err
    assert listed(data) == []


@pytest.mark.parametrize("arguments", [
    ("import", "items", "/dev/stdin"), ("import", "forget", "L3", "--from", "2026-07", "--to",
                                        "2026-09"),
    ("comments", "import", "/dev/stdin", "--by", "A"),
    ("comments", "export", "--survey", "x", "--from", "2026-07", "--to", "2026-09", "--reason",
     "x"),
    ("release", "--from", "2026-07", "--to", "2026-09"), ("backup", "/tmp/none"),
    ("collection", "open", "x", "--place", "Here"),
])
def test_a_slip_in_the_data_folders_name_makes_none(arguments, tmp_path):
    ran = heard(*arguments, data=tmp_path / "slip",
                stdin=ITEMS + "L3,2020-01,1,cases,S,\n" if arguments[1] == "items" else
                "id,check,themes,quote,released\n")
    assert ran.code == 1 and "holds nothing yet" in ran.err
    assert list(tmp_path.iterdir()) == []


def test_items_go_through_a_running_server(data, publish, server, tmp_path):
    publish(data)
    server(data)
    assert imported(data, tmp_path, ITEMS + f"L3,{PERIOD},16.8,cases,S,\n").code == 0
    assert len(listed(data)) == 1
    assert heard("verify", data=data).code == 0


@pytest.mark.parametrize("number", ["0", "-1", "many", "1000001"])
def test_nobody_is_not_asked(number, data, publish):
    publish(data)
    ran = heard(
        "collection", "open", "little", "--place", "Here", "--asked", number, data=data)
    assert ran.code == 64


def exported(data, *more, survey="my-social-worker", by="Asha"):
    ran = heard(
        "comments", "export", "--survey", survey, "--from", QUARTER[0], "--to", QUARTER[1],
        "--reason", "coding for a test", "--by", by, *more, data=data)
    assert ran.code == 0, ran
    return ran.out


def rows(text):
    """What a spreadsheet reads, with the mark that tells it the encoding."""
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text[1:], newline=""), strict=True))


def coded(data, folder, lines, by):
    file = folder / "coded.csv"
    with file.open("w", newline="") as out:
        writer = csv.DictWriter(out, lines[0].keys())
        writer.writeheader()
        writer.writerows(lines)
    return heard("comments", "import", file, "--by", by, data=data)


def test_reading_comments_needs_a_reason_and_is_logged(answered):
    before = heard("comments", "log", data=answered).lines
    options = ["comments", "export", "--survey", "my-social-worker", "--from", QUARTER[0],
               "--to", QUARTER[1]]
    assert heard(*options, data=answered).code == 64
    assert heard(*options, "--reason", "  ", data=answered).code == 64
    assert heard(*options[:-4], "--from", QUARTER[1], "--to", QUARTER[0], "--reason", "x",
                 data=answered).code == 64
    ran = heard(*options, "--reason", "x", data=answered)
    assert ran.code == 0 and rows(ran.out)
    assert heard("comments", "export", "--survey", "absent", "--from", QUARTER[0], "--to",
                 QUARTER[1], "--reason", "x", data=answered).code == 1
    after = heard("comments", "log", data=answered).lines
    assert len(after) == len(before) + 1
    new = next(line for line in after if line not in before)
    assert new.split("\t")[2:] == ["my-social-worker", f"{QUARTER[0]} to {QUARTER[1]}", "x"]


def test_an_export_is_for_its_owner_alone_and_in_no_order(answered, tmp_path):
    file = tmp_path / "comments.csv"
    exported(answered, "--out", file)
    assert stat.S_IMODE(os.stat(file).st_mode) == 0o600
    found = rows(file.read_bytes().decode())
    assert [row["id"] for row in found] == sorted(row["id"] for row in found)
    assert set(found[0]) == {
        "id", "survey", "question", "group", "words", "check", "themes", "quote", "released"}
    named = next(row for row in found if "Sarah" in row["words"])
    assert named["check"] == "Sarah; Monday"


def test_an_export_writes_over_nothing(answered, tmp_path):
    folder, file = tmp_path / "folder", tmp_path / "coded.csv"
    folder.mkdir()
    (folder / "work").write_text("of weeks")
    file.write_text("of hours")
    before = heard("comments", "log", data=answered).lines
    for out in (folder, file, tmp_path / "absent" / "file.csv"):
        ran = heard("comments", "export", "--survey", "my-social-worker", "--from", QUARTER[0],
                    "--to", QUARTER[1], "--reason", "x", "--out", out, data=answered)
        assert ran.code == 1 and "--out" in ran.err, ran
    assert (folder / "work").read_text() == "of weeks" and file.read_text() == "of hours"
    assert heard("comments", "log", data=answered).lines == before, "nobody read anything"


@pytest.mark.parametrize("survey, start, said", [
    ("my-social-wroker", QUARTER[0], "did you mean 'my-social-worker'?"),
    ("absent", QUARTER[0], "published are child-protection-conference, "),
    ("my-social-worker", "2099-01", "nothing was written in 2099-01 yet"),
])
def test_an_export_that_cannot_be_leaves_no_file(survey, start, said, answered, tmp_path):
    ran = heard("comments", "export", "--survey", survey, "--from", start, "--to", "2099-03",
                "--reason", "x", "--out", tmp_path / "file.csv", data=answered)
    assert ran.code == 1 and said in ran.err
    assert list(tmp_path.iterdir()) == []


def test_a_quote_takes_two_people_and_a_report_then_has_it(answered, tmp_path):
    found = rows(exported(answered))
    mine = [row for row in found if not row["quote"] and not row["check"]][:1]
    mine[0]["quote"] = "… " + mine[0]["words"]
    assert coded(answered, tmp_path, mine, "Asha").code == 0
    assert mine[0]["quote"] not in report(answered)
    mine[0]["released"] = "yes"
    ran = coded(answered, tmp_path, mine, "asha ")
    assert ran.code == 1 and "coded.csv:2: Asha proposed this quote" in ran.err
    ran = coded(answered, tmp_path, mine, "Tom")
    assert ran.code == 0 and "1 released" in ran.out
    assert mine[0]["quote"] in report(answered)


def report(data):
    ran = heard("report", "psw", "--from", QUARTER[0], "--to", QUARTER[1], data=data)
    assert ran.code == 0, ran
    return ran.out


def test_every_bad_coding_is_told_and_nothing_is_kept(answered, tmp_path):
    before = exported(answered)
    lines = rows(before)[:5]
    lines[0]["themes"] = "relyable"
    lines[1]["id"] = "x"
    lines[2]["released"] = "perhaps"
    lines[3]["themes"] = "caseload"
    ran = coded(answered, tmp_path, lines, "Kim")
    assert ran.code == 1 and sorted(re.findall(r"coded\.csv:(\d)", ran.err)) == list("2345")
    lines = rows(before)[:4]
    lines[0]["themes"] = "time"
    lines[1]["quote"] = "something nobody said"
    lines[2]["id"] = "00000000-0000-0000-0000-000000000000"
    ran = coded(answered, tmp_path, lines, "Kim")
    assert ran.code == 1 and sorted(re.findall(r"coded\.csv:(\d)", ran.err)) == list("34")
    assert ran.err.endswith("nothing was coded\n")
    # What the file shows and what only the store knows are told together.
    lines[3]["themes"] = "relyable"
    ran = coded(answered, tmp_path, lines, "Kim")
    assert ran.code == 1 and re.findall(r"coded\.csv:(\d)", ran.err) == list("345")
    assert exported(answered) == before


def test_what_names_somebody_is_not_quoted(answered, tmp_path):
    row = next(row for row in rows(exported(answered)) if "Sarah" in row["words"])
    row["quote"], row["released"] = "Sarah said she would ring", ""
    ran = coded(answered, tmp_path, [row], "Kim")
    assert ran.code == 1 and "holds 'Sarah', which is still to be checked" in ran.err
    row["quote"] = "[name] said she would ring"
    assert coded(answered, tmp_path, [row], "Kim").code == 0


def test_themes_can_be_looked_up(answered):
    lines = heard("comments", "themes").lines
    ids = [line.split("\t")[0] for line in lines]
    assert len(ids) == len(set(ids)) >= 30
    assert all(len(line.split("\t")) == 4 for line in lines)


def test_verify_and_backup_keep_all_of_it(answered, tmp_path):
    assert heard("verify", data=answered).code == 0
    copy, again = tmp_path / "copy", tmp_path / "again"
    assert heard("backup", copy, data=answered).code == 0
    assert heard("restore", copy, data=again).code == 0
    assert listed(again) == listed(answered)
    assert exported(again) == exported(answered)

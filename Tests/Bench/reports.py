"""(r) The whole report over a million responses, and (s) statistics of 100,000 and their CSV.

`heard report psw` makes everything a Principal Social Worker takes into the room: all surveys, a
quarter that has ended with its breakdowns, the quarters before it, themes and quotes, imported
items, every chart. (r) sets it against the sqlite3 shell reading every row of the table of answers
once and adding up two of its columns: a report that read each answer once and did nothing else
would take as long. The demo's comments are all coded, so themes are counted too.

(s) does the same with a store of 100,000 responses: the report as JSON against the shell's GROUP BY
of all answers, and the report as CSV against that GROUP BY and a dump of all answers as CSV. Peers
with as many responses need 272 ms for their statistics and 1.9 s for their CSV, at best; that is
another program on another machine, and told beside the figure only.

Whole processes are timed, by turns, after one round that fills the caches. Memory is the kernel's
ru_maxrss of the report's process: the most that was ever resident.
"""

import datetime
import os
import subprocess
import time

from heard import filled, last_quarter
from running import HEARD, Failed, by_turns, ratio, require
from table import Row

MEMORY_TARGET = 128
SCAN = "SELECT sum(slice), sum(option) FROM answers"
GROUPED = "SELECT slice, option, count(*) FROM answers GROUP BY slice, option"
DUMP = "SELECT slice, option, hex(response) FROM answers"


def of_whole_report(folder, size):
    """The rows for a store of a million."""
    file = folder / "heard.sqlite"
    command = report(folder, "html")
    taken(command)
    reports, scans, grouped = by_turns(
        size.pairs, lambda: taken(command), lambda: taken(shell(file, SCAN)),
        lambda: taken(shell(file, GROUPED)))
    figure = against(reports, scans)
    return [
        Row("r", f"whole report over {size.responses} responses, against one scan of the answers",
            f"{figure:.2f}", "<= 3", figure <= 3, [
                "milliseconds", f"heard report psw, as HTML       {listed(reports)}",
                f"sqlite3, every row read once    {listed(scans)}",
                f"sqlite3, GROUP BY of every row  {listed(grouped)} "
                f"({against(reports, grouped):.2f} times)"]),
        memory_row("r", reports),
    ]


def of_reports(work, size):
    """The rows for a store of 100,000."""
    folder = work / "statistics"
    filled(folder, size.statistics)
    file = folder / "heard.sqlite"
    as_json, as_csv = report(folder, "json"), report(folder, "csv")
    taken(as_json)
    statistics, grouped, tables, dumps = by_turns(
        size.pairs, lambda: taken(as_json), lambda: taken(shell(file, GROUPED)),
        lambda: taken(as_csv), lambda: taken(shell(file, GROUPED + ";" + DUMP, "-csv")))
    return [
        Row("s", f"statistics of {size.statistics} responses, against GROUP BY in the shell",
            f"{against(statistics, grouped):.2f}", raw=[
                "milliseconds (peers need 272 at best)",
                f"heard report psw, as JSON       {listed(statistics)}",
                f"sqlite3, GROUP BY of every row  {listed(grouped)}"]),
        Row("s", "their CSV, against GROUP BY and a dump as CSV in the shell",
            f"{against(tables, dumps):.2f}", raw=[
                "milliseconds (peers need 1900 at best)",
                f"heard report psw, as CSV        {listed(tables)}",
                f"sqlite3, GROUP BY and dump      {listed(dumps)}"]),
        memory_row("s", [*statistics, *tables]),
    ]


def memory_row(letter, runs):
    most = max(mebibytes for _, mebibytes in runs)
    return Row(letter, "memory of the report at its highest (ru_maxrss)", f"{most:.0f} MiB",
               f"<= {MEMORY_TARGET} MiB", most <= MEMORY_TARGET)


def against(ours, theirs):
    return ratio([seconds for seconds, _ in ours], [seconds for seconds, _ in theirs])


def listed(runs):
    return " ".join(f"{seconds * 1000:.0f}" for seconds, _ in runs)


def report(folder, form):
    first, last = last_quarter(datetime.date.today())
    return [require(HEARD), "report", "psw", "--from", first, "--to", last, "--format", form,
            "--data", folder, "--out", folder / f"report.{form}"]


def shell(file, statement, *options):
    return ["sqlite3", "-readonly", *options, file, statement]


def taken(command):
    """Seconds a process took, and the mebibytes it held at most."""
    began = time.monotonic()
    process = subprocess.Popen([str(word) for word in command], stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    seconds = time.monotonic() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise Failed(f"{command[0]} ended with {process.returncode}")
    return seconds, used.ru_maxrss / 1024

"""(d) Memory, (e) figures and (r) the whole report, with a million responses stored.

The store is made by `heard demo`: made-up people walk the shipped surveys and the store keeps what
they say as it would anybody's. Then `heard serve` runs on it and is put under load; resident
memory is the kernel's VmRSS after it and VmHWM, its highest point.

`heard figures`, for one survey over a quarter that has ended, is set against the sqlite3 shell
doing the least a report could: one GROUP BY over the table of all answers. Whole processes are
timed, by turns, after one round that fills the caches. As a stricter line, the shell also counts
just the answers which that survey's quarter needs.
"""

import datetime
import sqlite3
import statistics
import subprocess
import time

from forms import Walk
from heard import Store, filled, last_quarter
from journeys import Load
from reports import of_whole_report
from running import HEARD, Server, by_turns, compiled, ratio, require, run
from table import Row

SURVEY = "my-social-worker"
MEMORY_TARGET = 64
ALL = "SELECT slice, option, count(*) FROM answers GROUP BY slice, option"
ONE = """
    SELECT slice, option, count(*) FROM answers WHERE slice IN (
      SELECT slices.id FROM slices JOIN collections ON collections.id = slices.collection
      JOIN editions ON editions.id = collections.edition
      WHERE survey = '{survey}' AND month BETWEEN '{first}' AND '{last}')
    GROUP BY slice, option"""


def of_million(work, size, letters):
    """Yields the rows, so that one which fails leaves those before it."""
    folder = work / "million"
    took = filled(folder, size.responses)
    if "d" in letters:
        yield from of_memory(work, folder, size, took)
    if "e" in letters:
        yield of_figures(folder / "heard.sqlite", size)
    if "r" in letters:
        yield from of_whole_report(folder, size)


def of_memory(work, folder, size, took):
    store = Store(folder)
    script = work / "script-million"
    starts = []
    for _ in range(3):
        with store.serve() as site:
            starts.append(site.seconds_to_start * 1000)
    with store.serve() as site:
        idle, _ = site.memory()
        walk = Walk(site.port, store.link)
        script.write_text(walk.script)
        result = Load(compiled(work, "loadgen"), script, site).journeys(32, size.seconds * 3)
        resident, highest = site.memory()
    file = (folder / "heard.sqlite").stat().st_size / 2**20
    return [
        Row("d", f"memory of the server with {size.responses} responses, after load (VmRSS)",
            f"{resident:.0f} MiB", f"<= {MEMORY_TARGET} MiB", resident <= MEMORY_TARGET, [
                f"file {file:.0f} MiB, made in {took:.0f} s; VmRSS {idle:.1f} MiB at the start, "
                f"{resident:.1f} MiB after {result['done']} journeys by 32 clients; "
                f"VmHWM {highest:.1f} MiB"]),
        Row("d", "highest memory of that run (VmHWM)", f"{highest:.0f} MiB"),
        Row("d", "time to start with it", f"{statistics.median(starts):.0f} ms"),
    ]


def of_figures(file, size):
    first, last = last_quarter(datetime.date.today())
    with sqlite3.connect(f"file:{file}?mode=ro", uri=True) as database:
        scanned = database.execute("SELECT count(*) FROM answers").fetchone()[0]
        one = ONE.format(survey=SURVEY, first=first, last=last)
        needed = database.execute(f"SELECT total(c) FROM (SELECT count(*) c FROM ({one}))")
        slices = int(needed.fetchone()[0])
    database.close()
    ours = [HEARD, "figures", "--survey", SURVEY, "--from", first, "--to", last, "--format",
            "json", "--data", file.parent, "--keys", file.parent / "keys"]
    printed = len(run(ours))
    turn = [lambda c=c: seconds_of(c) for c in (ours, shell(file, ALL), shell(file, one))]
    by_turns(1, *turn)
    figures, whole, part = by_turns(size.pairs, *turn)
    figure = ratio(figures, whole)
    listed = [" ".join(f"{s * 1000:6.0f}" for s in times) for times in (figures, whole, part)]
    return Row(
        "e", f"figures of a quarter, {size.responses} responses, against one scan by sqlite3",
        f"{figure:.2f}", "<= 3", figure <= 3, [
            f"heard figures {SURVEY} {first} to {last}   {listed[0]} ms ({printed} bytes printed)",
            f"GROUP BY over all {scanned} rows of answers          {listed[1]}",
            f"GROUP BY over what the quarter needs, {slices} counts {listed[2]} "
            f"({ratio(figures, part):.1f} times)",
        ])


def shell(file, statement):
    return ["sqlite3", "-readonly", file, statement]


def seconds_of(command):
    began = time.monotonic()
    subprocess.run(
        [str(word) for word in command], stdout=subprocess.DEVNULL, check=True, timeout=300)
    return time.monotonic() - began

#!/usr/bin/env python3
"""The figures we promise, measured on this machine: `make bench`.

    bench.py [--quick] [--only a,c]

Each row is a ratio within one run, or a figure with its unit, beside what it should be. Ratios
hold from machine to machine; figures do not. A figure that misses its target is news, not a
failure: the exit code is 0 unless something did not run.

  a  our HTTP layer against libmicrohttpd in C            pages.py
  b  a question page against our own hello                pages.py
  c  whole journeys, durably stored                       journeys.py
  d  memory with a million responses                      million.py
  e  figures over a million responses against one scan    million.py
  f  key press to repainted screen, against an echo in C  keys.py
  g  a kiosk's memory and start with 10,000 waiting       kiosk.py
  h  how fast a kiosk sends them                          kiosk.py
  r  the whole report over a million responses            reports.py
  s  statistics of 100,000 responses, and their CSV       reports.py
  t  texts through Kannel, and their acknowledgement      texts.py

Everything happens on 127.0.0.1 and in a folder under .build, which is removed at the end. A full
run takes about fifteen minutes, most of them to make up a million responses; --quick takes two.
"""

import argparse
import os
import shutil
import signal
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from journeys import of_journeys
from kiosk import of_kiosk
from million import of_million
from pages import of_hello, of_pages
from reports import of_reports
from running import PROJECT
from table import show
from texts import of_texts


@dataclass
class Size:
    seconds: int = 3
    pairs: int = 5
    rounds: int = 3
    waves: int = 3
    responses: int = 1_000_000
    presses: int = 600
    visits: int = 10_000
    phones: int = 300
    statistics: int = 100_000


LETTERS = "abcdefghrst"
QUICK = Size(
    seconds=1, pairs=3, rounds=1, waves=1, responses=50_000, presses=200, visits=500, phones=150,
    statistics=10_000)


def options():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="shorter, with fewer responses")
    parser.add_argument("--only", default=",".join(LETTERS), help="the rows wanted, such as a,c")
    chosen = parser.parse_args()
    chosen.only = [letter.strip() for letter in chosen.only.split(",")]
    if unknown := set(chosen.only) - set(LETTERS):
        parser.error(f"--only knows the letters {LETTERS}, not {', '.join(sorted(unknown))}")
    return chosen


def measured(work, size, letters):
    """The rows, and what did not run."""
    steps = [
        ("a", lambda: of_hello(work, size)),
        ("b", lambda: of_pages(work, size)),
        ("c", lambda: of_journeys(work, size)),
        ("der", lambda: of_million(work, size, letters)),
        ("s", lambda: of_reports(work, size)),
        ("fgh", lambda: of_kiosk(work, size, letters)),
        ("t", lambda: of_texts(work, size)),
    ]
    rows, failures = [], []
    for names, step in steps:
        if not set(names) & set(letters):
            continue
        wanted = ", ".join(name for name in names if name in letters)
        print(f"measuring {wanted} ...", file=sys.stderr, flush=True)
        try:
            for row in step():
                rows.append(row)
        except Exception as failure:  # one row that cannot be measured leaves the others
            failures.append(f"{wanted}: {failure}")
    return rows, failures


def main():
    chosen = options()
    load = os.getloadavg()[0]
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    (PROJECT / ".build").mkdir(exist_ok=True)
    work = Path(tempfile.mkdtemp(prefix="bench-", dir=PROJECT / ".build"))
    try:
        rows, failures = measured(work, QUICK if chosen.quick else Size(), chosen.only)
    finally:
        shutil.rmtree(work, ignore_errors=True)
    print(f"{os.cpu_count()} cores, shared by client and server; the machine's load was "
          f"{load:.1f} before it began.\n")
    show(rows)
    for failure in failures:
        print(f"did not run: {failure}", file=sys.stderr)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())

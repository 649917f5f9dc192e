"""The reports to judge: the sample that the Swift tests keep, and the demo's own."""

import datetime
import json
import re
from dataclasses import dataclass
from pathlib import Path

from program import ROOT, Server, heard

GOLDEN = ROOT / "Tests/ReportsTests/Golden"
FORMATS = ("html", "json", "csv", "ods")


@dataclass
class Report:
    """One report in every format."""

    files: dict[str, Path]

    @property
    def json(self):
        return json.loads(self.files["json"].read_text())

    @property
    def blocks(self):
        return [block for section in self.json["sections"] for block in section["blocks"]]

    @property
    def tables(self):
        return [block["table"] for block in self.blocks if "table" in block]

    @property
    def printed(self):
        """The sections that are on paper too: others, with what is in them, are for the screen."""
        hidden = set(re.findall(r'<section class="on-screen" id="([^"]+)"',
                                self.files["html"].read_text()))
        numbers = {one["number"] for one in self.json["sections"] if one["id"] in hidden}
        return [one for one in self.json["sections"]
                if one["number"].split(".")[0] not in numbers and one["number"] not in numbers]

    @property
    def charts(self):
        return [block for block in self.blocks if "chart" in block]


def sample():
    return Report({kind: GOLDEN / f"sample.{kind}" for kind in FORMATS})


def last_quarter(today=None):
    """The first and the last month of the latest quarter that has ended, as `2026-07`."""
    today = today or datetime.date.today()
    months = today.year * 12 + (today.month - 1) // 3 * 3
    return [f"{month // 12:04}-{month % 12 + 1:02}" for month in (months - 3, months - 1)]


def demo_data(folder, responses=6000):
    """The data folder of a demo that has been filled and stopped."""
    data = folder / "data"
    with Server(data, "--responses", responses, command="demo"):
        pass
    return data


def make(data, kind, form, file, **options):
    """`heard report` over the latest quarter that has ended; gives how it ended."""
    first, last = last_quarter()
    return heard("report", kind, "--from", first, "--to", last, "--format", form, "--out", file,
                 data=data, **options)


def reports_of_demo(data, folder):
    """The demo's two reports."""
    reports = {}
    for kind in ("psw", "twin-core"):
        files = {form: folder / f"{kind}.{form}" for form in FORMATS}
        for form, file in files.items():
            ran = make(data, kind, form, file)
            assert ran.code == 0, ran
        reports[kind] = Report(files)
    return reports

"""What the walks need to know of the shipped surveys, read line by line."""

import re
from dataclasses import dataclass

from program import SURVEYS


@dataclass
class Shipped:
    id: str
    title: str
    audiences: list


def shipped():
    """Every survey in the shipped folder, with its English title and its audiences."""
    found = []
    for file in sorted(SURVEYS.glob("*.yaml")):
        text = file.read_text()
        survey = re.search(r"^survey: (\S+)", text, re.M)
        if not survey:
            continue
        title = re.search(r"^title:.*?\ben: *(?:\"([^\"]+)\"|([^,}\n]+))", text, re.M | re.S)
        audiences = re.search(r"^audiences: \[(.*?)\]", text, re.M)[1].split(", ")
        found.append(Shipped(survey[1], (title[1] or title[2]).strip(), audiences))
    return found

"""Stores to measure: with one survey open and `heard serve` on it, or filled by `heard demo`."""

import re
import shutil
import time

from running import HEARD, HERE, Failed, Server, require, run

# Children are asked only where they can reach somebody; the number is one kept free for drama.
SETTINGS = """\
authority: Elmshire Council (made up)
contacts:
  - name: {en: Elmshire children's services (made up)}
    phone: "01632 960001"
    hours: {en: "Monday to Friday, 9am to 5pm"}
"""


class Store:
    """A data folder in which a survey from beside this file is published and open by one link."""

    def __init__(self, folder, survey="six-questions"):
        self.folder = folder
        folder.mkdir(exist_ok=True)
        settings = folder / "heard.yaml"
        if not settings.exists():
            settings.write_text(SETTINGS)
        self.options = ["--data", folder, "--keys", folder / "keys"]
        run([require(HEARD), "survey", "publish", HERE / f"{survey}.yaml",
             *self.options])
        said = run([HEARD, "collection", "open", survey, "--place", "Bench", *self.options])
        found = re.search(r"/a/\w+", said)
        if not found:
            raise Failed(f"no link was printed: {said}")
        self.link = found.group(0)

    def serve(self, environment=None):
        return Server(
            [HEARD, "serve", "--listen", "127.0.0.1:0", *self.options], environment=environment)

    def remove(self):
        shutil.rmtree(self.folder, ignore_errors=True)


def filled(folder, responses):
    """Makes the store, and gives the seconds that took."""
    began = time.monotonic()
    command = [require(HEARD), "demo", "--responses", responses, "--data", folder, "--keys",
               folder / "keys", "--listen", "127.0.0.1:0"]
    with Server(command, within=1800):
        return time.monotonic() - began


def last_quarter(today):
    """First and last month of the latest quarter that has ended."""
    month = today.year * 12 + (today.month - 1) // 3 * 3 - 3
    name = lambda m: f"{m // 12}-{m % 12 + 1:02}"
    return name(month), name(month + 2)

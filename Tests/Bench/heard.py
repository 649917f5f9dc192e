"""A store with one of the benchmark's surveys open, and `heard serve` on it."""

import re
import shutil

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

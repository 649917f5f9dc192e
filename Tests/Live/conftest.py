"""What the live tests share: a data folder, servers that are stopped again, and a browser."""

import contextlib
from pathlib import Path

import pytest

import examples
import reportfiles
from program import BINARY, Server, heard


def pytest_configure(config):
    if not Path(BINARY).exists():
        pytest.exit(f"{BINARY} is missing; build it with 'make release'", returncode=2)


@pytest.fixture
def data(tmp_path):
    """A data folder with settings that name whom children can reach."""
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / "heard.yaml").write_text(examples.SETTINGS)
    return folder


@pytest.fixture
def publish(tmp_path):
    """Publishes a survey's text in a data folder; gives the file."""

    def publish(data, text=examples.SURVEY):
        file = tmp_path / (text.split()[1] + ".yaml")
        file.write_text(text)
        ran = heard("survey", "publish", file, data=data)
        assert ran.code == 0, ran
        return file

    return publish


@pytest.fixture
def open_links():
    """Opens a collection and gives its links."""

    def open_links(data, survey="little", *more, place="Somewhere"):
        ran = heard("collection", "open", survey, "--place", place, *more, data=data)
        assert ran.code == 0, ran
        return [line for line in ran.lines if line.startswith("http")]

    return open_links


@pytest.fixture
def server():
    """Starts servers, and stops them when the test is over; each must stop cleanly."""
    with contextlib.ExitStack() as stopping:

        def start(data, *arguments, **options):
            running = Server(data, *arguments, **options)
            stopping.callback(running.stop)
            return running

        yield start


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    """One demo for a whole file, with no answers yet."""
    folder = tmp_path_factory.mktemp("demo") / "data"
    with Server(folder, "--responses", "0", command="demo") as running:
        yield running


@pytest.fixture(scope="session")
def demo_data(tmp_path_factory):
    """The data folder of a demo with a year of made-up answers, stopped."""
    return reportfiles.demo_data(tmp_path_factory.mktemp("demo"))


@pytest.fixture(scope="session")
def demo_reports(demo_data, tmp_path_factory):
    """The demo's two reports in every format, made once."""
    return reportfiles.reports_of_demo(demo_data, tmp_path_factory.mktemp("reports"))


@pytest.fixture(scope="session")
def browser():
    """Debian's Chromium, without a window."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        # Alone on the loopback it needs no sandbox, which root could not have.
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()

"""Leaving is fast, needs no JavaScript, hides the page, and leaves nothing behind."""

import http.server
import threading

import pytest

from browsing import Tab
from program import Server
from steps import begin, choose, heading, write


@pytest.fixture(scope="module")
def weather():
    """The page nobody would look at twice; keeps the header fields that it is asked with."""
    asked = []

    class Page(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append((self.path, dict(self.headers)))
            body = b"<!DOCTYPE html><html lang=en><title>Weather</title><h1>Sunny</h1>"
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Page)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    server.asked = asked
    server.url = f"http://127.0.0.1:{server.server_port}/weather"
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def demo(tmp_path_factory, weather):
    folder = tmp_path_factory.mktemp("demo") / "data"
    env = {"HEARD_LEAVE_TO": weather.url}
    with Server(folder, "--responses", "0", command="demo", env=env) as running:
        yield running


@pytest.fixture
def link(demo):
    return demo.links["Worries, good things and hopes"]


@pytest.mark.parametrize("javascript", [True, False])
def test_leave_is_a_plain_link_that_ends_the_visit(javascript, demo, link, weather, browser):
    with Tab(browser, demo.base, javascript) as tab:
        begin(tab, link)
        choose(tab, "worries")
        write(tab, "something private")
        tab.page.locator("#leave").click()
        tab.page.wait_for_url(weather.url)
        asked = [headers for path, headers in weather.asked if path == "/weather"]
        assert "Referer" not in asked[-1]
        assert tab.context.cookies(demo.base) == []
        tab.page.goto(demo.base + "/answer")
        assert heading(tab) == "Your visit has ended"
        assert "something private" not in tab.page.content()


WATCH_COVER = """() => new MutationObserver(() => {
  const cover = document.querySelector('body > [role=alert]');
  const corners = [[0, 0], [innerWidth - 1, 0], [0, innerHeight - 1], [innerWidth / 2, 99]];
  const hidden = corners.every(([x, y]) => document.elementFromPoint(x, y) === cover);
  console.log(`covered: ${hidden}: ${cover?.textContent}`);
}).observe(document.body, {childList: true})"""


def test_shift_three_times_leaves_and_hides_the_page_at_once(demo, link, weather, browser):
    with Tab(browser, demo.base) as tab:
        begin(tab, link)
        # The other website may be slow: what was on the screen must be covered meanwhile.
        said = []
        tab.page.on("console", lambda message: said.append(message.text))
        tab.page.evaluate(WATCH_COVER)
        for _ in range(2):
            tab.page.keyboard.press("Shift")
        assert tab.path == "/answer"
        tab.page.keyboard.press("Shift")
        tab.page.wait_for_url(weather.url)
        assert "covered: true: Leaving this page" in said
        assert tab.context.cookies(demo.base) == []


def test_shift_while_typing_capitals_does_not_leave(demo, link, browser):
    with Tab(browser, demo.base) as tab:
        begin(tab, link)
        choose(tab, "worries")
        box = tab.page.locator("textarea")
        box.focus()
        for letter in "ABCDEF":
            tab.page.keyboard.press(f"Shift+{letter}")
        for key in ("Shift", "Shift", "a", "Shift"):
            tab.page.keyboard.press(key)
        assert tab.path == "/answer"
        assert box.input_value().startswith("ABCDEF")


def test_coming_back_after_leaving_shows_nothing(demo, link, weather, browser):
    with Tab(browser, demo.base) as tab:
        begin(tab, link)
        choose(tab, "worries")
        write(tab, "something private")
        tab.page.locator("#leave").click()
        tab.page.wait_for_url(weather.url)
        for _ in range(3):
            tab.page.go_back()
            assert "something private" not in tab.page.content()

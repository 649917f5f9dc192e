"""What happens in real visits: leaving, going back, changing one's mind, pressing twice."""

import http.server
import threading

import pytest

from browsing import Tab
from program import Server
from steps import (
    begin, choose, heading, skip, skip_to_check, stored, words_shown, write)
from visitor import Visitor


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


def test_the_way_back_leads_question_by_question_to_what_was_said(demo, link, browser):
    before = stored(demo)
    with Tab(browser, demo.base) as tab:
        begin(tab, link)
        back = tab.page.locator("a.back")
        assert back.count() == 0 or back.get_attribute("href"), "back to nowhere"
        choose(tab, "worries")
        write(tab, "first words")
        tab.follow(back)
        assert tab.page.locator("textarea").input_value() == "first words"
        tab.follow(back)
        assert tab.page.locator("input:checked").get_attribute("value") == "worries"
        tab.press()
        assert heading(tab) == "Which one do you want next?", "what was said still holds"
        tab.follow(back)
        write(tab, "second words")
        skip_to_check(tab)
        assert "second words" in words_shown(tab) and "first words" not in words_shown(tab)
        tab.press()
        assert tab.path == "/answer/sent"
    assert stored(demo) == before + 1


def test_the_browser_s_own_back_leads_to_no_error_and_no_second_response(demo, link, browser):
    before = stored(demo)
    with Tab(browser, demo.base) as tab:
        begin(tab, link)
        choose(tab, "worries")
        write(tab, "first words")
        for _ in range(2):
            tab.page.go_back()
            assert tab.path == "/answer" and tab.page.locator("form.pass").count() == 1
            skip(tab)
        skip_to_check(tab)
        tab.page.go_back()
        tab.page.go_forward()
        tab.press()
        assert tab.path == "/answer/sent"
        tab.page.go_back()
        assert heading(tab).startswith("Thank you") or tab.path == "/answer/sent"
    assert stored(demo) == before + 1


def test_an_answer_can_be_changed_from_the_check_page(demo, link, browser):
    with Tab(browser, demo.base) as tab:
        begin(tab, link)
        choose(tab, "worries")
        write(tab, "first words")
        skip_to_check(tab)
        rows = tab.page.locator(".answers > div")
        row = rows.filter(has_text="first words")
        assert row.locator("a").inner_text().strip() != "Change", "say change of what"
        tab.follow(row.locator("a"))
        assert tab.page.locator("textarea").input_value() == "first words"
        write(tab, "better words")
        assert tab.path == "/answer/check"
        assert "better words" in words_shown(tab) and "first words" not in words_shown(tab)
        assert rows.filter(has_text="skipped").count() >= 1


def test_skipping_everything_is_a_fine_outcome(demo, link, browser):
    before = stored(demo)
    with Tab(browser, demo.base) as tab:
        begin(tab, link)
        tab.follow(tab.page.locator("button[value=unclear]"))
        skip_to_check(tab)
        assert "did not understand" in words_shown(tab)
        tab.press()
        assert tab.path == "/answer/sent"
    assert stored(demo) == before + 1


def test_sending_twice_gives_the_same_thanks_and_stores_once(demo, link):
    before = stored(demo)
    visitor = Visitor(demo.base)
    page = visitor.start(link, audience="12-17")
    visitor.answer_all(page)
    with_both = [None, None]

    def send(index):
        other = Visitor(demo.base)
        other.cookie = visitor.cookie
        with_both[index] = other.follow(other.send())

    threads = [threading.Thread(target=send, args=[index]) for index in (0, 1)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    third = visitor.follow(visitor.send())
    late = visitor.follow(visitor.reply(page))
    for thanks in [*with_both, third, late]:
        assert (thanks.status, thanks.path) == (200, "/answer/sent")
        assert thanks.body == third.body
    assert stored(demo) == before + 1


def test_a_double_click_on_send_thanks_once(demo, link, browser):
    before = stored(demo)
    with Tab(browser, demo.base) as tab:
        begin(tab, link)
        skip_to_check(tab)
        tab.page.locator("main form button").first.dblclick()
        tab.page.wait_for_url("**/answer/sent")
        tab.page.reload()
        assert tab.path == "/answer/sent"
    assert stored(demo) == before + 1


def test_two_tabs_share_one_journey(demo, link, browser):
    before = stored(demo)
    with Tab(browser, demo.base) as tab:
        begin(tab, link)
        other = tab.open()
        other.goto(demo.base + "/answer")
        choose(tab, "worries")
        # The other tab still shows the first question; its answer changes the first.
        other.locator("input[value=hopes]").check()
        with other.expect_navigation():
            other.locator("button.go").click()
        assert other.locator("h1").inner_text() == "What do you hope will happen?"
        tab.page.reload()
        assert heading(tab) == "What do you hope will happen?"
        skip_to_check(tab)
        tab.press()
        other.reload()
        assert other.url.endswith("/answer/sent")
    assert stored(demo) == before + 1


def test_a_shared_screen_shows_the_next_person_nothing(demo, link, browser):
    with Tab(browser, demo.base) as tab:
        begin(tab, link)
        choose(tab, "worries")
        write(tab, "the first person's words")
        skip_to_check(tab)
        tab.press()
        begin(tab, link)
        assert heading(tab) == "Which one do you want to start with?"
        assert tab.page.locator("input:checked").count() == 0
        skip_to_check(tab)
        assert "first person" not in words_shown(tab)

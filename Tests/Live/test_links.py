"""Links: spent, wrong, closed, previewed, carried on elsewhere; and what pages say when one errs."""

import re

import pytest

from browsing import Tab
from program import heard
from steps import (
    begin, choose, heading, kept_words, single_use, skip, skip_to_check, stored, words_shown, write)
from visitor import Visitor


@pytest.fixture
def link(demo):
    return demo.links["Worries, good things and hopes"]


def test_a_finished_single_use_link_is_spent(demo):
    link = single_use(demo)
    visitor = Visitor(demo.base)
    visitor.answer_and_send(link)
    for other in (visitor, Visitor(demo.base)):
        assert other.get(link).status == 410
        assert other.post(link, {}).status == 410
        assert other.get(link).heading == "This link has been used"


@pytest.mark.parametrize("path", [
    "/a/" + "0" * 26, "/a/short", "/a/" + "z" * 500, "/a/", "/a/%F0%9F%99%82", "/a/..", "/a"])
def test_a_wrong_link_gets_a_kind_page(path, demo):
    page = Visitor(demo.base).get(path)
    assert page.status in (400, 404)
    assert page.heading and "Childline" in page.text


def test_a_preview_spends_nothing(demo):
    link = single_use(demo)
    for _ in range(20):
        robot = Visitor(demo.base, {"User-Agent": "preview-robot"})
        for method in ("GET", "HEAD"):
            page = robot.request(method, link)
            assert page.status == 200
            assert page.header("set-cookie") is None
        assert page.body == b"" and page.header("content-length") != "0"
    Visitor(demo.base).answer_and_send(link)


def test_a_closed_collection_says_so(demo, browser):
    link = single_use(demo)
    collection = heard("collection", "list", data=demo.data).lines[-1].split("\t")[0]
    assert heard("collection", "close", collection, data=demo.data).code == 0
    with Tab(browser, demo.base) as tab:
        tab.page.goto(link)
        assert heading(tab) == "This survey has ended"
        tab.look()


@pytest.mark.parametrize("lost", ["cookie deleted", "cookie forged", "cookie of nobody"])
def test_an_ended_session_is_told_kindly(lost, demo, link, browser):
    with Tab(browser, demo.base) as tab:
        begin(tab, link)
        tab.context.clear_cookies()
        if lost != "cookie deleted":
            value = "0" * 26 if lost == "cookie of nobody" else "forged<script>"
            tab.context.add_cookies(
                [{"name": "heard", "value": value, "url": demo.base, "httpOnly": True,
                  "sameSite": "Lax"}])
        choose(tab, "worries")
        assert heading(tab) == "Your visit has ended"
        tab.look()
        for path in ("/answer", "/answer/check", "/answer/sent"):
            tab.page.goto(demo.base + path)
            assert heading(tab) == "Your visit has ended"


def test_carrying_on_elsewhere_shows_nothing_said_before(demo, browser):
    link = single_use(demo, "my-social-worker")
    with Tab(browser, demo.base) as first, Tab(browser, demo.base) as second:
        begin(first, link)
        choose(first, "yes")
        choose(first, "once")
        stopped = heading(first)
        begin(second, link)
        assert heading(second) == stopped, "on at the first unanswered"
        for place in (1, 2):
            second.page.goto(f"{demo.base}/answer?n={place}")
            assert heading(second) == stopped
            assert second.page.locator("input:checked").count() == 0
        # Nor by the way back.
        back = second.page.locator("a.back")
        if back.count():
            second.follow(back)
            assert second.page.locator("input:checked").count() == 0
            second.page.goto(demo.base + "/answer")
        skip_to_check(second)
        shown = words_shown(second)
        assert "It changed once" not in shown and "I have met them" not in shown
        for place in (1, 2):
            assert second.page.locator(f'.answers a[href="/answer?n={place}"]').count() == 0
        second.look()
        # The first browser has stopped.
        first.page.goto(demo.base + "/answer")
        assert first.page.locator("input:checked").count() == 0
        assert heading(first) != stopped
        second.press()
        assert second.path == "/answer/sent"


def test_what_was_said_before_is_sent_all_the_same(demo):
    link = single_use(demo)
    first, second = Visitor(demo.base), Visitor(demo.base)
    page = first.start(link)
    page = first.follow(first.reply(page, "worries"))
    first.reply(page, "kept across two phones")
    # A hand that guesses cannot change or see what is sealed.
    page = second.follow(second.post(link, {"resume": "yes"}))
    second.post("/answer", {"q": "worries", "answer": "forged words"})
    assert "kept across" not in second.get("/answer?n=1").text
    check = second.answer_all(page)
    assert "kept across" not in check.text and "forged" not in check.text
    before = stored(demo)
    assert second.follow(second.send()).path == "/answer/sent"
    assert stored(demo) == before + 1
    assert kept_words(demo, "kept across two phones") == 1
    assert kept_words(demo, "forged words") == 0


def test_the_language_can_be_changed_midway(demo, browser):
    with Tab(browser, demo.base) as tab:
        begin(tab, demo.links["How was today?"], "8-11")
        tab.page.locator("main input[type=radio]").first.check()
        tab.press()
        english = heading(tab)
        for language in ("cy", "ar", "en"):
            tab.follow(tab.page.locator(f".languages a[lang={language}]"))
            tab.look(language)
        assert heading(tab) == english
        tab.follow(tab.page.locator(".languages a[lang=ar]"))
        skip(tab)
        tab.look("ar")
        skip_to_check(tab)
        tab.look("ar")
        tab.press()
        tab.look("ar")


@pytest.mark.parametrize("audience", ["under-8", "12-17"])
def test_continue_without_an_answer_asks_again_and_takes_the_focus_there(audience, demo, browser):
    with Tab(browser, demo.base) as tab:
        tab.page.goto(demo.links["How was today?"])
        tab.press()
        assert tab.page.title().startswith("Error: ")
        tab.look()
        begin(tab, demo.links["How was today?"], audience)
        tab.press()
        assert tab.path == "/answer"
        assert tab.page.title().startswith("Error: ")
        assert tab.page.evaluate("() => document.activeElement.className") == "problem"
        tab.look()
        tab.page.locator(".problem a").click()
        assert tab.page.evaluate("() => document.activeElement.type") == "radio"
        tab.page.locator("main input[type=radio]").first.check()
        tab.press()
        assert not tab.has_error()


def test_words_over_the_limit_are_all_shown_again(demo, link, browser):
    with Tab(browser, demo.base) as tab:
        begin(tab, link)
        choose(tab, "worries")
        words = "long 🙂 words " * 100
        tab.page.locator("textarea").fill(words)
        tab.page.locator("#limit").filter(
            has_text=re.compile(r"\d+ characters too many")).wait_for()
        tab.press()
        assert tab.has_error()
        assert tab.page.locator("textarea").input_value().strip() == words.strip()
        tab.look()
        # A family of seven code points is one character, as people count.
        write(tab, "👨‍👩‍👧‍👦" * 1000)
        assert not tab.has_error()


def test_script_in_words_is_shown_as_words(demo, link, browser):
    nasty = "</textarea><script>document.title='owned'</script><img src=x onerror=alert(1)> \u0301&lt;"
    with Tab(browser, demo.base) as tab:
        begin(tab, link)
        choose(tab, "worries")
        write(tab, nasty)
        skip_to_check(tab)
        assert nasty in tab.page.locator(".own").inner_text()
        assert tab.page.locator("main script, main img").count() == 0
        tab.look()
        tab.follow(tab.page.locator(".answers > div").filter(has_text="script").locator("a"))
        assert tab.page.locator("textarea").input_value() == nasty
        tab.look()

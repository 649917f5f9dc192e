"""What happens in real visits: going back, changing one's mind, pressing twice, two tabs."""

import threading

import pytest

from browsing import Tab
from steps import begin, choose, heading, skip, skip_to_check, stored, words_shown, write
from visitor import Visitor


@pytest.fixture
def link(demo):
    return demo.links["Worries, good things and hopes"]


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


def test_the_browser_s_own_back_shows_the_question_before(demo, link, browser):
    with Tab(browser, demo.base) as tab:
        begin(tab, link)
        first = heading(tab)
        choose(tab, "worries")
        second = heading(tab)
        tab.page.go_back()
        assert heading(tab) == first and tab.page.locator("input:checked").count() == 1
        tab.page.go_forward()
        assert heading(tab) == second


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

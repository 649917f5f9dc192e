"""Single steps of a visit, as the tests of visits tell them."""

import sqlite3

from program import heard


def stored(server):
    """How many responses are kept, all being sound."""
    ran = heard("verify", data=server.data)
    assert ran.code == 0, ran
    return int(ran.out.split(" ")[0])


def kept_words(server, words):
    """How many comments with these very words are kept."""
    database = sqlite3.connect(f"file:{server.data}/heard.sqlite?mode=ro", uri=True)
    try:
        return database.execute(
            "SELECT count(*) FROM comments WHERE body = ?", [words]).fetchone()[0]
    finally:
        database.close()


def single_use(server, survey="worries-good-things-hopes", audience="12-17"):
    """A link for one person."""
    ran = heard(
        "collection", "open", survey, "--place", "P", "--audience", audience,
        "--single-use", "1", data=server.data)
    return ran.lines[0]


def begin(tab, link, audience="12-17"):
    tab.page.goto(link)
    choice = tab.page.locator(f"input[value='{audience}']")
    if choice.count():
        choice.check()
    tab.press()


def choose(tab, value):
    tab.page.locator(f"main input[value='{value}']").check()
    tab.press()


def write(tab, words):
    tab.page.locator("textarea").fill(words)
    tab.press()


def skip(tab):
    tab.follow(tab.page.locator("button[value=skip]"))


def skip_to_check(tab):
    for _ in range(20):
        if tab.path == "/answer/check":
            return
        skip(tab)
    raise AssertionError("no end to it")


def heading(tab):
    return tab.page.locator("h1").inner_text()


def words_shown(tab):
    return tab.page.locator("main").inner_text()

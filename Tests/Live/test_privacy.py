"""Nothing but the response is kept: no address, no browser, no link to a person, no time of day.

Every input carries a string found nowhere else; afterwards every file is searched for it.
"""

import http.client
import re
import sqlite3
import time

import pytest

from program import heard
from visitor import Visitor

WORDS = "the-words-that-are-meant-to-be-kept"
ADDRESS = "127.93.84.75"
INPUTS = {
    "User-Agent": "canary-agent", "Referer": "http://canary-referer.example/",
    "X-Forwarded-For": "203.0.113.77", "Forwarded": "for=203.0.113.78", "From": "canary-from",
    "X-Real-IP": "203.0.113.79", "Accept-Language": "cy, canary-language;q=0.5",
    "Via": "1.1 canary-via", "X-Request-ID": "canary-request", "Sec-CH-UA": "canary-hint",
    "Authorization": "Basic canary-authorization",
}


class Watched(Visitor):
    """Somebody at an address of their own whose every input carries a canary."""

    def __init__(self, base):
        super().__init__(base, INPUTS)

    def _send(self, method, path, body, headers):
        if self._connection is None:
            host, port = self.base.removeprefix("http://").split(":")
            self._connection = http.client.HTTPConnection(
                host, int(port), timeout=30, source_address=(ADDRESS, 0))
        path += ("&" if "?" in path else "?") + "canary-query=canary-value"
        if body is not None:
            body += b"&canary-field=canary-content"
        cookie = headers.pop("Cookie", "")
        headers["Cookie"] = f"canary-cookie=canary-crumb; {cookie}".rstrip("; ")
        return super()._send(method, path, body, headers)


FORBIDDEN = [
    "canary-agent", "canary-referer", "203.0.113.", "canary-from", "canary-language", "canary-via",
    "canary-request", "canary-hint", "canary-authorization", "canary-query", "canary-value",
    "canary-field", "canary-content", "canary-cookie", "canary-crumb", ADDRESS,
]


def traces(folder, *needles):
    """Which of these strings stand in which file of a folder, however cut into pages."""
    found = []
    for file in folder.rglob("*"):
        if file.is_file():
            content = file.read_bytes()
            found += [(file.name, needle) for needle in needles if needle.encode() in content]
    return found


def test_only_the_words_of_an_answer_are_kept(data, publish, open_links, server):
    publish(data)
    running = server(data)
    open_link, one_link = open_links(data)[0], open_links(data, "little", "--single-use", "1")[0]
    secrets = [link.rsplit("/", 1)[1] for link in (open_link, one_link)]
    for link in (open_link, one_link):
        watched = Watched(running.base)
        watched.answer_and_send(link, {"words": WORDS})
        secrets.append(watched.cookie)
        assert traces(data, *FORBIDDEN, *secrets) == []
    running.stop()
    assert traces(data, *FORBIDDEN, *secrets) == []
    assert traces(data, WORDS) == [("heard.sqlite", WORDS)]
    said = running.out + running.err
    assert [needle for needle in (*FORBIDDEN, *secrets, WORDS) if needle in said] == []


def test_nothing_joins_a_finished_link_to_its_response(data, publish, open_links, server):
    publish(data)
    running = server(data)
    link = open_links(data, "little", "--single-use", "1")[0]
    Watched(running.base).answer_and_send(link, {"words": WORDS})
    running.stop()
    rows = everything(data)
    assert [row["spent"] for row in rows["links"]] == [1]
    tokens = [row["token"] for row in rows["links"]]
    for table, kept in rows.items():
        if table != "links":
            assert not any(value in tokens for row in kept for value in row.values()), table
    for journey in rows["journeys"]:
        assert (journey["link"], journey["answers"]) == (None, None)


def test_what_was_written_before_leaving_is_wiped(data, publish, open_links, server):
    publish(data)
    running = server(data)
    link = open_links(data)[0]
    watched = Watched(running.base)
    page = watched.start(link)
    page = watched.follow(watched.reply(page))
    watched.reply(page, WORDS)
    time.sleep(0.3)  # So that it has surely been written before it is to go.
    assert WORDS in watched.get("/answer/check").text
    left = watched.get("/exit")
    assert left.status == 303 and "cookies" in left.header("clear-site-data")
    assert watched.cookie is None
    running.stop()
    assert traces(data, WORDS, *FORBIDDEN) == []
    assert heard("verify", data=data).out.startswith("0 responses")


def test_words_that_were_changed_before_sending_are_gone(data, publish, open_links, server):
    publish(data)
    running = server(data)
    watched = Watched(running.base)
    page = watched.start(open_links(data)[0])
    page = watched.follow(watched.reply(page))
    watched.reply(page, "words-thought-better-of")
    time.sleep(0.3)
    watched.reply(page, WORDS)
    assert watched.send().status == 303
    running.stop()
    assert traces(data, "words-thought-better-of") == []
    assert traces(data, WORDS) == [("heard.sqlite", WORDS)]


def everything(data):
    """Every row of every table, by column."""
    database = sqlite3.connect(f"file:{data}/heard.sqlite?mode=ro", uri=True)
    database.row_factory = sqlite3.Row
    try:
        tables = [row[0] for row in database.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")]
        return {
            table: [dict(row) for row in database.execute(f'SELECT * FROM "{table}"')]
            for table in tables}
    finally:
        database.close()


@pytest.fixture
def kept(data, publish, open_links, server):
    """Every row kept, after forty people answered one after another and one left."""
    publish(data)
    running = server(data)
    link = open_links(data)[0]
    for number in range(40):
        Visitor(running.base).answer_and_send(link, {"feeling": "bad", "words": f"{number:04}"})
    leaver = Visitor(running.base)
    leaver.reply(leaver.start(link))
    leaver.get("/exit")
    running.stop()
    return everything(data)


def looks_like_a_time(value, now):
    """Whether a value could be a time of day, or a moment near now in any usual count."""
    if isinstance(value, bytes):
        # Random ids only: versions 1, 6 and 7 of UUIDs hold the time.
        return len(value) == 16 and value[6] >> 4 != 4
    if isinstance(value, str):
        return bool(re.search(r"\d{1,2}:\d\d|\dT\d", value))
    if isinstance(value, (int, float)):
        counts = (now, now * 1e3, now * 1e6, now * 1e9, now - 978307200, now / 86400 + 2440587.5)
        week = 7 * 86400
        near = any(abs(value - one) <= week * one / now for one in counts if one > 1e6)
        return near and value % 86400 != 0
    return False


def test_no_time_finer_than_the_day_is_kept(kept):
    now = time.time()
    for table, rows in kept.items():
        if table == "editions":
            continue  # Shared by all who answer; its day is checked by the schema.
        for row in rows:
            for column, value in row.items():
                assert not looks_like_a_time(value, now), f"{table}.{column} = {value!r}"
    assert all(row["finished"] == 1 for row in kept["journeys"])


def test_nothing_kept_tells_who_answered_first(kept, data):
    database = sqlite3.connect(f"file:{data}/heard.sqlite?mode=ro", uri=True)
    try:
        # These are numbered in the order of what they are, or hold nobody's answers.
        shared = {"editions", "options", "places", "collections", "slices", "releases",
                  "frozen_slices"}
        for table in kept.keys() - shared:
            made = database.execute(
                "SELECT sql FROM sqlite_master WHERE name = ?", [table]).fetchone()[0]
            assert "WITHOUT ROWID" in made, table
        order = [row["body"] for row in kept["comments"]]
    finally:
        database.close()
    assert sorted(order) == [f"{number:04}" for number in range(40)]
    # Of forty in random order, about half stand after a smaller one.
    rising = sum(one < other for one, other in zip(order, order[1:]))
    assert 6 < rising < 33, order
    # A concern leads to no response.
    responses = {row["id"] for row in kept["responses"]}
    assert not responses & {value for row in kept["concerns"] for value in row.values()
                            if isinstance(value, bytes)}


def test_the_data_folder_is_for_its_owner_alone(data, publish, open_links, server):
    publish(data)
    server(data)
    for file in data.iterdir():
        if file.name != "heard.yaml":
            assert file.stat().st_mode & 0o077 == 0, file.name


def test_counters_tell_nothing_by_place_or_answer(data, publish, open_links, server):
    publish(data)
    running = server(data, "--health", "127.0.0.1:0")
    link = open_links(data, place="Canary Lane")[0]
    Visitor(running.base).answer_and_send(link, {"feeling": "bad", "words": WORDS})
    port = running.err.split("health on port ")[1].split()[0]
    metrics = Visitor(f"http://127.0.0.1:{port}").get("/metrics").text
    for needle in ("Canary", "little", "feeling", "12-17", WORDS):
        assert needle not in metrics
    # What is watched is not on the address that people reach.
    for path in ("/metrics", "/healthz", "/readyz"):
        assert Visitor(running.base).get(path).status == 404

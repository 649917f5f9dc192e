"""Nothing that was thanked for is lost, however often the server is killed.

LIVE_KILLS sets how many kills there are.
"""

import http.client
import os
import random
import sqlite3
import threading
import time

from program import Server, heard
from visitor import Visitor

KILLS = int(os.environ.get("LIVE_KILLS", "200"))
PEOPLE = 3


class Person(threading.Thread):
    """Answers again and again until the server is gone."""

    def __init__(self, base, link, name):
        super().__init__()
        self.visitor = Visitor(base, timeout=10)
        self.link, self.mark = link, name
        self.tried, self.thanked = [], []
        self.surprise = None

    def run(self):
        try:
            while True:
                self._answer(f"{self.mark} {len(self.tried)}")
        except (OSError, http.client.HTTPException):
            pass
        except Exception as surprise:  # Told by the main thread, which can fail the test.
            self.surprise = surprise
        finally:
            self.visitor.close()

    def _answer(self, words):
        visitor = self.visitor
        question = visitor.start(self.link)
        check = visitor.answer_all(question, {"feeling": "bad", "words": words})
        assert "Send my answers" in check.text
        self.tried.append(words)
        sent = visitor.send()
        assert (sent.status, sent.header("location")) == (303, "/answer/sent"), sent.status
        self.thanked.append(words)
        visitor.cookie = None


def test_what_was_thanked_for_survives_every_kill(data, publish, open_links):
    publish(data)
    link = open_links(data)[0].split("8080")[1]
    chance = random.Random(7)
    tried, thanked = [], []
    for kill in range(KILLS):
        server = Server(data)
        people = [Person(server.base, link, f"kill {kill} person {one}") for one in range(PEOPLE)]
        for person in people:
            person.start()
        time.sleep(chance.random() * 0.15)
        server.kill()
        for person in people:
            person.join(30)
            assert not person.is_alive()
            assert person.surprise is None, person.surprise
            tried += person.tried
            thanked += person.thanked
    with Server(data):
        pass  # The last start recovers what the last kill left, and stops cleanly.
    assert len(thanked) >= KILLS, "too few journeys to show anything"
    kept = everything(data)
    assert len(kept["words"]) == len(set(kept["words"])), "something was kept twice"
    assert set(thanked) <= set(kept["words"]), "something thanked for is lost"
    assert set(kept["words"]) <= set(tried)
    # All or nothing: the response, its answers, its words and its concern.
    assert kept["responses"] == kept["worrying"] == kept["concerns"] == len(kept["words"])
    assert kept["check"] == "ok"
    ran = heard("verify", data=data)
    assert ran.code == 0 and ran.out.startswith(f"{len(kept['words'])} responses")


# Answers stand where they are counted, or still wait to be sorted in.
WORRYING = """
  WITH bad AS (SELECT id FROM options WHERE question = 'feeling' AND value = 'bad'),
  given AS (
    SELECT option FROM answers
    UNION ALL SELECT said.value FROM unsorted, json_each(unsorted.options) AS said)
  SELECT count(*) FROM given WHERE option IN (SELECT id FROM bad)"""


def everything(data):
    database = sqlite3.connect(f"file:{data}/heard.sqlite?mode=ro", uri=True)
    one = lambda sql: database.execute(sql).fetchone()[0]  # noqa: E731
    try:
        return {
            "words": [row[0] for row in database.execute("SELECT body FROM comments")],
            "responses": one("SELECT count(*) FROM responses"),
            "worrying": one(WORRYING),
            "concerns": one("SELECT count(*) FROM concerns"),
            "check": one("PRAGMA integrity_check"),
        }
    finally:
        database.close()

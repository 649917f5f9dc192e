"""Requests made by lot: the server always answers well, and never repeats what it was sent.

LIVE_FUZZ sets how many requests there are.
"""

import os
import random
import socket

import pytest

import raw
from program import Server, heard
from visitor import Visitor

REQUESTS = int(os.environ.get("LIVE_FUZZ", "2500"))
CANARY = "canary7Qx"
TYPES = [
    "application/x-www-form-urlencoded", "application/x-www-form-urlencoded; charset=utf-8",
    "application/json", "multipart/form-data; boundary=" + CANARY, "text/plain", CANARY,
]
BODIES = [
    b"language=en&audience=12-17", b"q=first&answer=worries", b"q=worries&answer=" + CANARY.encode(),
    b"q=first&why=skip", b"helped=yes", b"code=" + CANARY.encode(), b"again=yes&audience=8-11",
    "q=worries&answer=%F0%9F%99%82%20ffŵl".encode(), b"",
]
BYTES = [b"%", b"%00", b"%zz", b"&", b"=", b"+", b"\x00", b"\xff", b"%C3%28", b"<script>", b"%0d%0a",
         b"q=", b"answer=", CANARY.encode(), b"\r\n\r\n", b"%F0%9F%99%82", b"x" * 5000]


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    folder = tmp_path_factory.mktemp("demo") / "data"
    with socket.create_server(("127.0.0.1", 0)) as free:
        health = "127.0.0.1:{}".format(free.getsockname()[1])
    arguments = ["--responses", "0", "--health", health]
    with Server(folder, *arguments, command="demo") as running:
        running.health = Visitor(f"http://{health}")
        yield running


class Fuzz:
    """Makes requests that are nearly right."""

    def __init__(self, seed, link, sessions):
        self.chance = random.Random(seed)
        self.sessions = sessions
        self.paths = [
            link, "/", "/answer", "/answer/skip", "/answer/check", "/answer/sent", "/help", "/exit",
            "/privacy", "/answer?n=1", "/answer?lang=cy", "/" + CANARY, "/a/" + CANARY,
            "/answer?n=" + CANARY, f"/?{CANARY}={CANARY}",
        ]

    def mutated(self, content):
        content = bytearray(content)
        for _ in range(self.chance.choice([0, 1, 1, 2, 5])):
            at = self.chance.randrange(len(content) + 1)
            what = self.chance.randrange(5)
            if what == 0:
                content[at:at] = self.chance.choice(BYTES)
            elif what == 1:
                content[at:at + self.chance.randrange(9)] = b""
            elif what == 2 and at < len(content):
                content[at] = self.chance.randrange(256)
            elif what == 3:
                content *= 2
            else:
                content += b"&" + self.chance.choice(BODIES)
        return bytes(content)

    def headers(self):
        chance = self.chance
        found = [("User-Agent", CANARY), ("Referer", f"http://{CANARY}.example/")]
        if chance.random() < 0.8:
            found.append(("Content-Type", chance.choice(TYPES[:2] * 4 + TYPES)))
        if chance.random() < 0.7:
            found.append(("Cookie", "heard=" + chance.choice(self.sessions)))
        elif chance.random() < 0.5:
            found.append(("Cookie", f"heard={CANARY}; {CANARY}=1"))
        for name in ("Accept-Language", "X-Forwarded-For", "Accept-Encoding", "Expect", "Range",
                     "If-None-Match", "Upgrade", "X-Forwarded-Proto", "Origin"):
            if chance.random() < 0.04:
                found.append((name, CANARY))
        return found

    def request(self):
        chance = self.chance
        method = chance.choice(["POST"] * 6 + ["GET"] * 3 + ["HEAD", "PUT", "OPTIONS", CANARY])
        path = chance.choice(self.paths)
        if chance.random() < 0.1:
            path = "/" + self.mutated(path[1:].encode()).decode("latin-1").replace(" ", "")
        body = self.mutated(chance.choice(BODIES)) if method not in ("GET", "HEAD") else b""
        return method, path, self.headers(), body


def test_requests_made_by_lot_are_all_answered_well(demo):
    link = demo.links["Worries, good things and hopes"].removeprefix(demo.base)
    sessions = []
    for audience in ("under-8", "8-11", "12-17"):
        visitor = Visitor(demo.base)
        visitor.start(link, audience=audience)
        sessions.append(visitor.cookie)
    fuzz = Fuzz(2011, link, sessions)
    seen = {}
    for number in range(REQUESTS):
        method, path, headers, body = fuzz.request()
        content = raw.request(method, path, headers, body)
        answer = raw.send(demo.port, content)
        code = raw.status(answer)
        # What is no HTTP at all is refused before there could be a page of ours.
        if code not in (None, 400, 413, 414, 431) or b"<!DOCTYPE html>" in answer:
            raw.check_answer(answer, f"{method} {path[:60]}, request {number}")
        seen[code] = seen.get(code, 0) + 1
        assert demo.is_running, f"died of request {number}: {content!r}"
    assert {200, 303, 400, 403, 404, 405, 415, 422} <= set(seen), seen

    # Nobody else sees any of it, and it is in no log.
    other = Visitor(demo.base)
    other.start(link, audience="12-17")
    for path in (link, "/", "/answer", "/help", "/privacy", "/accessibility", "/absent"):
        assert CANARY not in other.get(path).text
    assert CANARY not in demo.err + demo.out
    metrics = demo.health.get("/metrics")
    assert metrics.status == 200 and CANARY not in metrics.text
    for path in ("/readyz", "/healthz"):
        assert demo.health.get(path).status == 200

    # And it still does what it is for.
    Visitor(demo.base).answer_and_send(link, audience="12-17")
    assert heard("verify", data=demo.data).code == 0

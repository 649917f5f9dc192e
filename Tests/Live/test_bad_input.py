"""Whatever is sent, people get a kind page, the server goes on, and nothing shows up elsewhere."""

import socket

import pytest

import raw

from visitor import Visitor

FORM = ("Content-Type", "application/x-www-form-urlencoded")
LINK = "(link)"
PATHS = {
    "/": "GET, HEAD, POST", LINK: "GET, HEAD, POST", "/answer": "GET, HEAD, POST",
    "/answer/skip": "POST", "/answer/check": "GET, HEAD, POST", "/answer/sent": "GET, HEAD",
    "/help": "GET, HEAD", "/exit": "GET, HEAD", "/privacy": "GET, HEAD",
    "/accessibility": "GET, HEAD",
}


@pytest.fixture(scope="module")
def link(demo):
    return demo.links["Worries, good things and hopes"].removeprefix(demo.base)


@pytest.fixture
def ask(demo, link):
    """Sends a request and checks what every answer must be; gives the answer's status."""

    def ask(method, path, headers=(), body=b"", **options):
        path = link if path == LINK else path
        answer = raw.send(demo.port, raw.request(method, path, headers, body, **options))
        return raw.check_answer(answer, f"{method} {path[:80]} {str(headers)[:80]} {body[:80]!r}")

    yield ask
    assert demo.is_running
    assert Visitor(demo.base).get("/help").status == 200


@pytest.fixture
def session(demo, link):
    """A session at its first question."""
    visitor = Visitor(demo.base)
    visitor.start(link, audience="12-17")
    return visitor


@pytest.mark.parametrize("path", PATHS)
def test_a_wrong_method_is_told_the_right_ones(path, demo, link):
    target = link if path == LINK else path
    for method in ("PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND", "get"):
        page = Visitor(demo.base).request(method, target)
        assert page.status == 405, method
        assert page.header("allow") == PATHS[path], method
        assert page.heading
    for method in {"GET", "POST"} - set(PATHS[path].split(", ")):
        page = Visitor(demo.base).post(target, {}) if method == "POST" else \
            Visitor(demo.base).get(target)
        assert (page.status, page.header("allow")) == (405, PATHS[path])


@pytest.mark.parametrize("path", [
    "/.env", "/admin", "//", "/answer/", "/answer/check/x", "/static/x.css", "/static/", "/a/b/c",
    "/static/..%2f..%2fetc%2fpasswd", "/../../etc/passwd", "/%2e%2e/x", "/%00", "/%00%2e%2e/x",
    "/a%", "/%ff%fe", "/%zz", "/help%20", "/HELP", "/help/", "/?" + "a=b&" * 250, "/?%zz=%",
    "/staff", "/api/v1/openapi.json", "/" + "x" * 3000, "/help;x=1", "/wp-login.php", "/%0d%0aX:y",
])
def test_an_unknown_path_is_not_here(path, ask):
    expected = (200, 400) if path.startswith("/?") else (400, 404)
    assert ask("GET", path) in expected
    assert ask("HEAD", path) in expected


@pytest.mark.parametrize("size", [15_000, 20_000, 40_000, 200_000])
def test_a_path_that_is_too_long_is_refused(size, ask, demo):
    answer = raw.send(demo.port, raw.request("GET", "/" + "x" * size))
    assert raw.status(answer) in (None, 400, 404, 413, 414, 431)


def test_header_fields_that_are_too_long_or_many_are_refused(demo):
    for headers in ([("X-Long", "y" * 17_000)], [(f"X-{n}", "y" * 50) for n in range(400)],
                    [("Cookie", "heard=" + "0" * 17_000)], [("Cookie", "a=b; " * 2000)]):
        answer = raw.send(demo.port, raw.request("GET", "/help", headers))
        assert raw.status(answer) in (None, 400, 413, 431)


@pytest.mark.parametrize("kind", [
    None, "", "text/plain", "application/json", "multipart/form-data; boundary=x",
    "application/x-www-form-urlencodedx", "APPLICATION/X-WWW-FORM-URLENCODED; charset=utf-8", ";",
])
def test_only_forms_are_read(kind, ask, session):
    headers = [("Cookie", f"heard={session.cookie}")]
    headers += [("Content-Type", kind)] if kind is not None else []
    status = ask("POST", "/answer", headers, b"q=first&answer=worries")
    assert status == (303 if kind and kind.startswith("APPLICATION") else 415)


@pytest.mark.parametrize("body", [
    b"q=first&answer=%zz", b"q=first&answer=%", b"q=first&answer=%f", b"q=%ff&answer=worries",
    b"q=first&answer=\xff\xfe", b"q=first&answer=%00", b"q=first&answer=a%00b", b"\x00" * 100,
    b"q=first&answer=\x01", "q=first&answer=%c0%af".encode(), b"%f0%28%8c%bc=1",
    b"&".join(b"a%d=1" % number for number in range(300)),
])
def test_a_form_that_cannot_be_read_exactly_is_refused(body, ask, session):
    headers = [FORM, ("Cookie", f"heard={session.cookie}")]
    assert ask("POST", "/answer", headers, body) == 400


@pytest.mark.parametrize("body, statuses", [
    (b"", {400}), (b"&&&&", {400}), (b"=", {400}), (b"answer=worries", {400}),
    (b"q=absent&answer=x", {400}), (b"q=first", {422}), (b"q=first&answer=", {422}),
    (b"q=first&answer=absent", {422}), (b"q=first&answer=worries&answer=hopes", {422}),
    (b"q=hopes&answer=too+early", {303}), (b"q=first&q=hopes&answer=worries", {303}),
    (b"q=first&answer=worries" + b"&x=1" * 100, {303}),
])
def test_a_strange_answer_is_asked_again_or_passed_over(body, statuses, ask, session):
    headers = [FORM, ("Cookie", f"heard={session.cookie}")]
    assert ask("POST", "/answer", headers, body) in statuses
    assert session.get("/answer/check").status == 303


@pytest.mark.parametrize("size", [64 * 1024 + 1, 1 << 20, 8 << 20])
def test_a_body_that_is_too_large_is_refused(size, ask, session):
    headers = [FORM, ("Cookie", f"heard={session.cookie}")]
    assert ask("POST", "/answer", headers, b"q=first&answer=" + b"x" * size) in (413, None)
    lying = [*headers, ("Content-Length", str(size))]
    assert ask("POST", "/answer", lying) == 413


@pytest.mark.parametrize("length", ["-1", "abc", "99999999999999999999999", "0x10", "1 1", ""])
def test_a_length_that_is_no_length_is_refused(length, demo):
    answer = raw.send(demo.port, raw.request(
        "POST", "/", [FORM, ("Content-Length", length)], b"code=1"))
    assert raw.status(answer) in (None, 400, 413)


def chunked(*pieces, end=b"0\r\n\r\n"):
    return b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in pieces) + end


@pytest.mark.parametrize("body, statuses", [
    (chunked(b"q=first&", b"answer=", b"worries"), {303}),
    (chunked(*[b"x" * 10_000] * 20), {413}),
    (b"zz\r\nhello\r\n0\r\n\r\n", {400, None}),
    (b"-5\r\nhello\r\n0\r\n\r\n", {400, None}),
    (b"ffffffffffffffffffff\r\nhello", {400, 413, None}),
    (chunked(b"q=first", end=b""), {400, 408, None}),
])
def test_a_body_in_chunks_is_read_or_refused(body, statuses, demo, session):
    headers = [FORM, ("Cookie", f"heard={session.cookie}"), ("Transfer-Encoding", "chunked")]
    answer = raw.send(demo.port, raw.request("POST", "/answer", headers, body))
    assert raw.status(answer) in statuses


def test_two_lengths_two_hosts_or_none_are_refused(demo):
    """Where two programs could read a request in two ways, nobody reads it."""
    host, form = b"Host: 127.0.0.1\r\n", b"Content-Type: application/x-www-form-urlencoded\r\n"
    for head in (
        b"GET /help HTTP/1.1\r\n\r\n", b"GET /help HTTP/1.1\r\n" + host * 2 + b"\r\n",
        b"GET /help HTTP/1.1\r\nHost: a b\r\n\r\n", b"GET help HTTP/1.1\r\n" + host + b"\r\n",
        b"POST / HTTP/1.1\r\n" + host + form + b"Content-Length: 4\r\nContent-Length: 6\r\n\r\ncode=1",
        b"POST / HTTP/1.1\r\n" + host + form + b"Content-Length: 6\r\n"
        b"Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00", b"\r\n\r\n\r\n", b"GET\r\n\r\n", b"\x00" * 64,
        b"GET /help HTTP/9.9\r\n" + host + b"\r\n", b"GET /help\r\n\r\n", b"A" * 100_000,
        b"GET / HTTP/1.1\r\n" + host + b"X\x00Y: z\r\n\r\n",
    ):
        assert raw.status(raw.send(demo.port, head, timeout=1)) in (None, 400, 413, 414, 431, 505), head[:60]


@pytest.mark.parametrize("headers", [
    [("Origin", "https://evil.example")], [("Origin", "http://127.0.0.1.evil.example")],
    [("Sec-Fetch-Site", "cross-site")], [("Sec-Fetch-Site", "same-site")],
    [("Origin", "null"), ("Sec-Fetch-Site", "cross-site")],
])
@pytest.mark.parametrize("path", ["/", LINK, "/answer", "/answer/skip", "/answer/check"])
def test_a_form_from_another_site_is_refused(headers, path, ask, session):
    sent = [FORM, ("Cookie", f"heard={session.cookie}"), *headers]
    assert ask("POST", path, sent, b"q=first&answer=worries&code=1&audience=8-11") == 403
    assert session.get("/answer?n=1").text.count("checked") == 0


def test_a_form_of_ours_is_taken_though_no_referrer_makes_its_origin_null(ask, session):
    sent = [FORM, ("Cookie", f"heard={session.cookie}"), ("Origin", "null"),
            ("Sec-Fetch-Site", "same-origin")]
    assert ask("POST", "/answer", sent, b"q=first&answer=worries") == 303


@pytest.mark.parametrize("cookie", [
    "heard=", "heard=0", "heard=" + "0" * 26, "heard=" + "z" * 5000, "heard=../../etc/passwd",
    "heard='; DROP TABLE journeys; --", "heard=%00", "heard", "=", ";;;;", "heard=\xff\xfe",
    "Heard=" + "0" * 26, "__Host-heard=" + "0" * 26, "a=b; " * 50,
])
def test_a_cookie_that_is_nobody_s_gets_nowhere(cookie, ask):
    for path in ("/answer", "/answer/check", "/answer/sent"):
        assert ask("GET", path, [("Cookie", cookie)]) == 403
        if path != "/answer/sent":
            assert ask("POST", path, [FORM, ("Cookie", cookie)], b"q=first&answer=worries") == 403
    assert ask("GET", "/help", [("Cookie", cookie)]) == 200
    assert ask("GET", LINK, [("Cookie", cookie)]) == 200


def test_idle_and_half_said_requests_hold_nobody_up(demo):
    waiting = [socket.create_connection(("127.0.0.1", demo.port)) for _ in range(200)]
    for index, one in enumerate(waiting):
        one.sendall(b"POST /answer HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nab"[:index])
    assert Visitor(demo.base, timeout=5).get("/help").status == 200
    for one in waiting:
        one.close()

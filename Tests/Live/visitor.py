"""Somebody who answers, with the plainest of browsers: links, forms and one cookie."""

import html
import http.client
import re
from dataclasses import dataclass, field
from urllib.parse import urlencode, urlsplit

_FORM = re.compile(r"<form\b([^>]*)>(.*?)</form>", re.S)
_FIELD = re.compile(r"<(input|textarea|button)\b([^>]*)>")
_ATTRIBUTE = re.compile(r'([\w-]+)(?:="([^"]*)")?')


def _attributes(text):
    return {name: html.unescape(value) for name, value in _ATTRIBUTE.findall(text)}


@dataclass
class Form:
    """The parts of a form that matter for sending it."""

    action: str
    hidden: dict = field(default_factory=dict)
    choices: dict = field(default_factory=dict)
    ticks: dict = field(default_factory=dict)
    boxes: list = field(default_factory=list)
    buttons: list = field(default_factory=list)

    @classmethod
    def all(cls, page):
        return [cls._read(attributes, inside) for attributes, inside in _FORM.findall(page)]

    @classmethod
    def _read(cls, attributes, inside):
        form = cls(_attributes(attributes).get("action", ""))
        for tag, text in _FIELD.findall(inside):
            part = _attributes(text)
            name, value = part.get("name"), part.get("value", "on")
            if tag == "button":
                form.buttons.append((name, value))
            elif tag == "textarea" or part.get("type", "text") == "text":
                form.boxes.append(name)
            elif part["type"] == "hidden":
                form.hidden[name] = part.get("value", "")
            elif part["type"] == "radio":
                form.choices.setdefault(name, []).append(value)
            elif part["type"] == "checkbox":
                form.ticks.setdefault(name, []).append(value)
        return form


@dataclass
class Page:
    """An answer from the server."""

    status: int
    path: str
    headers: list
    body: bytes

    @property
    def text(self):
        return self.body.decode()

    def header(self, name):
        return next((value for key, value in self.headers if key.lower() == name), None)

    @property
    def forms(self):
        return Form.all(self.text)

    @property
    def form(self):
        """The form that goes on: the first."""
        return self.forms[0]

    @property
    def heading(self):
        found = re.search(r"<h1[^>]*>(.*?)</h1>", self.text, re.S)
        return html.unescape(re.sub(r"<[^>]+>", "", found[1])).strip() if found else ""


class Visitor:
    """Keeps a connection and the session's cookie, and goes where it is sent."""

    def __init__(self, base, headers=None, timeout=30):
        self.base = base.rstrip("/")
        self.headers = headers or {}
        self.cookie = None
        self.timeout = timeout
        self._connection = None

    def request(self, method, path, body=None, headers=None):
        """One request and its answer, no redirect followed."""
        if path.startswith("http"):
            parts = urlsplit(path)
            path = parts.path + (f"?{parts.query}" if parts.query else "")
        sent = dict(self.headers) | (headers or {})
        if self.cookie and not any(name.lower() == "cookie" for name in sent):
            sent["Cookie"] = f"heard={self.cookie}"
        try:
            answer, body = self._send(method, path, body, sent)
        except (http.client.RemoteDisconnected, ConnectionResetError, BrokenPipeError):
            if method not in ("GET", "HEAD"):
                raise
            # A connection kept open may be closed by the other end at any time.
            self.close()
            answer, body = self._send(method, path, body, sent)
        for name, value in answer.getheaders():
            if name.lower() == "set-cookie" and value.startswith("heard="):
                self.cookie = value[6:].split(";")[0] or None
        return Page(answer.status, path, answer.getheaders(), body)

    def _send(self, method, path, body, headers):
        if self._connection is None:
            parts = urlsplit(self.base)
            self._connection = http.client.HTTPConnection(
                parts.hostname, parts.port, timeout=self.timeout)
        self._connection.request(method, path, body=body, headers=headers)
        answer = self._connection.getresponse()
        content = answer.read()
        if answer.will_close:
            self.close()
        return answer, content

    def close(self):
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def get(self, path):
        return self.request("GET", path)

    def post(self, path, fields):
        body = urlencode(fields, doseq=True).encode()
        return self.request(
            "POST", path, body, {"Content-Type": "application/x-www-form-urlencoded"})

    def follow(self, page):
        """The page a redirect leads to."""
        hops = 0
        while page.status == 303 and hops < 5:
            page = self.get(page.header("location"))
            hops += 1
        return page

    def start(self, link, **fields):
        """Opens a link and presses Start; gives the first question."""
        form = self.get(link).form
        fields = form.hidden | fields
        for name, values in form.choices.items():
            fields.setdefault(name, values[0])
        return self.follow(self.post(form.action, fields))

    def reply(self, page, answer=None):
        """Answers the question on `page` and gives the redirect, or the page with the error.

        By default the first choice, every box ticked, or a few words.
        """
        form = page.form
        fields = dict(form.hidden)
        if answer is None:
            for name, values in (form.choices | form.ticks).items():
                answer = values[0] if name in form.choices else values
            answer = answer if answer is not None else "Some words."
        fields["answer"] = answer
        return self.post(form.action, fields)

    def answer_all(self, page, answers=None):
        """Answers every question from `page` on, `answers` by question id; gives the check page."""
        steps = 0
        while "/answer/check" not in page.path:
            answer = (answers or {}).get(page.form.hidden["q"])
            page = self.follow(self.reply(page, answer))
            steps += 1
            assert page.status == 200 and steps <= 100, (page.status, page.path, page.heading)
        return page

    def send(self, **fields):
        """Presses "Send my answers"; gives the redirect to the thank-you."""
        return self.post("/answer/check", fields)

    def answer_and_send(self, link, answers=None, **start):
        """The whole way from a link to the thank-you page."""
        self.answer_all(self.start(link, **start), answers)
        page = self.follow(self.send())
        assert (page.status, page.path) == (200, "/answer/sent"), (page.status, page.path)
        return page

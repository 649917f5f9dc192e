"""Walks a survey once by its pages' own forms, and records what was sent.

The load client replays the record, so that it never has to read HTML; what it sends is what a
browser would have sent from the pages as they are today.
"""

import http.client
from html.parser import HTMLParser
from urllib.parse import urlencode

from running import Failed

COMMENT = "Please come on time, and tell me what happens next."


class FirstForm(HTMLParser):
    """The first form of a page: where it goes, and a plain answer to each of its fields."""

    def __init__(self, page):
        super().__init__()
        self.action, self.fields, self._state = None, {}, "before"
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        a = dict(attributes)
        if tag == "form" and self._state == "before":
            self.action, self._state = a.get("action", ""), "within"
        if self._state != "within" or not a.get("name"):
            return
        kind = a.get("type", "text") if tag == "input" else tag
        if kind in ("radio", "checkbox"):
            # The first choice of each; whether somebody helped is left unsaid.
            if a["name"] != "helped":
                self.fields.setdefault(a["name"], a.get("value", "on"))
        elif kind == "hidden":
            self.fields[a["name"]] = a.get("value", "")
        elif kind in ("text", "textarea"):
            self.fields[a["name"]] = COMMENT

    def handle_endtag(self, tag):
        if tag == "form" and self._state == "within":
            self._state = "after"


class Walk:
    """One respondent's way from a link to thanks, or up to `stop` forms of it."""

    def __init__(self, port, link, stop=None):
        self.forms, self.pages, self.cookie = [], [], None
        self._http = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        path, page = link, self._get(link)
        while path != "/answer/sent" and len(self.forms) != stop:
            form = FirstForm(page)
            if form.action is None or len(self.forms) > 30:
                raise Failed(f"{path} has no form that goes on")
            path, page = self._send(form.action or path, urlencode(form.fields))
        self._http.close()

    @property
    def script(self):
        return "".join(f"{path} {body}\n" for path, body in self.forms)

    @property
    def requests(self):
        return len(self.forms) + len(self.pages)

    def _ask(self, method, path, body=None):
        headers = {"Cookie": self.cookie} if self.cookie else {}
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        self._http.request(method, path, body, headers)
        reply = self._http.getresponse()
        if cookie := reply.getheader("Set-Cookie"):
            self.cookie = cookie.partition(";")[0]
        return reply, reply.read()

    def _get(self, path):
        reply, page = self._ask("GET", path)
        if reply.status != 200:
            raise Failed(f"{path} gave {reply.status}")
        self.pages.append((path, len(page)))
        return page.decode()

    def _send(self, path, body):
        self.forms.append((path, body))
        reply, _ = self._ask("POST", path, body)
        if reply.status != 303:
            raise Failed(f"the form to {path} gave {reply.status}")
        onward = reply.getheader("Location")
        return onward, self._get(onward)

"""Phones and a gateway made up in Python, for the text channel: what Kannel would post and take."""

import http.client
import http.server
import itertools
import queue
import socketserver
import threading
import urllib.parse

SENDER = "07700900456"

SETTINGS = """
text:
  gateway: kannel
  sender: "07700 900456"
  sending: http://127.0.0.1:{port}/cgi-bin/sendsms
  username: heard
  password-file: kannel-password
  secret-file: kannel-secret
  hours: 00:00-24:00
  per-second: 1000
"""

KEYWORDS = """  keywords:
    - {{word: TALK, collection: {collection}, audience: {audience}}}
"""


class Gateway:
    """Takes what the server sends, as `sendsms` does, and posts what phones text."""

    def __init__(self):
        self.inboxes = {}
        self.bodies = []
        self.ids = itertools.count(1)
        self.status = 202
        # Where a list stands here, connections end without an answer, and it holds whose they were.
        self.dropped = None
        outer = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"])).decode()
                if outer.dropped is not None:
                    outer.dropped.append(self.headers["X-Kannel-DLR-URL"])
                    self.close_connection = True
                    return
                if outer.status == 202:
                    outer.bodies.append(body)
                    outer.inbox(self.headers["X-Kannel-To"]).put(body)
                answer = b"0: Accepted for delivery"
                self.send_response(outer.status)
                self.send_header("Content-Length", str(len(answer)))
                self.end_headers()
                self.wfile.write(answer)

            def log_message(self, *_):
                pass

        class Listener(socketserver.ThreadingMixIn, http.server.HTTPServer):
            daemon_threads = True
            request_queue_size = 128

        self.server = Listener(("127.0.0.1", 0), Handler)
        self.port = self.server.server_port
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def inbox(self, number):
        return self.inboxes.setdefault(number, queue.Queue())

    def close(self):
        self.server.shutdown()
        self.server.server_close()

    def set_up(self, data, keys, keyword=None):
        set_up(self.port, data, keys, keyword)

    def post(self, base, number, body, id=None, secret="s3cret"):
        return post(base, number, body, id or f"live-{next(self.ids)}", secret)


def set_up(port, data, keys, keyword=None):
    """Writes the settings and the secrets of a Kannel that sends by `port`; `keyword` is a
    collection and an audience.
    """
    settings = SETTINGS.format(port=port)
    if keyword:
        settings += KEYWORDS.format(collection=keyword[0], audience=keyword[1])
    file = data / "heard.yaml"
    plain = file.read_text().split("\ntext:")[0]
    file.write_text(plain + settings)
    keys.mkdir(exist_ok=True)
    (keys / "kannel-password").write_text("foobar\n")
    (keys / "kannel-secret").write_text("s3cret\n")


def post(base, number, body, id, secret="s3cret"):
    """Posts a text as Kannel does; the answer's status and body, or None where nobody answers."""
    place = urllib.parse.urlsplit(base)
    connection = http.client.HTTPConnection(place.hostname, place.port, timeout=30)
    try:
        connection.request(
            "POST", f"/text/kannel/{secret}?id={id}&coding=0&charset=UTF-8",
            body=body.encode(),
            headers={
                "Content-Type": 'text/plain; charset="UTF-8"', "X-Kannel-From": number,
                "X-Kannel-To": SENDER})
        answer = connection.getresponse()
        return answer.status, answer.read()
    except OSError:
        return None
    finally:
        connection.close()


class Phone:
    """One phone: texts, and waits for what comes back."""

    def __init__(self, gateway, number="+447700900123"):
        self.gateway = gateway
        self.number = number

    def text(self, base, body, **options):
        return self.gateway.post(base, self.number, body, **options)

    def read(self, seconds=20):
        """The next text that comes."""
        return self.gateway.inbox(self.number).get(timeout=seconds)

    def is_silent(self, seconds=1.0):
        try:
            self.gateway.inbox(self.number).get(timeout=seconds)
            return False
        except queue.Empty:
            return True

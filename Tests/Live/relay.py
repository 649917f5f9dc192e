"""A network between a kiosk and its server, which the tests can spoil."""

import http.client
import json
import socket
import struct
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

UPLOAD = "/kiosk/v1/responses"


class Relay:
    """Passes requests on to `server`, which may be replaced, as the network does by default.

    `trouble`, called with the path, gives the name of what goes wrong instead, or None. The bundle
    is made to say that the authority is made up, so that a kiosk takes rehearsals.
    """

    def __init__(self, server=None):
        self.server = server
        self.trouble = lambda path: None
        self.stored = []  # ids in the order in which the kiosk was told they are stored
        self.seen = []  # (path, status or trouble)
        relay = self

        class Handler(_Handler):
            owner = relay

        self._listener = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._listener.daemon_threads = True
        self._thread = threading.Thread(target=self._listener.serve_forever, daemon=True)
        self._thread.start()

    @property
    def base(self):
        return f"http://127.0.0.1:{self._listener.server_address[1]}"

    @property
    def uploads(self):
        return [what for path, what in self.seen if path == UPLOAD]

    def close(self):
        self._listener.shutdown()
        self._listener.server_close()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    owner = None

    def log_message(self, *_):
        pass

    def do_GET(self):
        self._serve(b"")

    def do_POST(self):
        self._serve(self.rfile.read(int(self.headers.get("content-length", 0))))

    def _serve(self, body):
        trouble = self.owner.trouble(self.path)
        if trouble:
            self.owner.seen.append((self.path, trouble))
            return getattr(self, "_" + trouble.replace("-", "_"))(body)
        try:
            status, headers, answer = self._ask(body)
        except (OSError, http.client.HTTPException):
            self.owner.seen.append((self.path, "server gone"))
            return self._cut()
        self.owner.seen.append((self.path, status))
        if self.path == UPLOAD and status == 201:
            self.owner.stored += [
                one["id"] for one in json.loads(answer) if one["outcome"] == "stored"]
        self._answer(status, answer, headers)

    def _ask(self, body):
        """What the server answers."""
        there = http.client.HTTPConnection("127.0.0.1", self.owner.server.port, timeout=30)
        try:
            there.putrequest(self.command, self.path, skip_host=False, skip_accept_encoding=True)
            for name, value in self.headers.items():
                if name.lower() not in ("host", "connection"):
                    there.putheader(name, value)
            there.endheaders(body or None)
            answer = there.getresponse()
            content = answer.read().replace(b'"isMadeUp":false', b'"isMadeUp":true')
            kept = [(name, value) for name, value in answer.getheaders()
                    if name.lower() in ("content-type", "etag")]
            return answer.status, kept, content
        finally:
            there.close()

    def _answer(self, status, body=b"", headers=()):
        try:
            self.send_response(status)
            for name, value in headers:
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)
        except OSError:
            self.close_connection = True

    def _cut(self, _=None):
        """Closes the connection at once, as a plug that is pulled does."""
        self.close_connection = True
        linger = struct.pack("ii", 1, 0)
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
        self.connection.close()

    def _cut_after(self, body):
        """The server did it, and nobody hears of it."""
        self._ask(body)
        self._cut()

    def _cut_midway(self, body):
        status, headers, answer = self._ask(body)
        self.wfile.write(
            b"HTTP/1.1 %d \r\nContent-Length: %d\r\n\r\n" % (status, len(answer))
            + answer[:len(answer) // 2])
        self.wfile.flush()
        self._cut()

    def _page(self, _):
        self._answer(200, b"<html><h1>Welcome to Waiting Room WiFi</h1>", [
            ("Content-Type", "text/html")])

    def _false_201(self, _):
        self._answer(201, b"<html>Created!</html>", [("Content-Type", "text/html")])

    def _nothing_done(self, _):
        self._answer(201, b"[]", [("Content-Type", "application/json")])

    def _redirect(self, _):
        self._answer(302, b"", [("Location", f"{self.owner.base}/login")])

    def _password(self, _):
        self._answer(401, b"Sign in", [("WWW-Authenticate", "Basic")])

    def _not_found(self, _):
        self._answer(404, b"no such page")

    def _broken(self, _):
        self._answer(500, b"oops")

    def _busy(self, _):
        self._answer(503, b"later")

    def _garbage(self, _):
        self.wfile.write(bytes(range(256)) * 20)
        self.wfile.flush()
        self._cut()

    def _silent(self, _):
        """Says nothing until the kiosk has had enough, or the test is over."""
        self.connection.settimeout(90)
        try:
            self.connection.recv(1)
        except OSError:
            pass
        self.close_connection = True


TROUBLES = [
    "cut", "cut-after", "cut-midway", "page", "false-201", "nothing-done", "redirect", "password",
    "not-found", "broken", "busy", "garbage",
]

"""A real Kannel, from Debian, and a line to its fake network that any number of phones are on.

Kannel is the gateway that takes our texts by `sendsms` and posts us what phones text. Its network
is the fake one it brings: a connection on which a text is one line, `SENDER RECEIVER KIND WORDS`.
"""

import itertools
import os
import queue
import re
import select
import socket
import subprocess
import threading
import time
import urllib.parse
import urllib.request
from pathlib import Path

NUMBER = "07700900456"

# Numbers and words stay out of its logs (its warnings name the sender of a text whose part is
# missing); nothing is sent to a person in our stead.
SETTINGS = """\
group = core
admin-port = {admin}
admin-interface = 127.0.0.1
admin-password = adminpw
status-password = statuspw
smsbox-port = {boxes}
smsbox-interface = 127.0.0.1
box-deny-ip = "*.*.*.*"
box-allow-ip = "127.0.0.1"
log-file = "log/bearerbox.log"
log-level = 3
access-log = "log/access.log"
access-log-format = "%t %l [SMSC:%i] [SVC:%n] [ACT:%A] [flags:%m:%c:%M:%C:%d] [msg:%L] [ID:%I]"
store-type = spool
store-location = "spool"
dlr-storage = internal
sms-resend-freq = 1
sms-resend-retry = 3
sms-combine-concatenated-mo = true
sms-combine-concatenated-mo-timeout = 2

{network}
group = smsbox
bearerbox-host = 127.0.0.1
sendsms-port = {sending}
sendsms-interface = 127.0.0.1
sendsms-chars = "0123456789 +-"
global-sender = {number}
log-file = "log/smsbox.log"
log-level = 2
http-request-retry = 20
http-queue-delay = 1
http-timeout = 3
max-pending-requests = 32
mo-recode = true
reply-couldnotfetch = ""
reply-requestfailed = ""
reply-emptymessage = ""
reply-couldnotrepresent = ""

group = sendsms-user
username = heard
password = foobar
user-allow-ip = "127.0.0.1"
concatenation = true
max-messages = 6
omit-empty = true

group = sms-service
keyword = default
catch-all = true
max-messages = 6
concatenation = true
omit-empty = true
send-sender = true
accept-x-kannel-headers = true
post-url = "{ours}?id=%I&smsc=%i&coding=%c&charset=%C"
"""

FAKE_NETWORK = """\
group = smsc
smsc = fake
smsc-id = FAKE
host = localhost
port = {port}
our-host = 127.0.0.1
connect-allow-ip = 127.0.0.1
"""


def free_ports(count):
    """Ports nobody listens on just now."""
    sockets = [socket.socket() for _ in range(count)]
    try:
        for one in sockets:
            one.bind(("127.0.0.1", 0))
        return [one.getsockname()[1] for one in sockets]
    finally:
        for one in sockets:
            one.close()


def wait_for_port(port, process, seconds=20):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        assert process.poll() is None, f"{process.args[0]} ended with {process.returncode}"
        try:
            return socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            time.sleep(0.02)
    raise AssertionError(f"{process.args[0]} does not listen on {port}")


class Kannel:
    """Kannel's two programs, in a folder of their own."""

    def __init__(self, folder, ours, network=FAKE_NETWORK, port=None):
        """`ours` is where it posts texts; `network` and `port` what it is connected to."""
        self.folder = Path(folder)
        for name in ["log", "spool"]:
            (self.folder / name).mkdir(parents=True)
        self.admin, self.boxes, self.sending, free = free_ports(4)
        self.port = port or free
        (self.folder / "kannel.conf").write_text(
            SETTINGS.format(
                admin=self.admin, boxes=self.boxes, sending=self.sending, number=NUMBER, ours=ours,
                network=network.format(port=self.port)))
        self.running = []
        try:
            self._start("bearerbox", self.boxes)
            self._start("smsbox", self.sending)
        except BaseException:
            self.stop()
            raise

    def _start(self, program, port):
        process = subprocess.Popen(
            [f"/usr/sbin/{program}", "-v", "4", "kannel.conf"], cwd=self.folder,
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.running.append(process)
        wait_for_port(port, process)

    @property
    def logs(self):
        return "".join(file.read_text(errors="replace") for file in self.folder.glob("log/*"))

    @property
    def is_connected(self):
        """Whether it has its line to the network."""
        address = f"http://127.0.0.1:{self.admin}/status.txt?password=statuspw"
        with urllib.request.urlopen(address) as status:
            return "(online" in status.read().decode()

    def stop(self):
        for process in reversed(self.running):
            process.terminate()
            try:
                process.wait(15)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        self.running = []


class Line:
    """The line to the fake network: what phones text goes up, and what they are sent comes down.

    Kannel keeps one such line at a time.
    """

    # The end of a text is not marked; the next one begins so, or nothing comes for a moment.
    HEAD = re.compile(rb"(?:\A|\n)" + NUMBER.encode() + rb" (\S+) (text|data|ucs-2|udh) ")
    PAUSE = 0.02

    def __init__(self, port):
        self.port = port
        self._turn = threading.Lock()
        self._inboxes = {}
        self._parts = {}
        self._ids = itertools.count(1)
        # Called with number and words by the reading thread, where set.
        self.heed = None
        self.connect()

    def connect(self):
        self.socket = socket.create_connection(("127.0.0.1", self.port), 5)
        self.socket.settimeout(None)
        self._reader = threading.Thread(target=self._read, args=(self.socket,), daemon=True)
        self._reader.start()

    def close(self):
        self.socket.shutdown(socket.SHUT_RDWR)
        self._reader.join(5)
        self.socket.close()

    def inbox(self, number):
        with self._turn:
            return self._inboxes.setdefault(number, queue.Queue())

    # Up.

    def text(self, number, words):
        """Texts words as they stand."""
        self._send(number, b"text " + words.encode())

    def text_ucs2(self, number, words):
        """Texts words as a phone does that writes them in sixteen bits a character."""
        self._send(number, b"ucs2 " + escaped(words.encode("utf-16-be")))

    def text_part(self, number, reference, part, total, words):
        """Texts one part of a longer text."""
        head = bytes([5, 0, 3, reference, total, part])
        self._send(number, b"udh-text " + escaped(head) + b" " + words.encode())

    def data_part(self, number, reference, part, total, octets):
        """Texts one part of a longer text, in eight bits and no known alphabet."""
        head = bytes([5, 0, 3, reference, total, part])
        self._send(number, b"udh-data " + escaped(head) + b" " + escaped(octets))

    def _send(self, number, rest):
        line = b"%s %s %s\n" % (number.encode(), NUMBER.encode(), rest)
        with self._turn:
            self.socket.sendall(line)

    # Down.

    def _read(self, connection):
        rest = b""
        while True:
            ready = select.select([connection], [], [], self.PAUSE if rest else None)[0]
            if not ready:
                if rest.endswith(b"\n"):
                    self._take_all(rest)
                    rest = b""
                continue
            try:
                piece = os.read(connection.fileno(), 1 << 20)
            except OSError:
                return
            if not piece:
                return
            rest += piece
            heads = list(self.HEAD.finditer(rest))
            if len(heads) > 1:
                last = heads[-1].start() + 1
                self._take_all(rest[:last])
                rest = rest[last:]

    def _take_all(self, octets):
        heads = list(self.HEAD.finditer(octets))
        assert heads and heads[0].start() == 0, octets
        ends = [head.start() for head in heads[1:]] + [len(octets) - 1]
        for head, end in zip(heads, ends):
            self._take(head[1].decode(), head[2].decode(), octets[head.end():end])

    def _take(self, number, kind, words):
        if kind == "udh":
            head, _, part = words.split(b" ", 2)
            _, _, _, reference, total, place = unescaped(head)
            parts = self._parts.setdefault((number, reference), {})
            parts[place] = unescaped(part)
            if len(parts) < total:
                return
            del self._parts[number, reference]
            octets = b"".join(parts[place] for place in range(1, total + 1))
            words = told(octets)
        elif kind == "ucs-2":
            words = unescaped(words).decode("utf-16-be")
        elif kind == "data":
            words = told(unescaped(words))
        else:
            words = words.decode()
        if self.heed:
            self.heed(number, words)
        else:
            self.inbox(number).put(words)


def told(octets):
    """The words of octets whose alphabet the line does not say."""
    try:
        words = octets.decode()
        if not re.search(r"[\x00-\x09\x0b-\x1f]", words):
            return words
    except UnicodeDecodeError:
        pass
    return octets.decode("utf-16-be")


def escaped(octets):
    return urllib.parse.quote_from_bytes(octets, safe="").encode()


def unescaped(octets):
    return urllib.parse.unquote_to_bytes(octets.replace(b"+", b" "))


class Phone:
    """One phone on the line: texts, and waits for what comes back."""

    def __init__(self, line, number="+447700900123"):
        self.line = line
        self.number = number

    def text(self, words):
        self.line.text(self.number, words)

    def ask(self, words, texts=1):
        """Texts, and gives the texts that come back; the last where it is one."""
        self.text(words)
        came = [self.read() for _ in range(texts)]
        return came if texts > 1 else came[0]

    def read(self, seconds=20):
        """The next text that comes."""
        try:
            return self.line.inbox(self.number).get(timeout=seconds)
        except queue.Empty:
            raise AssertionError(f"nothing came for {seconds} s") from None

    def is_silent(self, seconds=1.0):
        try:
            self.line.inbox(self.number).get(timeout=seconds)
            return False
        except queue.Empty:
            return True

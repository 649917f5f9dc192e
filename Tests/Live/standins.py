"""What stands for GOV.UK Notify and Twilio, which cannot run here: their documented bytes over HTTP.

Neither judges by rules of its own where there is an official library: the tokens Notify is shown are
judged by `notifications-python-client`, and what Twilio signs is signed by its `RequestValidator`.
"""

import base64
import collections
import datetime
import http.client
import http.server
import itertools
import json
import queue
import socketserver
import sqlite3
import threading
import time
import urllib.parse
import uuid
from dataclasses import dataclass
from unittest import mock

from notifications_python_client.authentication import decode_jwt_token, get_token_issuer
from twilio.request_validator import RequestValidator

from program import heard

SENDER = "07700900456"

# Four questions, the third in people's own words.
SURVEY = """\
survey: texted
title: {en: How it was}
about: {en: A few short questions.}
promise: confidential
languages: [en]
audiences: [parent-carer]
questions:
  - id: heard
    kind: choice
    ask: {parent-carer: {en: Did we listen to you?}}
    answers:
      - {value: yes, en: Yes}
      - {value: no, en: No}
  - id: clear
    kind: choice
    ask: {parent-carer: {en: Was it clear what comes next?}}
    answers:
      - {value: yes, en: Yes}
      - {value: partly, en: Partly}
      - {value: no, en: No}
  - id: change
    kind: text
    ask: {parent-carer: {en: What should we do better?}}
  - id: kind
    kind: choice
    ask: {parent-carer: {en: Were we kind?}}
    answers:
      - {value: yes, en: Yes}
      - {value: no, en: No}
"""

KEYWORD = """  keywords:
    - {word: TALK, collection: 1, audience: parent-carer}
"""


@dataclass
class Asked:
    """A request the server made."""

    method: str
    path: str
    headers: http.client.HTTPMessage
    body: bytes

    @property
    def query(self):
        return dict(urllib.parse.parse_qsl(urllib.parse.urlsplit(self.path).query))


class StandIn:
    """An HTTP server in a gateway's place. What is not right about a request is noted in `faults`."""

    def __init__(self):
        self.asked = []
        self.faults = []
        # What to answer to the next texts instead of the usual: status, and what the body says. What
        # else is asked, such as by the poll, which comes when it comes, takes none of them.
        self.answers = collections.deque()
        self.inboxes = collections.defaultdict(queue.Queue)
        self.ids = itertools.count(1)
        outer = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self):
                length = int(self.headers["Content-Length"] or 0)
                asked = Asked(self.command, self.path, self.headers, self.rfile.read(length))
                outer.asked.append(asked)
                try:
                    status, headers, said = outer.answer(asked)
                except Exception as fault:
                    outer.faults.append(repr(fault))
                    status, headers, said = 400, {}, {}
                if status is None:
                    self.close_connection = True
                    return
                body = json.dumps(said).encode()
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            do_POST = do_GET

            def log_message(self, *_):
                pass

        class Listener(socketserver.ThreadingMixIn, http.server.HTTPServer):
            daemon_threads = True
            request_queue_size = 128

        self.server = Listener(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self.server.server_port}"
        # It looks this often, in seconds, whether it is to close.
        threading.Thread(target=self.server.serve_forever, args=(0.02,), daemon=True).start()

    def close(self):
        self.server.shutdown()
        self.server.server_close()
        assert not self.faults, self.faults

    def inbox(self, number):
        return self.inboxes[number]

    def scripted(self):
        """The next answer that was asked for, if any: status, header fields and body."""
        if not self.answers:
            return None
        status, said, *headers = self.answers.popleft()
        return status, headers[0] if headers else {}, said

    @property
    def sent(self):
        """The requests to send a text."""
        return [asked for asked in self.asked if asked.method == "POST"]


def call(base, path, body, headers, method="POST"):
    """A request to the server as a gateway makes it: the status, and the answer's fields and body."""
    place = urllib.parse.urlsplit(base)
    connection = http.client.HTTPConnection(place.hostname, place.port, timeout=30)
    try:
        connection.request(method, path, body=body, headers=headers)
        answer = connection.getresponse()
        return answer.status, answer.headers, answer.read()
    finally:
        connection.close()


def stamp(when=None):
    """A moment as Notify writes it: whole seconds, since that is all its providers tell."""
    return time.strftime("%Y-%m-%dT%H:%M:%S.000000Z", time.gmtime(when or time.time()))


class Notify(StandIn):
    """GOV.UK Notify: sending, looking up and polling, and its callbacks."""

    SERVICE = "26785a09-ab16-4eb0-8407-a37497a57506"
    SECRET = "3d844edf-8d35-48ac-975b-e847b4f122b0"
    KEY = f"my-test_key-{SERVICE}-{SECRET}"
    TEMPLATE = "f33517ff-2a88-4f6e-b855-c550268ce08a"
    SENDER_ID = "8e222534-7f05-4972-86e3-17c5d9f894e2"
    BEARER = "a-token-of-our-choice"

    def __init__(self):
        super().__init__()
        # What `GET /v2/notifications` and `GET /v2/received-text-messages` know.
        self.known = []
        self.received = []
        self.page = 250
        # Seconds its clock is ahead of this machine's, and whose turn it is to read it.
        self.ahead = 0
        self.clock = threading.Lock()

    def set_up(self, data, keys, more=""):
        write_settings(data, f"""
text:
  gateway: notify
  sender: "{SENDER}"
  address: {self.address}
  key-file: notify-key
  template: {self.TEMPLATE}
  sender-id: {self.SENDER_ID}
  bearer-file: notify-bearer
  hours: 00:00-24:00
  per-second: 1000
""" + more)
        keys.mkdir(exist_ok=True)
        (keys / "notify-key").write_text(self.KEY + "\n")
        (keys / "notify-bearer").write_text(self.BEARER + "\n")

    def answer(self, asked):
        self.judge(asked)
        path = urllib.parse.urlsplit(asked.path).path
        if (asked.method, path) == ("POST", "/v2/notifications/sms"):
            return self.scripted() or (201, {}, self.take(asked))
        if (asked.method, path) == ("GET", "/v2/notifications"):
            found = [one for one in self.known if one["reference"] == asked.query["reference"]]
            links = {"current": self.address + asked.path}
            return 200, {}, {"notifications": found, "links": links}
        assert (asked.method, path) == ("GET", "/v2/received-text-messages"), asked
        return 200, {}, self.page_of(asked)

    def judge(self, asked):
        """By the official client: raises where Notify would not take the token."""
        scheme, token = asked.headers["Authorization"].split(" ")
        assert scheme == "Bearer" and get_token_issuer(token) == self.SERVICE
        now = datetime.datetime.now(datetime.UTC) + datetime.timedelta(seconds=self.ahead)
        with self.clock, mock.patch("jwt.api_jwt.datetime") as clock, mock.patch(
            "notifications_python_client.authentication.epoch_seconds", now.timestamp
        ):
            clock.now.return_value = now
            assert decode_jwt_token(token, self.SECRET)

    def take(self, asked):
        assert asked.headers["Content-Type"].lower() == "application/json"
        said = json.loads(asked.body)
        assert set(said) == {
            "phone_number", "template_id", "personalisation", "reference", "sms_sender_id"}, said
        assert said["template_id"] == self.TEMPLATE and said["sms_sender_id"] == self.SENDER_ID
        assert set(said["personalisation"]) == {"m"} and uuid.UUID(said["reference"])
        body = said["personalisation"]["m"]
        assert 0 < len(body) <= 918 and not {one for one in body if ord(one) > 0x20AC}
        id = self.remember(said)
        self.inbox(said["phone_number"]).put(body)
        return {
            "id": id, "reference": said["reference"],
            "content": {"body": body, "from_number": SENDER},
            "uri": f"https://api.notifications.service.gov.uk/v2/notifications/{id}",
            "template": {
                "id": self.TEMPLATE, "version": 3,
                "uri": f"https://api.notifications.service.gov.uk/v2/template/{self.TEMPLATE}"}}

    def remember(self, said, status="sending"):
        """Lists a text as taken; gives the id it has from now on."""
        id = str(uuid.uuid4())
        self.known.insert(0, {
            "id": id, "reference": said["reference"], "phone_number": said["phone_number"],
            "email_address": None, "line_1": None, "postcode": None, "type": "sms",
            "status": status, "template": {"id": self.TEMPLATE, "version": 3, "uri": ""},
            "body": said["personalisation"]["m"], "subject": None, "created_at": stamp(),
            "sent_at": stamp(), "completed_at": None, "scheduled_for": None,
            "created_by_name": None})
        return id

    def page_of(self, asked):
        ids = [one["id"] for one in self.received]
        start = ids.index(asked.query["older_than"]) + 1 if asked.query else 0
        page = self.received[start:start + self.page]
        links = {"current": self.address + asked.path}
        if start + self.page < len(ids):
            links["next"] = f"{self.address}/v2/received-text-messages?older_than={page[-1]['id']}"
        return {"received_text_messages": page, "links": links}

    def message(self, number, body, id=None, at=None):
        """A received text as its callback tells of it."""
        return {
            "id": id or str(uuid.uuid4()), "source_number": number.removeprefix("+"),
            "destination_number": SENDER, "message": body, "date_received": stamp(at)}

    def item(self, message):
        """The same text as the poll tells of it."""
        return {
            "id": message["id"], "created_at": message["date_received"],
            "content": message["message"], "notify_number": message["destination_number"],
            "service_id": self.SERVICE, "user_number": message["source_number"]}

    def receipt(self, asked, status):
        said = json.loads(asked.body)
        id = next(one["id"] for one in self.known if one["reference"] == said["reference"])
        return {
            "id": id, "reference": said["reference"], "to": said["phone_number"],
            "status": status, "created_at": stamp(), "completed_at": stamp(), "sent_at": stamp(),
            "notification_type": "sms", "template_id": self.TEMPLATE, "template_version": 3}

    def tell(self, base, said, bearer=BEARER):
        """Calls back; gives the status and the body. Bytes go as they are."""
        headers = {"Content-Type": "application/json"}
        if bearer is not None:
            headers["Authorization"] = f"Bearer {bearer}"
        body = said if isinstance(said, bytes) else json.dumps(said).encode()
        status, _, answer = call(base, "/text/notify", body, headers)
        return status, answer

    def post(self, base, number, body, **options):
        return self.tell(base, self.message(number, body, **options))


class Fields(dict):
    """A form as web frameworks hold it: of a name that stands there twice, every value."""

    def getall(self, name):
        value = self[name]
        return value if isinstance(value, list) else [value]


class Twilio(StandIn):
    """Twilio: sending, and its signed requests to us."""

    ACCOUNT = "AC00000000000000000000000000000001"
    TOKEN = "12345abcdef67890"
    OURS = "https://feedback.example.gov.uk"
    SENDER = "+447700900456"

    def set_up(self, data, keys, more=""):
        write_settings(data, f"""
base-url: {self.OURS}
text:
  gateway: twilio
  sender: "{self.SENDER}"
  address: {self.address}
  account: {self.ACCOUNT}
  token-file: twilio-token
  hours: 00:00-24:00
  per-second: 1000
""" + more)
        keys.mkdir(exist_ok=True)
        (keys / "twilio-token").write_text(self.TOKEN + "\n")

    def answer(self, asked):
        login = base64.b64encode(f"{self.ACCOUNT}:{self.TOKEN}".encode()).decode()
        assert asked.headers["Authorization"] == f"Basic {login}"
        assert asked.path == f"/2010-04-01/Accounts/{self.ACCOUNT}/Messages.json", asked.path
        assert asked.headers["Content-Type"] == "application/x-www-form-urlencoded"
        form = self.form(asked)
        assert set(form) == {
            "To", "From", "Body", "StatusCallback", "ContentRetention", "AddressRetention"}, form
        assert form["From"] == self.SENDER and 0 < len(form["Body"]) <= 1600
        assert form["ContentRetention"] == "discard" and form["AddressRetention"] == "obfuscate"
        callback = urllib.parse.urlsplit(form["StatusCallback"])
        assert form["StatusCallback"].startswith(f"{self.OURS}/text/twilio?ref=")
        assert uuid.UUID(dict(urllib.parse.parse_qsl(callback.query))["ref"])
        if scripted := self.scripted():
            return scripted
        self.inbox(form["To"]).put(form["Body"])
        return 201, {}, {
            "account_sid": self.ACCOUNT, "api_version": "2010-04-01", "body": form["Body"],
            "date_created": "Thu, 24 Aug 2023 05:01:45 +0000", "date_sent": None,
            "date_updated": "Thu, 24 Aug 2023 05:01:45 +0000", "direction": "outbound-api",
            "error_code": None, "error_message": None, "from": form["From"], "num_media": "0",
            "num_segments": "1", "price": None, "price_unit": None, "messaging_service_sid": None,
            "sid": f"SM{next(self.ids):032x}", "status": "queued", "subresource_uris": {},
            "to": form["To"], "uri": asked.path}

    @staticmethod
    def form(asked):
        """The fields of a text that was to be sent."""
        pairs = urllib.parse.parse_qsl(
            asked.body.decode("ascii"), keep_blank_values=True, strict_parsing=True)
        assert len(dict(pairs)) == len(pairs), pairs
        return dict(pairs)

    def message(self, number, body, id=None, **more):
        """A received text as Twilio posts it."""
        id = id or f"SM{next(self.ids):032x}"
        return {
            "ToCountry": "GB", "ToState": "", "SmsMessageSid": id, "NumMedia": "0", "ToCity": "",
            "FromZip": "", "SmsSid": id, "FromState": "", "SmsStatus": "received", "FromCity": "",
            "Body": body, "FromCountry": "GB", "To": self.SENDER, "ToZip": "", "NumSegments": "1",
            "MessageSid": id, "AccountSid": self.ACCOUNT, "From": number,
            "ApiVersion": "2010-04-01"} | more

    def status(self, sid, number, status, **more):
        return {
            "SmsSid": sid, "SmsStatus": status, "MessageStatus": status, "To": number,
            "MessageSid": sid, "AccountSid": self.ACCOUNT, "From": self.SENDER,
            "ApiVersion": "2010-04-01"} | more

    @staticmethod
    def sign(form, path="/text/twilio", token=TOKEN, ours=OURS, algorithm=None):
        """By the official library."""
        return RequestValidator(token).compute_signature(ours + path, Fields(form), algorithm)

    def tell(self, base, form, path="/text/twilio", signature=None, headers=None):
        """Posts a form; gives the status, the header fields and the body."""
        headers = {"Content-Type": "application/x-www-form-urlencoded; charset=utf-8"} | (
            headers or {})
        if signature is None:
            signature = self.sign(form, path)
        if signature:
            headers["X-Twilio-Signature"] = signature
        body = urllib.parse.urlencode(form, doseq=True).encode()
        return call(base, path, body, headers)

    def post(self, base, number, body, **options):
        status, _, answer = self.tell(base, self.message(number, body, **options))
        return status, answer


def write_settings(data, text):
    file = data / "heard.yaml"
    plain = file.read_text().split("\nbase-url:")[0].split("\ntext:")[0].rstrip("\n")
    file.write_text(plain + "\n" + text)


def open_with_keyword(data, keys, gateway, publish, survey=SURVEY):
    """Publishes a survey that begins with TALK, and opens it as collection 1."""
    gateway.set_up(data, keys)
    publish(data, survey)
    ran = heard(
        "collection", "open", survey.split()[1], "--place", "Here", "--channel", "text", "--keys",
        keys, data=data)
    assert ran.code == 0 and "collection 1 is open" in ran.err, ran
    gateway.set_up(data, keys, KEYWORD)


def rows(data, sql):
    """What the store of a data folder holds."""
    database = sqlite3.connect(f"file:{data}/heard.sqlite?mode=ro", uri=True)
    try:
        return database.execute(sql).fetchall()
    finally:
        database.close()


def count(data, table):
    return rows(data, f"SELECT count(*) FROM {table}")[0][0]


def states(data):
    """What became of the texts that were to be sent, in the order they were queued in.

    Replies are queued before a gateway is answered: where none is here, none will be sent.
    """
    return [state for state, in rows(data, "SELECT state FROM outbox ORDER BY place")]


def metric(running, name):
    """A figure from a running server's metrics."""
    port = running.err.split("health on port ")[1].split()[0]
    _, _, body = call(f"http://127.0.0.1:{port}", "/metrics", None, {}, "GET")
    lines = dict(line.rsplit(" ", 1) for line in body.decode().splitlines() if line[:1] != "#")
    return int(lines[name])


def came(running, outcome):
    """How many requests of gateways came to this."""
    return metric(running, f'heard_texts_received_total{{outcome="{outcome}"}}')


def wait_until(holds, seconds=15):
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, "it never came to be"
        time.sleep(0.05)

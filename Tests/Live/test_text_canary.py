"""A canary word and canary numbers in every input of the text channel are found nowhere in clear.

Sought in every shape of `canaries.py`: in what the server says and answers, its metrics, the
addresses it asks the gateway for, every file of the data folder while it runs and after, and a
backup. What may hold a number is what carries it to the gateway, and what is sealed. What may hold
words is, besides, a finished response, which stores what was answered.
"""

import base64
import hashlib
import json
import re
import shutil
import signal
import sqlite3
import subprocess
import time
import urllib.parse
import uuid

import pytest
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

import canaries
import phones
import raw
import standins
from canaries import KEPT, NUMBERS, WORD, found, spoken, written
from program import heard
from standins import StandIn, call, came, wait_until

CHATTY, ANSWERING, EXPIRING, STRANGER, REFUSED, LOST, *REST = NUMBERS
ERRORS = REST[:3]
# Words and a number, as in "ring me on".
BOTH = f"{WORD} {spoken(CHATTY)} {CHATTY}"


# MARK: The gateways, with a canary wherever one fits


class Kannel(StandIn):
    """Kannel's `sendsms`, and its requests to us."""

    path = "/text/kannel/s3cret"
    wrong = "/text/kannel/wrong"
    # Where a request to send must hold the number.
    carries = {"X-Kannel-To"}

    def set_up(self, data, keys, more=""):
        phones.set_up(
            self.server.server_port, data, keys, keyword=(1, "parent-carer") if more else None)

    def answer(self, asked):
        if (scripted := self.scripted()) is not None:
            return scripted
        self.inbox(asked.headers["X-Kannel-To"]).put(asked.body.decode())
        return 202, {"X-Number": CHATTY}, f"0: Accepted for delivery to {BOTH}"

    def request(self, number, body, id=None, at=None, path=path, to=standins.SENDER, **more):
        query = urllib.parse.urlencode({"id": id or uuid.uuid4(), "smsc": WORD, "charset": "UTF-8"})
        headers = {
            "Content-Type": 'text/plain; charset="UTF-8"', "X-Kannel-From": number,
            "X-Kannel-To": to, "X-Kannel-SMSC": WORD} | more
        if at:
            headers["X-Kannel-Time"] = time.strftime("%Y-%m-%d %H:%M:%S", time.gmtime(at))
        return f"{path}?{query}", body.encode(), headers

    def receipts(self):
        reference = json.dumps(None)
        for asked in self.sent:
            reference = re.search("ref=([^&]*)", asked.headers["X-Kannel-DLR-URL"])[1]
        for query in [
            {"ref": reference, "state": 2, "answer": f"NACK/{BOTH}"},
            {"ref": uuid.uuid4(), "state": 16, "answer": CHATTY, "to": CHATTY, "text": WORD},
            {"ref": CHATTY, "state": 1}, {"ref": reference, "state": CHATTY}, {WORD: CHATTY},
        ]:
            yield "GET", f"{self.path}?{urllib.parse.urlencode(query)}", None, {}

    def unreadable(self):
        _, body, headers = self.request(CHATTY, BOTH)
        path = f"{self.path}?id={WORD}&to={CHATTY[1:]}"
        nameless = {name: headers[name] for name in headers if name != "X-Kannel-From"}
        yield "POST", path, body, nameless
        yield "POST", f"{path}&coding=1", body + b"\x00\xff", headers
        yield "POST", f"{path}&charset={WORD}", body, headers
        yield "POST", path, BOTH.encode("utf-16") + b"\xff\xfe\xff", headers

    errors = [
        (400, f"Denied: {BOTH}", {"X-Error": BOTH}), (302, BOTH, {"Location": f"/{WORD}?{CHATTY}"}),
        (500, BOTH)]
    hold = (403, f"Authorization failed for sendsms to {BOTH}")


class Notify(standins.Notify):
    path = wrong = "/text/notify"
    carries = set()
    errors = [
        (400, {"status_code": 400, "errors": [{"error": "BadRequestError", "message": BOTH}]}),
        (400, {"status_code": 400, "errors": [{"error": WORD, "message": CHATTY}]}),
        (500, {WORD: CHATTY}, {"Location": CHATTY})]
    hold = (403, {"status_code": 403, "errors": [{"error": "AuthError", "message": BOTH}]})

    def request(self, number, body, id=None, at=None, path=path, to=standins.SENDER, **more):
        said = self.message(number, body, id=id, at=at) | {"destination_number": to} | more
        return path, json.dumps(said).encode(), self.headers()

    @classmethod
    def headers(cls, bearer=standins.Notify.BEARER):
        return {"Content-Type": "application/json", "Authorization": f"Bearer {bearer}"}

    def receipts(self):
        for change in [
            {"status": "temporary-failure"}, {"reference": CHATTY}, {"status": WORD},
            {"notification_type": WORD}, {"id": CHATTY, "reference": BOTH}]:
            yield self.posted(self.receipt(self.sent[-1], "delivered") | change | {WORD: CHATTY})

    def posted(self, said):
        body = said if isinstance(said, bytes) else json.dumps(said).encode()
        return "POST", self.path, body, self.headers()

    def unreadable(self):
        whole = self.message(CHATTY, BOTH, id=WORD)
        yield self.posted(json.dumps(whole).encode()[:-9])
        yield self.posted(json.dumps(whole).encode() + b"\xff")
        yield self.posted({WORD: CHATTY, CHATTY: BOTH})
        yield self.posted([BOTH])
        yield self.posted(BOTH)
        for field in whole:
            yield self.posted({name: whole[name] for name in whole if name != field})
            yield self.posted(whole | {field: {WORD: [CHATTY]}})


class Fields(dict):
    """A form in which a name may stand twice, as the official library reads one."""

    def getlist(self, name):
        return self[name] if isinstance(self[name], list) else [self[name]]


class Twilio(standins.Twilio):
    path = wrong = "/text/twilio"
    carries = set()
    errors = [
        (400, {"code": 21610, "message": BOTH}), (400, {"code": WORD, "message": CHATTY}),
        (500, {WORD: CHATTY}, {"Location": CHATTY})]
    hold = (401, {"code": 20003, "message": BOTH})

    def request(self, number, body, id=None, at=None, path=path, to=standins.SENDER, **more):
        form = self.message(number, body, id=id) | {"To": to, "FromCity": WORD} | more
        return self.signed(form, path)[1:]

    def signed(self, form, path=path):
        body = urllib.parse.urlencode(form, doseq=True).encode()
        return "POST", path, body, {
            "Content-Type": "application/x-www-form-urlencoded",
            "X-Twilio-Signature": self.sign(Fields(form), path)}

    def receipts(self):
        reference = urllib.parse.urlsplit(self.form(self.sent[-1])["StatusCallback"]).query
        for query, status in [
            (reference, "undelivered"), (f"ref={CHATTY[1:]}", "failed"), (reference, WORD),
            (f"{reference}&{WORD}={CHATTY[1:]}", "delivered")]:
            form = self.status(f"SM{WORD}", CHATTY, status, ErrorCode="30003", ErrorMessage=BOTH)
            yield self.signed(form, f"{self.path}?{query}")

    def unreadable(self):
        whole = self.message(CHATTY, BOTH, id=WORD)
        yield self.signed({name: whole[name] for name in whole if name != "From"})
        yield self.signed({WORD: CHATTY})
        yield self.signed(whole | {"From": [CHATTY, BOTH]})
        yield self.signed(whole | {"Body": [BOTH, WORD]})
        body = json.dumps(whole).encode()
        path = f"{self.path}?bodySHA256={hashlib.sha256(body).hexdigest()}"
        yield "POST", path, body, {
            "Content-Type": "application/json", "X-Twilio-Signature": self.sign({}, path)}


GATEWAYS = [Kannel, Notify, Twilio]


# MARK: What is looked through


class Channel:
    """A running server with its gateway, and all that anybody could see of it."""

    def __init__(self, gateway, data, keys, start):
        self.gateway, self.data, self.keys, self.start = gateway, data, keys, start
        self.seen = []
        self.running = None

    def serve(self, **options):
        self.running = self.start(
            self.data, "--keys", self.keys, "--health", "127.0.0.1:0", **options)

    def run(self, *arguments, **options):
        ran = heard(*arguments, "--keys", self.keys, data=self.data, **options)
        self.see(f"heard {arguments[:2]}", ran.out + ran.err)
        return ran

    def see(self, what, content):
        self.seen.append((what, content))

    def ask(self, method, path, body, headers):
        """A request; gives the status. What came back is kept to be looked through."""
        status, fields, said = call(self.running.base, path, body, headers, method)
        self.see(f"{status} to {method} {path}", f"{fields}".encode() + said)
        return status

    def text(self, number, body, **options):
        path, octets, headers = self.gateway.request(number, body, **options)
        status = self.ask("POST", path, octets, headers)
        assert status == 200, (body, status)

    def watch(self):
        """Keeps what can be seen just now beside what was seen before."""
        port = self.running.err.split("health on port ")[1].split()[0]
        for path in ("/metrics", "/healthz", "/readyz", f"/{WORD}?{CHATTY}"):
            _, fields, said = call(f"http://127.0.0.1:{port}", path, None, {}, "GET")
            self.see(path, f"{fields}".encode() + said)
        self.see_files(self.data)

    def see_files(self, folder):
        for file in folder.rglob("*"):
            self.see(f"the name of {file.name}", str(file.relative_to(folder)))
            if file.is_file():
                self.see(f"the file {file.name}", file.read_bytes())

    def stop(self):
        self.running.stop()
        self.see("what the server said", self.running.out + self.running.err)
        self.see_files(self.data)

    def see_backup(self, folder):
        file = folder / "all.backup"
        assert self.run("backup", file).code == 0
        self.see("the backup", file.read_bytes())
        assert heard("restore", file, data=folder / "restored").code == 0
        self.see_files(folder / "restored")

    def check(self):
        """None of it holds a canary. `KEPT` is looked for by `rows`, since it may be in a file."""
        assert self.seen
        self.see_asked()
        assert [(what, *one) for what, content in self.seen for one in found(content)] == []

    def see_asked(self):
        """What was asked of the gateway, but for where it has to hold numbers and words."""
        assert self.gateway.asked
        for asked in self.gateway.asked:
            self.see("asked of the gateway", f"{asked.method} {asked.path}")
            for name, value in asked.headers.items():
                if name not in self.gateway.carries:
                    self.see(f"asked of the gateway in {name}", value)

    @property
    def rows(self):
        """Every row of every table."""
        database = sqlite3.connect(f"file:{self.data}/heard.sqlite?mode=ro", uri=True)
        database.row_factory = sqlite3.Row
        try:
            tables = [name for name, in database.execute(
                "SELECT name FROM sqlite_master WHERE type = 'table'")]
            return {
                table: [dict(row) for row in database.execute(f'SELECT * FROM "{table}"')]
                for table in tables}
        finally:
            database.close()

    @property
    def opened(self):
        """What is sealed, opened with the key from the folder for keys, by table and column."""
        master = base64.b64decode((self.keys / "text.key").read_text())
        assert not any(master in content for _, content in self.seen if isinstance(content, bytes))
        sealing = ChaCha20Poly1305(HKDF(
            algorithm=SHA256(), length=32, salt=None,
            info=b"heard text numbers: sealing 1").derive(master))
        rows = self.rows

        def opened(table, column, key, place=None):
            for row in rows[table]:
                if (sealed := row[column]) is None:
                    continue
                name = place or table
                bound = f"{len(name)}:{name}:{row[key].hex()}".encode()
                assert sealed[0] == 1
                yield sealing.decrypt(sealed[1:13], sealed[13:], bound).decode()

        return {
            "conversations": list(opened("conversations", "sealed", "number")),
            "outbox": list(opened("outbox", "sealed", "reference")),
            "silenced": list(opened("silenced", "sealed", "number")),
            "remarks": list(opened("remarks", "sealed", "id")),
            "concerns": list(opened("text_concerns", "content", "id")),
            "raisers": list(opened("text_concerns", "number", "id", "text_concerns.number")),
            "parked": list(opened("parked", "sealed", "id")),
        }


@pytest.fixture(params=GATEWAYS, ids=lambda kind: kind.__name__.lower())
def channel(request, data, tmp_path, publish, server):
    gateway = request.param()
    standins.open_with_keyword(data, tmp_path / "keys", gateway, publish)
    channel = Channel(gateway, data, tmp_path / "keys", server)
    channel.serve()
    yield channel
    gateway.close()


@pytest.fixture
def kannel(data, tmp_path, publish, server):
    gateway = Kannel()
    standins.open_with_keyword(data, tmp_path / "keys", gateway, publish)
    yield Channel(gateway, data, tmp_path / "keys", server)
    gateway.close()


def test_every_shape_would_be_found():
    """The search finds what it is to find, or the rest proves nothing."""
    whole = [f"My number is {text}, thanks" for text in written(CHATTY)] + [f"A {WORD} sings"]
    for text in whole:
        for octets in (text.encode(), text.encode("utf-16-le"), text.encode("utf-16-be")):
            for before in (b"", b"x", b"xy"):
                assert found(before + octets)
                assert found(base64.b64encode(before + octets))
                assert found((before + octets).hex()) and found((before + octets).hex().upper())
        assert found(urllib.parse.quote(text)) and found(text.upper())
    for text in written(CHATTY):
        assert found(b"\x00" + hashlib.sha256(text.encode()).digest() + b"\x00"), text
    for number in (int(CHATTY[1:]), int(CHATTY[3:]), bytes.fromhex(CHATTY[1:])):
        database = sqlite3.connect(":memory:")
        database.execute("CREATE TABLE one (number)")
        database.commit()
        assert not found(database.serialize())
        database.execute("INSERT INTO one VALUES (?)", [number])
        database.commit()
        assert found(database.serialize()), number
        database.close()


# MARK: Everything said, through each gateway

# From the first text of a stranger to what is said after STOP.
TALK = [
    f"hello {BOTH}", "TALK", f"eh {BOTH}", "1", f"what {BOTH}", f"1 {BOTH}",
    f"he hits me {BOTH}", f"and more {BOTH}", "START", f"stop hitting me {BOTH}", "START",
    f"LANG {BOTH}", f"HELP {BOTH}", f"stop texting me {BOTH}", f"after the stop {BOTH}",
    f"he hits me again {BOTH}", "START", f"wrong number {WORD}", f"and then {BOTH}",
]


def test_everything_said(channel, tmp_path):
    gateway = channel.gateway
    for place, body in enumerate(TALK):
        channel.text(CHATTY, body, id=f"{WORD}-{CHATTY}-{place}")
    # Somebody with a name, nobody's number, a number that says too much, one that is long.
    for sender in [WORD, f"Vodafone {WORD}", f"{STRANGER} ext {WORD}", STRANGER[-7:], STRANGER * 9]:
        channel.text(sender, f"he hits me {BOTH}")
    channel.text(STRANGER, f"who is this {BOTH}", to=CHATTY)
    channel.text(STRANGER, "TALK", at=time.time() - 5)
    channel.text(STRANGER, "1")
    # Sent before the question was put that it would answer.
    channel.text(STRANGER, f"late {BOTH}", at=time.time() - 600)
    channel.watch()
    for request in gateway.unreadable():
        assert channel.ask(*request) == 200
    wait_until(lambda: gateway.sent)
    for request in gateway.receipts():
        assert channel.ask(*request) == 200
    assert came(channel.running, "parked") >= 3 and came(channel.running, "receipt") >= 2
    assert came(channel.running, "heard") >= len(TALK) and came(channel.running, "failed") == 0
    # The survey closes with people in the middle of it.
    channel.text(EXPIRING, "TALK")
    channel.text(EXPIRING, "1")
    assert channel.run("collection", "close", 1).code == 0
    for body in (f"too late {BOTH}", f"really {BOTH}"):
        channel.text(EXPIRING, body)
    channel.watch()
    for command in [("concerns", "list"), ("figures",), ("verify",), ("text", "wipe")]:
        channel.run(*command)
    channel.see_backup(tmp_path)
    sealed = channel.opened
    channel.stop()
    channel.check()
    # It did come in, and is there for whoever has the key.
    for table in ("remarks", "concerns", "parked"):
        names = [{name for name, _ in found(text)} for text in sealed[table]]
        assert sum(len(named) > 1 and WORD in named for named in names) >= 2, table
    assert CHATTY in sealed["raisers"]
    assert any(EXPIRING in text for text in sealed["conversations"])
    over = [text for text in sealed["conversations"] if conversation(text)["state"] != "open"]
    assert over and not any(WORD in text for text in over), "words go with the end"


def test_what_strangers_send_is_not_said_back(channel):
    """Wrong secrets, wrong ways, and what is no HTTP: every answer and every log."""
    path, body, headers = channel.gateway.request(CHATTY, BOTH)
    canary = {name: f"{value}{WORD}" for name, value in headers.items()} | {
        "Cookie": f"{WORD}={CHATTY}", "User-Agent": BOTH, "Referer": f"https://{WORD}/{CHATTY}"}
    wrong = [
        ("POST", channel.gateway.wrong, body, canary), ("POST", channel.gateway.wrong, body, {}),
        ("POST", f"/text/kannel/{WORD}?id={CHATTY[1:]}", body, canary),
        ("POST", f"/text/{WORD}/{CHATTY[1:]}", body, canary), ("POST", f"/{WORD}", body, canary),
        ("PUT", path, body, headers), ("DELETE", f"{path}&{WORD}", None, canary),
        ("GET", f"/text/notify?from={CHATTY[1:]}", None, canary),
        ("GET", f"/a/{WORD}", None, canary), ("GET", f"/%2B{CHATTY[1:]}", None, canary),
        ("POST", f"{path}&from=%{WORD}", body, canary),
        ("POST", f"{path}&charset=%ff", body, canary),
    ]
    for request in wrong:
        assert 400 <= channel.ask(*request) < 500, request[:2]
    for octets in [
        raw.request("POST", path, [(WORD, BOTH), ("Content-Length", CHATTY)], body),
        raw.request("POST", path, [("Transfer-Encoding", WORD)], body),
        raw.request("POST", path, [*headers.items()], (BOTH + " ").encode() * 20_000),
        raw.request(WORD, f"{path}{WORD}", [], body, host=f"{WORD}.example"),
        raw.request("POST", f"/text/{CHATTY}" + WORD * 4000, [("X-Kannel-From", CHATTY)], body),
        f"{BOTH}\r\n\r\n".encode(), raw.request("POST", f"/text/{WORD}", [(BOTH, BOTH)], body)]:
        said = raw.send(channel.running.port, octets, timeout=2)
        channel.see(f"what came to {octets[:60]}", said)
    channel.watch()
    channel.stop()
    assert channel.gateway.sent == []
    assert [(what, *one) for what, content in channel.seen for one in found(content)] == []
    assert all(texts == [] for texts in channel.opened.values()), "nothing of it was kept"


# MARK: Answers


def test_an_answer_is_sealed_until_it_is_finished(channel, tmp_path):
    """Then the response has it, in clear as it stores all words, and nothing leads back."""
    shapes = {shape: KEPT for shape in canaries.of_letters(KEPT)}

    def places():
        return {
            file.name for file in channel.data.rglob("*")
            if file.is_file() and found(file.read_bytes(), shapes)}

    for body in ("TALK", "1", "yes", "2", f"Ask {KEPT} about it"):
        channel.text(ANSWERING, body)
    channel.watch()
    assert places() == set(), "the survey is still open"
    talk, = channel.opened["conversations"]
    assert KEPT in talk and ANSWERING in talk
    channel.text(ANSWERING, "no")
    for body in (f"and also {BOTH}", f"my dad hits me {BOTH}"):
        channel.text(ANSWERING, body)
    channel.see_backup(tmp_path)
    talk, = channel.opened["conversations"]
    assert ANSWERING in talk and KEPT not in talk and WORD not in talk
    channel.stop()
    channel.check()
    assert places() == {"heard.sqlite"}
    sealed, rows = channel.opened, channel.rows
    assert [table for table, texts in sealed.items() if KEPT in "".join(texts)] == []
    kept = [
        (table, column) for table in rows for row in rows[table] for column, value in row.items()
        if KEPT in str(value) or (isinstance(value, bytes) and found(value, shapes))]
    assert kept == [("comments", "body")]
    assert [talk["answers"] for talk in map(conversation, sealed["conversations"])] == [{}]
    # No value of the response stands anywhere in what is kept with the number.
    ids = [row["id"] for row in rows["responses"]] + [row["digest"] for row in rows["responses"]]
    for table in ("conversations", "outbox", "arrivals", "text_concerns", "remarks", "silenced"):
        assert not [row for row in rows[table] for value in row.values() if value in ids], table


def conversation(sealed):
    return json.loads(sealed)["talk"]


# MARK: Invitations, and a gateway that says too much

FAULTY = f"""\
number,language,audience,safe
{CHATTY}x,en,parent-carer,
{CHATTY[:-2]},en,parent-carer,
{CHATTY}{WORD},en,parent-carer,
{CHATTY},{CHATTY},parent-carer,
{CHATTY},{spoken(CHATTY)},parent-carer,
{ANSWERING},en,{ANSWERING},
{EXPIRING},en,parent-carer,{EXPIRING}
{STRANGER},en
{STRANGER},en,parent-carer,yes,{STRANGER}
"{STRANGER},en,parent-carer
en,{STRANGER},parent-carer,
{REFUSED},en,parent-carer,
{REFUSED[1:]},en,parent-carer,no
"""
# Everything on the first line that people write there in its stead.
HEADLESS = [
    f"{CHATTY},en,parent-carer\n", f"{spoken(CHATTY)};en;parent-carer\n", f"{CHATTY[1:]}\n",
    f"number;language;audience\n{CHATTY};en;parent-carer\n", f"\ufeff{CHATTY}\ten\n",
    f"number,language,audience,{CHATTY}\n", f"number\n{CHATTY}\n", f"numéro {CHATTY}\n",
    f"{CHATTY[:4]} (0) {CHATTY[4:]},en,parent-carer\n",
]


def test_faults_name_the_line_and_never_the_number(channel, tmp_path):
    people = tmp_path / "people.csv"

    def invite(content, *more):
        people.write_bytes(content if isinstance(content, bytes) else content.encode())
        ran = heard(
            "text", "invite", "--collection", 1, people, *more, "--keys", channel.keys,
            data=channel.data)
        # A word in a number's place is named; a number is not, wherever it stands.
        said = [one for one in found(ran.out + ran.err) if one[0] != WORD]
        assert said == [], ran
        return ran

    ran = invite(FAULTY)
    assert ran.code == 1 and "nobody was invited" in ran.err
    named = {int(line) for line in re.findall(rf"{re.escape(str(people))}:(\d+): ", ran.err)}
    assert named == set(range(2, 15)) - {13}, ran.err
    for content in HEADLESS:
        ran = invite(content)
        assert ran.code == 1 and f"{people}:1: " in ran.err, ran
    ran = invite(f"number,language,audience\n{CHATTY},en,parent-carer\n".encode("utf-16"))
    assert ran.code == 1 and "UTF-8" in ran.err
    good = "number,language,audience\n" + "".join(
        f"{text},en,parent-carer\n" for text in (spoken(CHATTY), ANSWERING))
    assert invite(good, "--dry-run").code == 0
    assert "2 invited" in invite(good).out
    wait_until(lambda: len(channel.gateway.sent) == 2)
    channel.text(ANSWERING, "STOP")
    assert invite(good + f"{EXPIRING},en,parent-carer\n").code == 0
    wait_until(lambda: len(channel.gateway.sent) >= 3)
    channel.watch()
    channel.see_backup(tmp_path)
    channel.stop()
    ran = invite(good)
    assert ran.code == 0, "without a server too"
    channel.check()


def test_a_gateway_that_says_too_much(channel):
    """Its errors quote numbers and words, which go no further."""
    gateway = channel.gateway
    for number, error in zip(ERRORS, gateway.errors):
        gateway.answers.append(error)
        sent = len(gateway.sent)
        channel.text(number, "TALK")
        wait_until(lambda: len(gateway.sent) > sent)
    gateway.answers.append((None, {}))
    channel.text(LOST, "TALK")
    wait_until(lambda: len(gateway.sent) > len(ERRORS))
    gateway.answers.append(gateway.hold)
    channel.text(REFUSED, "TALK")
    wait_until(lambda: standins.metric(channel.running, "heard_texts_held") == 1)
    channel.watch()
    sealed = channel.opened["outbox"]
    assert any(REFUSED in text for text in sealed), "it waits"
    channel.stop()
    assert not gateway.answers, "all was said"
    channel.check()


def test_what_is_fetched(data, tmp_path, publish, server):
    """What Notify received is polled for: its pages hold numbers and words."""
    notify = Notify()
    standins.open_with_keyword(data, tmp_path / "keys", notify, publish)
    channel = Channel(notify, data, tmp_path / "keys", server)
    texts = [notify.message(CHATTY, body, at=time.time() - 90 + place)
             for place, body in enumerate([f"he hits me {BOTH}", BOTH, "TALK", BOTH])]
    notify.received = [notify.item(text) | {WORD: CHATTY} for text in reversed(texts)]
    notify.page = 3
    try:
        channel.serve()
        wait_until(lambda: notify.sent)
        channel.watch()
        channel.stop()
        assert len(channel.opened["concerns"]) == 1
        # A page that cannot be read.
        notify.answers.append((200, {"received_text_messages": [{WORD: CHATTY}]}))
        asked = len(notify.asked)
        channel.serve()
        wait_until(lambda: len(notify.asked) > asked)
        for _ in range(20):
            channel.watch()
        channel.stop()
        channel.check()
    finally:
        notify.close()


# MARK: The phone in the terminal


def test_the_phone_in_the_terminal(kannel):
    channel = kannel
    channel.serve()
    channel.gateway.close()
    lines = ["TALK", f"hello {BOTH}", f"he hits me {BOTH}", "STOP"]
    ran = heard(
        "text", "phone", "--number", spoken(CHATTY), "--keys", channel.keys, data=channel.data,
        stdin="\n".join(lines) + "\n")
    assert ran.code == 0 and "  | " in ran.out, ran
    # It says which number it was given; of what is typed it repeats nothing.
    assert ran.out.count(spoken(CHATTY)) == 1
    assert found(ran.out.replace(spoken(CHATTY), "") + ran.err) == []
    wrong = heard(
        "text", "phone", "--number", f"{CHATTY}{WORD}", "--keys", channel.keys, data=channel.data)
    assert wrong.code == 1 and found(wrong.err) == [], wrong
    channel.watch()
    channel.stop()
    assert CHATTY in channel.opened["raisers"]
    assert [(what, *one) for what, content in channel.seen for one in found(content)] == []


# MARK: By the kernel's account


def test_the_kernel_saw_them_go_to_the_gateway_alone(kannel, tmp_path):
    """Every byte the server writes to any file, pipe or socket, whatever its name and however soon
    it is gone; and every name it gives to the kernel.
    """
    strace = shutil.which("strace")
    if not strace:
        pytest.skip("strace is not installed")
    kannel.serve()
    file = tmp_path / "calls"
    tracer = subprocess.Popen(
        [strace, "-f", "-qq", "-xx", "-yy", "-s", "1000000", "-p", str(kannel.running.process.pid),
         "-e", "trace=%file,write,pwrite64,writev,pwritev,sendto,sendmsg,sendmmsg", "-o", file],
        stderr=subprocess.PIPE)
    try:
        wait_until(lambda: file.exists() and file.stat().st_size > 0, 30)
        for body in (f"hello {BOTH}", "TALK", "1", f"what {BOTH}", f"he hits me {BOTH}", "STOP"):
            kannel.text(CHATTY, body)
        people = tmp_path / "people.csv"
        people.write_text(f"number,language,audience\n{ANSWERING},en,parent-carer\n")
        assert kannel.run("text", "invite", "--collection", 1, people).code == 0
        wait_until(lambda: not kannel.gateway.inbox(ANSWERING).empty(), 30)
        kannel.stop()
    finally:
        tracer.send_signal(signal.SIGTERM)
        tracer.wait(20)
    calls = file.read_text().splitlines()
    told = [line for line in calls if found(bytes.fromhex(octets_of(line)))]
    gateway = f"->127.0.0.1:{kannel.gateway.server.server_port}]"
    assert len(calls) > 100 and any(gateway in line for line in told), "the tracer saw something"
    assert [line[:300] for line in told if gateway not in line] == []
    kannel.check()


def octets_of(line):
    """All that stands in quotes in a line of the tracer's, as hexadecimal."""
    return "".join(re.findall(r'"((?:\\x[0-9a-f]{2})*)"', line)).replace("\\x", "")

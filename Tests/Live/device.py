"""A kiosk in Python: an independent judge of the envelope, the signature and the API."""

import base64
import hashlib
import http.client
import json
import time
import uuid

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from pyhpke import AEADId, CipherSuite, KDFId, KEMId

from program import heard

SUITE = CipherSuite.new(
    KEMId.DHKEM_X25519_HKDF_SHA256, KDFId.HKDF_SHA256, AEADId.CHACHA20_POLY1305)
RAW = serialization.Encoding.Raw, serialization.PublicFormat.Raw


def text(content):
    return base64.b64encode(content).decode()


def invite(data, *more, place="Somewhere", **options):
    """An enrolment code from the command."""
    ran = heard("kiosk", "enrol", "--place", place, *more, data=data, **options)
    assert ran.code == 0, ran
    return ran.out.split("--enrol ")[1].strip()


class Answer:
    def __init__(self, status, headers, body):
        self.status, self.headers, self.body = status, headers, body

    @property
    def json(self):
        return json.loads(self.body)

    @property
    def problem(self):
        assert self.headers["content-type"] == "application/problem+json", self.body
        assert self.json["status"] == self.status and self.json["title"]
        return self.json["type"].split("#")[1]


class Device:
    """Enrols as it is made."""

    def __init__(self, base, code, clock_off=0):
        self.port = int(base.rsplit(":", 1)[1])
        self.connection = None
        self.key = Ed25519PrivateKey.generate()
        self.boot, self.started = str(uuid.uuid4()), time.monotonic()
        self.clock_off, self.offset, self.number = clock_off, 0, 0
        told = self.enrol(code)
        assert told.status == 201, told.body
        self.told = told.json
        self.id = uuid.UUID(self.told["device"])
        self.sealing = SUITE.kem.deserialize_public_key(base64.b64decode(self.told["sealingKey"]))
        self.offset = self.told["now"] - self.wall

    def enrol(self, code):
        key = self.key.public_key().public_bytes(*RAW)
        body = {"code": code, "key": text(key), "version": "python"}
        return self.ask("POST", "/kiosk/v1/enrol", json.dumps(body).encode(), signed=False)

    @property
    def wall(self):
        return int(time.time()) + self.clock_off

    @property
    def elapsed(self):
        return int(time.monotonic() - self.started) + 1000

    def fields(self, method, target, body):
        now, clock = str(self.wall + self.offset), f"{self.boot}/{self.elapsed}/{self.wall}"
        lines = ["heard-kiosk-1", method, target, str(self.id).upper(), now, clock,
                 hashlib.sha256(body).hexdigest()]
        signature = self.key.sign("\n".join(lines).encode())
        return {"Heard-Device": str(self.id), "Heard-Time": now, "Heard-Clock": clock,
                "Heard-Signature": text(signature)}

    def ask(self, method, target, body=b"", signed=True, headers=None):
        fields = {"Content-Type": "application/json"}
        if signed:
            fields |= self.fields(method, target, body)
        fields |= headers or {}
        if self.connection is None:
            self.connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            self.connection.request(method, target, body or None, fields)
            came = self.connection.getresponse()
            return Answer(came.status, {k.lower(): v for k, v in came.getheaders()}, came.read())
        except (OSError, http.client.HTTPException):
            self.connection.close()
            self.connection = None
            raise

    def bundle(self, tag=None):
        return self.ask(
            "GET", "/kiosk/v1/bundle", headers={"If-None-Match": tag} if tag else None)

    def beat(self, **changes):
        beat = {"waiting": 0, "setAside": 0, "next": self.number + 1, "version": "python",
                "free": 1 << 30, "wrongPINs": 0} | changes
        return self.ask("POST", "/kiosk/v1/heartbeat", json.dumps(beat).encode())

    def record(self, collection, answers, **changes):
        """A visit that ended just now."""
        self.number += 1
        return {
            "id": str(uuid.uuid4()).upper(), "number": self.number, "seconds": 60,
            "finished": {"boot": self.boot, "elapsed": self.elapsed, "wall": self.wall},
            "collection": collection, "audience": "12-17", "language": "en", "wasHelped": False,
            "ending": {"sent": {}}, "answers": answers} | changes

    def seal(self, record):
        plain = json.dumps(record, sort_keys=True).encode()
        plain += b" " * (-len(plain) % 256)
        key, sender = SUITE.create_sender_context(self.sealing, b"heard kiosk visit 1")
        sealed = sender.seal(plain, uuid.UUID(record["id"]).bytes)
        return {"id": record["id"], "sealed": text(b"\x01" + key + sealed)}

    def upload(self, items):
        return self.ask("POST", "/kiosk/v1/responses", json.dumps(items).encode())

    def outcomes(self, items):
        answer = self.upload(items)
        assert answer.status == 201, (answer.status, answer.body)
        assert [one["id"] for one in answer.json] == [one["id"] for one in items]
        return [one["outcome"] for one in answer.json]


def said(words, feeling="good"):
    """Answers to the little survey, in the wire's form."""
    return {"feeling": {"chosen": {"_0": feeling}}, "words": {"text": {"_0": words}}}

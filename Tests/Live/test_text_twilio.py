"""Surveys through Twilio's documented bytes: what it signs is signed by its official library."""

import hashlib
import time
import urllib.parse

import pytest

import standins
from phones import Phone
from program import heard
from standins import Twilio, call, came, count, rows, states, wait_until

HEALTH = ("--health", "127.0.0.1:0")
NOTHING = b'<?xml version="1.0" encoding="UTF-8"?><Response/>'
NUMBER = "+447700900123"


@pytest.fixture
def keys(tmp_path):
    return tmp_path / "keys"


@pytest.fixture
def twilio(data, keys, publish):
    """A data folder with a survey that begins with TALK, and Twilio."""
    twilio = Twilio()
    standins.open_with_keyword(data, keys, twilio, publish)
    yield twilio
    twilio.close()


@pytest.fixture
def serve(data, keys, server, twilio):
    return lambda **options: server(data, "--keys", keys, *HEALTH, **options)


def silenced(data):
    return [reason for reason, in rows(data, "SELECT reason FROM silenced")]


def test_a_whole_survey(twilio, serve, data):
    running = serve()
    phone = Phone(twilio)
    status, headers, body = twilio.tell(running.base, twilio.message(NUMBER, "TALK"))
    assert (status, headers["Content-Type"], body) == (200, "text/xml", NOTHING)
    phone.read()
    for reply, texts in [("1", 2), ("YES", 1), ("2", 1), ("Mwy o amser – £5 😀 & قهوة", 1), ("1", 1)]:
        assert phone.text(running.base, reply) == (200, NOTHING)
        for _ in range(texts):
            phone.read()
    forms = [twilio.form(asked) for asked in twilio.sent]
    assert len(forms) == 7 and {form["To"] for form in forms} == {NUMBER}
    assert len({form["StatusCallback"] for form in forms}) == 7
    for form in forms:
        assert "%2B447700900123" not in form["StatusCallback"]
        assert "7700900123" not in form["StatusCallback"]
    running.stop()
    ran = heard("verify", data=data)
    assert ran.code == 0 and ran.out.startswith("1 response"), ran


# MARK: Signatures


FORMS = {
    "plain": {},
    "every script": {"Body": "Yes – £5 😀 & more = شكرا; Дякую + 100%"},
    "empty": {"Body": ""},
    "unknown fields": {"ChannelMetadata": '{"type":"sms"}', "aaa": "1", "ZZZ": "2", "Empty": ""},
    "a name twice": {"MediaUrl0": ["https://b.example/", "https://a.example/", "https://a.example/"]},
    "lines": {"Body": "one\r\ntwo\nthree\t "},
}
PATHS = [
    "/text/twilio", "/text/twilio?", "/text/twilio?a=1&b=two%20words", "/text/twilio?b=%2f+%2F&a=",
    "/text/twilio?q=%D0%AF&&x",
]


@pytest.mark.parametrize("name", FORMS)
def test_what_twilio_signs_is_taken(name, twilio, serve):
    running = serve()
    for place, path in enumerate(PATHS):
        form = twilio.message(f"+44770090010{place}", "Hello") | FORMS[name]
        assert twilio.tell(running.base, form, path)[0] == 200, path
    assert came(running, "heard") == len(PATHS)


def test_the_newer_signature_is_taken_where_twilio_says_it_uses_it(twilio, serve):
    running = serve()
    form = twilio.message(NUMBER, "Hello")
    headers = {"X-Twilio-Webhooks-Signature-Settings": "algorithm=HMAC_SHA256"}
    signature = twilio.sign(form, algorithm="HMAC_SHA256")
    assert twilio.tell(running.base, form, signature=signature)[0] == 403
    assert twilio.tell(running.base, form, signature=signature, headers=headers)[0] == 200


@pytest.mark.parametrize("ours", [Twilio.OURS, Twilio.OURS + ":443"])
def test_the_port_may_stand_there_or_not(ours, twilio, serve):
    running = serve()
    form = twilio.message(NUMBER, "Hello")
    assert twilio.tell(running.base, form, signature=twilio.sign(form, ours=ours))[0] == 200


def wrong_signatures(twilio, form):
    good = twilio.sign(form)
    return {
        "none": "", "of another token": twilio.sign(form, token="another-token"),
        "of another address": twilio.sign(form, ours="https://other.example.gov.uk"),
        "of another scheme": twilio.sign(form, ours="http://feedback.example.gov.uk"),
        "of another port": twilio.sign(form, ours=Twilio.OURS + ":8443"),
        "of another path": twilio.sign(form, "/text/twilio/"),
        "of another query": twilio.sign(form, "/text/twilio?a=1"),
        "of another body": twilio.sign(form | {"Body": "TALK"}),
        "of a field less": twilio.sign({k: v for k, v in form.items() if k != "NumMedia"}),
        "of a field more": twilio.sign(form | {"Extra": "1"}),
        "cut short": good[:-4], "longer": good + "AAAA", "no base 64": "!" * 28, "blank": " ",
        "all zero": "A" * 27 + "=", "in small letters": good.lower(),
    }


def test_a_wrong_signature_is_refused_and_nothing_is_kept(twilio, serve, data):
    running = serve()
    form = twilio.message(NUMBER, "Hello")
    receipt = twilio.status("SM1", NUMBER, "delivered")
    wrong = wrong_signatures(twilio, form)
    for name, signature in wrong.items():
        # A stranger is told the same whether a text or a receipt was meant.
        for posted in (form, receipt):
            status, _, body = twilio.tell(running.base, posted, signature=signature)
            assert (status, body) == (403, b""), name
    assert came(running, "stranger") == 2 * len(wrong)
    for table in ("arrivals", "conversations", "outbox", "parked", "remarks"):
        assert count(data, table) == 0, table


def test_no_setting_of_the_senders_chooses_a_weaker_signature(twilio, serve):
    running = serve()
    form = twilio.message(NUMBER, "Hello")
    for named in ("algorithm=NONE", "algorithm=", "algorithm=HMAC_MD5", "algorithm=hmac_sha256"):
        headers = {"X-Twilio-Webhooks-Signature-Settings": named}
        assert twilio.tell(running.base, form, headers=headers)[0] == 403, named


def test_a_body_signed_by_its_digest(twilio, serve):
    """Of a body that is no form the address holds the digest."""
    running = serve()
    body = b'{"a": 1}'
    path = "/text/twilio?bodySHA256=" + hashlib.sha256(body).hexdigest()
    headers = {"Content-Type": "application/json", "X-Twilio-Signature": twilio.sign({}, path)}
    assert call(running.base, path, body, headers)[0] == 200
    assert call(running.base, path, body + b" ", headers)[0] == 403
    assert came(running, "parked") == 1 and came(running, "stranger") == 1


# MARK: Coming in


def test_the_same_message_posted_again_is_one(twilio, serve, data):
    running = serve()
    phone = Phone(twilio)
    form = twilio.message(NUMBER, "TALK")
    for _ in range(3):
        status, _, body = twilio.tell(running.base, form)
        assert (status, body) == (200, NOTHING)
    phone.read()
    assert len(states(data)) == 1
    assert (came(running, "heard"), came(running, "again")) == (1, 2)


def test_what_cannot_be_read_is_acknowledged_and_kept_aside(twilio, serve, data):
    running = serve()
    forms = [
        {"AccountSid": Twilio.ACCOUNT}, {}, {"MessageStatus": "exploded", "MessageSid": "SM1"},
        {"MessageSid": "SM1", "Body": "nobody"}]
    for place, form in enumerate(forms, 1):
        status, _, body = twilio.tell(running.base, form)
        assert (status, body) == (200, NOTHING), form
        assert came(running, "parked") == place, form
    assert count(data, "parked") == len(forms) and states(data) == []


def test_what_needs_no_answer_gets_none(twilio, serve, data):
    running = serve()
    for more in (
        {"Body": ""}, {"Body": "", "NumMedia": "1", "MediaUrl0": "https://a.example/picture.jpg"},
        {"From": "Vodafone"}, {"From": "60006"}, {"From": Twilio.SENDER},
    ):
        assert twilio.tell(running.base, twilio.message(NUMBER, "Hi there") | more)[0] == 200
        assert states(data) == [], more


@pytest.mark.parametrize("body, more", [
    ("STOP", {"OptOutType": "STOP"}), ("stop", {}), ("Unsubscribe", {}), (" QUIT ", {}),
    ("END", {}), ("CANCEL", {}), ("STOPALL", {})])
def test_twilio_itself_answers_stop(body, more, twilio, serve, data):
    running = serve()
    phone = Phone(twilio)
    phone.text(running.base, "TALK")
    phone.read()
    assert twilio.tell(running.base, twilio.message(NUMBER, body, **more))[0] == 200
    assert len(states(data)) == 1, "Twilio has told them already"
    assert silenced(data) == ["stop"]
    phone.text(running.base, "TALK")
    assert len(states(data)) == 1, "only START brings them back"
    assert twilio.tell(running.base, twilio.message(NUMBER, "START", OptOutType="START"))[0] == 200
    phone.read()
    assert silenced(data) == []


def test_we_answer_a_stop_that_twilio_does_not_see(twilio, serve, data):
    running = serve()
    phone = Phone(twilio)
    phone.text(running.base, "TALK")
    phone.read()
    phone.text(running.base, "stop please")
    assert "stopped" in phone.read() and len(states(data)) == 2
    assert silenced(data) == ["stop"]


# MARK: Sending


def error(status, code, message="Something with +447700900123 in it", *headers):
    return status, {
        "code": code, "message": message, "status": status,
        "more_info": f"https://www.twilio.com/docs/errors/{code}"}, *headers


def test_who_opted_out_with_twilio_is_never_texted_again(twilio, serve, data, keys, tmp_path):
    twilio.answers.append(error(400, 21610, "Attempt to send to unsubscribed recipient"))
    running = serve()
    phone = Phone(twilio)
    phone.text(running.base, "TALK")
    wait_until(lambda: silenced(data) == ["stop"])
    assert states(data) == ["refused"] and len(twilio.sent) == 1
    people = tmp_path / "people.csv"
    people.write_text(f"number,language,audience\n{NUMBER},en,parent-carer\n")
    ran = heard("text", "invite", "--collection", 1, people, "--keys", keys, data=data)
    assert "1 asked for no more texts" in ran.out, ran
    phone.text(running.base, "TALK")
    assert states(data) == ["refused"] and len(twilio.sent) == 1


@pytest.mark.parametrize("code", [21211, 21614, 21635])
def test_a_number_that_is_none_is_not_texted_again(code, twilio, serve, data, keys):
    twilio.answers.append(error(400, code))
    running = serve()
    Phone(twilio).text(running.base, "TALK")
    wait_until(lambda: states(data) == ["failed"])
    assert silenced(data) == ["unreachable"]
    lost = heard("text", "lost", "--reason", "Duty", "--keys", keys, data=data)
    assert lost.lines == [f"{NUMBER}\treaches nobody"]


@pytest.mark.parametrize("code", [21408, 21611, 21617, 30034])
def test_any_other_refusal_is_final_and_says_nothing_of_the_number(code, twilio, serve, data):
    twilio.answers.append(error(400, code))
    running = serve()
    Phone(twilio).text(running.base, "TALK")
    wait_until(lambda: states(data) == ["failed"])
    assert silenced(data) == []
    other = Phone(twilio, "+447700900124")
    other.text(running.base, "TALK")
    other.read()
    running.stop()
    assert "7700900123" not in running.err + running.out


@pytest.mark.parametrize("headers", [{}, {"Retry-After": "2"}])
def test_too_many_at_once_are_tried_again(headers, twilio, serve, data):
    twilio.answers.append(error(429, 20429, "Too Many Requests", headers))
    running = serve()
    phone = Phone(twilio)
    phone.text(running.base, "TALK")
    began = time.monotonic()
    phone.read()
    took = time.monotonic() - began
    assert took > (1.5 if headers else 8)
    if headers:
        assert took < 8, "it says itself when"
    wait_until(lambda: states(data) == ["sent"])
    assert len(twilio.sent) == 2


@pytest.mark.parametrize("answer", [error(500, 20500), error(503, 20503), (None, {})],
                         ids=["500", "503", "silence"])
def test_what_may_have_been_sent_is_not_sent_again(answer, twilio, serve, data):
    """Twilio cannot be asked by our reference: a question twice is worse than one that is late."""
    twilio.answers.append(answer)
    running = serve()
    phone = Phone(twilio)
    phone.text(running.base, "TALK")
    wait_until(lambda: states(data) == ["perhaps"])
    running.stop()
    serve()
    assert phone.is_silent() and len(twilio.sent) == 1


@pytest.mark.parametrize("status", [401, 403])
def test_a_wrong_password_loses_nothing(status, twilio, serve, data):
    twilio.answers.append(error(status, 20003, "Authenticate"))
    running = serve()
    phone = Phone(twilio)
    phone.text(running.base, "TALK")
    wait_until(lambda: standins.metric(running, "heard_texts_held") == 1)
    assert states(data) == ["waiting"]
    running.stop()


# MARK: Receipts


def receipt_of(twilio, running, status, **more):
    """Twilio calls the address that stood in the first text we sent."""
    callback = urllib.parse.urlsplit(twilio.form(twilio.sent[0])["StatusCallback"])
    form = twilio.status(f"SM{1:032x}", NUMBER, status, **more)
    status, _, body = twilio.tell(running.base, form, f"{callback.path}?{callback.query}")
    assert (status, body) == (200, NOTHING)


@pytest.mark.parametrize("status, code, state", [
    ("queued", None, "sent"), ("sending", None, "sent"), ("sent", None, "sent"),
    ("delivered", None, "delivered"), ("undelivered", "30003", "undelivered"),
    ("undelivered", "30008", "undelivered"), ("undelivered", "30005", "refused"),
    ("undelivered", "30006", "refused"), ("failed", "30001", "undelivered"),
    ("failed", "21610", "refused")])
def test_every_documented_status(status, code, state, twilio, serve, data):
    running = serve()
    phone = Phone(twilio)
    phone.text(running.base, "TALK")
    phone.read()
    wait_until(lambda: states(data) == ["sent"])
    more = {"ErrorCode": code} if code else {}
    for _ in range(2):
        receipt_of(twilio, running, status, **more)
    assert states(data) == [state]
    # The first end is the end, however late the others come.
    for later in ("delivered", "sent", "undelivered"):
        receipt_of(twilio, running, later)
    assert states(data) == [state if state != "sent" else "delivered"]
    lost = {"30005": ["unreachable"], "30006": ["unreachable"], "21610": ["stop"]}
    assert silenced(data) == lost.get(code, [])

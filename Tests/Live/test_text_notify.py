"""Surveys through GOV.UK Notify's documented bytes, judged by its official client.

Notify itself runs only with the government. What stands for it answers every request of the
server's as its documentation says, after the official client has read the token.
"""

import json
import time
import uuid
from pathlib import Path

import pytest

import standins
from phones import Phone
from program import heard
from standins import Notify, came, count, metric, states, wait_until

HEALTH = ("--health", "127.0.0.1:0")


@pytest.fixture
def keys(tmp_path):
    return tmp_path / "keys"


@pytest.fixture
def notify(data, keys, publish):
    """A data folder with a survey that begins with TALK, and Notify."""
    notify = Notify()
    standins.open_with_keyword(data, keys, notify, publish)
    yield notify
    notify.close()


@pytest.fixture
def serve(data, keys, server, notify):
    return lambda **options: server(data, "--keys", keys, *HEALTH, **options)


def verified(data):
    ran = heard("verify", data=data)
    assert ran.code == 0, ran
    return int(ran.out.split()[0])


# MARK: Whole surveys


def test_a_whole_survey_by_callback(notify, serve, data):
    running = serve()
    phone = Phone(notify)
    assert phone.text(running.base, "TALK") == (200, b"")
    assert "STOP" in phone.read()
    for reply, texts in [("1", 2), ("yes", 1), ("2", 1), ("More time", 1), ("no", 1)]:
        assert phone.text(running.base, reply) == (200, b"")
        for _ in range(texts):
            phone.read()
    sent = [json.loads(asked.body) for asked in notify.sent]
    assert len(sent) == 7 and {one["phone_number"] for one in sent} == {phone.number}
    assert len({one["reference"] for one in sent}) == 7, "each has a reference of its own"
    for asked in notify.sent:
        assert notify.tell(running.base, notify.receipt(asked, "delivered")) == (200, b"")
    running.stop()
    assert states(data) == ["delivered"] * 7
    assert verified(data) == 1


def test_what_only_the_poll_brings_begins_and_answers_nothing_unasked(notify, serve, data):
    """What no callback told of is fetched at the start, oldest first, over several pages.

    All are equally late, and were sent before anything was asked: the first begins, the rest is
    kept to be read.
    """
    began = time.time() - 60
    said = ["TALK", "1", "yes", "2", "More time", "1"]
    texts = [
        notify.message(f"+44770090012{phone}", body, at=began + place)
        for place, body in enumerate(said) for phone in (3, 4)]
    notify.page = 5
    notify.received = [notify.item(text) for text in reversed(texts)]
    running = serve()
    wait_until(lambda: count(data, "remarks") == 10)
    wait_until(lambda: states(data) == ["sent", "sent"])
    pages = [asked for asked in notify.asked if asked.method == "GET"]
    assert len(pages) == 3
    assert [asked.query for asked in pages] == [{}] + [
        {"older_than": notify.received[place]["id"]} for place in (4, 9)]
    for number in ("+447700900123", "+447700900124"):
        phone = Phone(notify, number)
        assert "STOP" in phone.read()
        # Whoever reads it now goes on as anybody else.
        phone.text(running.base, "yes")
        assert "Did we listen" in [phone.read(), phone.read()][1]
    running.stop()
    assert verified(data) == 0


@pytest.mark.parametrize("first", ["callback", "poll"])
def test_one_text_that_comes_both_ways_is_one(first, notify, serve, data):
    text = notify.message("+447700900123", "TALK")
    phone = Phone(notify)
    if first == "poll":
        notify.received = [notify.item(text)]
    running = serve()
    if first == "callback":
        notify.tell(running.base, text)
        phone.read()
        running.stop()
        notify.received = [notify.item(text)]
        polls = len(notify.asked)
        running = serve()
        wait_until(lambda: len(notify.asked) > polls)
        assert phone.is_silent()
    else:
        phone.read()
        assert notify.tell(running.base, text) == (200, b"")
        assert came(running, "again") == 1
    assert len(notify.sent) == len(states(data)) == 1


# MARK: Twice, late, and strange


def test_a_second_delivery_is_the_same_text(notify, serve, data):
    running = serve()
    phone = Phone(notify)
    at = time.time()
    text = notify.message(phone.number, "TALK", at=at)
    for _ in range(3):
        assert notify.tell(running.base, text) == (200, b"")
    phone.read()
    # Notify gives what its providers deliver twice a new id each time.
    assert phone.text(running.base, "TALK", at=at) == (200, b"")
    assert len(states(data)) == 1
    assert (came(running, "heard"), came(running, "again")) == (1, 3)
    # "1" and "1" answer two questions, since a text of ours left in between.
    for reply, texts in [("1", 2), ("1", 1), ("1", 1)]:
        time.sleep(1.1)
        assert phone.text(running.base, reply) == (200, b"")
        for _ in range(texts):
            phone.read()
    assert came(running, "again") == 3


def test_a_retry_that_is_minutes_late_answers_no_newer_question(notify, serve, data):
    """Notify tries again after five minutes, and newer texts overtake."""
    running = serve()
    phone = Phone(notify)
    # The same words in one second would be one text.
    for reply, texts in [("TALK", 1), ("1", 2), ("yes", 1)]:
        phone.text(running.base, reply)
        question = [phone.read() for _ in range(texts)][-1]
    assert "clear" in question
    phone.text(running.base, "2", at=time.time() - 300)
    assert (len(states(data)), count(data, "remarks")) == (4, 1), "it is kept and answers nothing"
    phone.text(running.base, "3")
    assert "better" in phone.read()


def test_a_wrong_bearer_is_refused_and_nothing_is_kept(notify, serve, data):
    running = serve()
    text = notify.message("+447700900123", "TALK")
    # Who does not say who they are is told to, and who says it wrongly is not.
    bearers = [
        (None, 401), ("", 403), ("wrong-token-of-mine", 403), (Notify.BEARER + "x", 403),
        (Notify.BEARER[:-1], 403), (Notify.BEARER.upper(), 403)]
    for bearer, status in bearers:
        assert notify.tell(running.base, text, bearer) == (status, b""), bearer
        assert notify.tell(running.base, b"{not json", bearer) == (status, b""), bearer
    assert came(running, "stranger") == 2 * len(bearers)
    for table in ("arrivals", "conversations", "outbox", "parked", "remarks"):
        assert count(data, table) == 0, table


UNREADABLE = [
    b"", b"{", b"[]", b"null", b'"text"', b"{}", b'{"id": "b51f638b"}',
    b'{"id":"x","source_number":"447700900123"}',
    b'{"id":"x","source_number":"447700900123","destination_number":"07700900456",'
    b'"date_received":"2026-11-20T16:05:11.000000Z"}',
    b'{"id":1,"source_number":2,"destination_number":3,"message":4,"date_received":5}',
    b'{"id":"x","source_number":"447700900123","destination_number":"1","message":"\xff\xfe",'
    b'"date_received":"2026-11-20T16:05:11.000000Z"}',
    b'{"id":"x","reference":null,"to":"1","status":"exploded","notification_type":"sms"}',
    b'{"id":"x","reference":null,"to":"1","status":"delivered","notification_type":"letter"}',
    b"[" * 60_000,
]


def test_what_cannot_be_read_is_acknowledged_and_kept_aside(notify, serve, data):
    """Notify drops for ever whatever it is answered 4xx to."""
    running = serve()
    for place, body in enumerate(UNREADABLE, 1):
        assert notify.tell(running.base, body) == (200, b""), body
        assert came(running, "parked") == place, body
    running.stop()
    assert count(data, "parked") == len(UNREADABLE) and states(data) == []
    assert verified(data) == 0


def test_nobody_is_answered_who_is_no_number(notify, serve, data):
    running = serve()
    kept = 0
    for source in ("Vodafone", "60006", "447", "", "07700900456", "447700900456"):
        for body in ("TALK", "HELP", "hello there", "STOP"):
            text = notify.message(source, body)
            assert notify.tell(running.base, text) == (200, b""), (source, body)
        assert count(data, "remarks") > kept, "what was said is kept"
        kept = count(data, "remarks")
    assert states(data) == [] and count(data, "conversations") == 0


def test_a_long_text_is_kept_whole(notify, serve, data, keys):
    running = serve()
    words = "he hits me " + "and nobody listens, " * 74 + "the end 😀"
    assert len(words) >= 1490
    assert notify.post(running.base, "+447700900123", words) == (200, b"")
    concern = heard("concerns", "list", data=data).out.split("\t")[0]
    ran = heard("text", "concern", concern, "--reason", "Duty", "--keys", keys, data=data)
    assert words in ran.out and "+447700900123" in ran.out


# MARK: Sending


PERMANENT = [
    (400, "BadRequestError", "Can’t send to this recipient using a team-only API key"),
    (400, "BadRequestError", "Can’t send to this recipient when service is in trial mode"),
    (400, "BadRequestError", "Your message is too long"),
    (400, "BadRequestError", "Missing personalisation: m"),
    (400, "ValidationError", "phone_number Not enough digits"),
    (400, "ValidationError", "template_id is not a valid UUID"),
]


def error(status, kind, message):
    return status, {"status_code": status, "errors": [{"error": kind, "message": message}]}


@pytest.mark.parametrize("status, kind, message", PERMANENT)
def test_a_refusal_is_final_and_holds_up_nobody_else(status, kind, message, notify, serve, data):
    notify.answers.append(error(status, kind, message))
    running = serve()
    Phone(notify).text(running.base, "TALK")
    wait_until(lambda: states(data) == ["failed"])
    other = Phone(notify, "+447700900124")
    other.text(running.base, "TALK")
    other.read()
    assert len(notify.sent) == 2
    running.stop()
    assert message not in running.err + running.out, "words may quote ours"


def test_a_number_that_is_none_is_not_texted_again(notify, serve, data, keys):
    notify.answers.append(error(400, "InvalidPhoneError", "Not a valid phone number"))
    running = serve()
    Phone(notify).text(running.base, "TALK")
    wait_until(lambda: states(data) == ["failed"])
    lost = heard("text", "lost", "--reason", "Duty", "--keys", keys, data=data)
    assert lost.lines == ["+447700900123\treaches nobody"]


AUTH = [
    (403, "AuthError", "Error: Your system clock must be accurate to within 30 seconds"),
    (403, "AuthError", "Invalid token: API key not found"),
    (401, "AuthError", "Unauthorized: authentication token must be provided"),
    (429, "TooManyRequestsError", "Exceeded send limits (250000) for today"),
]


@pytest.mark.parametrize("status, kind, message", AUTH)
def test_when_it_takes_nothing_everything_waits(status, kind, message, notify, serve, data):
    notify.answers.append(error(status, kind, message))
    running = serve()
    phone, other = Phone(notify), Phone(notify, "+447700900124")
    phone.text(running.base, "TALK")
    wait_until(lambda: metric(running, "heard_texts_held") == 1)
    other.text(running.base, "TALK")
    assert other.is_silent(0.5) and len(notify.sent) == 1
    assert states(data) == ["waiting", "waiting"]
    running.stop()
    # Somebody saw to it, and started it again: nothing was given up, and nobody waits any longer.
    serve()
    for one in (phone, other):
        assert "STOP" in one.read()
    wait_until(lambda: states(data) == ["sent", "sent"])


def test_too_fast_is_tried_again_in_seconds(notify, serve, data):
    notify.answers.append(error(
        429, "RateLimitError", "Exceeded rate limit for key type LIVE of 3000 requests per 60 seconds"))
    running = serve()
    phone = Phone(notify)
    phone.text(running.base, "TALK")
    began = time.monotonic()
    phone.read()
    assert time.monotonic() - began > 8
    wait_until(lambda: states(data) == ["sent"])
    assert len(notify.sent) == 2
    references = {json.loads(asked.body)["reference"] for asked in notify.sent}
    assert len(references) == 1, "it is the same text"


FAKETIME = next(Path("/usr/lib").glob("*/faketime/libfaketime.so.1"), None)
LATER = {"LD_PRELOAD": str(FAKETIME), "FAKETIME": "+360s", "FAKETIME_DONT_FAKE_MONOTONIC": "1"}


@pytest.fixture
def later():
    """The environment of a server whose clock is six minutes ahead.

    The library would name its shared memory by `setenv`, which moves the environment to where a
    Swift program does not find its arguments by it: it is told a name.
    """
    name = f"heard-live-{uuid.uuid4()}"
    yield LATER | {"FAKETIME_SHARED": f"/{name}-sem /{name}-shm"}
    for left in Path("/dev/shm").glob(f"*{name}*"):
        left.unlink()


@pytest.mark.skipif(not FAKETIME, reason="faketime is not installed")
@pytest.mark.parametrize("arrived", [True, False], ids=["arrived", "lost"])
@pytest.mark.parametrize("broken", ["500", "silence"])
def test_after_trouble_it_asks_before_it_sends_again(
    arrived, broken, notify, serve, data, later
):
    """A reference does not keep Notify from taking a text twice: it is looked up first."""
    answer = error(500, "Exception", "Internal server error") if broken == "500" else (None, {})
    notify.answers.append(answer)
    running = serve()
    phone = Phone(notify)
    phone.text(running.base, "TALK")
    wait_until(lambda: states(data) == ["doubtful"])
    assert phone.is_silent(0.5) and len(notify.sent) == 1
    running.stop()
    if arrived:
        notify.remember(json.loads(notify.sent[0].body))
    # Six minutes later, by Notify's clock and ours.
    notify.ahead = 360
    running = serve(env=later)
    wait_until(lambda: states(data) == ["sent"])
    lookups = [asked for asked in notify.asked if asked.path.startswith("/v2/notifications?")]
    reference = json.loads(notify.sent[0].body)["reference"]
    assert [asked.query for asked in lookups] == [{"reference": reference}]
    assert len(notify.sent) == (1 if arrived else 2)
    running.stop()


def test_killed_while_handing_over_it_asks_and_sends_nothing_twice(notify, serve, data):
    """The text had arrived; only the answer had not."""
    original = notify.answer

    def slow(asked):
        answer = original(asked)
        if asked.method == "POST":
            time.sleep(2)
        return answer

    notify.answer = slow
    running = serve()
    phone = Phone(notify)
    phone.text(running.base, "TALK")
    phone.read()
    assert states(data) == ["handed"]
    running.kill()
    notify.answer = original
    running = serve()
    wait_until(lambda: states(data) == ["sent"])
    assert phone.is_silent() and len(notify.sent) == 1
    running.stop()


# MARK: Receipts


def invited(notify, serve):
    running = serve()
    phone = Phone(notify)
    phone.text(running.base, "TALK")
    phone.read()
    return running, phone, notify.sent[0]


@pytest.mark.parametrize("status, state", [
    ("created", "sent"), ("sending", "sent"), ("pending", "sent"), ("sent", "sent"),
    ("delivered", "delivered"), ("permanent-failure", "refused"),
    ("temporary-failure", "undelivered"), ("technical-failure", "undelivered")])
def test_every_documented_status(status, state, notify, serve, data):
    running, _, asked = invited(notify, serve)
    wait_until(lambda: states(data) == ["sent"])
    for _ in range(2):
        assert notify.tell(running.base, notify.receipt(asked, status)) == (200, b"")
    assert states(data) == [state]
    # The first end is the end.
    for later in ("delivered", "sending", "permanent-failure"):
        assert notify.tell(running.base, notify.receipt(asked, later)) == (200, b"")
    assert states(data) == [state if state != "sent" else "delivered"]


def test_a_wrong_number_is_told_and_not_written_to(notify, serve, data, keys, tmp_path):
    running, phone, asked = invited(notify, serve)
    receipt = notify.receipt(asked, "permanent-failure")
    assert notify.tell(running.base, receipt) == (200, b"")
    assert notify.tell(running.base, receipt | {"status": "delivered"}) == (200, b"")
    lost = heard("text", "lost", "--reason", "Duty", "--keys", keys, data=data)
    assert lost.lines == [f"{phone.number}\treaches nobody"]
    people = tmp_path / "people.csv"
    people.write_text(f"number,language,audience\n{phone.number},en,parent-carer\n")
    ran = heard("text", "invite", "--collection", 1, people, "--keys", keys, data=data)
    assert "1 left out" in ran.out
    assert phone.is_silent()


@pytest.mark.parametrize("change", [
    {"reference": None}, {"reference": "not-one-of-ours"}, {"reference": str(uuid.uuid4())}])
def test_a_receipt_of_no_text_of_ours_changes_nothing(change, notify, serve, data):
    running, _, asked = invited(notify, serve)
    wait_until(lambda: states(data) == ["sent"])
    receipt = notify.receipt(asked, "delivered") | change | {"id": str(uuid.uuid4())}
    assert notify.tell(running.base, receipt) == (200, b"")
    assert states(data) == ["sent"]
    # By Notify's own id it is found all the same.
    assert notify.tell(running.base, notify.receipt(asked, "delivered") | {"reference": None})[0] == 200
    assert states(data) == ["delivered"]


# MARK: What would become question marks

UKRAINIAN = """\
survey: cyrillic
title: {en: How it was, uk: Як це було}
about: {en: A few short questions., uk: Кілька коротких запитань.}
promise: confidential
languages: [en, uk]
audiences: [parent-carer]
questions:
  - id: heard
    kind: choice
    ask: {parent-carer: {en: Did we listen to you?, uk: Чи ми вас слухали?}}
    answers:
      - {value: yes, en: Yes, uk: Так}
      - {value: no, en: No, uk: Ні}
"""


@pytest.fixture
def cyrillic(data, keys, publish):
    notify = Notify()
    standins.open_with_keyword(data, keys, notify, publish, UKRAINIAN)
    yield notify
    notify.close()


def test_what_would_become_question_marks_is_refused_and_a_link_offered(
    cyrillic, data, keys, server, tmp_path
):
    running = server(data, "--keys", keys)
    people = tmp_path / "people.csv"
    people.write_text(
        "number,language,audience\n07700 900124,en,parent-carer\n07700 900125,uk,parent-carer\n")
    ran = heard("text", "invite", "--collection", 1, people, "--keys", keys, data=data)
    assert ran.code == 1 and f"{people}:3: notify cannot carry" in ran.err, ran
    assert "(U+0427 CYRILLIC CAPITAL LETTER CHE)" in ran.err and "link" in ran.err
    assert "nobody was invited" in ran.err and "900125" not in ran.err
    assert Phone(cyrillic, "+447700900124").is_silent() and cyrillic.sent == []
    # The link that is offered instead is made by the command that is named.
    ran = heard(
        "collection", "open", "cyrillic", "--place", "Here", "--channel", "text", "--single-use", 1,
        "--keys", keys, data=data)
    assert ran.code == 0 and ran.out.startswith("http") and "/a/" in ran.out, ran
    assert running.is_running


def test_nobody_is_offered_a_language_it_cannot_carry(cyrillic, data, keys, server):
    running = server(data, "--keys", keys)
    phone = Phone(cyrillic)
    phone.text(running.base, "TALK")
    assert "How it was" not in phone.read()
    phone.text(running.base, "1")
    said = [phone.read(), phone.read()]
    phone.text(running.base, "УКРАЇНСЬКА")
    assert all("Українська" not in body for body in said)
    phone.text(running.base, "LANG")
    time.sleep(1)
    while not cyrillic.inbox(phone.number).empty():
        body = phone.read()
        assert "?" not in body.replace("Did we listen to you?", ""), body


def test_one_character_too_many_is_refused_before_anybody_is_asked(
    data, keys, publish, server, tmp_path
):
    """A language that can be carried, but for one picture."""
    notify = Notify()
    standins.open_with_keyword(
        data, keys, notify, publish, standins.SURVEY.replace("Were we kind?", "Were we kind 😀?"))
    try:
        running = server(data, "--keys", keys)
        people = tmp_path / "people.csv"
        people.write_text("number,language,audience\n07700 900124,en,parent-carer\n")
        ran = heard("text", "invite", "--collection", 1, people, "--keys", keys, data=data)
        assert ran.code == 1 and "U+1F600" in ran.err, ran
        # Nor does the word begin what cannot be ended.
        phone = Phone(notify)
        phone.text(running.base, "TALK")
        time.sleep(1)
        said = [json.loads(asked.body)["personalisation"]["m"] for asked in notify.sent]
        assert not any("Reply 1 to start" in body for body in said), said
        assert running.is_running
    finally:
        notify.close()

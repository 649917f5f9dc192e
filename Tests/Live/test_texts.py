"""Surveys by text, through the real webhook and the real outbox, with a gateway of our own."""

import concurrent.futures
import signal
import time
import urllib.request

import pytest

from phones import Gateway, Phone
from program import heard

CANARY = "kestrel4711"

# Four questions, the last in people's own words.
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
  - id: kind
    kind: choice
    ask: {parent-carer: {en: Were we kind?}}
    answers:
      - {value: yes, en: Yes}
      - {value: no, en: No}
  - id: change
    kind: text
    ask: {parent-carer: {en: What should we do better?}}
"""


@pytest.fixture
def keys(tmp_path):
    return tmp_path / "keys"


@pytest.fixture
def line(data, keys, publish):
    """A gateway, and a data folder with a survey that begins with TALK."""
    gateway = Gateway()
    gateway.set_up(data, keys)
    publish(data, SURVEY)
    ran = run(keys, "collection", "open", "texted", "--place", "Here", "--channel", "text", data=data)
    assert ran.code == 0 and "collection 1 is open and promises confidential" in ran.err, ran
    gateway.set_up(data, keys, keyword=(1, "parent-carer"))
    yield gateway
    gateway.close()


def run(keys, *arguments, **options):
    return heard(*arguments, "--keys", keys, **options)


def verified(data):
    ran = heard("verify", data=data)
    assert ran.code == 0, ran
    return int(ran.out.split()[0])


def files(folder):
    return [path for path in folder.rglob("*") if path.is_file()]


def test_a_whole_survey(line, data, keys, server):
    running = server(data, "--keys", keys)
    phone = Phone(line)
    assert phone.text(running.base, "TALK") == (200, b"")
    assert "STOP" in phone.read()
    for reply, texts in [("1", 2), ("yes", 1), ("2", 1), ("1", 1), ("More time", 1)]:
        assert phone.text(running.base, reply) == (200, b"")
        for _ in range(texts):
            phone.read()
    assert phone.is_silent()
    running.stop()
    assert verified(data) == 1


def test_the_server_is_killed_in_the_middle(line, data, keys, server):
    running = server(data, "--keys", keys)
    phone = Phone(line)
    phone.text(running.base, "TALK")
    phone.read()
    phone.text(running.base, "1")
    phone.read(), phone.read()
    assert phone.text(running.base, "1", id="first")[0] == 200
    running.kill()
    assert phone.text(running.base, "2", id="second") is None
    running = server(data, "--keys", keys)
    # What was acknowledged comes again as well, as it may: it is heard once.
    for id, body in [("first", "1"), ("second", "2")]:
        assert phone.text(running.base, body, id=id)[0] == 200
    time.sleep(2)
    for body in ["1", "Nothing"]:
        phone.text(running.base, body)
        time.sleep(1)
    running.stop()
    assert verified(data) == 1
    # No question came twice, though one may have been lost with the process.
    asked = [body for body in line.bodies if "1 " in body]
    assert len(asked) == len(set(asked))


def test_many_phones_at_once(line, data, keys, server):
    running = server(data, "--keys", keys)
    phones = [Phone(line, f"+4477009{10000 + index}") for index in range(100)]

    def answer(phone):
        for reply, texts in [("TALK", 1), ("1", 2), ("1", 1), ("3", 1), ("2", 1)]:
            assert phone.text(running.base, reply)[0] == 200
            for _ in range(texts):
                phone.read()
        assert phone.text(running.base, f"From {phone.number[-5:]}")[0] == 200
        phone.read()
        return phone.is_silent(0.2)

    with concurrent.futures.ThreadPoolExecutor(16) as pool:
        assert all(pool.map(answer, phones))
    running.stop()
    assert verified(data) == 100


def test_a_wrong_secret_is_refused_and_keeps_nothing(line, data, keys, server):
    running = server(data, "--keys", keys)
    assert Phone(line).text(running.base, "TALK", secret="wrong")[0] == 403
    assert Phone(line).is_silent(0.5)


def test_a_number_and_words_are_in_no_file_log_or_metric(line, data, keys, server):
    running = server(data, "--keys", keys, "--health", "127.0.0.1:0")
    phone = Phone(line)
    for body in [
        f"hello {CANARY}", "TALK", "1", f"what {CANARY}", f"1 {CANARY}", f"he hits me {CANARY}",
        f"and more {CANARY}", f"stop that {CANARY}", "STOP",
    ]:
        assert phone.text(running.base, body)[0] == 200
    time.sleep(1)
    port = running.err.split("health on port ")[1].split()[0]
    metrics = urllib.request.urlopen(f"http://127.0.0.1:{port}/metrics").read().decode()
    assert 'heard_texts_received_total{outcome="heard"} 9' in metrics
    said = running.out + running.err + metrics
    ran = run(keys, "concerns", "list", data=data)
    assert "by text" in ran.out
    for canary in [CANARY, "7700900123"]:
        assert canary not in said + ran.out
        for file in files(data):
            if not file.is_socket():
                assert canary.encode() not in file.read_bytes(), file
    concern = next(row for row in ran.lines if "by text" in row).split("\t")[0]
    opening = ["text", "concern", concern, "--reason", "Duty rota"]
    assert run(keys, *opening[:3], data=data).code == 64
    for count in (1, 2):
        shown = run(keys, *opening, data=data)
        assert CANARY in shown.out and "+447700900123" in shown.out
        if count == 1:
            assert run(keys, "concerns", "hear", concern, data=data).code == 0
    assert "heard, and open" in run(keys, "concerns", "list", data=data).out
    assert run(keys, "concerns", "close", concern, data=data).code == 0
    shown = run(keys, *opening, data=data)
    assert CANARY in shown.out and "+447700900123" not in shown.out
    unread = metric(port, 'heard_texts_unread{kind="remarks"}')
    assert unread > 0
    read = run(keys, "text", "remarks", "--reason", "Duty rota", data=data)
    assert CANARY in read.out and "7700900123" not in read.out
    assert read.lines[-1] == f"{unread} shown"
    assert metric(port, 'heard_texts_unread{kind="remarks"}') == 0
    assert run(keys, "text", "remarks", "--reason", "Duty rota", data=data).out == "0 shown\n"
    assert CANARY in run(keys, "text", "remarks", "--reason", "Again", "--all", data=data).out
    assert run(keys, "text", "lost", "--reason", "call 07700 900123", data=data).code == 1
    said = running.out + running.err
    assert "Duty rota" in said and concern in said
    assert CANARY not in said and "7700900123" not in said


def test_invitations(line, data, keys, server, tmp_path):
    people = tmp_path / "people.csv"
    people.write_text(
        "number,language,audience\n07700 900124,en,parent-carer\n0770,xx,parent-carer\n")
    ran = run(keys, "text", "invite", "--collection", 1, people, data=data)
    assert ran.code == 1 and f"{people}:3: " in ran.err and "nobody was invited" in ran.err
    people.write_text(
        "number,language,audience\n07700 900124,en,parent-carer\n07700 900125,en,parent-carer\n")
    ran = run(keys, "text", "invite", "--collection", 1, people, "--dry-run", data=data)
    assert ran.code == 0 and ran.out.startswith("2 people; about "), ran
    running = server(data, "--keys", keys)
    ran = run(keys, "text", "invite", "--collection", 1, people, data=data)
    assert ran.lines[-1] == "2 invited", ran
    for number in ["+447700900124", "+447700900125"]:
        assert "STOP" in Phone(line, number).read()
    ran = run(keys, "text", "invite", "--collection", 1, people, data=data)
    assert ran.lines[-1] == "2 were asked by this collection before", ran
    Phone(line, "+447700900124").text(running.base, "WRONG")
    Phone(line, "+447700900124").read()
    assert "somebody else's" in run(
        keys, "text", "lost", "--reason", "Duty rota", data=data).out
    assert run(keys, "text", "wipe", data=data).code == 0


def test_no_false_promise(line, data, keys):
    ran = run(
        keys, "collection", "open", "texted", "--place", "Here", "--channel", "text", "--promise",
        "anonymous", data=data)
    assert ran.code == 1 and "by text" in ran.err


def test_a_gateway_that_is_away_loses_nothing(line, data, keys, server):
    line.status = 503
    running = server(data, "--keys", keys)
    phone = Phone(line)
    phone.text(running.base, "TALK")
    assert phone.is_silent(1)
    running.stop()
    assert running.process.returncode == 0
    ran = run(keys, "text", "wipe", data=data)
    assert ran.lines == ["0 numbers, 0 texts and 0 remarks deleted"], ran


def test_a_connection_that_ends_without_an_answer_hands_nothing_over_twice(line, data, keys, server):
    running = server(data, "--keys", keys)
    phones = [Phone(line, f"+4477009{20000 + index}") for index in range(12)]
    for words in ["TALK", "HELP"]:
        for phone in phones:
            phone.text(running.base, words)
        for phone in phones:
            phone.read()
    # By now every connection that could be kept would be.
    line.dropped = []
    for phone in phones:
        phone.text(running.base, "1")
    time.sleep(3)
    assert len(line.dropped) == len(set(line.dropped)) >= 12
    running.stop()


def test_the_phone_in_the_terminal(data, keys, publish, server, line):
    running = server(data, "--keys", keys, listen="127.0.0.1:0")
    # The phone stands where the gateway stood.
    line.close()
    ran = run(keys, "text", "phone", data=data, stdin="TALK\n")
    assert ran.code == 0 and "  | " in ran.out, ran
    assert running.is_running
    running.stop(signal.SIGTERM)


def metric(port, name):
    """The figure that /metrics gives for `name`."""
    metrics = urllib.request.urlopen(f"http://127.0.0.1:{port}/metrics").read().decode()
    return int(next(line for line in metrics.splitlines() if line.startswith(name)).split()[-1])

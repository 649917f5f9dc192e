"""Surveys by text through a real Kannel, from a phone on its fake network to the answers kept."""

import collections
import concurrent.futures
import queue
import random
import re
import signal
import sqlite3
import threading
import time
import urllib.error
import urllib.parse
import urllib.request
import uuid

import pytest

import phones
from kannel import Kannel, Line, Phone, free_ports
from program import heard

CANARY = "kestrel4711"
ARABIC_TWO = "\N{ARABIC-INDIC DIGIT TWO}"

# Four questions: the last in people's own words, the second with signs that cost two places.
SURVEY = """\
survey: line
title: {en: How it was, cy: Sut oedd, ar: كيف كان}
about: {en: A few short questions., cy: Ychydig o gwestiynau., ar: أسئلة قصيرة.}
promise: confidential
languages: [en, cy, ar]
drafts: [cy, ar]
audiences: [parent-carer]
questions:
  - id: heard
    kind: choice
    ask: {en: Did we listen to you?, cy: "A wnaethon ni wrando, a'r tŷ i gyd?", ar: هل استمعنا إليكم؟}
    answers:
      - {value: yes, en: "Yes", cy: Do, ar: نعم}
      - {value: no, en: "No", cy: Naddo, ar: لا}
  - id: clear
    kind: choice
    ask: {en: "Was it clear [what came next] {€5}?", cy: Oedd hi'n glir?, ar: هل كان واضحا؟}
    answers:
      - {value: yes, en: "Yes, £€", cy: Oedd, ar: نعم}
      - {value: partly, en: Partly, cy: Yn rhannol, ar: قليلا}
      - {value: no, en: "No", cy: Nac oedd, ar: لا}
  - id: kind
    kind: choice
    ask: {en: Were we kind?, cy: Oedden ni'n garedig?, ar: هل كنا لطفاء؟}
    answers:
      - {value: yes, en: "Yes", cy: Oeddech, ar: نعم}
      - {value: no, en: "No", cy: Nac oeddech, ar: لا}
  - id: change
    kind: text
    ask: {en: What should we do better?, cy: Beth allwn ni ei wella?, ar: ماذا نحسن؟}
"""

COLOURS = ["red", "blue", "green", "black", "white", "brown"]


def branching():
    """Five questions, of which the second depends on the answer to the first."""
    answers = "".join(f"      - {{value: {colour}, en: {colour}}}\n" for colour in COLOURS)

    def choice(id, words, when=""):
        return f"  - id: {id}\n    kind: choice\n{when}    ask: {{en: {words}}}\n    answers:\n{answers}"

    return (
        "survey: many\ntitle: {en: Colours}\nabout: {en: Five short questions.}\n"
        "promise: confidential\nlanguages: [en]\naudiences: [parent-carer]\nquestions:\n"
        + choice("first", "First?")
        + "".join(
            choice(f"after-{colour}", f"After {colour}?", f"    when: {{first: [{colour}]}}\n")
            for colour in COLOURS)
        + choice("third", "Third?") + choice("fourth", "Fourth?")
        + "  - id: last\n    kind: text\n    ask: {en: Last?}\n")


class Channel:
    """A data folder with a survey that begins with TALK, a Kannel, and the line phones are on."""

    def __init__(self, data, keys, folder, start):
        self.data, self.keys, self._start = data, keys, start
        self.port, = free_ports(1)
        self.base = f"http://127.0.0.1:{self.port}"
        self.kannel = Kannel(folder, f"{self.base}/text/kannel/s3cret")
        self.line = Line(self.kannel.port)
        self.server = None

    def open(self, survey, publish):
        phones.set_up(self.kannel.sending, self.data, self.keys)
        publish(self.data, survey)
        ran = self.run(
            "collection", "open", survey.split()[1], "--place", "Here", "--channel", "text")
        assert ran.code == 0, ran
        phones.set_up(self.kannel.sending, self.data, self.keys, keyword=(1, "parent-carer"))

    def run(self, *arguments, **options):
        return heard(*arguments, "--keys", self.keys, data=self.data, **options)

    def serve(self):
        self.server = self._start(
            self.data, "--keys", self.keys, "--health", "127.0.0.1:0",
            listen=f"127.0.0.1:{self.port}")
        return self.server

    @property
    def metrics(self):
        port = self.server.err.split("health on port ")[1].split()[0]
        return urllib.request.urlopen(f"http://127.0.0.1:{port}/metrics").read().decode()

    def count(self, outcome):
        """How many texts came that this became of."""
        found = re.search(rf'heard_texts_received_total{{outcome="{outcome}"}} (\d+)', self.metrics)
        return int(found[1])

    def rows(self, sql, *values):
        database = sqlite3.connect(f"file:{self.data}/heard.sqlite?mode=ro", uri=True)
        try:
            return database.execute(sql, values).fetchall()
        finally:
            database.close()

    def stop(self):
        """Stops the server, which sorts in what came last; gives how many responses there are."""
        self.server.stop()
        ran = self.run("verify")
        assert ran.code == 0, ran
        return int(ran.out.split()[0])

    @property
    def responses(self):
        """For each response its channel, and its answers by question; words too."""
        found = {}
        said = """
          SELECT response, question, value FROM answers JOIN options ON options.id = option
          UNION ALL SELECT response, question, options.value
          FROM unsorted, json_each(unsorted.options) AS one JOIN options ON options.id = one.value"""
        for response, question, value in self.rows(said):
            found.setdefault(response, {})[question] = value
        for response, question, body in self.rows(
                "SELECT response, question, body FROM comments JOIN options ON options.id = option"):
            found[response][question] = body
        return list(found.values())

    def close(self):
        self.line.close()
        self.kannel.stop()


def eventually(holds, seconds=15):
    """Waits until it holds."""
    end = time.monotonic() + seconds
    while not (value := holds()):
        assert time.monotonic() < end, f"not within {seconds} s"
        time.sleep(0.05)
    return value


@pytest.fixture
def closed_channel(data, tmp_path, server):
    channel = Channel(data, tmp_path / "keys", tmp_path / "kannel", server)
    yield channel
    channel.close()


@pytest.fixture
def channel(closed_channel, publish):
    closed_channel.open(SURVEY, publish)
    closed_channel.serve()
    return closed_channel


@pytest.fixture
def phone(channel):
    return Phone(channel.line)


# Replies, and how many texts come back.
WHOLE = [("TALK", 1), ("1", 2), ("yes", 1), ("2", 1), ("1", 1), ("More time", 1)]


def test_a_whole_survey(channel, phone):
    came = [phone.ask(words, texts) for words, texts in WHOLE]
    assert "STOP" in came[0] and "Did we listen to you?\n1 Yes\n2 No" == came[1][1]
    # Signs that cost two places are sent as they are, and not as question marks.
    assert came[2] == "Was it clear [what came next] {€5}?\n1 Yes, £€\n2 Partly\n3 No"
    assert "Thank you" in came[-1] and phone.is_silent()
    assert channel.stop() == 1
    assert channel.responses == [
        {"heard": "yes", "clear": "partly", "kind": "yes", "change": "More time"}]
    assert channel.rows("SELECT DISTINCT channel, partial FROM slices") == [("text", 0)]
    # Nothing leads from the response back: the conversation keeps no answers and no clock.
    assert channel.rows("SELECT count(*) FROM conversations WHERE wake IS NULL") == [(1,)]


def test_an_invitation(channel, tmp_path):
    people = tmp_path / "people.csv"
    people.write_text("number,language,audience\n07700 900124,en,parent-carer\n")
    phone = Phone(channel.line, "+447700900124")
    ran = channel.run("text", "invite", "--collection", 1, people)
    assert ran.code == 0 and ran.lines[-1] == "1 invited", ran
    assert "Reply 1 to start" in phone.read(40)
    for words, texts in WHOLE[1:]:
        phone.ask(words, texts)
    assert phone.is_silent(0.5)
    assert channel.stop() == 1 and len(channel.responses) == 1


def test_killed_in_the_middle_kannel_posts_again(channel, phone):
    phone.ask("TALK")
    phone.ask("1", 2)
    assert "clear" in phone.ask("1")
    channel.server.kill()
    phone.text("3")
    time.sleep(2.5)
    assert phone.is_silent(0.1)
    channel.serve()
    assert "kind" in phone.read()
    assert "better" in phone.ask("2")
    assert "Thank you" in phone.ask("Nothing") and phone.is_silent()
    assert channel.stop() == 1
    assert channel.responses == [
        {"heard": "yes", "clear": "no", "kind": "no", "change": "Nothing"}]


def test_slow_so_that_kannel_posts_again(channel, phone):
    phone.ask("TALK")
    phone.ask("1", 2)
    channel.server.process.send_signal(signal.SIGSTOP)
    phone.text("1")
    time.sleep(8)
    channel.server.process.send_signal(signal.SIGCONT)
    assert "clear" in phone.read() and phone.is_silent(2)
    assert channel.count("again") >= 1 and channel.count("heard") == 3
    for words in ["1", "1", "All"]:
        phone.ask(words)
    assert channel.stop() == 1
    assert channel.responses == [
        {"heard": "yes", "clear": "yes", "kind": "yes", "change": "All"}]


def test_one_id_by_many_connections_at_once(channel, phone):
    phone.ask("TALK")
    phone.ask("1", 2)
    for question in range(2):
        start = threading.Barrier(8)

        def post(_, id=str(uuid.uuid4())):
            start.wait()
            return phones.post(channel.base, phone.number, "1", id)

        with concurrent.futures.ThreadPoolExecutor(8) as pool:
            assert set(pool.map(post, range(8))) == {(200, b"")}
        phone.read()
        assert phone.is_silent(0.3)
    assert channel.count("again") == 14
    assert "better" in phone.ask("1")
    assert "Thank you" in phone.ask("x")
    assert channel.stop() == 1


def test_parts_out_of_order_and_parts_missing(channel, phone):
    phone.ask("TALK")
    phone.ask("1", 2)
    for words in ["1", "1", "1"]:
        phone.ask(words)
    # Parts that never come: what did come is kept, and answers nothing.
    channel.line.text_part(phone.number, 1, 2, 3, "of something longer")
    channel.line.data_part(phone.number, 2, 1, 2, b"\xff\x00\x01")
    eventually(lambda: channel.count("heard") == 6 and channel.count("parked") == 1)
    assert phone.is_silent(0.5)
    assert channel.rows("SELECT kind FROM remarks") == [("fragment",)]
    for part, words in [(3, "and kindly."), (1, "Listen, "), (2, "slowly ")]:
        channel.line.text_part(phone.number, 3, part, 3, words)
    assert "Thank you" in phone.read() and phone.is_silent(0.5)
    assert channel.stop() == 1
    assert channel.responses[0]["change"] == "Listen, slowly and kindly."


def test_a_missing_part_may_tell_of_harm(channel, phone):
    phone.ask("TALK")
    channel.line.text_part(phone.number, 1, 1, 2, "my dad hits me and ")
    assert "Thank you. We have your text." in phone.read()
    assert phone.is_silent(0.5)
    assert channel.rows("SELECT reason FROM text_concerns") == [("words",)]


@pytest.mark.parametrize("language, first, replies, words", [
    ("cy", "A wnaethon ni wrando, a'r tŷ i gyd?\n1 Do\n2 Naddo", ["naddo", "Oedd", "1"],
     "Sŵn, tŷ a phaned \N{HOT BEVERAGE} €[]{}~\\^|"),
    ("ar", "هل استمعنا إليكم؟\n1 نعم\n2 لا", [ARABIC_TWO, "نعم", "1 😀"],
     "شكرا \N{WHITE SMILING FACE}\N{VARIATION SELECTOR-16} 😀"),
])
def test_other_alphabets_both_ways(channel, tmp_path, language, first, replies, words):
    people = tmp_path / "people.csv"
    people.write_text(f"number,language,audience\n07700 900124,{language},parent-carer\n")
    phone = Phone(channel.line, "+447700900124")
    ran = channel.run("text", "invite", "--collection", 1, people)
    assert ran.code == 0, ran
    came = [phone.read(40), *phone.ask("1", 2)]
    assert came[-1] == first
    for reply in [*replies, words]:
        channel.line.text_ucs2(phone.number, reply)
        came.append(phone.read())
    assert phone.is_silent(0.5) and not any("\ufffd" in text for text in came)
    assert channel.stop() == 1
    assert channel.responses == [
        {"heard": "no", "clear": "yes", "kind": "yes", "change": words}]
    assert channel.rows("SELECT language FROM slices") == [(language,)]


def test_plain_letters_with_signs_that_cost_two_places(channel, phone):
    words = "£5 and €5, [a] {b} ~ \\ ^ | é è ñ Ü @"
    for reply, texts in WHOLE[:-1]:
        phone.ask(reply, texts)
    phone.ask(words)
    assert channel.stop() == 1
    assert channel.responses[0]["change"] == words


def test_receipts_move_the_outbox_on_and_never_back(channel, phone):
    def states():
        return collections.Counter(
            state for state, in channel.rows("SELECT state FROM outbox"))

    phone.ask("TALK")
    eventually(lambda: states() == {"delivered": 1})
    # The line is down, so that Kannel keeps the next text; we are down when it can send it.
    channel.line.close()
    eventually(lambda: not channel.kannel.is_connected)
    id = str(uuid.uuid4())
    assert phones.post(channel.base, phone.number, "1", id) == (200, b"")
    eventually(lambda: states() == {"delivered": 1, "sent": 2})
    channel.server.kill()
    channel.line.connect()
    assert "Did we listen" in [phone.read(), phone.read()][1]
    assert states() == {"delivered": 1, "sent": 2}
    channel.serve()
    eventually(lambda: states() == {"delivered": 3}, 25)
    # Twice, in the wrong order, about a text that never was, and from a stranger.
    references = [str(uuid.UUID(bytes=row[0])) for row in channel.rows("SELECT reference FROM outbox")]
    for reference in [*references, str(uuid.uuid4())]:
        for state in [1, 8, 2, 16, 1]:
            assert receipt(channel, reference, state) == 200
    assert receipt(channel, references[0], 2, secret="wrong") == 403
    assert states() == {"delivered": 3}
    assert channel.rows("SELECT count(*) FROM silenced") == [(0,)]
    assert "clear" in phone.ask("1")


def receipt(channel, reference, state, secret="s3cret"):
    """Tells of a text as Kannel does."""
    query = urllib.parse.urlencode({"ref": reference, "state": state, "answer": "ACK/"})
    try:
        with urllib.request.urlopen(f"{channel.base}/text/kannel/{secret}?{query}") as answer:
            return answer.status
    except urllib.error.HTTPError as refused:
        return refused.code


def test_stop_in_the_middle_is_remembered(channel, phone, tmp_path):
    phone.ask("TALK")
    phone.ask("1", 2)
    assert "clear" in phone.ask("1")
    assert "no more texts" in phone.ask("Stop.")
    for words in ["2", "STOP", "hello?", "TALK", "HELP me please with this"]:
        phone.text(words)
    eventually(lambda: channel.count("heard") == 9)
    channel.server.stop()
    channel.serve()
    phone.text("TALK")
    eventually(lambda: channel.count("heard") == 1)
    people = tmp_path / "people.csv"
    people.write_text("number,language,audience\n07700 900123,en,parent-carer\n")
    ran = channel.run("text", "invite", "--collection", 1, people)
    assert ran.code == 0 and "1 invited" not in ran.out, ran
    came = []
    while not channel.line.inbox(phone.number).empty():
        came.append(phone.read())
    assert phone.is_silent(2)
    # HELP alone is answered, since whoever asks for it may need it.
    assert came in ([], [text for text in came if "999" in text][:1]), came
    assert channel.rows("SELECT reason FROM silenced") == [("stop",)]
    assert channel.stop() == 0
    assert len(phone.line.inbox(phone.number).queue) == 0


def test_what_may_tell_of_harm_is_raised_and_answered_once(channel, phone):
    phone.ask("TALK")
    phone.ask("1", 2)
    safe = phone.ask(f"he hits me {CANARY}")
    assert safe.startswith("Thank you. We have your text.") and "999" in safe
    for words in ["he said not to tell", "1", "are you there"]:
        phone.text(words)
    assert phone.is_silent(2)
    listed = channel.run("concerns", "list")
    rows = [row for row in listed.lines if "by text" in row]
    assert len(rows) == 4, listed
    shown = [channel.run("text", "concern", row.split("\t")[0], "--reason", "Duty").out for row in rows]
    assert sum(f"he hits me {CANARY}" in text for text in shown) == 1
    assert all("+447700900123" in text for text in shown)
    # The person goes on when they like, where they were.
    assert "Did we listen" in phone.ask("START")
    channel.server.stop()


def test_a_few_chatterers_do_not_hold_up_the_rest(channel):
    chatterers = [Phone(channel.line, f"+4477009{20000 + index}") for index in range(20)]
    for _ in range(12):
        for chatterer in chatterers:
            chatterer.text("HELP")
        time.sleep(0.1)
    eventually(lambda: channel.count("heard") + channel.count("again") >= 240)
    assert "STOP" in Phone(channel.line).ask("TALK")


def test_numbers_and_words_are_in_no_log_and_no_file(channel, phone):
    for words in [
        f"hello {CANARY}", "TALK", f"eh {CANARY}", "1", f"what {CANARY}", f"1 {CANARY}",
        f"he hits me {CANARY}", f"and more {CANARY}", f"stop that {CANARY}", "STOP",
    ]:
        phone.text(words)
        time.sleep(0.1)
    channel.line.text_part(phone.number, 1, 1, 2, CANARY)
    channel.line.data_part(phone.number, 2, 1, 2, CANARY.encode())
    eventually(lambda: channel.count("heard") >= 11 and channel.count("parked") == 1)
    for target in [f"/text/kannel/wrong?id={CANARY}", f"/text/{CANARY}/s3cret", f"/{CANARY}"]:
        with pytest.raises(urllib.error.HTTPError) as refused:
            urllib.request.urlopen(channel.base + target)
        assert CANARY not in refused.value.read().decode()
    metrics = channel.metrics
    ours = {path: path.read_bytes() for path in channel.data.rglob("*") if path.is_file()}
    channel.server.stop()
    ours |= {path: path.read_bytes() for path in channel.data.rglob("*") if path.is_file()}
    said = channel.server.out + channel.server.err + metrics + channel.kannel.logs
    assert ours and channel.kannel.logs
    for canary in [CANARY, "7700900123", "7700 900123"]:
        assert canary not in said
        assert not [path for path, octets in ours.items() if canary.encode() in octets]


PHONES = 1000


def test_a_thousand_phones_at_once(closed_channel, publish):
    channel = closed_channel
    channel.open(branching(), publish)
    channel.serve()
    began = time.monotonic()
    crowd = Crowd(channel.line, PHONES)
    crowd.run(90)
    print(f"\n{PHONES} phones, {6 * PHONES} texts in, {crowd.came} out: "
          f"{time.monotonic() - began:.1f} s")
    assert crowd.came == 8 * PHONES
    assert not crowd.wrong, crowd.wrong[:3]
    assert channel.stop() == PHONES
    kept = {answers["last"]: answers for answers in channel.responses}
    assert len(kept) == len(channel.responses) == PHONES
    for index in range(PHONES):
        first, second, third, fourth = colours(index)
        assert kept[own_words(index)] == {
            "first": first, f"after-{first}": second, "third": third, "fourth": fourth,
            "last": own_words(index)}
    assert set(channel.rows("SELECT state, count(*) FROM outbox GROUP BY state")) == {
        ("delivered", 8 * PHONES)}


def colours(index):
    """What a phone answers: each its own pattern."""
    return [COLOURS[index // 6 ** place % 6] for place in range(4)]


def own_words(index):
    # Far from 999 and 112, which would be taken for a call for help.
    return f"From phone {10000 + index}"


class Crowd:
    """Phones that answer whenever they are asked, in no order."""

    def __init__(self, line, count):
        self.line, self.count = line, count
        self.chance = random.Random(7)
        self.heard = queue.Queue()
        self.came, self.wrong = 0, []

    def number(self, index):
        return f"+4477009{10000 + index}"

    def script(self, index):
        """What it texts, and what has to come back, text by text."""
        first, second, third, fourth = colours(index)
        digit = lambda colour: str(COLOURS.index(colour) + 1)  # noqa: E731
        return [
            ("TALK", ["may we ask"]), ("1", ["will read this", "First?"]),
            (digit(first), [f"After {first}?"]), (second, ["Third?"]),
            (digit(third), ["Fourth?"]), (digit(fourth), ["Last?"]),
            (own_words(index), ["Thank you"])]

    def run(self, seconds):
        steps = {self.number(index): iter(self.script(index)) for index in range(self.count)}
        waits = {}
        ready = list(steps)
        self.line.heed = lambda number, words: self.heard.put((number, words))
        end = time.monotonic() + seconds
        while ready or waits:
            assert time.monotonic() < end, f"{len(waits)} phones still wait: {list(waits.items())[:3]}"
            self.chance.shuffle(ready)
            for number in ready[:50]:
                if step := next(steps[number], None):
                    self.line.text(number, step[0])
                    waits[number] = list(step[1])
            del ready[:50]
            ready += self.listen(waits, 0 if ready else 1)
        time.sleep(1)
        self.listen(waits, 0)

    def listen(self, waits, seconds):
        """Takes what came; gives the phones whose turn it is."""
        done = []
        try:
            while True:
                number, words = self.heard.get(timeout=seconds) if seconds else self.heard.get_nowait()
                seconds = 0
                self.came += 1
                if not waits.get(number) or waits[number][0] not in words:
                    self.wrong.append((number, waits.get(number), words))
                    continue
                waits[number].pop(0)
                if not waits[number]:
                    del waits[number]
                    done.append(number)
        except queue.Empty:
            return done

"""(t) Surveys by text through a real Kannel, and how soon its webhook is acknowledged.

Kannel, from Debian, runs with the tests' settings and its fake network, on which `phones.c` is many
phones at once: each texts, waits until it is answered, and texts again, through a survey of five
questions and the two texts before them. Every text that comes in is stored and committed,
acknowledged, and answered from an outbox that is committed before and after each text is handed
over; receipts move it on. The rate is that of texts in, from the first sent to the last answered.

It is set against the same Kannel, with the same phones, talking to a handler in C that reads and
keeps nothing (`answer.c`). That one answers as ours does, by `sendsms`, with receipts asked for, so
that Kannel has the same to do for both: an answer in the webhook's own response spares Kannel two
requests a text, and is not ours to give, since other gateways take none there and what is posted
twice would be answered twice. How ours compares with a handler that does answer so is given beside
it, without a target. Ours sends one text more in each survey, what is said once before the first
question. It is measured with few phones at once, where it matters how long each answer takes, and
with many, where it matters what a second holds. Phones, Kannel's two programs and the handler share
the machine's cores.

The time to an acknowledgement is taken straight at the socket, without Kannel: `acks.c` posts the
same texts on connections it keeps open. Each is acknowledged once the disk has it, with the disk's
syncs as they are. What is texted back goes, on the same cores, to a stand-in that takes it at once.
The target is for the slowest 1 % of eight connections; a gateway waits for five seconds.
"""

import json
import statistics
import sys
import time
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from heard import SETTINGS
from running import HEARD, HERE, Failed, Server, by_turns, compiled, ratio, require, run
from table import Row

# The live tests know how Kannel is set up, and what we need to talk to it.
sys.path.append(str(HERE.parent / "Live"))

import phones  # noqa: E402
from kannel import Kannel, free_ports  # noqa: E402

RATE_TARGET = 0.5
ACK_TARGET = 50  # milliseconds
# What each phone texts, and how many texts come back. Never the same words twice in a row, which
# would be taken for one text that came twice.
SURVEY = [(1, "TALK"), (2, "1"), (1, "2"), (1, "1"), (1, "2"), (1, "1"), (1, "Come on time")]
FEW, MANY = 64, 256
# The first phone's number: past our own, which is never answered.
FIRST = 1000
REST = 3  # seconds
# Whose texts they are, and how the handlers that only answer do it.
WAYS = ("ours", "sendsms", "response")


def of_texts(work, size):
    """Yields the rows, so that one which fails leaves those before it."""
    for program in ("/usr/sbin/smsbox", "/usr/sbin/bearerbox"):
        require(Path(program))
    folder = work / "texts"
    folder.mkdir()
    handler = compiled(work, "answer", "microhttpd", "pthread")
    yield from of_rate(folder, Crowd(compiled(work, "phones"), folder), handler, size)
    yield from of_acknowledging(folder, compiled(work, "acks", "pthread"), handler, size)


def script(folder, is_survey=True):
    """What each phone texts, in a file for the C programs."""
    file = folder / ("survey" if is_survey else "single")
    file.write_text("".join(
        f"{answers if is_survey else 1} {words}\n" for answers, words in SURVEY))
    return file


def serve(folder, sending, port):
    """`heard serve` on a store whose survey begins with TALK, and which sends by that port."""
    data, keys = folder / "data", folder / "keys"
    data.mkdir(parents=True)
    (data / "heard.yaml").write_text(SETTINGS)
    options = ["--data", data, "--keys", keys]
    phones.set_up(sending, data, keys)
    run([require(HEARD), "survey", "publish", HERE / "five-questions.yaml", *options])
    run([HEARD, "collection", "open", "five-questions", "--place", "Bench", "--channel", "text",
         *options])
    phones.set_up(sending, data, keys, keyword=(1, "parent-carer"))
    return Server([HEARD, "serve", "--listen", f"127.0.0.1:{port}", *options])


def check(folder, surveys):
    """Every phone's answers were kept, once."""
    said = run([HEARD, "verify", "--data", folder / "data"])
    if int(said.split()[0]) != surveys:
        raise Failed(f"{surveys} phones went through the survey, and there are {said}")


# Surveys through Kannel


class Crowd:
    """Phones nobody has heard of yet, however often they are asked for."""

    def __init__(self, program, folder):
        self.program, self.folder, self.used = program, folder, FIRST
        # Those that went through a survey.
        self.surveyed = 0

    def text(self, channel, count, at_once):
        """All that `count` phones text; with the server's processor time."""
        first, self.used = self.used, self.used + count
        self.surveyed += count if channel.is_ours else 0
        before = channel.server.cpu()
        ran = json.loads(run([
            self.program, channel.line, first, count, at_once,
            script(self.folder, channel.is_ours)]))
        return ran | {
            "rate": ran["sent"] / ran["seconds"], "cpu": channel.server.cpu() - before}


@dataclass
class Channel:
    """A server behind a Kannel of its own, and the port of the line its phones are on."""

    way: str
    server: Server
    line: int

    @property
    def is_ours(self):
        return self.way == WAYS[0]


def of_rate(folder, crowd, handler, size):
    with ExitStack() as stack:
        channels = [channel(folder, way, handler, stack) for way in WAYS]
        for one in channels:
            crowd.text(one, FEW, FEW)
        for at_once in (FEW, MANY):
            yield from rate_rows(at_once, by_turns(size.rounds, *[
                lambda one=one: crowd.text(one, size.phones, at_once) for one in channels]))
    check(folder / "ours", crowd.surveyed)


def channel(folder, way, handler, stack):
    """Starts a Kannel, and what it posts texts to."""
    port, = free_ports(1)
    path = "/text/kannel/s3cret" if way == WAYS[0] else "/text"
    kannel = Kannel(folder / f"kannel-{way}", f"http://127.0.0.1:{port}{path}")
    stack.callback(kannel.stop)
    if way == WAYS[0]:
        server = serve(folder / way, kannel.sending, port)
    else:
        server = Server([handler, port, *([kannel.sending] if way == WAYS[1] else [])])
    return Channel(way, stack.enter_context(server), kannel.port)


def rate_rows(at_once, taken):
    rates = [[ran["rate"] for ran in runs] for runs in taken]
    figure = ratio(rates[0], rates[1])
    yield Row(
        "t", f"texts/s stored and answered through Kannel, {at_once} phones at once",
        f"{statistics.median(rates[0]):.0f}", raw=[
            f"{at_once} phones, {way}: {ran['sent']} texts in, {ran['came']} out in "
            f"{ran['seconds']:.2f} s, {ran['rate']:.0f} in a second; answered after "
            f"{ran['p50']:.0f} ms in the middle, {ran['p99']:.0f} ms for the slowest 1 %; "
            f"{ran['cpu'] / ran['sent'] * 1000:.2f} ms of CPU a text"
            for way, runs in zip(WAYS, taken) for ran in runs])
    yield Row(
        "t", "  against a handler that only answers, by sendsms as ours does", f"{figure:.2f}",
        f">= {RATE_TARGET}", figure >= RATE_TARGET)
    yield Row(
        "t", "  against one that only answers, in the webhook's response",
        f"{ratio(rates[0], rates[2]):.2f}")


# Acknowledgements


def of_acknowledging(folder, acks, handler, size):
    port, = free_ports(1)
    first = FIRST
    with Server([handler, 0]) as sink, serve(folder / "acks", sink.port, port) as server:
        def measure(clients, count):
            nonlocal first
            first += count
            said = run([acks, server.port, "/text/kannel/s3cret", clients, first - count, count,
                        script(folder)])
            # What is still to be sent is not to be sent during the next measure.
            time.sleep(REST)
            return json.loads(said)

        measure(8, size.phones // 4)
        for clients in (1, 8):
            yield from ack_rows(clients, [
                measure(clients, size.phones) for _ in range(size.rounds)])
    check(folder / "acks", first - FIRST)


def ack_rows(clients, runs):
    middle, slowest = (statistics.median(ran[name] for ran in runs) for name in ("p50", "p99"))
    who = f"{clients} connection" + "s" * (clients > 1)
    yield Row(
        "t", f"webhook to acknowledgement, {who}, in the middle", f"{middle:.2f} ms")
    yield Row(
        "t", f"webhook to acknowledgement, {who}, slowest 1 %", f"{slowest:.2f} ms",
        f"<= {ACK_TARGET} ms" if clients == 8 else "",
        slowest <= ACK_TARGET if clients == 8 else None, [
            f"{who}: {ran['sent']} texts in {ran['seconds']:.2f} s, {ran['p50']:.2f} ms in the "
            f"middle, {ran['p99']:.2f} ms for the slowest 1 %, {ran['most']:.1f} ms at most"
            for ran in runs])

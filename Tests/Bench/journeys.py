"""(c) Whole journeys, each stored durably before it is thanked.

A journey is what a browser does: the link, its start form, six questions, the check page and the
last form, each redirect followed, on one connection kept open; `forms.py` records it from the
real pages and `loadgen.c` replays it. Counted are journeys whose last form was answered with the
way to the thanks, which the server gives only after the commit.

The rate by group commit is set against SQLite's own C interface writing one row a transaction
(`insert.c`), both with synchronous=FULL on the same disk, by turns. So that it is storing which is
compared, and not seventeen requests against one insert, thousands of journeys are brought up to
their last form, in waves as large as a busy hour; then 32 connections send a wave's last forms, and
only that is timed. Each of them stores a response, its answers and its comment, and ends the
session; the C loop stores one row.
Client and server share the machine's cores; the C loop has them to itself.

How much group commit gains depends on the disk: where a sync takes 0.1 ms there is little to share,
and the processor decides. So it is measured twice: on this machine's disk as it is, and with every
sync of both programs made to take 2 ms, as on a cloud volume or a disk that must really write.

Time in fsync is measured in a run of its own, by a library loaded into the server that reads the
clock before and after each call: it stops nothing, as a tracer would.
"""

import json
import os
import statistics
import subprocess

from forms import Walk
from heard import Store
from running import Failed, Syncs, by_turns, compiled, ratio, run
from table import Row

CPU_TARGET = 0.35
WAVE = 1500
SLOW_SYNC = 2000  # microseconds


def of_journeys(work, size):
    loadgen, insert = compiled(work, "loadgen"), compiled(work, "insert", "sqlite3")
    store, script = Store(work / "journeys"), work / "script"
    with store.serve() as site:
        walk = Walk(site.port, store.link)
        script.write_text(walk.script)
        load = Load(loadgen, script, site)
        load.journeys(8, 1)
        by_clients = {
            clients: [load.journeys(clients, size.seconds) for _ in range(size.rounds)]
            for clients in (1, 8, 32)}
        finished = finish_row("this disk", size, *against_loop(work, load, insert, size))
    slow = on_slower_disk(work, store, loadgen, insert, script, size)
    syncs = in_fsync(work, store, loadgen, script, size)
    store.remove()
    return [*rate_rows(walk, by_clients), finished, slow, syncs]


def against_loop(work, load, insert, size, environment=None):
    """The last forms a second, and the C loop's rows, by turns."""
    seconds = min(2, size.seconds)
    return by_turns(
        size.pairs, lambda: load.waves(32, size.waves),
        lambda: inserted(insert, work / "insert.sqlite", seconds, environment))


def on_slower_disk(work, store, loadgen, insert, script, size):
    slow = {**Syncs(work).environment, "BENCH_SYNC_TAKES": str(SLOW_SYNC)}
    with store.serve(environment=slow) as site:
        load = Load(loadgen, script, site)
        load.journeys(8, 1)
        taken = against_loop(work, load, insert, size, slow)
    return finish_row(f"syncs of {SLOW_SYNC / 1000:.0f} ms", size, *taken)


class Load:
    """The load client, with the server's processor time."""

    def __init__(self, program, script, site):
        self.program, self.script, self.site = program, script, site

    def command(self, kind, clients, amount):
        return [str(w) for w in (self.program, kind, self.site.port, clients, amount, self.script)]

    def journeys(self, clients, seconds):
        before = self.site.cpu()
        result = json.loads(run(self.command("journeys", clients, seconds)))
        result["cpu"] = self.site.cpu() - before
        return checked(result)

    def waves(self, clients, waves):
        results = [self.finish(clients, WAVE) for _ in range(waves)]
        return checked({key: sum(r[key] for r in results) for key in ("done", "seconds", "cpu")})

    def finish(self, clients, count):
        command = self.command("finish", clients, count)
        with subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            text=True,
        ) as client:
            ready = client.stdout.readline()
            before = self.site.cpu()
            said, complaint = client.communicate("\n", timeout=120)
            used = self.site.cpu() - before
        if ready != "ready\n" or client.returncode:
            raise Failed(complaint.strip() or "the load client stopped early")
        result = json.loads(said)
        result["cpu"] = used
        return checked(result)


def checked(result):
    if not result["done"]:
        raise Failed("no journey was finished")
    result["rate"] = result["done"] / result["seconds"]
    return result


def inserted(program, file, seconds, environment=None):
    result = json.loads(run([program, file, seconds], env={**os.environ, **(environment or {})}))
    return result["rows"] / result["seconds"]


def in_fsync(work, store, loadgen, script, size):
    syncs = Syncs(work)
    with store.serve(environment=syncs.environment) as site:
        load = Load(loadgen, script, site)
        load.journeys(32, 1)
        before = syncs.read()
        result = load.journeys(32, size.seconds)
        calls, seconds = (after - b for after, b in zip(syncs.read(), before))
    return Row(
        "c", "share of the time the writer waits in fsync, 32 clients",
        f"{seconds / result['seconds']:.0%}", raw=[
            f"{calls} syncs of {seconds / max(calls, 1) * 1e6:.0f} us for {result['done']} "
            f"journeys in {result['seconds']:.1f} s: {result['done'] / max(calls, 1):.1f} "
            "journeys a sync (timed inside the server)"])


def rate_rows(walk, by_clients):
    shape = f"{len(walk.pages)} pages, {walk.requests} requests"
    for clients, runs in by_clients.items():
        rate = statistics.median(r["rate"] for r in runs)
        cpu = statistics.median(r["cpu"] / r["done"] * 1000 for r in runs)
        raw = [
            f"{clients:2} clients: {r['done']} journeys in {r['seconds']:.2f} s, "
            f"{r['requests'] / r['seconds']:.0f} requests/s, {r['cpu'] / r['done'] * 1000:.3f} ms "
            f"of CPU each, {r['p50']:.2f} ms in the middle, {r['p99']:.2f} ms for the slowest 1 %"
            for r in runs]
        yield Row("c", f"journeys/s, {clients} clients ({shape})", f"{rate:.0f}", raw=raw)
        yield Row(
            "c", f"server CPU a journey, {clients} clients", f"{cpu:.2f} ms",
            f"<= {CPU_TARGET} ms" if clients == 32 else "",
            cpu <= CPU_TARGET if clients == 32 else None)


def finish_row(disk, size, finishes, inserts):
    rates = [f["rate"] for f in finishes]
    figure = ratio(rates, inserts)
    cpu = statistics.median(f["cpu"] / f["done"] * 1e6 for f in finishes)
    return Row(
        "c", f"durable responses/s, 32 clients, against durable rows/s in C: {disk}",
        f"{figure:.1f}", ">= 5", figure >= 5, [
            f"last forms of {size.waves} waves of {WAVE} journeys by 32 connections, a second: "
            + " ".join(f"{rate:.0f}" for rate in rates) + f"; {cpu:.0f} us of server CPU each",
            "rows by the C loop, one a transaction, a second: "
            + " ".join(f"{rate:.0f}" for rate in inserts),
        ])

"""(a) What our HTTP layer costs over bare libmicrohttpd, and (b) what a page costs over that.

(a) The same hello from `BenchHello` (our module HTTP) and from `hello.c`, which is given our header
fields; that status, fields and body are the same is seen to before anything is timed. Both make
the answer once and serve it on two threads. The figure is requests per second of processor time.

(b) Processor time per request of `heard serve`, for a question page with a live session, against
the Swift hello. The page is as long as a question may be. The server looks up the session, works
out where the journey stands, and sends a page that is the same for everyone who is at that
question. The extra line is the page of a question already answered, made for this person alone.
"""

from contextlib import ExitStack

from forms import Walk
from heard import Store
from running import RELEASE, Failed, Server, by_turns, compiled, fetch, ratio, require, wrk
from table import Row

# What libmicrohttpd adds by itself.
BY_LIBRARY = {"Content-Length", "Connection"}


def microseconds(server, path="/", seconds=3, cookie=None):
    """Processor time of one request, in microseconds."""
    requests, used = wrk(server, path, seconds, cookie)
    return used / requests * 1e6


def hello(stack):
    return stack.enter_context(Server([require(RELEASE / "BenchHello")]))


def of_hello(work, size):
    with ExitStack() as stack:
        ours = hello(stack)
        c = stack.enter_context(twin(work, ours))
        if fetch(c) != fetch(ours):
            raise Failed(f"the two hellos differ:\n{fetch(c)}\n{fetch(ours)}")
        turn = [lambda s=s: microseconds(s, seconds=size.seconds) for s in (c, ours)]
        by_turns(1, *turn)
        in_c, in_swift = by_turns(size.pairs, *turn)
    figure = ratio(in_c, in_swift)
    return [Row(
        "a", "hello: requests per CPU second, ours against C", f"{figure:.2f}", ">= 0.8",
        figure >= 0.8, [
            f"hello in C      {listed(in_c)} us of CPU a request",
            f"hello in Swift  {listed(in_swift)}",
        ])]


def twin(work, ours):
    """The hello in C, with the header fields of ours."""
    fields = [word for field in fetch(ours)[1] if field[0] not in BY_LIBRARY for word in field]
    return Server([compiled(work, "hello", "microhttpd"), *fields])


def of_pages(work, size):
    store = Store(work / "pages", "long-question")
    with ExitStack() as stack:
        plain = hello(stack)
        site = stack.enter_context(store.serve())
        pages = [("/answer", Walk(site.port, store.link, stop=1).cookie),
                 ("/answer?n=1", Walk(site.port, store.link, stop=2).cookie)]
        bytes_fresh, bytes_answered = (length(site, *page) for page in pages)
        figures = by_turns(
            size.pairs,
            lambda: microseconds(plain, seconds=size.seconds),
            *[lambda page=page: microseconds(site, page[0], size.seconds, page[1])
              for page in pages])
    store.remove()
    base, fresh, own = figures
    figure, figure_own = ratio(fresh, base), ratio(own, base)
    return [
        Row("b", f"question page of {bytes_fresh} bytes: CPU a request, against our hello",
            f"{figure:.2f}", "<= 5", figure <= 5, [
                f"our hello             {listed(base)} us of CPU a request",
                f"question page         {listed(fresh)}",
                f"page already answered {listed(own)}",
            ]),
        Row("b", f"the same answered before, {bytes_answered} bytes, made for one person",
            f"{figure_own:.2f}"),
    ]


def length(site, path, cookie):
    """The size of a page, which must be one."""
    status, _, body = fetch(site, path, cookie)
    if status != 200:
        raise Failed(f"{path} gave {status}")
    return len(body)


def listed(figures):
    return " ".join(f"{figure:6.2f}" for figure in figures)

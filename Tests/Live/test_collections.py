"""Collections are opened, listed and closed; a promise that would be false is refused."""

import re

import pytest
import zxingcpp
from PIL import Image

import examples
from program import heard
from visitor import Visitor


def test_a_collection_opened_without_a_server_answers_once_one_runs(
    data, publish, open_links, server
):
    publish(data)
    path = open_links(data)[0].split("8080")[1]
    running = server(data)
    assert Visitor(running.base).get(path).status == 200


def test_a_running_server_opens_lists_and_closes_at_once(data, publish, open_links, server):
    publish(data)
    running = server(data)
    link = open_links(data, place="Ash Lane")[0]
    assert link.startswith(running.base + "/a/")
    visitor = Visitor(running.base)
    assert visitor.get(link).status == 200
    listed = heard("collection", "list", data=data)
    assert listed.code == 0
    row = listed.lines[0].split("\t")
    assert row[1:4] == ["open", "little edition 1", "Ash Lane"]
    assert heard("collection", "close", row[0], data=data).code == 0
    assert visitor.get(link).status == 410
    assert heard("collection", "list", data=data).lines[0].split("\t")[1] == "closed"
    assert heard("collection", "close", "999", data=data).code == 1


def test_a_closed_collection_takes_no_answer_that_was_begun(data, publish, open_links, server):
    publish(data)
    running = server(data)
    link = open_links(data)[0]
    visitor = Visitor(running.base)
    visitor.start(link)
    assert heard("collection", "close", "1", data=data).code == 0
    assert Visitor(running.base).get(link).status == 410
    page = visitor.post("/answer", {"q": "feeling", "answer": "good"})
    if page.status == 303:
        visitor.post("/answer", {"q": "words", "answer": "Too late."})
        page = visitor.send()
    assert page.status == 410
    assert page.heading == "This survey has ended"
    assert heard("verify", data=data).out.startswith("0 responses")


def test_links_are_long_random_and_stored_only_as_hashes(data, publish, open_links):
    publish(data)
    links = open_links(data, "little", "--single-use", "20")
    tokens = {link.rsplit("/", 1)[1] for link in links}
    assert len(tokens) == 20
    for token in tokens:
        assert re.fullmatch(r"[0-9a-hjkmnp-tv-z]{26}", token), "26 letters of 5 bits: 130 bits"
    kept = b"".join(file.read_bytes() for file in data.rglob("*") if file.is_file())
    assert not any(token.encode() in kept for token in tokens)


def test_a_code_may_be_typed_in_any_shape(data, publish, open_links, server):
    publish(data)
    running = server(data)
    link = open_links(data)[0]
    token = link.rsplit("/", 1)[1]
    shapes = [token, token.upper(), "-".join(re.findall(".{1,4}", token)), f"  {token} ", link]
    for typed in shapes:
        page = Visitor(running.base).post("/", {"code": typed})
        assert (page.status, page.header("location")) == (303, f"/a/{token}")
    wrong = Visitor(running.base).post("/", {"code": "0" * 26})
    assert wrong.status == 422 and wrong.heading


def drawn(blocks):
    """The picture that half blocks draw on a dark terminal."""
    shades = {"█": (255, 255), "▀": (255, 0), "▄": (0, 255), " ": (0, 0)}
    picture = Image.new("L", (len(blocks[0]), 2 * len(blocks)))
    for row, line in enumerate(blocks):
        for column, block in enumerate(line):
            for half in (0, 1):
                picture.putpixel((column, 2 * row + half), shades[block][half])
    return picture.resize((picture.width * 6, picture.height * 6), Image.Resampling.NEAREST)


def test_a_printed_code_can_be_read_by_a_phone(data, publish):
    publish(data)
    ran = heard(
        "collection", "open", "little", "--place", "P", "--single-use", "2", "--qr", data=data)
    links = [line for line in ran.lines if line.startswith("http")]
    assert len(links) == 2
    for link in links:
        start = ran.lines.index(link) + 1
        blocks = []
        for line in ran.lines[start:]:
            if not line or line.startswith("http"):
                break
            blocks.append(line)
        codes = zxingcpp.read_barcodes(drawn(blocks))
        assert [code.text for code in codes] == [link]


def test_children_are_never_asked_without_somebody_to_turn_to(data, publish):
    (data / "heard.yaml").unlink()
    publish(data)
    ran = heard("collection", "open", "little", "--place", "P", data=data)
    assert ran.code == 1
    assert "heard.yaml" in ran.err and "contacts" in ran.err
    assert heard("collection", "list", data=data).out == ""


def test_grown_ups_may_be_asked_without_contacts(data, publish, open_links):
    (data / "heard.yaml").unlink()
    publish(data, examples.PARENTS)
    assert open_links(data, "parents")


@pytest.mark.parametrize("promise, more, told", [
    ("confidential", [], "open link"),
    ("named", [], "named"),
    ("named", ["--single-use", "1"], "named"),
    ("anonymous", ["--single-use", "1"], "single-use"),
])
def test_a_promise_that_would_be_false_is_refused(promise, more, told, data, publish):
    publish(data)
    ran = heard(
        "collection", "open", "little", "--place", "P", "--promise", promise, *more, data=data)
    assert ran.code == 1
    assert told in ran.err
    assert heard("collection", "list", data=data).out == ""


def test_no_collection_promises_more_than_its_survey(data, publish):
    publish(data, examples.SURVEY.replace("promise: anonymous", "promise: confidential"))
    ran = heard("collection", "open", "little", "--place", "P", data=data)
    assert ran.code == 1 and "open link" in ran.err
    ran = heard(
        "collection", "open", "little", "--place", "P", "--promise", "anonymous", data=data)
    assert ran.code == 1 and "confidential" in ran.err
    listed = heard("collection", "open", "little", "--place", "P", "--single-use", "1", data=data)
    assert listed.code == 0


def test_each_collection_says_what_it_promises(data, publish, open_links):
    publish(data)
    open_links(data)
    open_links(data, "little", "--single-use", "1")
    rows = heard("collection", "list", data=data).lines
    assert "\tanonymous\t" in rows[0] and "\tconfidential single-use\t" in rows[1]


def test_an_unknown_survey_or_audience_is_refused_with_the_known_ones(data, publish):
    publish(data)
    ran = heard("collection", "open", "big", "--place", "P", data=data)
    assert ran.code == 1 and "survey publish" in ran.err
    ran = heard(
        "collection", "open", "little", "--place", "P", "--audience", "under-8", data=data)
    assert ran.code == 1 and "12-17" in ran.err

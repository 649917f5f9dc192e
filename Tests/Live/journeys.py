"""A second, plainer reckoning of what a survey asks next, to hold the kiosk's against.

Answers are told as they are coded elsewhere: `("chosen", value)`, `("several", value…)`,
`("text", words)`, `("skipped",)` and `("not-understood",)`.
"""

import json
import sqlite3


def reading(data):
    """The store of a data folder, to be read and no more."""
    return sqlite3.connect(f"file:{data}/heard.sqlite?mode=ro", uri=True)


def surveys(data):
    """Every survey published in a data folder, by id: its content as it is stored."""
    database = reading(data)
    try:
        rows = database.execute("SELECT survey, content FROM editions ORDER BY number").fetchall()
    finally:
        database.close()
    return {survey: json.loads(content) for survey, content in rows}


class Journey:
    """One person's way through a survey."""

    def __init__(self, survey, audience, language="en"):
        self.survey, self.audience, self.language = survey, audience, language
        self.answers = {}

    def options(self, question):
        """What is offered for a question, as (value, words)."""
        offered = question["answers"].get(self.audience, [])
        if question["orders"]:
            offered = [one for one in offered if one["value"] not in self.answers]
        return [(one["value"], one["words"][self.language]) for one in offered]

    def words(self, question):
        return question["ask"][self.audience][self.language]

    @property
    def current(self):
        """The question to ask now; None when there is nothing left to ask."""
        asked = [one for one in self.survey["questions"] if self.audience in one["audiences"]]
        while asked:
            question = asked.pop(0)
            if not all(self._holds(condition) for condition in question["when"]):
                continue
            if question["orders"] and question["id"] not in self.answers:
                if len(self.options(question)) < 2:
                    continue
            if question["id"] not in self.answers:
                return question
            self._reorder(question, asked)
        return None

    def _holds(self, condition):
        answer = self.answers.get(condition["question"], ("skipped",))
        return set(answer[1:]) & set(condition["values"]) and answer[0] in ("chosen", "several")

    def _reorder(self, question, asked):
        """What was picked changes places with the first of its block that lies ahead."""
        answer = self.answers[question["id"]]
        if not question["orders"] or answer[0] != "chosen":
            return
        ids = [one["id"] for one in asked]
        if answer[1] in ids:
            to = next(i for i, one in enumerate(ids) if one in question["orders"])
            of = ids.index(answer[1])
            asked[to], asked[of] = asked[of], asked[to]


def rows(answers):
    """The rows that a store keeps for these answers, and the comments."""
    kept, said = set(), {}
    for question, (kind, *values) in answers.items():
        if kind in ("skipped", "not-understood"):
            kept.add((question, f":{kind}"))
        elif kind == "text":
            kept.add((question, ":answered"))
            said[question] = values[0]
        else:
            kept |= {(question, value) for value in values}
            if kind == "several":
                kept.add((question, ":answered"))
    return kept, said


def stored(data):
    """Every response in a data folder: its slice and day's facts, its rows and its comments."""
    database = reading(data)
    try:
        options = {
            number: (question, value) for number, question, value in
            database.execute("SELECT id, question, value FROM options")}
        found = {}
        for response, survey, *facts in database.execute(
                "SELECT responses.id, survey, slices.audience, language, channel, helped, partial"
                " FROM responses JOIN slices ON slices.id = slice"
                " JOIN collections ON collections.id = collection"
                " JOIN editions ON editions.id = edition"):
            found[response] = ((survey, *facts), set(), {})
        for response, option in database.execute("SELECT response, option FROM answers"):
            found[response][1].add(options[option])
        for response, some in database.execute("SELECT response, options FROM unsorted"):
            found[response][1].update(options[option] for option in json.loads(some))
        comments = database.execute("SELECT response, option, body FROM comments")
        for response, option, body in comments:
            found[response][2][options[option][0]] = body
        return list(found.values())
    finally:
        database.close()

"""Walks through surveys at a kiosk that says everything line after line, for screen readers."""

from journeys import Journey
from kiosks import wait_until

WORDS = ["I liked it", "Fe wnes i fwynhau'r dŵr", "it was ok 🙂", "(*) [x] \\ \"?\"", "about 12"]


class PlainWalk:
    """One visit, from the first page to the first page."""

    def __init__(self, kiosk, place, survey, audience, chance, language="en"):
        self.kiosk, self.place, self.survey = kiosk, place, survey
        self.chance, self.journey = chance, Journey(survey, audience, language)
        self.said = ""

    def say(self, line, *then):
        """Types a line; waits until what was said after it has all these words."""
        length = len(self.kiosk.written)

        def heard():
            self.kiosk.take(0.05)
            self.said = " ".join(self.kiosk.written[length:].decode(errors="replace").split())
            return self.said.endswith(">") and all(word in self.said for word in then)
        self.kiosk.send(line.encode() + b"\n")
        assert wait_until(heard, 5, pause=0), f"after {line!r} no {then} in:\n{self.said}"

    def whole(self, ledger):
        self.begin()
        while (question := self.journey.current) is not None:
            self.answer(question)
        assert "Send my answers" in self.said, self.said
        for kind, *values in self.journey.answers.values():
            assert kind != "text" or values[0] in self.said
        helped = self.chance.random() < 0.3
        if helped:
            self.say(".k", "Send my answers")
        self.say("", "Thank you")
        ledger.add(self.journey, self.journey.language, helped)
        self.say("", "Tell us what it was like")

    def begin(self):
        surveys = self.place.surveys
        self.say("", *[one["title"]["en"] for one in surveys])
        number = [one["id"] for one in surveys].index(self.survey["id"]) + 1
        audiences = self.survey["audiences"]
        if len(audiences) > 1:
            self.say(str(number), *[one["choose"]["en"] for one in audiences])
            number = [one["id"] for one in audiences].index(self.journey.audience) + 1
        self.say(str(number), self.survey["about"]["en"].split(".")[0])
        self.say("", "Question 1")

    def answer(self, question):
        words = " ".join(self.journey.words(question).split())
        assert words in self.said, (words, self.said)
        for _, option in self.journey.options(question):
            assert option in self.said, (option, self.said)
        lot = self.chance.random()
        if lot < 0.1:
            answer = ("skipped",)
            self.say(".s")
        elif lot < 0.16:
            answer = ("not-understood",)
            self.say(".u")
        else:
            answer = self.reply(question)
        self.journey.answers[question["id"]] = answer

    def reply(self, question):
        options = self.journey.options(question)
        if question["kind"] == "text":
            words = self.chance.choice(WORDS)
            self.go_on(words)
            return "text", words
        picked = [self.chance.randrange(len(options))]
        if question["kind"] == "choices":
            picked = [one for one in range(len(options)) if self.chance.random() < 0.4]
        self.go_on(" ".join(str(one + 1) for one in picked) or "0")
        kind = "several" if question["kind"] == "choices" else "chosen"
        return kind, *[options[one][0] for one in picked]

    def go_on(self, reply):
        self.say(reply, "Press Enter to go on.")
        self.say("")

"""Walks through surveys at a kiosk, answering by lot, and what must be kept of them."""

import re
from collections import Counter
from dataclasses import dataclass, field

from journeys import Journey, rows, stored
from kiosks import ATTRACT, Kiosk, wait_until

# What is typed; on the keyboard of the screen only what it has.
WORDS = ["I liked it", "Fe wnes i fwynhau'r dŵr", "it was ok 🙂", "1 2 3", "q", "(*) [x] \\ \"?\""]
TOUCHED = ["it was ok", "hello you"]


# What stands on the buttons.
ENGLISH = {
    "touch": ATTRACT, "start": "Start", "on": "Continue", "skip": "Skip this question",
    "unclear": "I don’t understand the question", "question": "Question", "change": "Change",
    "send": "Send my answers", "close": "Close", "helped": "Someone helped me", "more": "More →",
    "before": "Before", "space": "Space",
}
WELSH = {
    "touch": "Cymraeg", "start": "Dechrau", "on": "Parhau", "skip": "Hepgor y cwestiwn hwn",
    "unclear": "Dydw i ddim yn deall y cwestiwn", "question": "Cwestiwn", "change": "Newid",
    "send": "Anfon fy atebion", "close": "Cau", "helped": "Cefais", "more": "Mwy →",
    "before": "Cynt", "space": "Bwlch",
}


def telling(facts, kept, said):
    return repr((facts, sorted(kept), sorted(said.items())))


@dataclass
class Ledger:
    """What was thanked for, to be compared with what the server has."""

    data: object
    sent: Counter = field(default_factory=Counter)

    def add(self, journey, language, helped):
        kept, said = rows(journey.answers)
        facts = (
            journey.survey["id"], journey.audience, language, "kiosk", int(helped), 0)
        self.sent[telling(facts, kept, said)] += 1

    def check(self, seconds=30):
        """Every response is kept once, exactly as it was given, and no other."""
        def kept():
            return Counter(telling(*one) for one in stored(self.data))
        wait_until(lambda: sum(kept().values()) >= sum(self.sent.values()), seconds)
        there = kept()
        assert there == self.sent, (
            f"missing: {list((self.sent - there))}\nunasked for: {list((there - self.sent))}")


class Walk:
    """One visit, from the first screen to the first screen."""

    def __init__(self, kiosk: Kiosk, place, survey, audience, chance, by="keys", language="en"):
        self.kiosk, self.place, self.survey = kiosk, place, survey
        self.chance, self.by, self.language = chance, by, language
        self.journey = Journey(survey, audience, language)
        self.words = {"en": ENGLISH, "cy": WELSH}[language]

    def whole(self, ledger):
        self.begin()
        while (question := self.journey.current) is not None:
            self.answer(question)
        helped = self.check()
        self.kiosk.use(self.words["send"], self.by)
        self.kiosk.wait(self.words["close"], without=[self.words["send"]])
        ledger.add(self.journey, self.language, helped)
        self.kiosk.use(self.words["close"], self.by)
        self.kiosk.wait(ATTRACT)

    # The screens

    def begin(self):
        """From the first screen to the first question."""
        kiosk = self.kiosk
        kiosk.use(self.words["touch"], self.by)
        offered = [survey["id"] for survey in self.place.surveys]
        if len(offered) > 1:
            title = self.survey["title"][self.language]
            self.pick(offered.index(self.survey["id"]) + 1, title)
        audiences = self.survey["audiences"]
        if len(audiences) > 1:
            number = [one["id"] for one in audiences].index(self.journey.audience)
            self.pick(number + 1, audiences[number]["choose"][self.language])
        self.read_to(self.words["start"])
        kiosk.use(self.words["start"], self.by)

    def pick(self, number, words):
        """Chooses what goes on at once: a survey, or who one is."""
        place = self.seek(number, words)
        if self.by == "touch":
            self.kiosk.touch(*place)
        else:
            self.kiosk.press(str(number % 10))
        assert self.kiosk.answer_place(number, words) != place, self.kiosk.text

    def seek(self, number, words):
        """Where an answer is, on whichever part of the page."""
        for _ in range(8):
            if place := self.kiosk.answer_place(number, words):
                return place
            self.turn()
        raise AssertionError(f"no {number} {words!r} on:\n{self.kiosk.text}")

    def turn(self):
        """To the next part of a long page, where there is one."""
        if (more := self.words["more"]) in self.kiosk.text:
            self.kiosk.touch_words(more) if self.by == "touch" else self.kiosk.press("PageDown")

    def read_to(self, button):
        """Reads a page to its end; gives all its text."""
        read = ""
        for _ in range(20):
            read += " " + self.kiosk.flat
            if self.words["more"] not in self.kiosk.text:
                assert button in self.kiosk.text, self.kiosk.text
                return read
            self.turn()
        raise AssertionError(f"no end to:\n{self.kiosk.text}")

    def answer(self, question):
        """Answers the question that must be on the screen, or now and then passes it by."""
        number = len(self.journey.answers) + 1
        self.kiosk.wait(self.words["on"], f"{self.words['question']} {number}")
        lot = self.chance.random()
        if lot < 0.1:
            self.kiosk.use(self.words["skip"], self.by)
            answer = ("skipped",)
        elif lot < 0.16:
            self.kiosk.use(self.words["unclear"], self.by)
            answer = ("not-understood",)
        elif question["kind"] == "text":
            answer = ("text", self.write())
        elif question["kind"] == "choices":
            answer = ("several", *self.choose(question, several=True))
        else:
            answer = ("chosen", *self.choose(question))
        self.journey.answers[question["id"]] = answer

    def choose(self, question, several=False):
        options = self.journey.options(question)
        picked = [one for one in range(len(options)) if self.chance.random() < 0.4]
        if not several:
            picked = [self.chance.randrange(len(options))]
        for index in picked:
            self.choose_one(question, index + 1, options[index][1])
        self.kiosk.use(self.words["on"], self.by)
        return [options[index][0] for index in picked]

    def choose_one(self, question, number, words):
        kiosk, is_line = self.kiosk, question["kind"] == "scale"
        place = kiosk.point_place(number) if is_line else self.seek(number, words)
        if self.by == "touch":
            kiosk.touch(*place)
        elif self.chance.random() < 0.5 or is_line:
            kiosk.press(str(number % 10))
        else:
            self.walk_to(number, words)
            kiosk.press("Enter")
        assert is_line or kiosk.is_chosen(number, words), kiosk.text

    def walk_to(self, number, words):
        """By arrows alone."""
        start = words.split()[0]
        for _ in range(40):
            for line in self.kiosk.lines:
                if f"► {number % 10} (" in line or f"► {number % 10} [" in line:
                    return
            if self.faces_focus() == number:
                return
            self.kiosk.press("Right")
        raise AssertionError(f"the focus never came to {number} {start}:\n{self.kiosk.text}")

    def faces_focus(self):
        """The number of the face that has arrows beside it."""
        for line in self.kiosk.lines:
            if "►" in line and "◄" in line and "[" not in line:
                at = line.index("►")
                below = [
                    (number, place[0]) for number in range(1, 7)
                    if (place := self.kiosk.answer_place(number, self.face_words(number)))]
                near = [number for number, x in below if at < x < line.index("◄") + 1]
                return near[0] if near else None
        return None

    def face_words(self, number):
        options = self.journey.options(self.journey.current)
        return options[number - 1][1] if number <= len(options) else "\0"

    def write(self):
        if self.by == "keys":
            words = self.chance.choice(WORDS)
            self.kiosk.send(words.encode())
            self.kiosk.settle(least=1)
            self.kiosk.press("Enter")
            return words
        words = self.chance.choice(TOUCHED)
        for letter in words:
            self.touch_letter(letter)
        self.kiosk.use(self.words["on"], self.by)
        return words

    def touch_letter(self, letter):
        """Touches a key of the keyboard on the screen, which stands below the box."""
        if letter == " ":
            return self.kiosk.touch_words(self.words["space"])
        for y in range(len(self.kiosk.lines) - 1, 0, -1):
            line = self.kiosk.lines[y]
            found = re.search(rf"(?<=[\s│┃\[]){letter}(?=[\s│┃\]])", line)
            if found and len(re.findall(r"(?<=[\s│┃\[])[a-z](?=[\s│┃\]])", line)) > 3:
                return self.kiosk.touch(found.start(), y)
        raise AssertionError(f"no key {letter!r} on:\n{self.kiosk.text}")

    def check(self):
        """Reads through what was said, and says now and then that somebody helped."""
        self.kiosk.wait(self.words["change"])
        read = self.read_to(self.words["send"])
        for question in self.survey["questions"]:
            kind, *values = self.journey.answers.get(question["id"], ("skipped",))
            if kind == "text":
                assert " ".join(values[0].split()) in read, (values, read)
        helped = self.chance.random() < 0.3
        if helped:
            self.say_helped()
        return helped

    def say_helped(self):
        """It may stand on the part before the last."""
        kiosk, words = self.kiosk, self.words["helped"]
        while words not in kiosk.text:
            kiosk.touch_words(self.words["before"]) if self.by == "touch" else kiosk.press("PageUp")
        if self.by == "touch":
            kiosk.touch_words(words)
        else:
            for _ in range(40):
                if re.search(rf"► +\[.\] +{words}", kiosk.text):
                    break
                kiosk.press("BackTab")
            kiosk.press("Enter")
        assert re.search(rf"\[√\] +{words}", kiosk.text), kiosk.text
        self.read_to(self.words["send"])

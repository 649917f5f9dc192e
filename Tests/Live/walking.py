"""A walk through a survey in a browser, answering by lot."""

from collections import Counter

from browsing import Tab

WORDS = [
    "I liked it 🙂👩‍👩‍👧", "<script>alert(1)</script> & \"quotes\"", "كان جيدا", "Fe wnes i fwynhau",
    "line one\nline two", "a" * 150, "' OR 1=1 --", "\u202eback to front", "😀" * 40,
]


# How many walks were sent to each server.
sent = Counter()


class Walk:
    """Goes from a link to the thank-you, and looks at every page on the way."""

    def __init__(self, tab: Tab, chance, language="en", axe=True):
        self.tab, self.chance, self.language, self.axe = tab, chance, language, axe
        self.seen = []
        self.said = []

    @property
    def page(self):
        return self.tab.page

    def look(self):
        facts = self.tab.look(self.language, self.axe)
        self.seen.append((self.tab.path, facts["headings"][0]))
        return facts

    def open(self, link, audience=None, first="en"):
        """Opens the link, changes to the walk's language, and presses Start."""
        self.page.goto(link)
        if self.language != first:
            self.tab.follow(self.page.locator(f".languages a[lang={self.language}]"))
        self.look()
        form = self.page.locator("main form").first
        if audience and form.locator(f"input[value='{audience}']").count():
            form.locator(f"input[value='{audience}']").check()
        self.tab.press()

    def answer(self):
        """Answers the question that is shown, or now and then passes it by."""
        lot = self.chance.random()
        if lot < 0.12:
            self.tab.follow(self.page.locator("form.pass button[value=skip]"))
        elif lot < 0.2:
            self.tab.follow(self.page.locator("form.pass button[value=unclear]"))
        else:
            self.fill()
            self.tab.press()

    def fill(self):
        form = self.page.locator("main form").first
        choices = form.locator("input[type=radio]")
        if choices.count():
            choices.nth(self.chance.randrange(choices.count())).check()
        ticks = form.locator("input[type=checkbox]")
        for index in range(ticks.count()):
            if self.chance.random() < 0.4:
                ticks.nth(index).check()
        for box in form.locator("textarea").all():
            words = self.chance.choice(WORDS)
            self.said.append(words)
            box.fill(words)

    def to_check(self):
        """Answers until the check page is there."""
        for _ in range(40):
            if self.tab.path == "/answer/check":
                self.look()
                return
            self.look()
            self.answer()
        raise AssertionError(f"no end to it: {self.seen}")

    def send(self):
        if self.chance.random() < 0.5:
            self.page.locator("input[name=helped]").check()
        self.tab.press()
        assert self.tab.path == "/answer/sent"
        sent[self.tab.base] += 1
        self.look()

    def whole(self, link, audience=None):
        self.open(link, audience)
        self.to_check()
        self.send()
        return self

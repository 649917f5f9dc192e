"""A tab in a real browser that watches what pages do, and looks at every page it meets."""

import re
from pathlib import Path
from urllib.parse import urlsplit

import axe_playwright_python

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text()
PHONE = {"width": 320, "height": 568}
DESK = {"width": 1280, "height": 800}

# What WCAG 2.2 asks, and what axe's makers know to be good beside it.
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

FACTS = """() => {
  const shown = element => {
    const style = getComputedStyle(element), box = element.getBoundingClientRect();
    return style.visibility !== 'hidden' && style.display !== 'none' && box.width > 1
      && box.height > 1 && box.right > 0 && box.bottom > -scrollY;
  };
  const name = element => element.outerHTML.slice(0, 110);
  const targets = [];
  for (const element of document.querySelectorAll('a[href], button, input, textarea, summary')) {
    if (element.type === 'hidden') continue;
    const label = ['radio', 'checkbox'].includes(element.type) ? element.closest('label') : null;
    const target = label ?? element;
    if (!shown(target)) continue;
    const box = target.getBoundingClientRect();
    const beside = element.parentElement.textContent.trim() !== element.textContent.trim();
    const inSentence = element.tagName === 'A' && getComputedStyle(element).display === 'inline'
      && beside && ['P', 'LI', 'DD'].includes(element.parentElement.tagName);
    targets.push({
      what: name(element), control: element.tagName !== 'A' || element.id === 'leave',
      inSentence, width: box.width, height: box.height});
  }
  const root = document.documentElement;
  return {
    language: root.lang, direction: root.dir, title: document.title,
    headings: [...document.querySelectorAll('h1')].map(one => one.textContent.trim()),
    landmarks: document.querySelectorAll('main').length,
    tooWide: root.scrollWidth - root.clientWidth,
    cut: [...document.querySelectorAll('main *, header *, footer *')].filter(element => {
      const style = getComputedStyle(element);
      return shown(element) && style.position !== 'absolute' && element.children.length === 0
        && element.textContent.trim() && ['hidden', 'clip'].includes(style.overflowX)
        && (element.scrollWidth > element.clientWidth + 1
          || element.scrollHeight > element.clientHeight + 1);
    }).map(name),
    targets,
    moves: document.getAnimations().length,
  };
}"""


class Tab:
    """A fresh profile with one page open."""

    def __init__(self, browser, base, javascript=True, viewport=PHONE, **options):
        self.base = base
        self.javascript = javascript
        self.sees_colours = True
        self.complaints = []
        self.strangers = []
        self.context = browser.new_context(
            java_script_enabled=javascript, viewport=viewport, **options)
        self.context.set_default_timeout(20_000)
        self.context.on("request", self._note_request)
        self.page = self.open()

    def open(self):
        """One more page in the same profile."""
        page = self.context.new_page()
        page.on("console", self._note_console)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        return page

    def _note_request(self, request):
        if not request.url.startswith((self.base + "/", "data:", "about:")):
            self.strangers.append(request.url)

    def _note_console(self, message):
        # Browsers note every page with a status of 400 and up, such as one that asks again.
        if message.type in ("error", "warning") and "responded with a status" not in message.text:
            self.complaints.append(message.text)

    @property
    def path(self):
        return urlsplit(self.page.url).path

    def close(self):
        self.context.close()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    # Looking

    def look(self, language="en", axe=True):
        """Everything that must hold on every page; gives the page's facts."""
        where = f"{self.page.url}\n{self.page.locator('main').inner_text()[:80]}"
        facts = self.page.evaluate(FACTS)
        assert facts["language"] == language, where
        assert facts["direction"] == ("rtl" if language in ("ar", "ur", "fa") else "ltr"), where
        assert len(facts["headings"]) == 1 and facts["headings"][0], where
        assert facts["landmarks"] == 1, where
        assert facts["title"].strip() and "undefined" not in facts["title"], where
        assert facts["tooWide"] <= 0, f"scrolls sideways by {facts['tooWide']}: {where}"
        assert facts["cut"] == [], where
        assert facts["moves"] == 0, f"something moves: {where}"
        self._targets(facts["targets"], where)
        self._traces(where)
        assert not re.search(r"\{[a-z]+\}", self.page.locator("body").inner_text()), where
        if axe and self.javascript:
            found = self.violations()
            assert not found, "\n".join([*found, where])
        return facts

    @staticmethod
    def _targets(targets, where):
        for target in targets:
            if target["inSentence"]:
                continue
            least = 44 if target["control"] else 24
            size = (target["width"], target["height"])
            assert min(size) >= least - 0.5, f"{size} is small for {target['what']} at {where}"

    def _traces(self, where):
        assert self.complaints == [], f"{self.complaints} at {where}"
        assert self.strangers == [], f"{self.strangers} at {where}"
        cookies = self.context.cookies()
        assert {cookie["name"] for cookie in cookies} <= {"heard"}, where
        for cookie in cookies:
            assert cookie["httpOnly"] and cookie["sameSite"] == "Lax", where
            assert cookie["expires"] == -1, "it must go when the browser closes"
        if self.page.url.startswith("http"):
            kept = self.page.evaluate("() => localStorage.length + sessionStorage.length")
            assert kept == 0, where

    def violations(self):
        """What axe finds wrong, in a few words each."""
        if not self.page.evaluate("() => typeof axe !== 'undefined'"):
            self.page.evaluate(AXE)
        return self.page.evaluate(
            """([values, enabled]) => axe.run(document, {
              runOnly: {type: 'tag', values}, resultTypes: ['violations'],
              rules: {'color-contrast': {enabled}},
            }).then(result => result.violations.map(one =>
              one.id + ': ' + one.nodes.map(node => node.html.slice(0, 160) + ' '
                + node.failureSummary).join(' | ')))""", [RULES, self.sees_colours])

    # Doing

    def follow(self, place):
        """Clicks on something that leads to another page, and waits until that is all there."""
        with self.page.expect_navigation():
            place.click()

    def press(self):
        """Presses the one button that goes on."""
        button = self.page.locator("main form").first.locator("button")
        assert button.count() == 1, "going on must have no rival"
        self.follow(button)

    def has_error(self):
        return self.page.locator(".problem").count() > 0

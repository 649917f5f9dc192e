"""Everybody can walk every shipped survey to its end, on a phone, with and without JavaScript.

Every page of every walk is looked at: no fault that axe can find, no sideways scrolling at 320
pixels, targets big enough for a finger, one heading, the right language and direction, nothing
kept in the browser but one session cookie, and nobody else asked for anything.
"""

import random

import pytest
from browsing import DESK, PHONE, Tab
from shipped import shipped
from steps import stored
from walking import Walk, sent

SURVEYS = shipped()
WALKS = [(survey, audience) for survey in SURVEYS for audience in survey.audiences]
NAMES = [f"{survey.id}-{audience}" for survey, audience in WALKS]


@pytest.mark.parametrize("survey, audience", WALKS, ids=NAMES)
def test_a_phone_walks_it_to_the_end(survey, audience, demo, browser):
    chance = random.Random(f"{survey.id} {audience}")
    with Tab(browser, demo.base, viewport=PHONE) as tab:
        walk = Walk(tab, chance).whole(demo.links[survey.title], audience)
        assert walk.seen[-1][0] == "/answer/sent"


@pytest.mark.parametrize("survey, audience", WALKS, ids=NAMES)
def test_a_desk_without_javascript_walks_it_to_the_end(survey, audience, demo, browser):
    chance = random.Random(f"{audience} {survey.id}")
    with Tab(browser, demo.base, javascript=False, viewport=DESK) as tab:
        walk = Walk(tab, chance).whole(demo.links[survey.title], audience)
        assert walk.seen[-1][0] == "/answer/sent"


@pytest.mark.parametrize("language", ["cy", "ar"])
@pytest.mark.parametrize("audience", ["under-8", "8-11", "12-17", "parent-carer"])
def test_how_was_today_can_be_walked_in_welsh_and_arabic(language, audience, demo, browser):
    chance = random.Random(f"{language} {audience}")
    with Tab(browser, demo.base) as tab:
        Walk(tab, chance, language).whole(demo.links["How was today?"], audience)


def test_a_keyboard_alone_is_enough(demo, browser):
    """Tab, arrows, Space and Enter; where one is can always be seen and is never covered."""
    with Tab(browser, demo.base, viewport=DESK) as tab:
        tab.page.goto(demo.links["How was today?"])
        for _ in range(12):
            if tab.path == "/answer/sent":
                break
            keyboard_page(tab)
        assert tab.path == "/answer/sent"
        sent[demo.base] += 1


def keyboard_page(tab):
    """Answers one page by Tab, Space, arrows and Enter."""
    page = tab.page
    before = page.url
    for _ in range(40):
        page.keyboard.press("Tab")
        focus = page.evaluate("""() => {
          const element = document.activeElement, box = element.getBoundingClientRect();
          const label = element.closest('label') ?? element, style = getComputedStyle(element);
          const around = label.getBoundingClientRect();
          const top = document.elementFromPoint(
            around.left + around.width / 2, around.top + around.height / 2);
          return {
            tag: element.tagName, type: element.type, go: element.className === 'go',
            seen: style.outlineStyle !== 'none'
              || getComputedStyle(label).outlineStyle !== 'none'
              || [...label.querySelectorAll('*')].some(
                one => getComputedStyle(one).outlineStyle !== 'none')
              || style.boxShadow !== 'none' || getComputedStyle(label).boxShadow !== 'none',
            covered: !(label.contains(top) || top?.contains(label)), what: element.outerHTML,
          };
        }""")
        assert focus["seen"], f"no sign of the focus on {focus['what']}"
        assert not focus["covered"], f"something covers {focus['what']}"
        if focus["type"] == "radio":
            page.keyboard.press("Space")
            page.keyboard.press("ArrowDown")
            # Choosing must not send (WCAG 3.2.2).
            assert page.url == before
        elif focus["type"] == "checkbox":
            page.keyboard.press("Space")
        elif focus["go"]:
            with page.expect_navigation():
                page.keyboard.press("Enter")
            return
    raise AssertionError(f"no way on by keyboard at {before}")


LOOKS = {
    "dark": {"color_scheme": "dark"},
    "forced-colors": {"forced_colors": "active"},
    "high-contrast": {"contrast": "more"},
    "reduced-motion": {"reduced_motion": "reduce"},
    "zoomed to 200 %": {"viewport": {"width": 640, "height": 400}, "device_scale_factor": 2},
    "zoomed to 400 % on its side": {"viewport": {"width": 320, "height": 256}},
}


@pytest.mark.parametrize("name", LOOKS)
def test_every_look_is_as_good(name, demo, browser):
    options = {"viewport": PHONE} | LOOKS[name]
    for audience in ("under-8", "12-17"):
        with Tab(browser, demo.base, **options) as tab:
            # Where colours are forced they are the reader's own, which axe cannot see.
            tab.sees_colours = name != "forced-colors"
            Walk(tab, random.Random(name)).whole(demo.links["How was today?"], audience)


SPACING = """* {
  line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important;
}
p { margin-bottom: 2em !important; }"""


@pytest.mark.parametrize("audience", ["under-8", "12-17"])
def test_wider_text_spacing_loses_nothing(audience, demo, browser):
    """WCAG 1.4.12."""

    class Spaced(Walk):
        def look(self):
            # Our own policy would keep a style from the page out; a reader's own style is let in.
            self.page.evaluate(
                "css => { const sheet = new CSSStyleSheet(); sheet.replaceSync(css);"
                " document.adoptedStyleSheets = [sheet]; }", SPACING)
            return super().look()

    with Tab(browser, demo.base) as tab:
        link = demo.links["You and your social worker"]
        Spaced(tab, random.Random(1), axe=False).whole(link, audience)


@pytest.mark.parametrize("path", ["/", "/help", "/privacy", "/accessibility", "/absent", "/a/absent"])
@pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["phone", "desk"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_other_pages_are_as_good(path, viewport, scheme, demo, browser):
    with Tab(browser, demo.base, viewport=viewport, color_scheme=scheme) as tab:
        tab.page.goto(demo.base + path)
        tab.look()


def test_all_these_walks_are_stored_and_sound(demo):
    """The last of the file: as many responses as walks that were sent, integrity ok."""
    assert stored(demo) == sent[demo.base]

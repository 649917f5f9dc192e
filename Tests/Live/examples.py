"""Small surveys and settings to test with."""

SETTINGS = """\
authority: Testshire Council
readers: the Testshire listening team
contacts:
  - name: Testshire children's services
    phone: "01632 960123"
    hours: Any time, day or night
"""

# One of each kind that matters here, for one audience, so that a link leaves nothing open.
SURVEY = """\
survey: little
title: {en: A little survey}
about: {en: Two questions to test with.}
promise: anonymous
languages: [en]
audiences: [12-17]
questions:
  - id: feeling
    kind: choice
    ask: {en: How is it going?}
    answers:
      - {value: good, en: Well}
      - {value: bad, en: Badly, worrying: yes}
  - id: words
    kind: text
    limit: 200
    ask: {en: What would you change?}
"""

# Parents only: nobody needs to be named whom children can reach.
PARENTS = """\
survey: parents
title: {en: A survey for parents}
about: {en: One question to test with.}
promise: anonymous
languages: [en]
audiences: [parent-carer]
questions:
  - id: words
    kind: text
    ask: {en: What would you change?}
"""

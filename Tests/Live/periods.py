"""Months and quarters, counted back from today."""

import datetime

TODAY = datetime.date.today()


def month(back):
    """The month so many months before this one, as `2026-07`."""
    months = TODAY.year * 12 + TODAY.month - 1 - back
    return f"{months // 12:04}-{months % 12 + 1:02}"


# Months since the last month of the latest quarter that has ended.
ENDED = (TODAY.month - 1) % 3 + 1
QUARTER = (month(ENDED + 2), month(ENDED))

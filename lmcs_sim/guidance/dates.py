"""Dates of which only the year or the month may be known."""

import datetime as dt
import re

from lmcs_sim.words.dates import day_in_words, month_in_words

_SHAPE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def first_day(text: str) -> dt.date:
    """The first day of a year `2012`, a month `2012-04` or a day `2012-04-20`.

    Raises ValueError for any other text.
    """
    match = _SHAPE.fullmatch(text)
    if match is None:
        raise ValueError(f"{text!r} is not a year, a month or a day")
    year, month, day = match.groups()
    return dt.date(int(year), int(month or 1), int(day or 1))


def show(text: str) -> str:
    """The date in words: `2012`, `April 2012`, `20 April 2012`."""
    day = first_day(text)
    if len(text) == 4:
        return text
    if len(text) == 7:
        return month_in_words(day)
    return day_in_words(day)


def add_months(day: dt.date, months: int) -> dt.date:
    """The same day of the month, `months` later; the month's last day where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    for last in (day.day, 30, 29, 28):
        try:
            return dt.date(year, month + 1, min(last, day.day))
        except ValueError:
            continue
    raise AssertionError("every month has 28 days")

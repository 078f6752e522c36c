"""Days in words."""

import datetime as dt

from lmcs_sim.words.catalogue import said

_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def month_in_words(day: dt.date) -> str:
    """A day's month and year: `April 2012`."""
    return said("date.month", month=said(f"month.{_MONTHS[day.month - 1]}"), year=day.year)


def day_in_words(day: dt.date) -> str:
    """A day: `20 April 2012`."""
    return said("date.day", day=day.day, month=said(f"month.{_MONTHS[day.month - 1]}"), year=day.year)


def weekday_in_words(day: dt.date) -> str:
    """A day with the day of its week: `Friday 20 April 2012`."""
    return said("date.weekday", weekday=said(f"weekday.{_WEEKDAYS[day.weekday()]}"), day=day_in_words(day))

"""Several words in one cell, and stretches of days."""

import re
from datetime import datetime, timedelta

from app.files.grid import Value, text_of
from app.files.values.missing import Unreadable, is_missing
from app.files.values.moment import Calendar, read_moment

_BETWEEN_WORDS = re.compile(r"[;；、/，,·\n]")
_BETWEEN_DAYS = re.compile(r"\s*(?:至|到|~|～|—|–|-)\s*")
_LONE_DAY = re.compile(r"(\d{1,2})[日号]?")


def words_of(value: Value) -> tuple[str, ...]:
    """The words of a cell, `售前;售中` or `早、晚`; empty when missing."""
    if is_missing(value):
        return ()
    return tuple(word.strip() for word in _BETWEEN_WORDS.split(text_of(value)) if word.strip())


def read_days(value: Value, calendar: Calendar) -> tuple[datetime, datetime]:
    """First midnight and the midnight after the last day of `11月12日`, `11/9-11/10`, `11月9日至12日`.

    Raises Unreadable IE08, IE10.
    """
    try:
        first = last = read_moment(value, calendar)
    except Unreadable as error:
        if error.code != "IE08":
            raise
        first, last = _span(text_of(value), calendar, error)
    if last < first:
        raise Unreadable("IE08", variant="backwards")
    return _midnight(first), _midnight(last) + timedelta(days=1)


def _span(text: str, calendar: Calendar, error: Unreadable) -> tuple[datetime, datetime]:
    for between in _BETWEEN_DAYS.finditer(text):
        try:
            first = read_moment(text[: between.start()], calendar)
            return first, _last(text[between.end() :], first, calendar)
        except Unreadable as side:
            error = side if side.code == "IE10" else error
    raise error


def _last(text: str, first: datetime, calendar: Calendar) -> datetime:
    lone = _LONE_DAY.fullmatch(text.strip())
    if lone is None:
        return read_moment(text, Calendar(near=first.date()) if calendar.year is None else calendar)
    try:
        return first.replace(day=int(lone[1]))
    except ValueError:
        raise Unreadable("IE08") from None


def _midnight(moment: datetime) -> datetime:
    return moment.replace(hour=0, minute=0, second=0, microsecond=0)

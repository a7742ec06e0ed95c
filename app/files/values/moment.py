"""Dates and moments as people and tools write them. A year that is not there is never guessed."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from unicodedata import normalize

from app.files.grid import Value, text_of
from app.files.values.missing import Unreadable

_SERIAL_DAY_0 = datetime(1899, 12, 30)
_SERIALS = range(20_000, 80_001)
YEARS = range(1900, 2200)
"""Years that a date may have; others are slips of the keyboard."""
_DATE = re.compile(
    r"(?:(?P<year>\d{4})\s*[-/.年]\s*)?(?P<month>\d{1,2})\s*[-/.月]\s*(?P<day>\d{1,2})\s*[日号]?(?P<rest>.*)", re.DOTALL
)
_COMPACT = re.compile(r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})(?P<rest>(?!\d).*)", re.DOTALL)
_REST = re.compile(
    r"[\sT]*(?:\(?(?:周|星期|礼拜)?[一二三四五六日天]\)?)?\s*"
    r"(?:(\d{1,2})[:点时](\d{1,2})?(?::(\d{1,2})(?:\.\d+)?)?分?(?:\+08:?00)?)?\s*"
)
_LONE_DAY = re.compile(r"0?(\d{1,2})[日号]?")


@dataclass(frozen=True, slots=True)
class Calendar:
    """What fills a year that a date lacks: a `year` chosen or found, or else the year that is `near` a date. `month`:
    that of days which name none (`1日`), as the title of a month's table tells it.
    """

    year: int | None = None
    near: date | None = None
    month: int | None = None

    def year_of(self, month: int, day: int) -> int | None:
        """The year for a month and day, None when nothing is known."""
        if self.year is not None or self.near is None:
            return self.year
        near = self.near
        years = (near.year - 1, near.year, near.year + 1)
        return min(years, key=lambda year: abs((year - near.year) * 365 + (month - near.month) * 30 + day - near.day))


def read_moment(value: Value, calendar: Calendar = Calendar()) -> datetime:  # frozen
    """A date, at midnight unless it has a time; 24:00 is the next midnight. Raises Unreadable IE08, IE10."""
    if isinstance(value, datetime):
        return value
    if isinstance(value, date):
        return datetime.combine(value, time())
    lone = lone_day(value)
    if lone is not None and calendar.month is not None:
        return _day(calendar.year_of(calendar.month, lone), calendar.month, lone)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _serial(value)
    text = normalize("NFKC", text_of(value))
    found = _COMPACT.fullmatch(text) or _DATE.fullmatch(text)
    if found is not None:
        return _moment(found, calendar)
    try:
        return _serial(float(text))
    except ValueError:
        raise Unreadable("IE08") from None


def _serial(number: float) -> datetime:
    """A day as Excel counts it. Infinity and what is no number lie outside, too."""
    if not _SERIALS[0] <= number < _SERIALS[-1] + 1:
        raise Unreadable("IE08")
    return _SERIAL_DAY_0 + timedelta(minutes=round(number * 1440))


def _moment(found: re.Match[str], calendar: Calendar) -> datetime:
    clock = _REST.fullmatch(found["rest"])
    month, day = int(found["month"]), int(found["day"])
    year = int(found["year"]) if found["year"] else calendar.year_of(month, day)
    if clock is None:
        raise Unreadable("IE08")
    hour, minute, second = (int(part or 0) for part in clock.groups())
    midnight = _day(year, month, day)
    if hour > 24 or minute > 59 or second > 59 or (hour == 24 and (minute or second)):
        raise Unreadable("IE08")
    return midnight + timedelta(hours=hour, minutes=minute, seconds=second)


def _day(year: int | None, month: int, day: int) -> datetime:
    if year is None:
        raise Unreadable("IE10")
    if not YEARS[0] <= year <= YEARS[-1]:
        raise Unreadable("IE08")
    try:
        return datetime(year, month, day)
    except ValueError:
        raise Unreadable("IE08") from None


def lone_day(value: Value) -> int | None:
    """The day of a month, 1 … 31, that a cell names without the month: `1`, `01`, `1日`; None for anything else."""
    if not isinstance(value, str | int | float) or isinstance(value, bool):
        return None
    found = _LONE_DAY.fullmatch(normalize("NFKC", text_of(value)))
    return int(found[1]) if found and 1 <= int(found[1]) <= 31 else None


def lacks_year(value: Value) -> bool:
    """Whether a cell is a date written without its year."""
    found = _DATE.fullmatch(normalize("NFKC", text_of(value))) if isinstance(value, str) else None
    return found is not None and found["year"] is None


def minute_of(moment: datetime) -> int:
    """Minutes since 1970 of a local moment."""
    return (moment - datetime(1970, 1, 1)) // timedelta(minutes=1)

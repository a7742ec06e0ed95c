"""The date that a file's name carries."""

import re
from datetime import date
from pathlib import PurePath
from unicodedata import normalize

_DAY = re.compile(
    r"(?<!\d)(?:(?P<year>20\d{2})\s*[-_.年/]\s*(?P<month>\d{1,2})\s*[-_.月/]\s*(?P<day>\d{1,2})|"
    r"(?P<year2>20\d{2})(?P<month2>\d{2})(?P<day2>\d{2}))(?!\d)"
)
_SHORT = re.compile(r"(?<![\d.])(?P<month>\d{1,2})[.月-](?P<day>\d{1,2})日?(?![\d.])")
_MONTH = re.compile(r"(?<!\d)(1[0-2]|0?[1-9])\s*月(?!\s*\d)")
_YEAR = re.compile(r"(?<!\d)(20\d{2})(?!\d)")


def dates_in_name(name: str, year: int | None = None) -> tuple[date, date] | None:
    """First and last day that a name carries, both the same for a single day; None when it has none.

    A month and day without a year (`4.20`) count only where the year is known from elsewhere in the name or given.
    """
    return dates_in_text(PurePath(name).stem, year_in_name(name) or year)


def dates_in_text(text: str, year: int | None = None) -> tuple[date, date] | None:
    """The same of a text that is no file name, as that of a sheet."""
    days = [day for found in _DAY.finditer(text) if (day := _whole(found)) is not None]
    if not days:
        days = [] if year is None else _short_days(text, year)
    return (days[0], days[-1]) if days else None


def year_in_name(name: str) -> int | None:
    """A year that stands in the name or in a folder above it."""
    found = _YEAR.search(name)
    return int(found[1]) if found else None


def month_in_title(text: str) -> int | None:
    """A month that a title names alone, `2026年10月咨询量`; not that of a day, `10月20日`."""
    found = _MONTH.search(normalize("NFKC", text))
    return int(found[1]) if found else None


def _whole(found: re.Match[str]) -> date | None:
    parts = [found["year"] or found["year2"], found["month"] or found["month2"], found["day"] or found["day2"]]
    return _date(*(int(part) for part in parts))


def _short_days(stem: str, year: int) -> list[date]:
    return [
        day
        for found in _SHORT.finditer(stem)
        if (day := _date(year, int(found["month"]), int(found["day"]))) is not None
    ]


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None

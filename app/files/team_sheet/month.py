"""Which day a roster sheet begins on: from its dates, its title, the names of sheet and file, and its weekdays."""

import re
from collections.abc import Iterator
from datetime import date

from app.files.grid import Grid, text_of
from app.files.team_sheet.day_labels import DayRun, lacks_year

_MONTH = re.compile(r"(?:(?P<year>20\d{2})\s*[年./_-]\s*)?(?<!\d)(?P<month>1[0-2]|0?[1-9])\s*月")
_NUMBERS = re.compile(r"(?<!\d)(?P<year>20\d{2})[-./_ ]?(?P<month>1[0-2]|0[1-9]|[1-9])(?!\d)")
YEARS_NEAR = (0, 1, -1, 2, -2)


def month_start(grid: Grid, run: DayRun, year: int | None, near: date | None) -> date | None:
    """The first day of the run; None when neither the sheet nor `year` nor its weekdays `near` a date tell it."""
    first = run.labels[0]
    if isinstance(first, date) and not lacks_year(run):
        return first
    for named_year, named_month in _months(grid, run):
        month = first.month if isinstance(first, date) else named_month
        day = first.day if isinstance(first, date) else first
        found = _date(named_year or year or _year_by_weekday(run, month, day, near), month, day)
        if found is not None:
            return found
    return None


def _months(grid: Grid, run: DayRun) -> Iterator[tuple[int | None, int]]:
    titles = [text_of(value) for row in grid.rows[: run.row + 1] for value in row if isinstance(value, str)]
    for text in (*titles, grid.sheet, grid.file):
        for pattern in (_MONTH, _NUMBERS):
            found = pattern.search(text)
            if found:
                yield (int(found["year"]) if found["year"] else None), int(found["month"])
    first = run.labels[0]
    if isinstance(first, date):
        yield None, first.month


def _year_by_weekday(run: DayRun, month: int, day: int, near: date | None) -> int | None:
    """The year near a date in which the day falls on the weekday that the sheet says."""
    weekday = run.weekday_numbers.get(run.first)
    if weekday is None or near is None:
        return None
    years = (near.year + more for more in YEARS_NEAR)
    return next((y for y in years if (found := _date(y, month, day)) and found.isoweekday() == weekday), None)


def _date(year: int | None, month: int, day: int) -> date | None:
    try:
        return None if year is None else date(year, month, day)
    except ValueError:
        return None

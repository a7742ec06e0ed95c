"""The days that the header of an attendance template names: dates, `11-05 周四`, or a bare `5` of a month."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from unicodedata import normalize

from app.files.grid import Row, Value, text_of
from app.files.values.missing import Unreadable
from app.files.values.moment import Calendar, read_moment
from forecasts.horizon import Horizon

Month = tuple[int, int]
_WEEKDAY = r"[\s(]*(?:周|星期)?[一二三四五六日天]?\)?"
_DAY_OF_MONTH = re.compile(rf"(\d{{1,2}})\s*[日号]?{_WEEKDAY}")
_WEEKDAY_FIRST = re.compile(r"(?:周|星期)[一二三四五六日天]\s*")
_MONTH = re.compile(r"(20\d{2})\s*[年\-/.]\s*(\d{1,2})\s*月?(?![\d\-/.])")


def days_in(row: Row, horizon: Horizon, month: Month | None) -> Mapping[int, int]:
    """Day number to column, for the days of the horizon that a row names."""
    columns: dict[int, int] = {}
    for column, value in enumerate(row):
        day = _date(value, horizon, month)
        number = -1 if day is None else horizon.day_number(day)
        if 0 <= number < horizon.days:
            columns.setdefault(number, column)
    return columns


def month_of(texts: Iterable[str], horizon: Horizon) -> Month | None:
    """The month that bare day numbers belong to: told by a title, a sheet's or file's name, else the horizon's."""
    for text in texts:
        found = _MONTH.search(normalize("NFKC", text))
        if found and 1 <= int(found[2]) <= 12:
            return int(found[1]), int(found[2])
    months = {(day.year, day.month) for day in map(horizon.day, range(horizon.days))}
    return months.pop() if len(months) == 1 else None


def texts_above(rows: Sequence[Row], header: int) -> list[str]:
    """Cells of the rows before a header."""
    return [text for row in rows[:header] for value in row if isinstance(value, str) and (text := text_of(value))]


def _date(value: Value, horizon: Horizon, month: Month | None) -> date | None:
    if isinstance(value, datetime | date):
        return value.date() if isinstance(value, datetime) else value
    text = _WEEKDAY_FIRST.sub("", normalize("NFKC", text_of(value)), count=1).strip()
    bare = _DAY_OF_MONTH.fullmatch(text)
    if bare:
        return _of_month(month, int(bare[1]))
    try:
        return read_moment(text, Calendar(near=horizon.first_day)).date() if text else None
    except Unreadable:
        return None


def _of_month(month: Month | None, day: int) -> date | None:
    try:
        return None if month is None else date(*month, day)
    except ValueError:
        return None

"""The row of days of a roster sheet: `1` … `31`, `1日`, dates; and the row of weekdays beside it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from app.files.grid import Row, Value, text_of
from app.files.values.missing import Unreadable
from app.files.values.moment import Calendar, read_moment

ROWS_TRIED = 15
_DAY = re.compile(r"0?(\d{1,2})[日号]?")
_WEEKDAY = re.compile(r"(?:星期|周|礼拜)?([一二三四五六日天])")
_WEEKDAYS = "一二三四五六日"
_ENGLISH = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_LEAP = 2000
"""Stands for the year of a date that names none, until the month is known."""

Label = int | date


@dataclass(frozen=True, slots=True)
class DayRun:
    """Neighbouring columns that count days up. `labels`: a day of the month or a date each; `weekdays` the row that
    says their weekdays; `below` the first row under both.
    """

    row: int
    columns: tuple[int, ...]
    labels: tuple[Label, ...]
    weekdays: int | None
    weekday_numbers: Mapping[int, int]

    @property
    def first(self) -> int:
        """Column of the first day."""
        return self.columns[0]

    @property
    def below(self) -> int:
        """The first row under the header."""
        return max(self.row, self.weekdays or 0) + 1

    @property
    def dated(self) -> bool:
        """Whether the labels say the month."""
        return isinstance(self.labels[0], date)

    def dates(self, start: date) -> dict[int, date]:
        """Column to date, when the first day is `start`."""
        return {column: start + timedelta(days=number) for number, column in enumerate(self.columns)}


def best_run(rows: Sequence[Row], fewest: int) -> DayRun | None:
    """The longest run of days in the first rows, None when none is long enough."""
    found = [run for number, row in enumerate(rows[:ROWS_TRIED]) for run in _runs(rows, number, row)]
    longest = max(found, key=lambda run: len(run.columns), default=None)
    return longest if longest is not None and len(longest.columns) >= fewest else None


def _runs(rows: Sequence[Row], number: int, row: Row) -> list[DayRun]:
    found: list[list[tuple[int, Label]]] = []
    for column, value in enumerate(row):
        label = _label(value)
        if label is None:
            continue
        if found and found[-1][-1][0] == column - 1 and _follows(found[-1][-1][1], label):
            found[-1].append((column, label))
        else:
            found.append([(column, label)])
    return [_run(rows, number, labels) for labels in found]


def _run(rows: Sequence[Row], number: int, labels: Sequence[tuple[int, Label]]) -> DayRun:
    columns = tuple(column for column, _ in labels)
    best: tuple[int | None, dict[int, int]] = (None, {})
    for other in range(max(0, number - 2), min(len(rows), number + 3)):
        row = rows[other]
        found = {c: day for c in columns if c < len(row) and (day := weekday_number(text_of(row[c])))}
        if other != number and len(found) > max(len(best[1]), len(columns) // 2):
            best = other, found
    return DayRun(number, columns, tuple(label for _, label in labels), *best)


def weekday_number(text: str) -> int | None:
    """1 for Monday … 7 for Sunday; None for another text."""
    found = _WEEKDAY.fullmatch(text)
    if found:
        return _WEEKDAYS.index("日" if found[1] == "天" else found[1]) + 1
    return _ENGLISH.index(text.lower()[:3]) + 1 if 3 <= len(text) <= 9 and text.lower()[:3] in _ENGLISH else None


def _label(value: Value) -> Label | None:
    if isinstance(value, datetime | date):
        return value.date() if isinstance(value, datetime) else value
    found = _DAY.fullmatch(text_of(value)) if isinstance(value, str | int | float) else None
    if found:
        return int(found[1]) if 1 <= int(found[1]) <= 31 else None
    if not isinstance(value, str):
        return None
    try:
        return read_moment(value, Calendar(_LEAP)).date()
    except Unreadable:
        return None


def _follows(one: Label, other: Label) -> bool:
    if isinstance(one, date) and isinstance(other, date):
        return other - one == timedelta(days=1) or (one.year == _LEAP and (other.month, other.day) == (1, 1))
    if isinstance(one, date) or isinstance(other, date):
        return False
    return other == one + 1 or (other == 1 and one >= 28)


def lacks_year(run: DayRun) -> bool:
    """Whether the labels are dates without a year."""
    first = run.labels[0]
    return isinstance(first, date) and first.year == _LEAP

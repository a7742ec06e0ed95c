"""Columns of numbers by moment, as curves over whole days."""

from collections.abc import Hashable, Mapping, Sequence
from itertools import pairwise
from typing import TypeVar

import numpy as np

from app.files.counted import Minutes, interval_of, moment_text
from app.files.shapes.long_rows import UNKNOWN, moments_of
from app.files.table import Table
from app.files.values.moment import Calendar
from app.files.words import SKILLS, id_of
from forecasts.history import DEFAULT_SKILL
from forecasts.horizon import MINUTES_PER_DAY, Horizon, Numbers

Key = TypeVar("Key", bound=Hashable)


def starts_of(table: Table) -> Minutes:
    """The start column in minutes since 1970; unreadable cells are noted."""
    return moments_of(table, Calendar())


def horizon_of(starts: Minutes) -> Horizon:
    """The whole days that starts lie in, on the grid they make."""
    known = starts[starts != UNKNOWN]
    first, last = int(known.min()) // MINUTES_PER_DAY, int(known.max()) // MINUTES_PER_DAY
    first_day = np.datetime64(first, "D").astype(object)
    return Horizon(first_day, last - first + 1, min(60, interval_of(known)))


def skills_of(table: Table) -> list[str]:
    """The skill of each row."""
    return [id_of(word, SKILLS) or DEFAULT_SKILL for word in table.texts("skill")]


def curves(
    table: Table, horizon: Horizon, starts: Minutes, keys: Sequence[Key], columns: Mapping[str, Sequence[float | None]]
) -> dict[Key, dict[str, Numbers]]:
    """For each key and column an array of shape (intervals,). Before the first and after the last row nothing is
    expected, so it is 0 there; a hole between (IE32), a double row (IE06) or an empty cell (IE35) is noted.
    """
    place = (starts - _minute(horizon)) // horizon.interval_minutes
    found: dict[Key, dict[str, Numbers]] = {}
    for key in dict.fromkeys(keys):
        rows = [row for row, whose in enumerate(keys) if whose == key and starts[row] != UNKNOWN]
        rows = _inside(rows, place, horizon)
        _tell_doubles(table, starts, rows)
        _tell_holes(table, horizon, sorted({int(place[row]) for row in rows}))
        found[key] = {name: _curve(table, name, horizon, place, rows, column) for name, column in columns.items()}
    return found


def _minute(horizon: Horizon) -> int:
    return int(np.datetime64(horizon.start, "m").astype(np.int64))


def _inside(rows: Sequence[int], place: Minutes, horizon: Horizon) -> list[int]:
    return [row for row in rows if 0 <= place[row] < horizon.intervals]


def _tell_doubles(table: Table, starts: Minutes, rows: Sequence[int]) -> None:
    first: dict[int, int] = {}
    for row in rows:
        start = int(starts[row])
        other = first.setdefault(start, row)
        if other != row:
            facts = {"variant": "again", "other_row": table.numbers[other]}
            table.log.problem("IE06", table.numbers[row], value=moment_text(start), facts=facts)


def _tell_holes(table: Table, horizon: Horizon, places: Sequence[int]) -> None:
    holes = [place for place, after in pairwise(places) if after != place + 1]
    if holes:
        start = _minute(horizon) + (holes[0] + 1) * horizon.interval_minutes
        facts = {"count": sum(after - place - 1 for place, after in pairwise(places))}
        table.log.problem("IE32", value=moment_text(start), facts=facts)


def _curve(
    table: Table, name: str, horizon: Horizon, place: Minutes, rows: Sequence[int], column: Sequence[float | None]
) -> Numbers:
    curve = np.zeros(horizon.intervals)
    for row in rows:
        value = column[row]
        if value is None:
            if table.numbers[row] not in table.log.refused:
                table.log.problem("IE35", table.numbers[row], table.name(name))
        else:
            curve[place[row]] = value
    return curve

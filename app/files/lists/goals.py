"""Service goals as a table: a skill in each row."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from app.files.grid import Value
from app.files.table import Table
from app.files.values.duration import read_duration
from app.files.values.missing import Unreadable
from app.files.values.number import read_count
from app.files.values.share import numbers_are_percent, read_share
from app.files.words import SKILLS, id_of
from scheduler.staffing.goals import Goals

COUNTS = ("max_concurrency", "minimum_present")
AMOUNTS = ("seconds_per_reply", "replies_per_chat")
SHARES = {"shrinkage": "shrinkage", "service_level": "service_level", "reply_rate_goal": "reply_rate"}
TIMES = ("answer_within_seconds", "average_response_seconds")
OF_SERVICE = frozenset({"service_level", "reply_rate", *TIMES})


def read_goals_table(table: Table) -> dict[str, Goals]:
    """Goals by skill; an empty cell or absent column leaves the default."""
    columns: dict[str, list[Any]] = {
        **{name: table.parsed(name, _whole) for name in COUNTS},
        **{name: table.parsed(name, _positive) for name in AMOUNTS},
        **{name: table.parsed(name, read_duration) for name in TIMES},
        **{field: table.parsed(column, _share_of(table, column)) for column, field in SHARES.items()},
    }
    skills = [id_of(word, SKILLS) for word in table.texts("skill")]
    return {
        skill: _goals({name: cells[row] for name, cells in columns.items() if cells[row] is not None})
        for row, skill in enumerate(skills)
        if skill
    }


def _goals(given: Mapping[str, Any]) -> Goals:
    service = {name: value for name, value in given.items() if name in OF_SERVICE}
    rest = {name: value for name, value in given.items() if name not in OF_SERVICE}
    return replace(Goals(), **rest, goal=replace(Goals().goal, **service))


def _share_of(table: Table, column: str) -> Callable[[Value], float | None]:
    percent = numbers_are_percent(table.values(column))
    return lambda value: read_share(value, percent)


def _whole(value: Value) -> int | None:
    number = read_count(value)
    if number is not None and not number.is_integer():
        raise Unreadable("IE07", example=int(number))
    return None if number is None else int(number)


def _positive(value: Value) -> float | None:
    number = read_count(value)
    if number == 0:
        raise Unreadable("IE16", variant="negative")
    return number

"""Where a template exported from an attendance system wants names, days and shifts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.files.grid import Grid, text_of
from app.files.names import canonical
from app.workbook.attendance.day_labels import days_in, month_of, texts_above
from forecasts.findings import Finding, InputError, Place
from forecasts.horizon import Horizon

ROWS_TRIED, ROWS_ABOVE, FEWEST_DAYS = 15, 4, 3
NAMES = frozenset({"姓名", "名字", "人员", "成员", "人员姓名", "员工姓名", "成员姓名", "客服", "name"})
IDS = frozenset({"工号", "员工工号", "人员编号", "账号", "帐号", "userid", "员工userid", "成员账号", "id"})
"""Headings of the columns, as `canonical` makes them."""


@dataclass(frozen=True, slots=True)
class Person:
    """A row of the template: what it says of whom it is for. `row` counts from 0."""

    row: int
    name: str
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Template:
    """The sheet, its people, and the column of each day number of the horizon."""

    grid: Grid
    header: int
    days: Mapping[int, int]
    people: tuple[Person, ...]


def find_template(grids: Sequence[Grid], horizon: Horizon) -> Template:
    """Raises InputError: WB10 when no row holds the days of the horizon, WB11 when no column of people is beside it."""
    places = [(grid, number) for grid in grids if not grid.hidden for number in range(min(ROWS_TRIED, len(grid.rows)))]
    found = [(grid, number, _days(grid, number, horizon)) for grid, number in places]
    grid, header, days = max(found, key=lambda place: len(place[2]), default=(grids[0], 0, {}))
    if len(days) < min(FEWEST_DAYS, horizon.days):
        facts = {"first": horizon.first_day, "last": horizon.day(horizon.days - 1)}
        raise InputError([Finding("WB10", place=Place(file=grid.file), facts=facts)])
    return Template(grid, header, days, _people(grid, header))


def _days(grid: Grid, number: int, horizon: Horizon) -> Mapping[int, int]:
    texts = [*texts_above(grid.rows, number), grid.sheet, grid.file]
    return days_in(grid.rows[number], horizon, month_of(texts, horizon))


def _people(grid: Grid, header: int) -> tuple[Person, ...]:
    names, ids = _columns(grid, header, NAMES), _columns(grid, header, IDS)
    if not names and not ids:
        raise InputError([Finding("WB11", place=Place(file=grid.file, sheet=grid.sheet, row=header + 1))])
    found = []
    for at in range(header + 1, len(grid.rows)):
        name = next((text for column in names if (text := _text(grid, at, column))), "")
        person = Person(at, name, tuple(text for column in ids if (text := _text(grid, at, column))))
        heading = canonical(person.name) in NAMES  # merged over the row of weekdays below the header
        if (person.name or person.ids) and not heading:
            found.append(person)
    return tuple(found)


def _columns(grid: Grid, header: int, headings: frozenset[str]) -> list[int]:
    """The columns with one of these headings, in the header or the rows beside it."""
    rows = range(max(0, header - ROWS_ABOVE), min(len(grid.rows), header + 2))
    width = max(len(grid.rows[row]) for row in rows)
    return [column for column in range(width) if any(canonical(_text(grid, row, column)) in headings for row in rows)]


def _text(grid: Grid, row: int, column: int) -> str:
    cells = grid.rows[row]
    return text_of(cells[column]) if column < len(cells) else ""

"""Where things stand on a team's roster sheet: days across, agents down, balances and counts to the right."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from app.files.grid import Grid, Row, Value, text_of
from app.files.team_sheet.day_labels import DayRun, best_run, weekday_number
from app.files.team_sheet.month import month_start
from app.files.values.clock import read_hour_label
from app.files.values.missing import is_missing

FEWEST_DAYS, FEWEST_DATES = 7, 2
"""Numbers of days are many; dates with their weekdays are days however few."""
HEADER_ROWS = 4
NAME_HEADERS = ("姓名", "客服", "昵称", "人员", "名字", "name", "agent")
ID_HEADERS = ("工号", "id", "编号")
NO_AGENT = frozenset(
    {
        "小计", "合计", "总计", "汇总", "平均", "早班", "中班", "晚班", "夜班", "休息", "白班",
        "上班人数", "在岗人数", "出勤人数",
        "早", "中", "晚", "夜", "休", "星期", "日期", "月份", "职务", "姓名", "人数", "备注", "说明", "图例", "周末",
    }
)  # fmt: skip
"""What stands in the column of names without being one."""
_NO_NAME = re.compile(r"[:：]$|^[\d.,%\s-]+$|\d:\d\d|^本月|[天数计]$")
"""Labels, counts and explanations in the column of names."""


@dataclass(frozen=True, slots=True)
class TeamLayout:
    """Rows and columns from 0. `days`: column to date; `labels` the row of dates, `weekdays` that of weekdays or None;
    `right`: header text to column of what stands right of the days.
    """

    labels: int
    weekdays: int | None
    days: Mapping[int, date]
    name: int
    group: int | None
    id: int | None
    agents: tuple[int, ...]
    right: Mapping[str, int]

    @property
    def first_day(self) -> int:
        """Column of the first day."""
        return min(self.days)

    @property
    def last_day(self) -> int:
        """Column of the last day."""
        return max(self.days)


def find_run(grid: Grid) -> DayRun | None:
    """The row of days that makes a grid a roster sheet, None when it is none: names at its left, codes below."""
    run = best_run(grid.rows, FEWEST_DATES)
    if run is None or run.first == 0:
        return None
    if len(run.columns) < FEWEST_DAYS and not (run.dated and run.weekdays is not None):
        return None
    name, _id, _group = _left_columns(grid, run)
    codes, numbers = _contents(grid, run)
    enough = bool(_agent_rows(grid, run, name)) and codes > 0 and codes >= numbers / 3
    return run if enough and (run.weekdays is not None or run.dated or codes > numbers) else None


def team_layout(grid: Grid, run: DayRun, year: int | None, near: date | None) -> TeamLayout | None:
    """The whole layout; None when the month of the days cannot be told."""
    start = month_start(grid, run, year, near)
    if start is None:
        return None
    days = run.dates(start)
    name, staff_id, group = _left_columns(grid, run)
    return TeamLayout(
        labels=run.row,
        weekdays=run.weekdays,
        days=days,
        name=name,
        group=group,
        id=staff_id,
        agents=_agent_rows(grid, run, name),
        right=_right(grid, run),
    )


def cell_at(row: Row, column: int) -> Value:
    """The cell, None where a row is shorter."""
    return row[column] if column < len(row) else None


def is_number(value: Value) -> bool:
    """Whether a cell holds a count, typed or as text."""
    if isinstance(value, bool | str):
        return isinstance(value, str) and text_of(value).replace(".", "", 1).isdecimal()
    return isinstance(value, int | float)


def _header_rows(grid: Grid, run: DayRun) -> range:
    return range(max(0, run.row - 2), min(len(grid.rows), run.row + HEADER_ROWS))


def _headers(grid: Grid, run: DayRun, column: int) -> list[str]:
    rows = [run.row] if run.weekdays is None else [run.row, run.weekdays]
    return [text_of(cell_at(grid.rows[row], column)).lower() for row in rows]


def _left_columns(grid: Grid, run: DayRun) -> tuple[int, int | None, int | None]:
    """Columns of names, ids and groups: by header, else the names are the most different texts."""
    left = range(run.first)
    staff_id = next((c for c in left if set(_headers(grid, run, c)) & set(ID_HEADERS)), None)
    others = [c for c in left if c != staff_id] or list(left)
    name = next((c for c in others if set(_headers(grid, run, c)) & set(NAME_HEADERS)), None)
    if name is None:
        name = max(others, key=lambda c: (len(set(_texts(grid, run, c))), c))
    group = next((c for c in others if c < name and any(_texts(grid, run, c))), None)
    return name, staff_id if staff_id != name else None, group


def _texts(grid: Grid, run: DayRun, column: int) -> list[str]:
    found = (text_of(cell_at(row, column)) for row in grid.rows[run.below :])
    return [text for text in found if text]


def _contents(grid: Grid, run: DayRun) -> tuple[int, int]:
    """How many codes and how many numbers stand below the days."""
    cells = [cell_at(row, column) for row in grid.rows[run.below :] for column in run.columns]
    texts = [cell for cell in cells if isinstance(cell, str) and not is_missing(cell) and not is_number(cell)]
    return len(texts), sum(map(is_number, cells))


def _agent_rows(grid: Grid, run: DayRun, name: int) -> tuple[int, ...]:
    headers = set(_headers(grid, run, name))
    return tuple(
        number
        for number, row in enumerate(grid.rows)
        if number >= run.below and _is_agent(row, run.columns, text_of(cell_at(row, name)), headers)
    )


def _is_agent(row: Row, columns: Sequence[int], name: str, headers: set[str]) -> bool:
    if not name or name in NO_AGENT or name.lower() in headers or _NO_NAME.search(name) or weekday_number(name):
        return False
    if read_hour_label(name) is not None:
        return False
    cells = [cell_at(row, column) for column in columns]
    return not any(is_number(cell) or text_of(cell).startswith("=") for cell in cells)


def _right(grid: Grid, run: DayRun) -> dict[str, int]:
    found: dict[str, int] = {}
    for number in _header_rows(grid, run):
        if number < run.below:
            for column, value in enumerate(grid.rows[number]):
                text = text_of(value)
                if column > run.columns[-1] and text and not is_number(value):
                    found.setdefault(text, column)
    return found

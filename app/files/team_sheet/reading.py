"""A team's roster sheet read: codes become shifts, balances minutes; what no one can know is told cell by cell."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from app.files.choices import ImportChoices
from app.files.grid import Grid, Value, column_letters, text_of
from app.files.log import Log, listed
from app.files.team_sheet.code_words import legend_shifts, meaning
from app.files.team_sheet.day_labels import DayRun
from app.files.team_sheet.layout import TeamLayout, cell_at, team_layout
from app.files.team_sheet.learned import LearnedAgent, LearnedRoster
from app.files.team_sheet.rest_days import alternating_weeks
from app.files.values.balance import read_balance
from app.files.values.missing import Unreadable
from forecasts.findings import Place
from scheduler.pay.balances import Account, BalanceEntry, EntryKind
from scheduler.shift import Shift

BALANCES = {"剩余": Account.LIEU, "调休余额": Account.LIEU, "剩余调休": Account.LIEU, "年假": Account.ANNUAL}
"""Header of a balance to its account."""


def read_team_sheet(
    grid: Grid, run: DayRun, red: Iterable[int] | None, legend: Sequence[Grid], choices: ImportChoices, log: Log
) -> LearnedRoster | None:
    """The roster of a sheet, None with the reason noted when its month is unknown (IE10). `red`: columns of days
    whose weekday is red, None where colours cannot be seen; `legend`: the sheets on which codes may be explained.
    """
    near = choices.horizon.first_day if choices.horizon else None
    layout = team_layout(grid, run, choices.year, near)
    if layout is None:
        log.problem("IE10", run.row + 1, value=text_of(grid.rows[run.row][run.first]))
        return None
    _tell_wrong_weekdays(layout, run, log)
    found = _codes(grid, layout)
    described = legend_shifts(legend, [code for code in found if meaning(code, choices.shifts, choices.codes) is None])
    shifts = {**choices.shifts, **described}
    _tell_unknown(found, shifts, choices, log)
    log.rows += len(layout.agents)
    agents = tuple(_agent(grid, layout, row, shifts, choices.codes, log) for row in layout.agents)
    days = layout.days
    weeks = None if red is None else alternating_weeks(days[column] for column in red if column in days)
    return LearnedRoster(grid.file, grid.sheet, min(days.values()), max(days.values()), agents, described, weeks)


def _codes(grid: Grid, layout: TeamLayout) -> dict[str, list[str]]:
    """Every code to the cells that it stands in."""
    found: dict[str, list[str]] = {}
    for row in layout.agents:
        for column in layout.days:
            code = text_of(cell_at(grid.rows[row], column))
            if code:
                found.setdefault(code, []).append(f"{column_letters(column)}{row + 1}")
    return found


def _tell_unknown(
    found: Mapping[str, Sequence[str]], shifts: Mapping[str, Shift], choices: ImportChoices, log: Log
) -> None:
    known = tuple(dict.fromkeys(shift.code or shift.id for shift in shifts.values()))
    for code, cells in found.items():
        if meaning(code, shifts, choices.codes) is None:
            facts = {"variant": "cells", "code": code, "count": len(cells), "cells": listed(cells), "shifts": known}
            log.problem("IE09", value=code[:20], facts=facts)


def _agent(
    grid: Grid, layout: TeamLayout, row: int, shifts: Mapping[str, Shift], chosen: Mapping[str, str], log: Log
) -> LearnedAgent:
    cells = grid.rows[row]
    days: dict[date, str] = {}
    leave: dict[date, str] = {}
    for column, day in layout.days.items():
        code = text_of(cell_at(cells, column))
        shift, kind = (meaning(code, shifts, chosen) or ("", "")) if code else ("", "")
        days[day] = shift
        if kind:
            leave[day] = kind
    staff_id = "" if layout.id is None else text_of(cell_at(cells, layout.id))
    group = "" if layout.group is None else text_of(cell_at(cells, layout.group))
    place = Place(grid.file, grid.sheet, row + 1)
    name = text_of(cell_at(cells, layout.name))
    return LearnedAgent(name, staff_id, group, place, days, leave, _balances(cells, layout, row, log))


def _balances(cells: Sequence[Value], layout: TeamLayout, row: int, log: Log) -> tuple[BalanceEntry, ...]:
    """What the sheet carries on: it closes the month, so it opens the day after."""
    after = max(layout.days.values()) + timedelta(days=1)
    entries = []
    for header, account in BALANCES.items():
        value = cell_at(cells, layout.right.get(header, len(cells)))
        try:
            found = read_balance(value)
        except Unreadable as error:
            log.unreadable(error, row + 1, header, value)
            continue
        if found is not None:
            entries.append(BalanceEntry(account, EntryKind.OPENING, after, found[0], found[1]))
    return tuple(entries)


def _tell_wrong_weekdays(layout: TeamLayout, run: DayRun, log: Log) -> None:
    """A sheet made from last month's often keeps its weekdays."""
    wrong = [
        day
        for column, day in layout.days.items()
        if run.weekday_numbers.get(column, day.isoweekday()) != day.isoweekday()
    ]
    if wrong:
        log.notice("IN21", day=min(wrong), count=len(wrong))

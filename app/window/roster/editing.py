"""What an edit of the roster puts into cells: pure functions from a plan and a selection. No Qt, no words."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from app.project.version import CellKey, Cells
from app.window.roster.plan import RosterPlan
from forecasts.horizon import Numbers
from scheduler.break_patterns import free_patterns
from scheduler.judged import Judged
from scheduler.reoptimise import is_possible
from scheduler.roster import Assignment

Grid = Sequence[Sequence[CellKey]]
"""Selected cells, agents by days."""

Shortage = Mapping[str, Numbers]

FEW = 12
"""Cells up to which each break is placed as if nobody worked the cell; for more, as the roster stands."""

DAY_OFF = ("", "休", "off", "-", "OFF")
"""What stands for a day off in text from Excel."""


@dataclass(frozen=True, slots=True)
class UnknownCode:
    """A cell of pasted text that names no shift; row and column count from 1."""

    row: int
    column: int
    text: str


def with_shift(plan: RosterPlan, keys: Iterable[CellKey], shift: str | None) -> Cells:
    """The cells with a shift, its breaks where fewest are missing; None makes days off. Locked cells stay."""
    free = [key for key in keys if key not in plan.locks and plan.roster.shift(*key) != shift]
    if shift is None:
        return dict.fromkeys(free)
    as_it_is = shortage_of(plan, plan.judged) if len(free) > FEW else None
    return {(agent, day): placed(plan, agent, day, shift, as_it_is) for agent, day in free}


def placed(plan: RosterPlan, agent: str, day: int, shift: str, short: Shortage | None = None) -> Assignment:
    """The shift on that day with its breaks at the times when least would be short; without `short` it is worked out
    as if nobody worked the cell.
    """
    patterns = free_patterns(plan.problem, day, shift)
    if len(patterns) < 2:
        return Assignment(agent, day, shift, *patterns)
    known = short or shortage_of(plan, plan.judged.edited({(agent, day): None}))
    skills = plan.problem.agents[agent].skills if agent in plan.problem.agents else frozenset()
    mine = sum((amount for skill, amount in known.items() if skill in skills), np.zeros(plan.horizon.intervals))
    return Assignment(agent, day, shift, min(patterns, key=lambda pattern: _missed(plan, day, shift, pattern, mine)))


def shortage_of(plan: RosterPlan, judged: Judged) -> Shortage:
    """Standard agents short of each skill in each interval; nothing without a requirement."""
    return judged.cover.shortage if plan.problem.requirement else {}


def _missed(plan: RosterPlan, day: int, shift: str, pattern: tuple[int, ...], short: Numbers) -> float:
    """Standard agents short during breaks placed so."""
    step, midnight = plan.horizon.interval_minutes, day * plan.horizon.intervals_per_day
    pauses = zip(pattern, plan.problem.shifts[shift].breaks, strict=True)
    spans = [(midnight + start // step, midnight - (-(start + pause.minutes) // step)) for start, pause in pauses]
    return sum(float(short[first:last].sum()) for first, last in spans)


def next_possible(plan: RosterPlan, key: CellKey) -> Cells:
    """The cell with the next shift, in the table's order, that the agent may work then; a day off after the last."""
    agent, day = key
    order: list[str | None] = [None, *plan.problem.shifts]
    now = order.index(plan.roster.shift(agent, day)) if plan.roster.shift(agent, day) in order else 0
    for shift in (*order[now + 1 :], *order[: now + 1]):
        cell = None if shift is None else placed(plan, agent, day, shift)
        if is_possible(plan.problem, plan.problem.agents[agent], cell):
            return with_shift(plan, [key], shift)
    return {}


def filled(plan: RosterPlan, grid: Grid, down: bool) -> Cells:
    """The grid with its first row copied down, or its first column copied right."""
    found: dict[CellKey, Assignment | None] = {}
    for row in grid:
        for column, key in enumerate(row):
            source = grid[0][column] if down else row[0]
            if key != source:
                found |= with_shift(plan, [key], plan.roster.shift(*source))
    return found


def swapped(plan: RosterPlan, first: CellKey, second: CellKey) -> Cells:
    """Two cells with each other's shifts; empty when either is locked or both are the same."""
    if {first, second} & plan.locks:
        return {}
    shifts = plan.roster.shift(*first), plan.roster.shift(*second)
    return {**with_shift(plan, [first], shifts[1]), **with_shift(plan, [second], shifts[0])}


def pasted(plan: RosterPlan, grid: Grid, text: str) -> tuple[Cells, tuple[UnknownCode, ...]]:
    """Text from Excel or WPS, tabs between days and a line for each agent, put on the grid from its first cell.

    One cell of text fills a larger grid. Nothing is to be pasted while a code is unknown; every one is told.
    """
    lines = [line.split("\t") for line in text.replace("\r\n", "\n").rstrip("\n").split("\n")]
    if len(lines) == 1 and len(lines[0]) == 1:
        lines = [lines[0] * len(row) for row in grid]
    shifts = shift_by_text(plan)
    unknown, found = [], dict[CellKey, Assignment | None]()
    for row, (keys, line) in enumerate(zip(grid, lines, strict=False), 1):
        for column, (key, code) in enumerate(zip(keys, line, strict=False), 1):
            if code.strip() not in shifts:
                unknown.append(UnknownCode(row, column, code.strip()))
            else:
                found |= with_shift(plan, [key], shifts[code.strip()])
    return ({} if unknown else found), tuple(unknown)


def shift_by_text(plan: RosterPlan) -> dict[str, str | None]:
    """Every way to write a shift in a cell, and the ways to write a day off."""
    found: dict[str, str | None] = dict.fromkeys(DAY_OFF)
    for shift in plan.problem.shifts.values():
        found |= {text: shift.id for text in (shift.name, shift.code, shift.id) if text}
    return found

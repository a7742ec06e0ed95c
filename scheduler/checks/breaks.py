"""Every break of a shift lies in its window, inside the shift, on an interval's border, and on no other."""

from collections.abc import Iterator
from functools import lru_cache

from scheduler.agent import Agent
from scheduler.break_patterns import Pattern, overlap, starts
from scheduler.checks.agent_days import Days
from scheduler.problem import Problem
from scheduler.roster import Assignment
from scheduler.shift import Shift
from scheduler.short_rests import rest_starts
from scheduler.violation import Violation


def check(problem: Problem, agent: Agent, days: Days) -> Iterator[Violation]:
    """Each assignment whose breaks do not fit."""
    step = problem.horizon.interval_minutes
    for day, cell in days.items():
        shift = problem.shifts[cell.shift]
        if len(cell.breaks) != len(shift.breaks):
            facts = {"why": "number", "given": len(cell.breaks), "wanted": len(shift.breaks)}
            yield Violation("breaks", agent.id, day, facts=facts)
        elif why := _misplaced(shift, cell.breaks, step):
            yield Violation("breaks", agent.id, day, facts={"why": why, "shift": shift.id})
        elif cell.rests and not _fit(problem, cell):
            yield Violation("breaks", agent.id, day, facts={"why": "rests", "shift": shift.id})


@lru_cache(maxsize=4096)
def _misplaced(shift: Shift, breaks: Pattern, step: int) -> str:
    """What is wrong with where breaks lie, "" when nothing; thousands of cells hold the same few."""
    if not all(start in starts(shift, pause, step) for start, pause in zip(breaks, shift.breaks, strict=True)):
        return "window"
    return "overlap" if overlap(shift, breaks) else ""


def _fit(problem: Problem, cell: Assignment) -> bool:
    """Whether every short rest, once placed, has a start that it may have."""
    allowed = rest_starts(problem, cell.day, cell.shift, cell.breaks)
    return len(cell.rests) == len(allowed) and all(s in of for s, of in zip(cell.rests, allowed, strict=True))

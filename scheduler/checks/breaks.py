"""Every break of a shift lies in its window, inside the shift, on an interval's border, and on no other."""

from collections.abc import Iterator

from scheduler.agent import Agent
from scheduler.break_patterns import overlap, starts
from scheduler.checks.agent_days import Days
from scheduler.problem import Problem
from scheduler.roster import Assignment
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
        elif not all(b in starts(shift, pause, step) for b, pause in zip(cell.breaks, shift.breaks, strict=True)):
            yield Violation("breaks", agent.id, day, facts={"why": "window", "shift": shift.id})
        elif overlap(shift, cell.breaks):
            yield Violation("breaks", agent.id, day, facts={"why": "overlap", "shift": shift.id})
        elif cell.rests and not _fit(problem, cell):
            yield Violation("breaks", agent.id, day, facts={"why": "rests", "shift": shift.id})


def _fit(problem: Problem, cell: Assignment) -> bool:
    """Whether every short rest, once placed, has a start that it may have."""
    allowed = rest_starts(problem, cell.day, cell.shift, cell.breaks)
    return len(cell.rests) == len(allowed) and all(s in of for s, of in zip(cell.rests, allowed, strict=True))

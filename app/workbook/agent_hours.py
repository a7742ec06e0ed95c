"""Days and hours of each agent in a roster."""

from collections.abc import Mapping
from dataclasses import dataclass

from forecasts.horizon import MINUTES_PER_DAY
from scheduler.agent import Agent
from scheduler.problem import Problem
from scheduler.roster import Assignment, Roster
from scheduler.shift import Shift

NIGHT_TAG = "night"
NIGHT_SPANS = ((0, 360), (1320, 1800), (2760, 3240))
"""22:00–06:00 in minutes from midnight of the day a shift starts, as far as a shift can reach."""


@dataclass(frozen=True, slots=True)
class AgentHours:
    """One agent over the horizon. `week_minutes`: paid minutes of each week of `Problem.weeks`.

    `longest_run` counts the carried-in run; `overtime_minutes` those past the weekly threshold, 0 without one.
    """

    days_worked: int
    days_absent: int
    days_off: int
    week_minutes: tuple[int, ...]
    night_shifts: int
    night_minutes: int
    longest_run: int
    overtime_minutes: int

    @property
    def minutes(self) -> int:
        """Paid minutes of the horizon."""
        return sum(self.week_minutes)


def agent_hours(problem: Problem, roster: Roster, agent: Agent) -> AgentHours:
    """What one agent works."""
    cells = roster.of_agent(agent.id)
    weeks = tuple(_paid_minutes(problem, cells, days) for days in problem.weeks)
    absent = len(days_absent(problem, agent) - cells.keys())
    nights = [cell for cell in cells.values() if NIGHT_TAG in problem.shifts[cell.shift].tags]
    return AgentHours(
        days_worked=len(cells),
        days_absent=absent,
        days_off=problem.horizon.days - len(cells) - absent,
        week_minutes=weeks,
        night_shifts=len(nights),
        night_minutes=sum(night_minutes(problem.shifts[cell.shift], cell) for cell in cells.values()),
        longest_run=longest_run(set(cells), agent.carry_in.consecutive_days),
        overtime_minutes=_overtime_minutes(agent, weeks),
    )


def days_absent(problem: Problem, agent: Agent) -> set[int]:
    """Day numbers that an agent is away for whole."""
    away: set[int] = set()
    for absence in agent.absences:
        if absence.day is not None:
            away.add(absence.day)
        elif absence.start is not None and absence.end is not None:
            away.update(range(-(-absence.start // MINUTES_PER_DAY), absence.end // MINUTES_PER_DAY))
    return away & set(range(problem.horizon.days))


def night_minutes(shift: Shift, cell: Assignment) -> int:
    """Minutes at work between 22:00 and 06:00, breaks left out."""
    at_night = sum(_overlap(shift.start, shift.end, *span) for span in NIGHT_SPANS)
    pauses = zip(cell.breaks, shift.breaks, strict=False)
    return at_night - sum(
        _overlap(start, start + pause.minutes, *span) for start, pause in pauses for span in NIGHT_SPANS
    )


def longest_run(days: set[int], before: int = 0) -> int:
    """Most consecutive days worked, the `before` days up to day 0 included."""
    longest = run = before
    for day in range(max(days, default=-1) + 1):
        run = run + 1 if day in days else 0
        longest = max(longest, run)
    return longest


def _paid_minutes(problem: Problem, cells: Mapping[int, Assignment], days: tuple[int, ...]) -> int:
    return sum(problem.shifts[cells[day].shift].paid_minutes for day in days if day in cells)


def _overtime_minutes(agent: Agent, weeks: tuple[int, ...]) -> int:
    if agent.overtime is None:
        return 0
    after = agent.overtime.after_minutes_per_week
    before = (agent.carry_in.week_minutes, *([0] * (len(weeks) - 1)))
    return sum(max(0, b + week - after) - max(0, b - after) for b, week in zip(before, weeks, strict=True))


def _overlap(start: int, end: int, other_start: int, other_end: int) -> int:
    return max(0, min(end, other_end) - max(start, other_start))

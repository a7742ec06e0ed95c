"""Days and hours of each agent in a roster."""

from collections.abc import Mapping
from dataclasses import dataclass

from scheduler.agent import Agent
from scheduler.away import days_absent
from scheduler.pay.night import NIGHT, NightHours, night_minutes
from scheduler.pay.run import longest_run
from scheduler.problem import Problem
from scheduler.roster import Assignment, Roster

NIGHT_TAG = "night"


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


def agent_hours(problem: Problem, roster: Roster, agent: Agent, night: NightHours = NIGHT) -> AgentHours:
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
        night_minutes=sum(night_minutes(problem.shifts[cell.shift], cell, night) for cell in cells.values()),
        longest_run=longest_run(set(cells), agent.carry_in.consecutive_days),
        overtime_minutes=_overtime_minutes(agent, weeks),
    )


def _paid_minutes(problem: Problem, cells: Mapping[int, Assignment], days: tuple[int, ...]) -> int:
    return sum(problem.shifts[cells[day].shift].paid_minutes for day in days if day in cells)


def _overtime_minutes(agent: Agent, weeks: tuple[int, ...]) -> int:
    if agent.overtime is None:
        return 0
    after = agent.overtime.after_minutes_per_week
    before = (agent.carry_in.week_minutes, *([0] * (len(weeks) - 1)))
    return sum(max(0, b + week - after) - max(0, b - after) for b, week in zip(before, weeks, strict=True))

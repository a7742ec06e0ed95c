"""From a roster to who is at work when, for which skill: shifts without their breaks."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, pairwise

import numpy as np

from forecasts.horizon import MINUTES_PER_DAY, Numbers
from scheduler.problem import Problem
from scheduler.roster import Assignment, Roster
from scheduler.simulation.window import AgentWindow
from scheduler.staffing.checked import goals_of
from scheduler.staffing.goals import Goals


@dataclass(frozen=True, order=True, slots=True)
class Stretch:
    """An agent at work without a break, [start, end) in minutes from the horizon's start."""

    start: int
    end: int
    agent: str


def roster_windows(problem: Problem, roster: Roster, goals: Mapping[str, Goals]) -> dict[str, list[AgentWindow]]:
    """Windows by skill of the problem's requirement, less the shrinkage of `goals`.

    Who has several skills serves one from break to break: that whose requirement is then covered least.
    """
    windows: dict[str, list[AgentWindow]] = {skill: [] for skill in problem.requirement}
    open_still = {skill: np.array(curve, dtype=float) for skill, curve in problem.requirement.items()}
    for stretch in sorted(stretches(problem, roster), key=lambda one: (_choices(problem, one.agent), one)):
        agent = problem.agents[stretch.agent]
        skill = max(sorted(agent.skills & windows.keys()), key=lambda name: _short(problem, open_still[name], stretch))
        open_still[skill][_intervals(problem, stretch)] -= agent.productivity
        productive = agent.productivity * (1 - goals_of(goals, skill).shrinkage)
        windows[skill].append(AgentWindow(stretch.start * 60.0, stretch.end * 60.0, productive))
    return {skill: sorted(its) for skill, its in windows.items()}


def stretches(problem: Problem, roster: Roster) -> list[Stretch]:
    """Every stretch of a known agent who has a skill that is required."""
    return [
        stretch
        for cell in roster
        if cell.shift in problem.shifts and _choices(problem, cell.agent)
        for stretch in _of_assignment(problem, cell)
    ]


def _of_assignment(problem: Problem, cell: Assignment) -> Iterator[Stretch]:
    shift, midnight = problem.shifts[cell.shift], cell.day * MINUTES_PER_DAY
    pauses = sorted((start, start + pause.minutes) for start, pause in zip(cell.breaks, shift.breaks, strict=False))
    borders = [shift.start, *chain.from_iterable(pauses), shift.end]
    for start, end in list(pairwise(borders))[::2]:
        if end > start:
            yield Stretch(midnight + start, midnight + end, cell.agent)


def _choices(problem: Problem, name: str) -> int:
    """How many required skills an agent has; who has only one is dealt first."""
    agent = problem.agents.get(name)
    return len(agent.skills & problem.requirement.keys()) if agent else 0


def _short(problem: Problem, open_still: Numbers, stretch: Stretch) -> float:
    return float(np.maximum(open_still[_intervals(problem, stretch)], 0).sum())


def _intervals(problem: Problem, stretch: Stretch) -> slice:
    minutes = problem.horizon.interval_minutes
    return slice(max(0, stretch.start // minutes), max(0, -(-stretch.end // minutes)))

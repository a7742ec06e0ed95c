"""From a roster to who is at work when, for which skill: shifts without their breaks."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, pairwise

import numpy as np

from forecasts.horizon import MINUTES_PER_DAY, Numbers
from scheduler.problem import Problem
from scheduler.roster import Assignment, Roster
from scheduler.simulation.window import AgentWindow
from scheduler.staffing.checked import goals_of
from scheduler.staffing.goals import Goals
from scheduler.staffing.shrinkage_by_hour import shrinkage_of

ROUNDS = 3


@dataclass(frozen=True, order=True, slots=True)
class Stretch:
    """An agent at work without a break, [start, end) in minutes from the horizon's start."""

    start: int
    end: int
    agent: str


def roster_windows(problem: Problem, roster: Roster, goals: Mapping[str, Goals]) -> dict[str, list[AgentWindow]]:
    """Windows by skill of the problem's requirement, less the shrinkage of `goals`, its mean over each window. Who
    has several skills serves one from break to break.
    """
    windows: dict[str, list[AgentWindow]] = {skill: [] for skill in problem.requirement}
    working = {skill: 1 - shrinkage_of(goals_of(goals, skill), problem.horizon) for skill in problem.requirement}
    for stretch, skill in dealt(problem, stretches(problem, roster)).items():
        shares = working[skill][_intervals(problem, stretch)]
        if not len(shares):  # wholly after the horizon
            continue
        productivity = problem.agents[stretch.agent].productivity * float(shares.mean())
        windows[skill].append(AgentWindow(stretch.start * 60.0, stretch.end * 60.0, productivity))
    return {skill: sorted(its) for skill, its in windows.items()}


def dealt(problem: Problem, those: Iterable[Stretch]) -> dict[Stretch, str]:
    """The skill that each stretch serves: where it covers most requirement that others leave open, or else where the
    largest share is open. Dealt anew a few times, since the first ones do not know of those after them.
    """
    open_still = {skill: np.array(curve, dtype=float) for skill, curve in problem.requirement.items()}
    order = sorted(those, key=lambda one: (_choices(problem, one.agent), one))
    served: dict[Stretch, str] = {}
    for _ in range(ROUNDS):
        for stretch in order:
            worth, when = problem.agents[stretch.agent].productivity, _intervals(problem, stretch)
            if stretch in served:
                open_still[served[stretch]][when] += worth
            skill = _best(problem, stretch, open_still)
            open_still[skill][when] -= worth
            served[stretch] = skill
    return served


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


def _best(problem: Problem, stretch: Stretch, open_still: Mapping[str, Numbers]) -> str:
    agent, when = problem.agents[stretch.agent], _intervals(problem, stretch)

    def gain(skill: str) -> tuple[float, float]:
        short = np.maximum(open_still[skill][when], 0)
        required = float(problem.requirement[skill][when].sum())
        return float(np.minimum(short, agent.productivity).sum()), float(short.sum()) / max(required, 1e-9)

    return max(sorted(agent.skills & problem.requirement.keys()), key=gain)


def _intervals(problem: Problem, stretch: Stretch) -> slice:
    minutes = problem.horizon.interval_minutes
    return slice(max(0, stretch.start // minutes), max(0, -(-stretch.end // minutes)))

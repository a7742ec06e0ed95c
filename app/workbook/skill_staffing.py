"""Requirement and cover of each skill, for people to read side by side."""

from dataclasses import dataclass

import numpy as np

from forecasts.horizon import Horizon, Numbers
from scheduler.cover import Cover, Presence, cover, presence
from scheduler.hall import connected_parts
from scheduler.problem import Problem
from scheduler.roster import Roster

NOTHING = 1e-9
ROUND_DECIMALS = 6
"""Sums of productivities carry binary noise that would read as a shortage of nothing."""


@dataclass(frozen=True, eq=False, slots=True)
class SkillStaffing:
    """One skill, arrays of shape (intervals,) in standard agents; the requirement is unrounded."""

    skill: str
    horizon: Horizon
    requirement: Numbers
    cover: Numbers

    @property
    def net(self) -> Numbers:
        """Cover - requirement; negative is a shortage."""
        return self.cover - self.requirement

    @property
    def shortage(self) -> Numbers:
        """Standard agents missing."""
        return np.maximum(0.0, -self.net)

    def of_day(self, values: Numbers, day: int) -> Numbers:
        """The part of an array that belongs to a day."""
        size = self.horizon.intervals_per_day
        return values[day * size : (day + 1) * size]

    def shortage_hours(self, day: int) -> float:
        """Agent-hours missing on a day."""
        return float(self.of_day(self.shortage, day).sum() * self.horizon.interval_hours)

    @property
    def peak_day(self) -> int:
        """The day of the highest requirement, the first of them."""
        return int(np.argmax(self.requirement)) // self.horizon.intervals_per_day


def skill_staffing(problem: Problem, roster: Roster) -> tuple[SkillStaffing, ...]:
    """Every skill that is required. Cover is what the matching gives the skill plus its part of the surplus: agents
    of one skill stay with it, the others count where nothing is short, in proportion to the requirement.
    """
    result, present = cover(problem, roster), presence(problem, roster)
    extra: dict[str, Numbers] = {}
    for part in connected_parts(problem.requirement, list(present.capacity)):
        extra |= _surplus(problem, part, result, present)
    return tuple(
        SkillStaffing(
            skill=skill,
            horizon=problem.horizon,
            requirement=required.round(ROUND_DECIMALS),
            cover=(result.covered[skill] + extra[skill]).round(ROUND_DECIMALS),
        )
        for skill, required in problem.requirement.items()
    )


def _surplus(problem: Problem, part: tuple[str, ...], result: Cover, present: Presence) -> dict[str, Numbers]:
    """What each of these connected skills has beyond what is covered."""
    nobody = np.zeros_like(result.heads)
    useful, alone = nobody.copy(), dict.fromkeys(part, nobody)
    for owned, amount in present.capacity.items():
        skills = [skill for skill in part if skill in owned]
        if skills:
            useful = useful + amount
        if len(skills) == 1:
            alone[skills[0]] = alone[skills[0]] + amount
    own = {skill: np.maximum(0.0, alone[skill] - result.covered[skill]) for skill in part}
    left = np.maximum(0.0, useful - sum(result.covered[skill] + own[skill] for skill in part))
    shares = _shares(problem, part, result)
    return {skill: own[skill] + left * shares[skill] for skill in part}


def _shares(problem: Problem, part: tuple[str, ...], result: Cover) -> dict[str, Numbers]:
    """How the surplus of agents with several skills is shared; a skill that is short has none of it."""
    eased = {skill: result.shortage[skill] <= NOTHING for skill in part}
    weights = {skill: np.where(eased[skill], problem.requirement[skill] + NOTHING, 0.0) for skill in part}
    total = np.maximum(NOTHING, np.sum(list(weights.values()), axis=0))
    return {skill: weight / total for skill, weight in weights.items()}

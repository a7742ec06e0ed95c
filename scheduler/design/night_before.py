"""Agents whose shift of the night before the horizon runs into it."""

from collections.abc import Iterable

import numpy as np

from forecasts.horizon import Numbers
from scheduler.problem import Problem


def night_before(problem: Problem, skills: Iterable[str]) -> dict[str, Numbers]:
    """Skill to standard agents present from before the horizon, shape (intervals,), breaks not known. Who has several
    of the skills counts for each in equal parts.
    """
    present = {skill: np.zeros(problem.horizon.intervals) for skill in skills}
    for agent in problem.agents.values():
        able, end = agent.skills & present.keys(), agent.carry_in.last_shift_end or 0
        for skill in able:
            present[skill][: max(0, end) // problem.horizon.interval_minutes] += agent.productivity / len(able)
    return present

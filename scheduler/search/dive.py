"""From a mix of columns to whole rosters: fix the agents the mix is surest of, solve again, and so on."""

from collections.abc import Callable
from math import ceil
from random import Random

from scheduler.problem import Problem
from scheduler.search.column_generation import ColumnGeneration
from scheduler.search.master import Days, Mix

STEP = 0.08
"""Share of all agents fixed at a time."""
SURE = 0.95
SWAY = (0.85, 1.15)
"""How far chance may change the order of two agents."""


def dive(
    problem: Problem, generation: ColumnGeneration, random: Random, seconds_left: Callable[[], float]
) -> dict[str, Days]:
    """Days of all agents but the last, or fewer when time is up; each dive takes its own way. The others are best
    inserted afterwards.
    """
    fixed: dict[str, Days] = {}
    try:
        while len(problem.agents) - len(fixed) > 1 and seconds_left() > 0:
            mix = generation.master.solve(seconds_left())
            if mix is None:
                break
            surest = _surest(problem, mix, fixed, random)
            for name in surest[: len(problem.agents) - len(fixed) - 1]:
                fixed[name] = mix.shares[name][0][1]
                generation.master.fix(name, fixed[name])
            for name in (name for name in problem.agents if name not in fixed):
                if seconds_left() <= 0:
                    break
                generation.add(name, generation.cheapest(name, mix.prices)[1])
    finally:
        generation.master.release()
    return fixed


def _surest(problem: Problem, mix: Mix, fixed: dict[str, Days], random: Random) -> list[str]:
    """Agents with one column nearly whole, and at least a step's worth of those nearest to it."""
    shares = {name: mix.shares[name][0][0] for name in problem.agents if name not in fixed}
    sure = [name for name, share in shares.items() if share >= SURE]
    doubtful = [name for name, share in shares.items() if share < SURE]
    doubtful.sort(key=lambda name: -shares[name] * random.uniform(*SWAY))
    return sure + doubtful[: max(0, ceil(STEP * len(problem.agents)) - len(sure))]

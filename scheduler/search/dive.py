"""From a mix of columns to whole rosters: fix the agents the mix is surest of, solve again, and so on."""

from collections.abc import Callable
from math import ceil
from random import Random

from scheduler.problem import Problem
from scheduler.search.column_generation import ColumnGeneration
from scheduler.search.master import Days, Mix

STEP = 0.12
"""Share of all agents fixed at a time."""
SURE = 0.95
SWAY = (0.85, 1.15)
"""How far chance may change the order of two agents."""
LAST = 0.1
"""Share of agents left for insertion one by one: with few columns left the master has no good ones."""


def dive(
    problem: Problem, generation: ColumnGeneration, random: Random, stopped: Callable[[], bool]
) -> dict[str, Days]:
    """Days of most agents; each dive takes its own way. Those left out fit best when inserted afterwards."""
    fixed: dict[str, Days] = {}
    try:
        while len(problem.agents) - len(fixed) > LAST * len(problem.agents) and not stopped():
            mix = generation.master.solve()
            if mix is None:
                break
            for name in _surest(problem, mix, fixed, random):
                fixed[name] = mix.shares[name][0][1]
                generation.master.fix(name, fixed[name])
            for name in problem.agents.keys() - fixed.keys():
                if stopped():
                    break
                generation.add(name, generation.cheapest(name, mix.prices)[1])
    finally:
        generation.master.release()
    return fixed


def _surest(problem: Problem, mix: Mix, fixed: dict[str, Days], random: Random) -> list[str]:
    """Agents with one column nearly whole, and at least a step's worth of those nearest to it."""
    shares = {name: mix.shares[name][0][0] for name in problem.agents if name not in fixed}
    sure = [name for name, share in shares.items() if share >= SURE]
    doubtful = sorted(shares.keys() - sure, key=lambda name: (-shares[name] * random.uniform(*SWAY), name))
    return sure + doubtful[: max(0, ceil(STEP * len(problem.agents)) - len(sure))]

"""From a mix of columns to whole rosters: fix the agents the mix is surest of, solve again, and so on."""

from collections.abc import Callable
from math import ceil

from scheduler.problem import Problem
from scheduler.search.column_generation import ColumnGeneration
from scheduler.search.master import Days, Mix

STEP = 0.12
"""Share of all agents fixed at a time."""
SURE = 0.95
LAST = 0.1
"""Share of agents left for insertion one by one: with few columns left the master has no good ones."""


def dive(problem: Problem, generation: ColumnGeneration, stopped: Callable[[], bool]) -> dict[str, Days]:
    """Days of most agents. Those left out fit best when inserted afterwards."""
    fixed: dict[str, Days] = {}
    try:
        while len(problem.agents) - len(fixed) > LAST * len(problem.agents) and not stopped():
            mix = generation.master.solve()
            if mix is None:
                break
            for name in _surest(problem, mix, fixed):
                fixed[name] = mix.shares[name][0][1]
                generation.master.fix(name, fixed[name])
            for name in problem.agents.keys() - fixed.keys():
                if stopped():
                    break
                generation.add(name, generation.cheapest(name, mix.prices)[1])
    finally:
        generation.master.release()
    return fixed


def _surest(problem: Problem, mix: Mix, fixed: dict[str, Days]) -> list[str]:
    """Agents with one column nearly whole, and at least a step's worth of those nearest to it."""
    free = sorted((name for name in problem.agents if name not in fixed), key=lambda name: -mix.shares[name][0][0])
    sure = sum(mix.shares[name][0][0] >= SURE for name in free)
    return free[: max(sure, ceil(STEP * len(problem.agents)))]

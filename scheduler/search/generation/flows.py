"""Whole rosters from the agents' graphs: each agent a path, all of them together at least cost.

The flow through a graph that holds few paths is as tight a relaxation as the mix of all columns that run there, and
branching on arcs settles far more at a time than branching on columns.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import NamedTuple

import numpy as np

from forecasts.horizon import Numbers
from scheduler.search.generation.master import Days, Master
from scheduler.search.improvement.insertion import Insertion
from scheduler.search.paths.day_graph import Arcs

USED = 0.5


class Step(NamedTuple):
    """An arc of a graph: nodes, day, shift or None for a day off, what it costs in pay and wishes."""

    source: int
    target: int
    day: int
    shift: str | None
    cost: float


class Answer(NamedTuple):
    """Everybody's days, None when none are found; the least that any can cost, infinite when there are none,
    minus infinity when that is not known.
    """

    days: dict[str, Days] | None
    bound: float


class Flows:
    """A programme in which every agent is one unit that flows through the horizon."""

    def __init__(self, master: Master, insertion: Insertion) -> None:
        self._master, self._insertion = master, insertion
        self._steps: dict[str, dict[int, Step]] = {}

    def add(self, name: str, arcs: Arcs, entry: int) -> None:
        """An agent's graph; each shift is a move of its own."""
        programme, rows = self._master.programme, defaultdict[int, int](lambda: programme.row(0.0, 0.0))
        rows[entry], end = self._master.agents[name], int(arcs.first_node[-1]) - 1
        steps = self._steps[name] = {}
        for step in self._arcs(name, arcs):
            entries = [(rows[step.source], 1.0)]
            if step.target != end:
                entries.append((rows[step.target], -1.0))
            if step.shift is not None:
                entries.append((self._master.duty(name, step.day, step.shift), 1.0))
            steps[programme.column(step.cost, entries, 1.0)] = step
        programme.whole += steps

    def _arcs(self, name: str, arcs: Arcs) -> Iterator[Step]:
        paths, (own, off_price) = self._insertion.paths(name), self._insertion.own(name)
        costs = np.column_stack([own, off_price])
        for day in range(len(costs)):
            for node in range(arcs.first_node[day], arcs.first_node[day + 1]):
                for arc in range(arcs.first_arc[node], arcs.first_arc[node + 1]):
                    move = int(arcs.move[arc])
                    cost = float(costs[day, move] + paths.premium[day] * arcs.extra[arc])
                    shift = paths.shifts[move] if move < len(paths.shifts) else None
                    yield Step(node, int(arcs.target[arc]), day, shift, cost)

    def solve(self, at_most: float, seconds: float, stopped: Callable[[], bool]) -> Answer:
        """The cheapest whole rosters of at most so many yuan, within so many seconds, unless stopped."""
        constant = self._master.relaxation.surplus_of_required
        self._master.programme.limit(at_most - constant)
        values, bound = self._master.programme.solve_whole(seconds, stopped)
        if values is None:
            return Answer(None, bound + constant)
        days = {name: self._days(steps, values) for name, steps in self._steps.items()}
        return Answer(days, bound + constant)

    def _days(self, steps: dict[int, Step], values: Numbers) -> Days:
        taken = {step.day: step.shift for variable, step in steps.items() if values[variable] > USED}
        return tuple(taken[day] for day in sorted(taken))

"""Shifts to be shared fairly, counted by agent while a roster changes."""

import numpy as np
from numpy.typing import NDArray

from scheduler.problem import Problem


class SharedShifts:
    """Counts of every rule of fairness. Agents and shifts go by position."""

    def __init__(self, problem: Problem) -> None:
        self._rules, agents = problem.fairness, problem.agents
        days, shifts = range(problem.horizon.days), problem.shifts.values()
        self._counts_one = [
            np.array([[*(rule.counts(day, shift) for shift in shifts), False] for day in days]) for rule in self._rules
        ]
        self._before = [np.array([rule.before.get(name, 0) for name in agents]) for rule in self._rules]
        self._counts = [before.copy() for before in self._before]
        self._members = [
            [number for number, agent in enumerate(agents.values()) if rule.contract in (None, agent.contract)]
            for rule in self._rules
        ]
        self._days = np.arange(problem.horizon.days)

    @property
    def cost(self) -> float:
        """Yuan of what is shared unevenly."""
        spreads = [
            np.ptp(counts[members]) if members else 0
            for counts, members in zip(self._counts, self._members, strict=True)
        ]
        return float(sum(rule.cost * spread for rule, spread in zip(self._rules, spreads, strict=True)))

    def count(self, agent: int, shifts: NDArray[np.int16]) -> None:
        """An agent's days: the position of each shift, OFF is the column after the last."""
        for before, counts, one in zip(self._before, self._counts, self._counts_one, strict=True):
            counts[agent] = before[agent] + one[self._days, shifts].sum()

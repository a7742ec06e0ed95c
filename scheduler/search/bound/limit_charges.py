"""Prices on the horizon's limits of agents whose graph does without them: minutes allowed and owed, kinds of shift.

Another part of the Lagrangian relaxation in `prices`: none is below zero, and whatever they are, the bound holds.
"""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from forecasts.horizon import Numbers
from scheduler.agent import Agent
from scheduler.problem import Problem
from scheduler.search.improvement.insertion import Insertion
from scheduler.search.paths.path_kernel import OFF

UNIT = 10.0
"""In largest weights: it gives charges the scale of other prices."""

Whole = NDArray[np.int64]


class LimitCharges:
    """Each charge belongs to one limit of an agent: weights of the shifts worked may add up to so much. Shifts are
    counted by position in the problem.
    """

    def __init__(self, problem: Problem, insertion: Insertion) -> None:
        self._shape = len(problem.agents), len(problem.shifts)
        found = [
            (number, weights, most)
            for number, (name, agent) in enumerate(problem.agents.items())
            for weights, most in _limits(problem, agent, insertion.left_out(name))
        ]
        self._agent = np.array([number for number, _, _ in found], dtype=np.int64)
        weights = np.array([weights for _, weights, _ in found]).reshape(len(found), len(problem.shifts))
        unit = UNIT * np.abs(weights).max(axis=1, initial=1e-9)
        self._weights, self._most = weights / unit[:, np.newaxis], np.array([most for _, _, most in found]) / unit

    @property
    def size(self) -> int:
        """How many charges there are."""
        return int(self._agent.size)

    def highest(self, shift: float) -> Numbers:
        """More than each charge can be worth where a shift is worth so many yuan at most."""
        least = np.where(self._weights, np.abs(self._weights), np.inf).min(axis=1, initial=np.inf)
        return np.asarray(shift / least, dtype=np.float64)

    def of_agents(self, charges: Numbers) -> Numbers:
        """Yuan for each shift, (agents, shifts)."""
        yuan = np.zeros(self._shape)
        np.add.at(yuan, self._agent, charges[:, np.newaxis] * self._weights)
        return yuan

    def constant(self, charges: Numbers) -> float:
        """Yuan to be taken from what everybody's days cost at these charges: the limits at their prices."""
        return float(charges @ self._most)

    def counts(self, shifts: NDArray[np.int16]) -> Numbers:
        """How often each shift is worked in each row of shifts by position or OFF, (rows, shifts)."""
        rows, kinds = len(shifts), self._shape[1]
        places = (np.arange(rows)[:, np.newaxis] * kinds + shifts)[shifts != OFF]
        return np.bincount(places, minlength=rows * kinds).reshape(rows, kinds).astype(np.float64)

    def mean(self, agents: Whole, shares: Numbers, counts: Numbers) -> Numbers:
        """Shifts worked by agents who work a share of each row, (agents, shifts)."""
        if not self.size:
            return np.zeros(self._shape)
        columns = [np.bincount(agents, shares * column, self._shape[0]) for column in counts.T]
        return np.array(columns, dtype=np.float64).T

    def rise(self, worked: Numbers) -> Numbers:
        """How the bound rises with each charge, where agents work so many shifts, (agents, shifts)."""
        return np.asarray((self._weights * worked[self._agent]).sum(axis=1) - self._most, dtype=np.float64)


def _limits(problem: Problem, agent: Agent, left_out: set[str | None]) -> Iterator[tuple[Numbers, float]]:
    """Weights of all shifts, and what they may add up to; what is owed counts below zero."""
    if None in left_out:
        paid = np.array([shift.paid_minutes for shift in problem.shifts.values()], dtype=np.float64)
        if agent.max_minutes is not None:
            yield paid, float(agent.max_minutes)
        if agent.min_minutes:
            yield -paid, -float(agent.min_minutes)
    for kind, most in agent.max_shifts.items():
        if kind in left_out:
            yield np.array([float(shift.carries(kind)) for shift in problem.shifts.values()]), float(most)

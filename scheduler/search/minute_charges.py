"""Prices on the minutes of agents whose graph leaves out how many the horizon allows or owes: two for each of them.

Another part of the Lagrangian relaxation in `prices`: none is below zero, and whatever they are, the bound holds.
"""

import numpy as np
from numpy.typing import NDArray

from forecasts.horizon import Numbers
from scheduler.problem import Problem
from scheduler.search.insertion import Insertion
from scheduler.search.path_kernel import OFF

UNIT = 10.0
"""In longest shifts."""


class MinuteCharges:
    """`paid`: minutes by shift. Charges are given in one row: yuan for each `unit` of minutes of the agents charged,
    then yuan for each unit that they owe and do not work. The unit is several shifts long, which gives charges the
    scale of other prices.
    """

    def __init__(self, problem: Problem, insertion: Insertion) -> None:
        self.paid = np.array([shift.paid_minutes for shift in problem.shifts.values()], dtype=np.float64)
        self.unit = UNIT * max(1.0, float(self.paid.max(initial=0.0)))
        self._agents, names = len(problem.agents), list(problem.agents)
        self._charged = np.array(
            [n for n, name in enumerate(names) if insertion.minutes_left_out(name)], dtype=np.int64
        )
        longest = float(self.paid.max(initial=0.0)) * problem.horizon.days
        charged = [problem.agents[names[number]] for number in self._charged]
        self._most = np.array([longest if a.max_minutes is None else a.max_minutes for a in charged], dtype=np.float64)
        self._least = np.array([agent.min_minutes or 0 for agent in charged], dtype=np.float64)

    @property
    def size(self) -> int:
        """How many charges there are."""
        return 2 * self._charged.size

    def of_agents(self, charges: Numbers) -> Numbers:
        """Yuan for each paid minute, by agent; below zero where minutes are owed."""
        yuan, (more, less) = np.zeros(self._agents), charges.reshape(2, -1)
        yuan[self._charged] = (more - less) / self.unit
        return yuan

    def constant(self, charges: Numbers) -> float:
        """Yuan to be taken from what everybody's days cost at these charges: the limits at their prices."""
        more, less = charges.reshape(2, -1)
        return float((more * self._most).sum() - (less * self._least).sum()) / self.unit

    def rise(self, minutes: Numbers) -> Numbers:
        """How the bound rises with each charge, at these mean minutes by agent."""
        worked = minutes[self._charged]
        slopes: Numbers = np.concatenate([worked - self._most, self._least - worked]) / self.unit
        return slopes

    def minutes(self, shifts: NDArray[np.int16]) -> Numbers:
        """Paid minutes of days, shifts by position or OFF, in each row."""
        found: Numbers = np.append(self.paid, 0.0)[np.where(shifts == OFF, self.paid.size, shifts)].sum(axis=1)
        return found

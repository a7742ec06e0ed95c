"""Prices on the minutes of agents whose graph leaves out how many the horizon allows or owes, one for each agent.

Another part of the Lagrangian relaxation in `prices`: whatever they are, the bound holds. Each time agents are asked,
the price of who works too much rises and of who works too little falls, by steps that grow while it keeps its way and
shrink when it turns (Riedmiller & Braun 1993, "Rprop").
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from forecasts.horizon import Numbers
from scheduler.search.path_kernel import OFF

FIRST_STEP, SMALLEST_STEP, LARGEST_STEP = 0.1, 1e-4, 2.0
"""Of a price, as shares of the dearest shift's price for each of its minutes."""
ONWARD, TURNED = 1.3, 0.5


class MinuteLimits(NamedTuple):
    """By agent the least and the most paid minutes of the horizon, 0 and infinite where there is nothing to charge;
    `paid`: minutes by shift.
    """

    least: Numbers
    most: Numbers
    paid: Numbers


class MinuteCharges:
    """`yuan`: for each paid minute, by agent; below zero where minutes are owed."""

    def __init__(self, limits: MinuteLimits) -> None:
        self._limits = limits
        self.yuan = np.zeros(limits.least.size)
        self._step, self._way = np.zeros(limits.least.size), np.zeros(limits.least.size)

    @property
    def paid(self) -> Numbers:
        """Minutes by shift."""
        return self._limits.paid

    @property
    def constant(self) -> Numbers:
        """What is to be taken from each agent's least cost: the limits at their prices."""
        most = np.where(np.isfinite(self._limits.most), self._limits.most, 0.0)
        return self.yuan * np.where(self.yuan > 0, most, self._limits.least)

    def learn(self, shifts: NDArray[np.int16], dearest: float) -> None:
        """Move the prices; `shifts`: everybody's cheapest days at them, `dearest`: the highest price of a shift."""
        minutes, (least, most, _) = self.minutes(shifts), self._limits
        free = np.sign(np.maximum(minutes - most, 0.0) - np.maximum(least - minutes, 0.0))
        held = np.sign(minutes - np.where(self.yuan > 0, most, least))
        way = np.where(self.yuan == 0, free, held)
        scale = dearest / max(float(self._limits.paid.max(initial=0.0)), 1.0)
        step = np.where(self._step > 0, self._step, FIRST_STEP * scale)
        step = np.where(way * self._way > 0, ONWARD * step, np.where(way * self._way < 0, TURNED * step, step))
        self._step, self._way = np.clip(step, SMALLEST_STEP * scale, LARGEST_STEP * scale), way
        then = self.yuan + way * self._step
        self.yuan = np.where(then * self.yuan < 0, 0.0, then)

    def minutes(self, shifts: NDArray[np.int16]) -> Numbers:
        """Paid minutes of days, shifts by position, in each row."""
        found: Numbers = np.append(self._limits.paid, 0.0)[np.where(shifts == OFF, self._limits.paid.size, shifts)].sum(
            axis=1
        )
        return found

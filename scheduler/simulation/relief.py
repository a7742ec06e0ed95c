"""Agents added where a backlog makes them worth far more than their own chats.

A goal met narrowly where a backlog forms is one that a slightly busier day misses badly, for whoever is not answered
keeps all those behind waiting. What an agent more changes there is found by simulation with the same customers.
Intervals some way apart hardly touch one another, so every `APART`-th is tried at once.
"""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import maximum_filter1d

from forecasts.horizon import Numbers
from scheduler.simulation.simulated_plan import Plan, simulated_plan
from scheduler.simulation.trials import Trials, part_of
from scheduler.staffing.arrivals import Arrivals
from scheduler.staffing.concurrency import curve_of
from scheduler.staffing.goals import Goals

APART = 4
PLAYED = APART + 1
"""Simulations in one round of relief: agents more here and there, and the plan that comes of it."""
WORTH = 2.5
"""Agents are added while each serves so many times the customers in time that one kept fully busy could serve."""
STEP = 0.02
"""Part of an interval's agents added at a time, at least one agent."""
NARROW = 0.5
"""A goal is met narrowly where customers miss it by more than this part of the failures that it allows."""


@dataclass(frozen=True, slots=True)
class Relief:
    """One skill's customers, and how many simulations its repair plays in all (`parts`)."""

    arrivals: Arrivals
    goals: Goals
    trials: Trials
    parts: int

    def given(self, plan: Plan, rounds: int, played: int) -> Plan:
        """The plan after up to `rounds` rounds; `played` simulations came before. A stop leaves what was found."""
        for _ in range(rounds):
            more = self._worthwhile(plan, played)
            if self._stopped() or not more.any():
                return plan
            relieved = self._with(plan, more, played + APART)
            if self._stopped():
                return plan
            plan, played = relieved, played + PLAYED
        return plan

    def _worthwhile(self, plan: Plan, played: int) -> Numbers:
        """Agents to add to each interval, shape (intervals,); of those near one another only to the best."""
        step = np.maximum(1.0, np.round(STEP * plan.present))
        hours = self.arrivals.interval_seconds / 3600
        gained = self._gains(plan, step, played) / (step * hours)
        best = gained >= maximum_filter1d(gained, 2 * APART - 1, mode="nearest")
        own = float(curve_of(self.goals).chats_per_second[-1]) * 3600
        return np.where(best & (gained > WORTH * own) & self._narrowly_met(plan), step, 0.0)

    def _narrowly_met(self, plan: Plan) -> NDArray[np.bool_]:
        """Whether a slightly busier day misses a goal for shares of customers, shape (intervals,)."""
        narrow = np.zeros(len(plan.present), dtype=bool)
        for name in ("service_level", "reply_rate"):
            goal = getattr(self.goals.goal, name)
            if goal is not None:
                narrow |= plan.simulated.measure(name)[0] < goal + (1 - goal) * NARROW
        return narrow

    def _gains(self, plan: Plan, step: Numbers, played: int) -> Numbers:
        """Customers served more when an interval alone has `step` agents more, shape (intervals,)."""
        gains = np.zeros(len(step))
        numbers = np.arange(len(step))
        for first in range(APART):
            if self._stopped():
                break
            tried = self._with(plan, np.where(numbers % APART == first, step, 0.0), played + first)
            change = self._served(tried) - self._served(plan)
            starts = numbers[first::APART]
            if len(starts):
                gains[starts] = np.add.reduceat(change, starts)
        return gains

    def _with(self, plan: Plan, more: Numbers, played: int) -> Plan:
        trials = replace(self.trials, on_progress=part_of(self.trials.on_progress, played, self.parts))
        return simulated_plan(self.arrivals, plan.present + more, plan.binding_goals, self.goals, trials)

    def _served(self, plan: Plan) -> Numbers:
        """Customers served as the goals have it, in time or at all, by interval."""
        name = "answered" if self.goals.goal.service_level is None else "in_time"
        served: Numbers = plan.simulated.sums[name].mean(axis=0)
        return served

    def _stopped(self) -> bool:
        return bool(self.trials.stop and self.trials.stop())

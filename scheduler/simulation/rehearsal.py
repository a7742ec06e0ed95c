"""Plans tried with the same customers: what an agent more or fewer in one interval changes.

Intervals some way apart hardly touch one another, so every `APART`-th is tried at once.
"""

from collections.abc import Iterator
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
Chosen = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """One skill's customers, and how many simulations are played in all (`parts`)."""

    arrivals: Arrivals
    goals: Goals
    trials: Trials
    parts: int

    @property
    def stopped(self) -> bool:
        """Whether nothing more is to be played."""
        return bool(self.trials.stop and self.trials.stop())

    @property
    def own_pace(self) -> float:
        """Customers an hour that one agent serves who is kept fully busy."""
        return float(curve_of(self.goals).chats_per_second[-1]) * 3600

    @property
    def hours(self) -> float:
        """Of an interval."""
        return self.arrivals.interval_seconds / 3600

    def changed(self, plan: Plan, change: Numbers, played: int) -> Plan:
        """The plan with `change` agents more in each interval, shape (intervals,); `played` simulations came before."""
        trials = replace(self.trials, on_progress=part_of(self.trials.on_progress, played, self.parts))
        return simulated_plan(self.arrivals, plan.present + change, plan.binding_goals, self.goals, trials)

    def each_changed(self, plan: Plan, change: Numbers, played: int) -> Iterator[tuple[NDArray[np.intp], Plan]]:
        """Every interval changed with none near it: some of them, and the plan with these changed; `APART` plans, or
        fewer after a stop.
        """
        numbers = np.arange(len(change))
        for first in range(min(APART, len(change))):
            if self.stopped:
                return
            yield numbers[first::APART], self.changed(plan, np.where(numbers % APART == first, change, 0), played + first)

    def served(self, plan: Plan) -> Numbers:
        """Customers served as the goals have it, in time or at all, by interval."""
        name = "answered" if self.goals.goal.service_level is None else "in_time"
        served: Numbers = plan.simulated.sums[name].mean(axis=0)
        return served


def best_nearby(values: Numbers) -> Chosen:
    """Whether an interval has the highest of the values that are near it."""
    best: Chosen = values >= maximum_filter1d(values, 2 * APART - 1, mode="nearest")
    return best

"""A plan as the simulation sees it: who is present, what that gives, and by how much it misses the goals."""

from dataclasses import dataclass, replace

import numpy as np

from forecasts.horizon import Numbers
from scheduler.simulation.engine import simulate_present
from scheduler.simulation.service import SimulatedService
from scheduler.simulation.trials import Trials
from scheduler.staffing.arrivals import Arrivals
from scheduler.staffing.goals import Goals
from scheduler.staffing.measures import misses

CAUTION = 0.5
"""A share counts as simulated less so many standard errors: it holds with a confidence of 70 %."""
RESPONSE = "average_response_seconds"
REPAIRED = ("service_level", "reply_rate", RESPONSE)


@dataclass(frozen=True, eq=False, slots=True)
class Plan:
    """`present`: agents by interval, shape (intervals,), the goals that decided on them, and what they give; `missed`:
    customers × relative miss by interval, shape (intervals,).
    """

    present: Numbers
    binding_goals: tuple[str, ...]
    simulated: SimulatedService
    misses: Numbers

    @property
    def missed(self) -> float:
        """Of all intervals."""
        return float(self.misses.sum())


def simulated_plan(
    arrivals: Arrivals, present: Numbers, binding_goals: tuple[str, ...], goals: Goals, trials: Trials
) -> Plan:
    """What agents present in each interval, shape (intervals,), give to the customers of `trials`."""
    simulated = simulate_present(arrivals, present, goals, trials)
    return Plan(present, binding_goals, simulated, _misses(simulated, goals))


def cautious(simulated: SimulatedService, name: str) -> Numbers:
    """A measure, less well by what chance may have added to it, shape (intervals,)."""
    value, error = simulated.measure(name)
    doubt = CAUTION * np.nan_to_num(error)
    return value + doubt if name == RESPONSE else value - doubt


def _misses(simulated: SimulatedService, goals: Goals) -> Numbers:
    """By how much plans of the same customers miss, by the same cautious reading."""
    arrivals = simulated.sums["arrivals"].mean(axis=0)
    values = zip(*(cautious(simulated, name).tolist() for name in REPAIRED), strict=True)
    intervals = (
        replace(one, **dict(zip(REPAIRED, its, strict=True)))
        for one, its in zip(simulated.intervals(), values, strict=True)
    )
    relative = np.array([sum(misses(one, goals).values()) for one in intervals])
    missed: Numbers = arrivals * relative
    return missed

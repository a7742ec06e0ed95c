"""Erlang A (Palm): customers wait with exponential patience and leave. Exact, and stable under any workload."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from scipy.optimize import brentq

from forecasts.horizon import Numbers
from scheduler.staffing.waiting import answered_within_share, waits_longer_share

_NEGLIGIBLE = 46.0
"""States less likely than e^-46 = 1e-20 times the likeliest one are left out."""


def birth_death_shares(births: Numbers, deaths: Numbers) -> Numbers:
    """Stationary distribution over 0 … n from births in 0 … n-1 and deaths in 1 … n, in logarithms against overflow."""
    logs = np.concatenate(([0.0], np.cumsum(np.log(births) - np.log(deaths))))
    weights = np.exp(logs - logs.max())
    shares: Numbers = weights / weights.sum()
    return shares


@dataclass(frozen=True)
class ErlangA:
    """M/M/n+M: `agents` a whole number ≥ 1, `erlangs` > 0, times in seconds."""

    agents: int
    erlangs: float
    handling_time_seconds: float
    patience_seconds: float

    @property
    def arrival_rate(self) -> float:
        """Customers a second."""
        return self.erlangs / self.handling_time_seconds

    @cached_property
    def shares(self) -> Numbers:
        """Share of time with 0, 1, 2 … customers present, waiting ones included, cut where it is negligible."""
        arrivals = self.arrival_rate
        length = 64
        while True:
            present = np.arange(1, self.agents + length + 1, dtype=float)
            deaths = self._departures(present)
            logs = np.cumsum(np.log(arrivals) - np.log(deaths))
            if deaths[-1] > arrivals and logs[-1] < logs.max() - _NEGLIGIBLE:
                return birth_death_shares(np.full(len(deaths), arrivals), deaths)
            length *= 2

    def _departures(self, present: Numbers) -> Numbers:
        served = np.minimum(present, self.agents) / self.handling_time_seconds
        left: Numbers = served + np.maximum(present - self.agents, 0) / self.patience_seconds
        return left

    @property
    def wait_probability(self) -> float:
        """Share of customers who find every agent busy."""
        return float(self._waiting.sum())

    @property
    def mean_queue(self) -> float:
        """Mean number of customers waiting."""
        return float(np.dot(self._waiting, np.arange(len(self._waiting))))

    @property
    def lost_share(self) -> float:
        """Share of customers who leave before being answered."""
        return self.mean_queue / self.patience_seconds / self.arrival_rate

    @property
    def mean_wait_seconds(self) -> float:
        """Mean wait over all customers, whether answered or lost."""
        return self.mean_queue / self.arrival_rate

    @property
    def occupancy(self) -> float:
        """Share of time an agent is busy."""
        return self.erlangs * (1 - self.lost_share) / self.agents

    def service_level(self, within_seconds: float) -> float:
        """sl1: answered within the time ÷ all customers. The strict one, and the product's."""
        return 1 - self.wait_probability + float(np.dot(self._waiting, self._answered_within(within_seconds)))

    def service_level_without_early_leavers(self, within_seconds: float) -> float:
        """sl2: answered within the time ÷ (all customers - those who left within it)."""
        still_waiting = self.waits_longer_share(within_seconds)
        answered = self.service_level(within_seconds)
        return answered / (answered + still_waiting)

    def service_level_of_answered(self, within_seconds: float) -> float:
        """sl3: answered within the time ÷ all answered."""
        return self.service_level(within_seconds) / (1 - self.lost_share)

    def waits_longer_share(self, seconds: float) -> float:
        """Share of customers who are neither answered nor gone after `seconds`."""
        ahead = np.arange(len(self._waiting), dtype=float)
        return float(np.dot(self._waiting, waits_longer_share(self._capacity, ahead, self.patience_seconds, seconds)))

    def wait_quantile_seconds(self, share: float) -> float:
        """The wait that `share` of all customers, answered or lost, do not exceed."""
        if self.wait_probability <= 1 - share:
            return 0.0
        longest = self.patience_seconds * -np.log(1 - share)
        return float(brentq(lambda seconds: self.waits_longer_share(seconds) - (1 - share), 0.0, longest))

    @cached_property
    def _waiting(self) -> Numbers:
        """Share of arrivals that find all agents busy and 0, 1, 2 … customers waiting."""
        return self.shares[self.agents :]

    @property
    def _capacity(self) -> float:
        return self.agents / self.handling_time_seconds

    def _answered_within(self, seconds: float) -> Numbers:
        ahead = np.arange(len(self._waiting), dtype=float)
        return answered_within_share(self._capacity, ahead, self.patience_seconds, seconds)

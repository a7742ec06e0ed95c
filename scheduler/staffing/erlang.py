"""Erlang B and C, exact, also for a real number of agents (continuous extension by the gamma integral, Jagerman 1974).

Workloads in erlangs, times in seconds. Baselines to compare with: the product plans with the chain in `engine.py`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from math import exp, floor

import numpy as np
from scipy.optimize import brentq
from scipy.special import gamma, gammaincc, roots_laguerre

_LAGUERRE_POINTS, _LAGUERRE_WEIGHTS = roots_laguerre(40)
_LAGUERRE_FROM = 100.0


class OverloadError(ValueError):
    """Erlang C has no steady state: the workload reaches or exceeds the agents, so the queue grows without limit."""


def blocking(agents: float, erlangs: float) -> float:
    """Erlang B: share of arrivals that find every agent busy and leave at once.

    B(n) = a B(n-1) / (n + a B(n-1)), which neither over- nor underflows; O(n).
    """
    if erlangs <= 0:
        return 1.0 if agents == 0 else 0.0
    whole = floor(agents)
    part = agents - whole
    share = 1.0 if part == 0 else _blocking_below_one(part, erlangs)
    for step in range(1, whole + 1):
        share = erlangs * share / (part + step + erlangs * share)
    return share


def _blocking_below_one(agents: float, erlangs: float) -> float:
    """1 / B = ∫ e^-s (1 + s/a)^n ds for 0 < n < 1: closed form, or Gauss-Laguerre where that would underflow."""
    if erlangs < _LAGUERRE_FROM:
        share = erlangs**agents * exp(-erlangs) / (gamma(agents + 1) * gammaincc(agents + 1, erlangs))
    else:
        share = 1 / np.dot(_LAGUERRE_WEIGHTS, (1 + _LAGUERRE_POINTS / erlangs) ** agents)
    return min(1.0, float(share))


def erlangs_blocked(agents: float, share: float, returning: float = 0.0) -> float:
    """Workload of first attempts at which `share` of all attempts is blocked; `returning` of the blocked try again."""
    offered = largest_workload(lambda tried: blocking(agents, tried) - share, agents / (1 - share) + 1)
    return offered * (1 - returning * share)


def largest_workload(excess: Callable[[float], float], above: float) -> float:
    """The workload between 0 and `above` at which a growing `excess` crosses zero."""
    return float(brentq(excess, 1e-12, above, xtol=1e-12, rtol=1e-14))


@dataclass(frozen=True)
class ErlangC:
    """Customers wait for ever (M/M/n). Creating one raises OverloadError unless the workload is below the agents."""

    agents: float
    erlangs: float
    handling_time_seconds: float = 1.0

    def __post_init__(self) -> None:
        """Refuse a queue that would grow without limit."""
        if self.erlangs >= self.agents:
            raise OverloadError(f"{self.erlangs} erlangs for {self.agents} agents")

    @property
    def occupancy(self) -> float:
        """Share of time an agent is busy."""
        return self.erlangs / self.agents

    @cached_property
    def wait_probability(self) -> float:
        """Share of customers who wait: n B / (n - a (1 - B))."""
        blocked = blocking(self.agents, self.erlangs)
        return self.agents * blocked / (self.agents - self.erlangs * (1 - blocked))

    @property
    def mean_wait_seconds(self) -> float:
        """Mean wait over all customers, those who do not wait included (ASA)."""
        return self.wait_probability * self.handling_time_seconds / (self.agents - self.erlangs)

    @property
    def mean_queue(self) -> float:
        """Mean number of customers waiting."""
        return self.wait_probability * self.erlangs / (self.agents - self.erlangs)

    def service_level(self, within_seconds: float) -> float:
        """Share of customers who wait at most `within_seconds`; nobody leaves, so the three variants agree."""
        exponent = (self.agents - self.erlangs) * within_seconds / self.handling_time_seconds
        return 1 - self.wait_probability * exp(-exponent)

"""Who is on duty with whom, in a roster under change: what is missing costs, and what one more agent would change."""

from collections.abc import Iterable

import numpy as np

from forecasts.horizon import Numbers
from scheduler.agent import Agent
from scheduler.companions import accompanies, duty_intervals, needs_company
from scheduler.problem import Problem

HARD = 1e6
"""Yuan for an hour in which a rule without a price is broken: more than any roster's worth of it."""


class CompanyState:
    """Heads on duty by rule and interval: those who need company, and those who give it."""

    def __init__(self, problem: Problem) -> None:
        self.problem, rules = problem, problem.companions
        self.needing = np.zeros((len(rules), problem.horizon.intervals))
        self.giving = np.zeros_like(self.needing)
        prices = [HARD if rule.cost is None else rule.cost for rule in rules]
        self._price = np.array(prices).reshape(-1, 1) * problem.horizon.interval_hours
        self._least = np.array([rule.least for rule in rules]).reshape(-1, 1)
        self._spans = {
            shift: [duty_intervals(problem, day, shift) for day in range(problem.horizon.days)]
            for shift in (problem.shifts if rules else ())
        }
        self._starts = {shift: np.array([span.start for span in spans]) for shift, spans in self._spans.items()}
        self._stops = {shift: np.array([span.stop for span in spans]) for shift, spans in self._spans.items()}

    def add(self, agent: Agent, worked: Iterable[tuple[int, str]], sign: int) -> None:
        """Put an agent's days with their shifts in, or with `sign` -1 take them out."""
        if not self.problem.companions:
            return
        needs, gives = self._roles(agent)
        for day, shift in worked:
            span = self._spans[shift][day]
            self.needing[:, span.start : span.stop] += sign * needs
            self.giving[:, span.start : span.stop] += sign * gives

    def cost(self) -> float:
        """Yuan of the hours without company."""
        return float(self._missing(self.needing, self.giving).sum())

    def price(self, agent: Agent, shifts: tuple[str, ...]) -> Numbers:
        """Yuan that the agent on duty adds, mostly saves, by day and shift."""
        if not self.problem.companions or not shifts:
            return np.zeros((self.problem.horizon.days, len(shifts)))
        needs, gives = self._roles(agent)
        after = self._missing(self.needing + needs, self.giving + gives)
        added = (after - self._missing(self.needing, self.giving)).sum(axis=0)
        summed = np.concatenate([[0.0], np.cumsum(added)])
        starts, stops = ([ends[shift] for shift in shifts] for ends in (self._starts, self._stops))
        price: Numbers = (summed[np.array(stops)] - summed[np.array(starts)]).T
        return price

    def _roles(self, agent: Agent) -> tuple[Numbers, Numbers]:
        """1 where the agent needs company, and where they give it, shape (rules, 1)."""
        rules = self.problem.companions
        needs = np.array([float(needs_company(rule, agent)) for rule in rules])
        gives = np.array([float(accompanies(rule, agent)) for rule in rules])
        return needs.reshape(-1, 1), gives.reshape(-1, 1)

    def _missing(self, needing: Numbers, giving: Numbers) -> Numbers:
        missing: Numbers = np.where((needing > 0) & (giving < self._least), self._price, 0.0)
        return missing

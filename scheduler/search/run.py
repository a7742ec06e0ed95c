"""One search under way: its clock, its best roster so far and its bound. Safe to use from the solver's threads."""

import threading
import time
from collections.abc import Callable
from math import ceil

from scheduler.checks import check
from scheduler.objective import cost
from scheduler.prices import Prices
from scheduler.problem import Problem
from scheduler.roster import Roster
from scheduler.solution import ConflictPart, Outcome, Progress, SearchLimits, Solution

AGREEMENT = 1e-4
"""Objective and bound this close, relative, are one: the roster is optimal."""
ROUNDING = 1e-6


class Run:
    """What every engine reports to. A roster counts only when the checks find nothing, at its true cost."""

    def __init__(
        self,
        problem: Problem,
        limits: SearchLimits,
        on_progress: Callable[[Progress], None] | None = None,
        stop: threading.Event | None = None,
    ) -> None:
        self.problem, self.limits = problem, limits
        self.stop = stop or threading.Event()
        self.roster: Roster | None = None
        self.objective: float | None = None
        self.bound: float | None = None
        self.prices: Prices | None = None
        self.costs_whole = costs_are_whole(problem)
        self._on_progress = on_progress
        self._began = time.monotonic()
        self._lock = threading.RLock()

    @property
    def seconds(self) -> float:
        """Since the search began."""
        return time.monotonic() - self._began

    @property
    def seconds_left(self) -> float:
        """Until the limit; never below zero."""
        return max(0.0, self.limits.seconds - self.seconds)

    @property
    def over(self) -> bool:
        """Whether to stop: asked to, out of time, or close enough to the bound."""
        return self.stop.is_set() or self.seconds_left == 0.0 or self.close_enough

    @property
    def close_enough(self) -> bool:
        """Whether the gap asked for is reached."""
        gap = self.solution().gap
        return gap is not None and gap <= max(self.limits.gap, AGREEMENT)

    def offer(self, roster: Roster) -> bool:
        """Take a roster if it keeps every rule and is the best yet."""
        objective = cost(self.problem, roster).total
        with self._lock:
            if self.objective is not None and objective >= self.objective - 1e-9:
                return False
            if check(self.problem, roster):
                return False
            self.roster, self.objective = roster, objective
            self._tell(self.solution())
        return True

    def prove(self, bound: float, prices: Prices | None = None) -> None:
        """Take a proven lower bound if it is the best yet; where every cost is whole, the next whole number is one.
        `prices`: those that prove it; the last ones given are kept.
        """
        if self.costs_whole:
            bound = float(ceil(bound - ROUNDING))
        with self._lock:
            if self.bound is None or bound > self.bound:
                self.bound, self.prices = bound, prices or self.prices
                self._tell(None)

    def solution(self, conflict: tuple[ConflictPart, ...] | None = None) -> Solution:
        """How things stand; with a conflict, that there is no roster."""
        with self._lock:
            bound = self.bound
            if bound is not None and self.objective is not None:
                bound = min(bound, self.objective)  # they can cross in the last digits only
            return Solution(
                outcome=Outcome.INFEASIBLE if conflict is not None else self._outcome(bound),
                roster=self.roster or Roster(),
                objective=self.objective,
                bound=bound,
                seconds=self.seconds,
                seed=self.limits.seed,
                conflict=conflict or (),
                prices=self.prices,
            )

    def _outcome(self, bound: float | None) -> Outcome:
        if self.objective is None:
            return Outcome.UNKNOWN
        close = bound is not None and self.objective - bound <= AGREEMENT * abs(self.objective) + 1e-9
        return Outcome.OPTIMAL if close else Outcome.FEASIBLE

    def _tell(self, solution: Solution | None) -> None:
        if self._on_progress:
            self._on_progress(Progress(self.seconds, self.objective, self.solution().bound, solution))


def costs_are_whole(problem: Problem) -> bool:
    """Whether every roster costs a whole number of yuan: only wishes, targets and fairness, at whole prices."""
    agents = problem.agents.values()
    prices = [wish.cost for agent in agents for wish in agent.requests]
    prices += [price for target in problem.shift_targets for price in (target.shortage_cost, target.surplus_cost)]
    prices += [rule.cost for rule in problem.fairness]
    unpaid = all(agent.hourly_cost == 0 for agent in agents)
    return unpaid and not problem.requirement and all(price == round(price) for price in prices)

"""A roster under change: its presence and cost kept up to date, and what one more agent at work would be worth."""

from collections import Counter
from collections.abc import Collection, Iterable

import numpy as np

from forecasts.horizon import Numbers
from scheduler.company_state import CompanyState
from scheduler.cover import Matching, covered_intervals
from scheduler.hall import Skills, connected_parts
from scheduler.kind import Kind
from scheduler.problem import Problem
from scheduler.roster import Assignment


class TeamState:
    """Presence of a changing set of assignments. Intervals are independent, so the worth of one more agent there is
    the exact fall of the cost in each, whatever the shift that brings it.
    """

    def __init__(self, problem: Problem, skill_sets: Iterable[Skills]) -> None:
        self.problem = problem
        size = problem.horizon.intervals
        self.heads = np.zeros(size)
        self.capacity: dict[Skills, Numbers] = {skills: np.zeros(size) for skills in skill_sets}
        parts = connected_parts(problem.requirement, list(self.capacity))
        self._matchings = [Matching(problem, part) for part in parts]
        self.target_heads: Counter[tuple[int, str]] = Counter()
        self.company = CompanyState(problem)

    def add(self, cells: Collection[Assignment], kind: Kind, sign: int = 1) -> None:
        """Put assignments of an agent of this kind in, or with `sign` -1 take them out."""
        for cell in cells:
            covered = covered_intervals(self.problem, cell.day, cell.shift, cell.breaks)
            self.heads[covered] += sign
            self.capacity[kind.skills][covered] += sign * kind.productivity
            self.target_heads[cell.day, cell.shift] += sign
            self.company.add(self.problem.agents[cell.agent], [(cell.day, cell.shift)], sign)

    def presence_cost(self) -> Numbers:
        """Yuan of shortage and surplus in each interval."""
        if not self.problem.requirement:
            return np.zeros(self.problem.horizon.intervals)
        cost = np.zeros(self.problem.horizon.intervals)
        covered = np.zeros_like(cost)
        for matching in self._matchings:
            done, short_cost = matching.match(self.capacity)
            cost += short_cost
            covered += done.sum(axis=0)
        present = np.sum(list(self.capacity.values()), axis=0)
        cost += self.problem.surplus_cost * self.problem.horizon.interval_hours * (present - covered)
        return cost

    def target_cost(self) -> float:
        """Yuan of heads short and extra on shifts."""
        total = 0.0
        for target in self.problem.shift_targets:
            extra = self.target_heads[target.day, target.shift] - target.heads
            total += target.surplus_cost * extra if extra > 0 else -target.shortage_cost * extra
        return total

    def presence_price(self, kind: Kind) -> Numbers:
        """Yuan that one more agent of a kind adds in each interval (mostly negative); infinite without a free seat."""
        before = self.presence_cost()
        self.capacity[kind.skills] += kind.productivity
        added: Numbers = self.presence_cost() - before
        self.capacity[kind.skills] -= kind.productivity
        if self.problem.seat_limit is not None:
            added[self.heads >= self.problem.seat_limit] = np.inf
        return added

    def target_price(self, shifts: tuple[str, ...]) -> Numbers:
        """Yuan that one more head adds, by day and shift."""
        price = np.zeros((self.problem.horizon.days, len(shifts)))
        position = {shift: number for number, shift in enumerate(shifts)}
        for target in self.problem.shift_targets:
            if target.shift in position:
                full = self.target_heads[target.day, target.shift] >= target.heads
                price[target.day, position[target.shift]] += target.surplus_cost if full else -target.shortage_cost
        return price

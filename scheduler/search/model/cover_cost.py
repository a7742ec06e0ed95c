"""Shortage and surplus in the solver's model, one Hall inequality per interval and set of skills.

Standard agents become whole units: what is required rounds down, productivity up, so the model is never shorter of
agents than the truth. The surplus is present - required + short, with those two rounded the other way.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from math import ceil, floor

import numpy as np
from ortools.sat.python import cp_model

from forecasts.horizon import Numbers
from scheduler.cover import price_pieces
from scheduler.hall import Skills, connected_parts, cuts
from scheduler.problem import Problem
from scheduler.rules.presence_model import PresenceModel
from scheduler.search.model.objective_model import ObjectiveModel

UNITS = (1, 2, 5, 10, 20, 50, 100, 1000)
ROUNDING = 1e-9


@dataclass(frozen=True, eq=False)
class CoverCost:
    """Adds the price of shortage and surplus to an objective."""

    presence: PresenceModel
    objective: ObjectiveModel

    @property
    def problem(self) -> Problem:
        """The problem being modelled."""
        return self.presence.problem

    def post(self) -> None:
        """Shortage variables, their inequalities and prices; nothing where nothing is required."""
        if not self.problem.requirement:
            return
        self._post_surplus()
        skill_sets = {count.kind.skills for count in self.presence.counts} | set(self.presence.fixed.capacity)
        for part in connected_parts(self.problem.requirement, list(skill_sets)):
            for interval in range(self.problem.horizon.intervals):
                self._post_interval(interval, part)

    def _post_interval(self, interval: int, part: tuple[str, ...]) -> None:
        required = {skill: _down(self.problem.requirement[skill][interval] * self.units) for skill in part}
        active = [skill for skill, amount in required.items() if amount]
        if not active:
            return
        short = {skill: self._shortage(skill, interval, required[skill]) for skill in active}
        present = self._units_present(interval)
        for cut in cuts(active):
            missing = [cp_model.LinearExpr.sum(short[skill]) for skill in sorted(cut)]
            reach = [variable for owned, variable in present.items() if owned & cut]
            asked = sum(required[skill] for skill in cut) - self._fixed_reach(interval, cut)
            if asked > 0:
                self.presence.model.add(cp_model.LinearExpr.sum(missing + reach) >= asked)

    def _shortage(self, skill: str, interval: int, required: int) -> list[cp_model.IntVar]:
        """One variable per price step, in units; rising prices fill them in order."""
        variables, left, hours = [], required, self.problem.horizon.interval_hours
        for position, (amounts, prices) in enumerate(self._pieces[skill]):
            last = position == len(self._pieces[skill]) - 1
            most = left if last else min(left, ceil(amounts[interval] * self.units - ROUNDING))
            if most:
                variable = self.presence.model.new_int_var(0, most, f"short {skill} {interval}")
                price = (prices[interval] + self.problem.surplus_cost) * hours / self.units
                self.objective.add(variable, price, most)
                variables.append(variable)
            left -= most
        return variables

    def _units_present(self, interval: int) -> dict[Skills, cp_model.IntVar]:
        """Units present in an interval by set of skills, each behind one variable of its own."""
        by_skills: dict[Skills, tuple[list[cp_model.IntVar], list[int]]] = defaultdict(lambda: ([], []))
        for count in self.presence.present[interval]:
            variables, units = by_skills[count.kind.skills]
            variables.append(count.variable)
            units.append(_up(count.kind.productivity * self.units))
        most = {skills: sum(units) * len(self.problem.agents) for skills, (_, units) in by_skills.items()}
        present = {}
        for skills, (variables, units) in by_skills.items():
            if skills:
                present[skills] = self.presence.model.new_int_var(0, most[skills], f"present {interval}")
                self.presence.model.add(present[skills] == cp_model.LinearExpr.weighted_sum(variables, units))
        return present

    def _fixed_reach(self, interval: int, cut: Skills) -> int:
        capacity = self.presence.fixed.capacity
        return _up(sum(float(c[interval]) for owned, c in capacity.items() if owned & cut) * self.units)

    def _post_surplus(self) -> None:
        """The part of the surplus that is not shortage: present - required, at the surplus price."""
        price = self.problem.surplus_cost * self.problem.horizon.interval_hours
        required = sum(float(curve.sum()) for curve in self.problem.requirement.values())
        fixed = sum(float(capacity.sum()) for capacity in self.presence.fixed.capacity.values())
        self.objective.constant += price * (fixed - required)
        for count in self.presence.counts:
            worth = price * count.kind.productivity * len(count.intervals)
            self.objective.add(count.variable, worth, len(self.problem.agents))

    @cached_property
    def _pieces(self) -> dict[str, list[tuple[Numbers, Numbers]]]:
        return {skill: price_pieces(self.problem, skill) for skill in self.problem.requirement}

    @cached_property
    def units(self) -> int:
        """Units of a standard agent: the fewest that make every productivity and requirement whole, else 1000."""
        worth: Iterable[float] = (agent.productivity for agent in self.problem.agents.values())
        amounts = np.array([*worth, *chain.from_iterable(self.problem.requirement.values())])
        whole = (units for units in UNITS if np.allclose(amounts * units, np.round(amounts * units), 0, 1e-7))
        return next(whole, UNITS[-1])


def _down(value: float) -> int:
    return floor(value + ROUNDING)


def _up(value: float) -> int:
    return ceil(value - ROUNDING)

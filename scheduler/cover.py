"""Who is present in each interval and what of the requirement that covers.

Agents present are matched to skills so that what stays uncovered costs least. The amounts that a set of agents can
cover form a polymatroid, so covering the dearest piece of requirement first is optimal (Edmonds 1970).
"""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from forecasts.horizon import Numbers
from scheduler.break_patterns import Pattern, footprint
from scheduler.hall import Skills, connected_parts, cuts, share_of
from scheduler.problem import Problem
from scheduler.roster import Roster

ROUNDING = 1e-9


@dataclass(frozen=True, eq=False)
class Presence:
    """Arrays of shape (intervals,): `heads` at work (not on a break), and their productivity by set of skills."""

    heads: Numbers
    capacity: Mapping[Skills, Numbers]


@dataclass(frozen=True, eq=False)
class Cover:
    """Arrays of shape (intervals,). `covered`, `shortage`: skill to standard agents; `surplus`: standard agents
    present but not required; `shortage_cost`: yuan of what stays uncovered, without the surplus.
    """

    heads: Numbers
    covered: Mapping[str, Numbers]
    shortage: Mapping[str, Numbers]
    surplus: Numbers
    shortage_cost: Numbers


def presence(problem: Problem, roster: Roster) -> Presence:
    """Heads and productivity in each interval; an interval partly worked or touched by a break counts nothing."""
    size = problem.horizon.intervals
    heads, capacity = np.zeros(size), dict[Skills, Numbers]()
    for (skills, productivity, day, shift, pattern), count in _like_assignments(problem, roster).items():
        covered = covered_intervals(problem, day, shift, pattern)
        heads[covered] += count
        if skills not in capacity:
            capacity[skills] = np.zeros(size)
        capacity[skills][covered] += count * productivity
    return Presence(heads, capacity)


def _like_assignments(problem: Problem, roster: Roster) -> Counter[tuple[Skills, float, int, str, Pattern]]:
    """Assignments counted by all that matters for cover; hundreds instead of thousands."""
    worth = {name: (agent.skills, agent.productivity) for name, agent in problem.agents.items()}
    return Counter(
        (*worth[cell.agent], cell.day, cell.shift, cell.breaks)
        for cell in roster.cells.values()
        if cell.agent in worth and cell.shift in problem.shifts
    )


def covered_intervals(problem: Problem, day: int, shift: str, pattern: Pattern) -> NDArray[np.intp]:
    """Intervals of the horizon covered by a shift on a day with its breaks placed so."""
    horizon = problem.horizon
    relative = np.array(footprint(problem.shifts[shift], pattern, horizon.interval_minutes), dtype=np.intp)
    covered = relative + day * horizon.intervals_per_day
    return covered[(covered >= 0) & (covered < horizon.intervals)]


def cover(problem: Problem, roster: Roster) -> Cover:
    """Cover, shortage and surplus of a roster."""
    present = presence(problem, roster)
    return cover_of(problem, present, matchings(problem, list(present.capacity)))


def matchings(problem: Problem, skill_sets: Sequence[Skills]) -> list["Matching"]:
    """One matching for each set of skills that agents connect."""
    return [Matching(problem, part) for part in connected_parts(problem.requirement, list(skill_sets))]


def cover_of(problem: Problem, present: Presence, parts: Sequence["Matching"]) -> Cover:
    """Cover, shortage and surplus of those present; `parts` as from `matchings` for their sets of skills."""
    covered: dict[str, Numbers] = {}
    total_cost = np.zeros(problem.horizon.intervals)
    for matching in parts:
        done, part_cost = matching.match(present.capacity)
        covered |= dict(zip(matching.part, done, strict=True))
        total_cost += part_cost
    shortage = {skill: problem.requirement[skill] - done for skill, done in covered.items()}
    total = sum(present.capacity.values(), np.zeros_like(total_cost))
    surplus = total - sum(covered.values(), np.zeros_like(total_cost))
    return Cover(present.heads, covered, shortage, np.where(np.abs(surplus) < ROUNDING, 0.0, surplus), total_cost)


def serving(problem: Problem, roster: Roster) -> dict[str, Numbers]:
    """Skill to standard agents who serve it, shape (intervals,): those who cover its requirement, and of the surplus
    its share by requirement, as far as they have the skill.
    """
    present = presence(problem, roster)
    parts = matchings(problem, list(present.capacity))
    covered = cover_of(problem, present, parts).covered
    return {
        skill: row
        for matching in parts
        for skill, row in zip(matching.part, matching.with_surplus(present.capacity, covered), strict=True)
    }


@dataclass(frozen=True, eq=False)
class Matching:
    """Agents present matched to connected skills, in every interval at once; holds what does not depend on them."""

    problem: Problem
    part: Sequence[str]

    def match(self, capacity: Mapping[Skills, Numbers]) -> tuple[Numbers, Numbers]:
        """Standard agents covered (skills, intervals) and yuan of what stays short (intervals,).

        A set of skills can take no more than those agents reach who have one of them. Each piece, dearest first,
        gets what the tightest set around its skill still has room for.
        """
        owner, amounts, prices = self._pieces
        room = np.array([reach(capacity, cut, self._columns.size) for cut in self._cuts])
        covered, cost = np.zeros((len(self.part), self._columns.size)), np.zeros(self._columns.size)
        for skill, amount, price in zip(owner, amounts, prices, strict=True):
            inside = self._inside[:, skill]
            gained = np.clip(np.where(inside, room, np.inf).min(axis=0), 0.0, amount)
            room -= np.where(inside, gained, 0.0)
            covered[skill, self._columns] += gained
            cost += price * (amount - gained)
        return covered, cost * self.problem.horizon.interval_hours

    def with_surplus(self, capacity: Mapping[Skills, Numbers], covered: Mapping[str, Numbers]) -> Numbers:
        """Standard agents who serve each skill, (skills, intervals): the covered ones, then the others in proportion
        to what is required, and what no other skill can use to the first that can.
        """
        serve = np.array([covered[skill] for skill in self.part])
        room = np.array([reach(capacity, cut, self._columns.size) for cut in self._cuts])
        room = np.maximum(0.0, room - self._inside.astype(float) @ serve)
        required = np.array([self.problem.requirement[skill] for skill in self.part])
        share = (required + ROUNDING) / (required + ROUNDING).sum(axis=0)
        for most in (room[-1] * share, np.broadcast_to(np.inf, share.shape)):
            for skill in range(len(self.part)):
                inside = self._inside[:, skill]
                gained = np.minimum(np.where(inside[:, None], room, np.inf).min(axis=0), most[skill])
                room -= np.where(inside[:, None], gained, 0.0)
                serve[skill] += gained
        return serve

    @cached_property
    def _cuts(self) -> list[Skills]:
        return cuts(self.part)

    @cached_property
    def _inside(self) -> NDArray[np.bool_]:
        """Whether a set of skills, in rows, holds a skill, in columns."""
        return np.array([[skill in cut for skill in self.part] for cut in self._cuts])

    @cached_property
    def _columns(self) -> NDArray[np.intp]:
        return np.arange(self.problem.horizon.intervals)

    @cached_property
    def _pieces(self) -> tuple[NDArray[np.intp], Numbers, Numbers]:
        """The requirement cut at the price steps, dearest first in each interval, three arrays of shape (pieces,
        intervals): position of the skill, standard agents, yuan per agent-hour.
        """
        found = [
            (np.full(self._columns.size, position), amounts, prices)
            for position, skill in enumerate(self.part)
            for amounts, prices in price_pieces(self.problem, skill)
        ]
        owner, amounts, prices = (np.array(column) for column in zip(*found, strict=True))
        order = np.argsort(-prices, axis=0, kind="stable")
        return owner[order, self._columns], amounts[order, self._columns], prices[order, self._columns]


def reach(capacity: Mapping[Skills, Numbers], cut: Collection[str], intervals: int) -> Numbers:
    """Productivity of those who have at least one skill of the cut, shape (intervals,)."""
    owning = [amount for owned, amount in capacity.items() if not owned.isdisjoint(cut)]
    return np.sum(owning, axis=0) if owning else np.zeros(intervals)


def price_pieces(problem: Problem, skill: str) -> list[tuple[Numbers, Numbers]]:
    """A skill's requirement cut at its price steps, cheapest first: (standard agents, yuan per agent-hour).

    One of several load levels saves only its share of shortage and surplus: `share` × (price + surplus) - surplus.
    """
    left, share = problem.requirement[skill], share_of(skill)
    weight = problem.shortage_weight.get(skill, np.ones_like(left))
    pieces = []
    for step in problem.shortage_costs[skill]:
        amount = left if step.agents is None else np.minimum(left, step.agents)
        price = step.cost * weight
        pieces.append(
            (amount, price if share == 1.0 else share * (price + problem.surplus_cost) - problem.surplus_cost)
        )
        left = left - amount
    return pieces

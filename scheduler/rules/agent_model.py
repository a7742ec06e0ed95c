"""One agent in the solver's model: a boolean for every shift on every day that the agent may work."""

from collections.abc import Callable, Collection, Mapping

from ortools.sat.python import cp_model

from scheduler.agent import Agent
from scheduler.problem import Problem
from scheduler.solution import ConflictPart

Keep = Callable[[ConflictPart], bool]
"""Which rules to post; everything, unless a conflict is being looked for."""


def keep_all(part: ConflictPart) -> bool:
    """Post every rule."""
    del part
    return True


NOTHING: Mapping[int, str | None] = {}


class AgentModel:
    """Variables of one agent: `cells` by (day, shift id) and `works` by day. One shift a day holds by construction.

    Rules speak to it in its own words and hand each condition to `require`, which alone knows whether it counts.
    Days in `kept` are settled, None for a day off: rules see them as constants, and `free` has only the other cells.
    """

    def __init__(
        self,
        model: cp_model.CpModel,
        problem: Problem,
        agent: Agent,
        cells: Collection[tuple[int, str]],
        keep: Keep = keep_all,
        kept: Mapping[int, str | None] = NOTHING,
    ) -> None:
        self.model, self.problem, self.agent, self._keep, self.kept = model, problem, agent, keep, kept
        self.free: Mapping[tuple[int, str], cp_model.IntVar] = {
            (day, shift): model.new_bool_var(f"{agent.id} {day} {shift}") for day, shift in cells if day not in kept
        }
        settled = {(day, shift): model.new_constant(1) for day, shift in kept.items() if shift is not None}
        self.cells: Mapping[tuple[int, str], cp_model.IntVar] = {**self.free, **settled}
        self.works = [
            model.new_constant(int(kept[day] is not None)) if day in kept else model.new_bool_var(f"{agent.id} {day}")
            for day in range(problem.horizon.days)
        ]
        for day, works in enumerate(self.works):
            if day not in kept:
                model.add_exactly_one([works.negated(), *self.of_day(day).values()])

    def of_day(self, day: int) -> dict[str, cp_model.IntVar]:
        """Variables of one day by shift id."""
        shifts = ((shift, self.cells.get((day, shift))) for shift in self.problem.shifts)
        return {shift: variable for shift, variable in shifts if variable is not None}

    def sum(self, weight: Callable[[str], int], days: Collection[int] | None = None) -> cp_model.LinearExprT:
        """Total weight of the shifts worked, on some days or all."""
        terms = [(v, weight(s)) for (day, s), v in self.cells.items() if days is None or day in days]
        return cp_model.LinearExpr.weighted_sum([v for v, _ in terms], [w for _, w in terms])

    def paid_minutes(self, days: Collection[int] | None = None) -> cp_model.LinearExprT:
        """Paid minutes, on some days or all."""
        return self.sum(lambda shift: self.problem.shifts[shift].paid_minutes, days)

    def require(self, condition: cp_model.BoundedLinearExpression | bool, rule: str, day: int | None = None) -> None:
        """Demand a condition in the name of a rule."""
        if self._keep(ConflictPart(rule, self.agent.id, day)):
            self.model.add(condition)

    def forbid_followers(self, pairs: Collection[tuple[str, str]], days_later: int, rule: str) -> None:
        """Forbid each (first, second) when second comes `days_later` after first.

        Posted as cliques: all that forbid a set of followers, with that set, at most one of them.
        """
        followers: dict[str, frozenset[str]] = {}
        for first, second in pairs:
            followers[first] = followers.get(first, frozenset()) | {second}
        cliques = [
            ([first for first, later in followers.items() if later >= group], group)
            for group in dict.fromkeys(followers.values())
        ]
        for day in range(self.problem.horizon.days - days_later):
            for firsts, seconds in cliques:
                self._at_most_one(day, firsts, day + days_later, seconds, rule)

    def _at_most_one(self, day: int, firsts: Collection[str], later: int, seconds: Collection[str], rule: str) -> None:
        first = [self.cells[day, shift] for shift in firsts if (day, shift) in self.cells]
        second = [self.cells[later, shift] for shift in sorted(seconds) if (later, shift) in self.cells]
        if first and second:
            self.require(cp_model.LinearExpr.sum(first + second) <= 1, rule, day)

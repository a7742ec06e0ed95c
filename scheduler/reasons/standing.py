"""A roster as it stands, prepared to say quickly and exactly what any change of a few cells would cost or break."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cached_property

import numpy as np

from scheduler.checks import check_agent, companions
from scheduler.companions import companion_cost
from scheduler.kind import Kind, kind_of
from scheduler.labour import labour_cost
from scheduler.load_levels import levelled
from scheduler.objective import request_cost
from scheduler.problem import Fairness, Problem
from scheduler.reasons.window import Window
from scheduler.roster import Assignment, Roster
from scheduler.violation import Violation

Cell = tuple[str, int]
Cells = Mapping[Cell, Assignment | None]
"""What cells become, by agent and day; None is a day off."""
Days = Mapping[int, Assignment]


@dataclass(frozen=True, slots=True)
class Difference:
    """What a change adds to the cost in yuan, by part (`cover`: shortage and surplus; below zero: it saves), the rules
    it breaks that hold now, and those it mends.
    """

    cover: float = 0.0
    shift_targets: float = 0.0
    labour: float = 0.0
    requests: float = 0.0
    fairness: float = 0.0
    companions: float = 0.0
    broken: tuple[Violation, ...] = ()
    mended: tuple[Violation, ...] = ()

    @property
    def total(self) -> float:
        """Change of the objective."""
        parts = (getattr(self, part.name) for part in fields(self) if part.name not in ("broken", "mended"))
        return float(sum(parts))


class Standing:
    """One roster of one problem; assignments of unknown agents or shifts are left aside."""

    def __init__(self, problem: Problem, roster: Roster) -> None:
        known = {
            key: cell
            for key, cell in roster.cells.items()
            if cell.agent in problem.agents and cell.shift in problem.shifts
        }
        self.problem, self.roster = problem, Roster(known)
        self._covered = levelled(problem).problem if problem.load_levels else problem
        self.kinds: dict[str, Kind] = {
            name: kind_of(self._covered, agent) for name, agent in self._covered.agents.items()
        }
        self._windows: dict[tuple[int, int], Window] = {}
        self._found: dict[str, list[Violation]] = {}

    @cached_property
    def rows(self) -> dict[str, dict[int, Assignment]]:
        """Each agent's assignments by day, in order."""
        return self.roster.by_agent()

    def window(self, first: int, days: int = 2) -> Window:
        """The days from `first` on; a shift covers at most its own day and the next."""
        key = first, days
        if key not in self._windows:
            self._windows[key] = Window(self._covered, self.roster, first, days)
        return self._windows[key]

    def difference(self, cells: Cells) -> Difference:
        """What changing these cells would cost and break."""
        rows = {name: self._row_with(name, cells) for name in dict.fromkeys(agent for agent, _ in cells)}
        before = [violation for name in rows for violation in self._violations(name)]
        after = [v for name, days in rows.items() for v in check_agent(self.problem, self.problem.agents[name], days)]
        cover, over_seats = self._cover(cells)
        alone, company_broken, company_mended = self._company(cells)
        return Difference(
            cover=cover,
            shift_targets=self._targets(cells),
            labour=sum(self._labour(name, days) - self._labour(name, self.row(name)) for name, days in rows.items()),
            requests=sum(
                self._requests(name, days) - self._requests(name, self.row(name)) for name, days in rows.items()
            ),
            fairness=sum(self._fairness(rule, rows) for rule in self.problem.fairness),
            companions=alone,
            broken=(*_beyond(after, before), *over_seats, *company_broken),
            mended=(*_beyond(before, after), *company_mended),
        )

    def row(self, name: str) -> Days:
        """An agent's assignments by day."""
        return self.rows.get(name, {})

    def _row_with(self, name: str, cells: Cells) -> Days:
        changed = {**self.row(name), **{day: cell for (agent, day), cell in cells.items() if agent == name}}
        return {day: cell for day, cell in sorted(changed.items(), key=lambda item: item[0]) if cell is not None}

    def _violations(self, name: str) -> list[Violation]:
        if name not in self._found:
            self._found[name] = check_agent(self.problem, self.problem.agents[name], self.row(name))
        return self._found[name]

    def _cover(self, cells: Cells) -> tuple[float, list[Violation]]:
        """Yuan of shortage and surplus more than now, and where seats no longer suffice."""
        days = [day for _, day in cells]
        window = self.window(min(days), max(days) - min(days) + 2)
        before, heads = window.cost, window.state.heads.copy()
        for (name, day), cell in cells.items():
            window.exchange(self.kinds[name], self.roster.cells.get((name, day)), cell)
        added = float((window.state.presence_cost() - before).sum())
        fuller = np.flatnonzero((window.state.heads > heads) & self._overfull(window))
        seats = [self._seat_violation(window, int(i)) for i in fuller]
        for (name, day), cell in cells.items():
            window.exchange(self.kinds[name], cell, self.roster.cells.get((name, day)))
        return added, seats

    def _overfull(self, window: Window) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
        most = np.inf if self.problem.seat_limit is None else self.problem.seat_limit
        overfull: np.ndarray[tuple[int], np.dtype[np.bool_]] = window.state.heads > most
        return overfull

    def _seat_violation(self, window: Window, interval: int) -> Violation:
        absolute = window.first * self.problem.horizon.intervals_per_day + interval
        facts = {"agents": int(window.state.heads[interval]), "most": self.problem.seat_limit}
        day = absolute // self.problem.horizon.intervals_per_day
        return Violation("seat_limit", day=day, interval=absolute, facts=facts)

    def _targets(self, cells: Cells) -> float:
        moves = Counter((day, cell.shift) for (_, day), cell in cells.items() if cell is not None)
        moves.subtract((cell.day, cell.shift) for key in cells if (cell := self.roster.cells.get(key)) is not None)
        total = 0.0
        for target in self.problem.shift_targets:
            now = self._heads[target.day, target.shift] - target.heads
            then = now + moves[target.day, target.shift]
            for extra, sign in ((then, 1.0), (now, -1.0)):
                total += sign * (target.surplus_cost * extra if extra > 0 else -target.shortage_cost * extra)
        return total

    @cached_property
    def _heads(self) -> Counter[tuple[int, str]]:
        return Counter((cell.day, cell.shift) for cell in self.roster.cells.values())

    def _labour(self, name: str, days: Days) -> float:
        return labour_cost(self.problem, self.problem.agents[name], days.values())

    def _requests(self, name: str, days: Days) -> float:
        return request_cost(self.problem.agents[name], days)

    def _fairness(self, rule: Fairness, rows: Mapping[str, Days]) -> float:
        now = self._shares[self.problem.fairness.index(rule)]
        then = now | {name: self._share(rule, name, days) for name, days in rows.items() if name in now}
        return (
            rule.cost * ((max(then.values()) - min(then.values())) - (max(now.values()) - min(now.values())))
            if now
            else 0.0
        )

    @cached_property
    def _shares(self) -> list[dict[str, int]]:
        """For each fairness rule the count of every agent it speaks of."""
        agents = self.problem.agents
        return [
            {n: self._share(rule, n, self.row(n)) for n in agents if rule.contract in (None, agents[n].contract)}
            for rule in self.problem.fairness
        ]

    def _share(self, rule: Fairness, name: str, days: Days) -> int:
        worked = sum(rule.counts(day, self.problem.shifts[cell.shift]) for day, cell in days.items())
        return rule.before.get(name, 0) + worked

    def _company(self, cells: Cells) -> tuple[float, list[Violation], list[Violation]]:
        """Yuan of hours without company more than now; where company is newly missing, and no longer."""
        if not self.problem.companions:
            return 0.0, [], []
        changed = {key: cell for key, cell in {**self.roster.cells, **cells}.items() if cell is not None}
        then = Roster(changed)
        before, after = self._alone, list(companions.check(self.problem, then))
        cost = companion_cost(self.problem, then) - self._alone_cost
        return cost, _beyond(after, before), _beyond(before, after)

    @cached_property
    def _alone(self) -> list[Violation]:
        return list(companions.check(self.problem, self.roster))

    @cached_property
    def _alone_cost(self) -> float:
        return companion_cost(self.problem, self.roster)


def _beyond(violations: list[Violation], others: list[Violation]) -> list[Violation]:
    """The violations that are not among the others."""
    return [violation for violation in violations if violation not in others]

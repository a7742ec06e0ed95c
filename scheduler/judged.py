"""A roster with its judgement, kept up to date cell by cell: an edit looks only at the agents and days it touches.

Nothing is judged in another way than by `checks`, `cover` and `objective`; what they found for everybody else stays.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from scheduler.checks import check_agent, companions, sourced
from scheduler.checks.known_names import is_known
from scheduler.checks.seat_limit import check_heads
from scheduler.cover import Cover, Matching, Presence, cover_of, covered_intervals, matchings, presence
from scheduler.objective import Cost, Personal, personal_cost, whole_cost
from scheduler.problem import Problem
from scheduler.roster import Assignment, Roster
from scheduler.violation import Violation

Days = Mapping[int, Assignment]


@dataclass(frozen=True, eq=False)
class Judged:
    """A roster and what is known of it. `rows`: known assignments by agent and day; `unknown`: the cells that are not;
    `found`: each agent's violations; `personal`: what each agent costs alone.
    """

    problem: Problem
    roster: Roster
    rows: Mapping[str, Days]
    unknown: frozenset[tuple[str, int]]
    present: Presence
    found: Mapping[str, tuple[Violation, ...]]
    personal: Mapping[str, Personal]
    parts: Sequence[Matching]

    @classmethod
    def of(cls, problem: Problem, roster: Roster) -> "Judged":
        """Judge a roster whole."""
        known = Roster({key: cell for key, cell in roster.cells.items() if is_known(problem, cell)})
        rows, present = known.by_agent(), _presence_of(problem, known)
        agents = problem.agents.items()
        return cls(
            problem,
            roster,
            rows,
            frozenset(roster.cells.keys() - known.cells.keys()),
            present,
            {name: _violations(problem, name, rows.get(name, {})) for name, _agent in agents},
            {name: personal_cost(problem, agent, rows.get(name, {})) for name, agent in agents},
            matchings(problem, list(present.capacity)),
        )

    def edited(self, cells: Mapping[tuple[str, int], Assignment | None]) -> "Judged":
        """The same with cells changed, None a day off."""
        roster, rows = self.roster.with_cells(cells), dict(self.rows)
        touched: dict[str, dict[int, Assignment | None]] = {}
        for (who, day), cell in cells.items():
            if who in self.problem.agents:
                touched.setdefault(who, {})[day] = cell
        for name, mine in touched.items():
            days = {**rows.get(name, {}), **{day: cell for day, cell in mine.items() if cell is not None}}
            gone = {day for day, cell in mine.items() if cell is None or not is_known(self.problem, cell)}
            rows[name] = {day: days[day] for day in sorted(days) if day not in gone}
        return replace(
            self,
            roster=roster,
            rows=rows,
            unknown=(self.unknown - cells.keys())
            | {key for key, cell in cells.items() if cell is not None and not is_known(self.problem, cell)},
            present=self._present_after(touched.keys(), rows),
            found={**self.found, **{name: _violations(self.problem, name, rows[name]) for name in touched}},
            personal={
                **self.personal,
                **{name: personal_cost(self.problem, self.problem.agents[name], rows[name]) for name in touched},
            },
        )

    def _present_after(self, touched: Collection[str], rows: Mapping[str, Days]) -> Presence:
        """Presence with the touched agents' old days taken out and their new ones put in; counted anew when that is
        less work.
        """
        if 2 * len(touched) > len(self.problem.agents):
            return _presence_of(self.problem, Roster.of(cell for days in rows.values() for cell in days.values()))
        heads = self.present.heads.copy()
        capacity = {skills: amount.copy() for skills, amount in self.present.capacity.items()}
        for name in touched:
            agent = self.problem.agents[name]
            for days, sign in ((self.rows.get(name, {}), -1), (rows[name], 1)):
                for cell in days.values():
                    covered = covered_intervals(self.problem, cell.day, cell.shift, cell.breaks)
                    heads[covered] += sign
                    capacity[agent.skills][covered] += sign * agent.productivity
        return Presence(heads, capacity)

    @cached_property
    def violations(self) -> tuple[Violation, ...]:
        """Every violation: of unknown names, of the whole, then agent by agent."""
        return (*self._of_the_whole(), *(one for found in self.found.values() for one in found))

    def _of_the_whole(self) -> Iterator[Violation]:
        for agent, day in sorted(self.unknown):
            yield Violation("known_names", agent, day, facts={"shift": self.roster.cells[agent, day].shift})
        whole = [*check_heads(self.problem, self.present.heads)]
        whole += companions.check(self.problem, self.roster)
        yield from (sourced(self.problem, violation) for violation in whole)

    @cached_property
    def cover(self) -> Cover:
        """Who is present in every interval and what stays uncovered."""
        return cover_of(self.problem, self.present, self.parts)

    @cached_property
    def cost(self) -> Cost:
        """The true cost, part by part."""
        return whole_cost(self.problem, self.roster, self.personal, self.cover)


def _presence_of(problem: Problem, known: Roster) -> Presence:
    """Presence with every group of skills, also those that nobody works with."""
    found = presence(problem, known)
    nobody = {agent.skills: np.zeros_like(found.heads) for agent in problem.agents.values()}
    return Presence(found.heads, {**nobody, **found.capacity})


def _violations(problem: Problem, name: str, days: Days) -> tuple[Violation, ...]:
    return tuple(sourced(problem, violation) for violation in check_agent(problem, problem.agents[name], days))

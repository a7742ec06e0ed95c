"""A roster as the page reads it: problem, roster, what is wrong with it, and what it covers and costs."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from app.project.version import CellKey, PlanVersion
from app.project.waiver import Waiver, reason_of
from app.window.roster.cells import NOTHING, Cell, cells_of_agent, duty_code
from app.window.roster.rows import Row, row_of
from forecasts.day_kinds import AS_SHIPPED, Calendar
from forecasts.horizon import Horizon, Numbers
from forecasts.promotion import Phase, Promotion
from scheduler.cover import Cover
from scheduler.judged import Judged
from scheduler.objective import Cost
from scheduler.pay.overtime import overtime_minutes
from scheduler.problem import Problem
from scheduler.roster import Roster
from scheduler.rulebook import DEFAULT_RULEBOOK, Rulebook
from scheduler.solution import Solution
from scheduler.team import TeamAgent
from scheduler.violation import Violation

FEW = 8
"""Agents whose overtime is counted while the lead waits."""


@dataclass(frozen=True, eq=False)
class RosterPlan:
    """One plan to look at. `version` None: nobody has been rostered yet, and every cell is empty or away.
    `locks`: cells that no search may change; `known`: the roster's judgement where somebody has made it already;
    `published`: the roster that agents were told last; `rulebook`: by which overtime is counted; `overtime`: minutes
    of each agent, empty until they are counted; `calendar`: days decided against the table of holidays; `beside`: what
    planning for P50 and P90 would require, by skill and then by name.
    """

    problem: Problem
    version: PlanVersion | None = None
    team: tuple[TeamAgent, ...] = ()
    promotions: tuple[Promotion, ...] = ()
    locks: frozenset[CellKey] = frozenset()
    known: Judged | None = None
    published: Roster | None = None
    rulebook: Rulebook | None = None
    overtime: Mapping[str, int] = field(default_factory=dict)
    waivers: tuple[Waiver, ...] = ()
    calendar: Calendar = field(default_factory=lambda: AS_SHIPPED)
    beside: Mapping[str, Mapping[str, Numbers]] = field(default_factory=dict)

    @property
    def horizon(self) -> Horizon:
        """The days planned."""
        return self.problem.horizon

    @property
    def solution(self) -> Solution | None:
        """What the search returned for this version."""
        return self.version.solution if self.version else None

    @property
    def roster(self) -> Roster:
        """The assignments; none before the first search."""
        return self.version.solution.roster if self.version else Roster()

    @cached_property
    def judged(self) -> Judged:
        """The roster with everything that is known of it."""
        return self.known or Judged.of(self.problem, self.roster)

    @property
    def violations(self) -> tuple[Violation, ...]:
        """Everything the roster breaks; an empty roster is not judged."""
        return self.judged.violations if self.version else ()

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """Every agent, in the team's order."""
        people = {agent.id: agent for agent in self.team}
        return tuple(self._row(name, people.get(name)) for name in self.problem.agents)

    def _row(self, name: str, person: TeamAgent | None) -> Row:
        days, overtime = self.judged.rows.get(name, {}), self.overtime.get(name)
        return row_of(self.problem, name, days, person, len(self._found(name)), overtime)

    def overtime_of(self, name: str) -> int:
        """Minutes beyond standard hours; half a millisecond an agent. Needs the agent in the team, and a rulebook."""
        person = next(agent for agent in self.team if agent.id == name)
        days, book = self.judged.rows.get(name, {}), self.rulebook or DEFAULT_RULEBOOK
        return overtime_minutes(self.problem, days, person, book, self.calendar)

    def with_overtime(self, minutes: Mapping[str, int]) -> "RosterPlan":
        """The plan with everybody's overtime known; cells stay as they are."""
        after = replace(self, overtime=minutes, known=self.judged)
        rows = tuple(replace(row, overtime=minutes.get(row.id)) for row in self.rows)
        vars(after).update(rows=rows, cells=self.cells)
        return after

    def _found(self, name: str) -> tuple[Violation, ...]:
        return self.judged.found[name] if self.version else ()

    @cached_property
    def cells(self) -> Mapping[CellKey, Cell]:
        """Cells that show anything, by agent and day."""
        return {key: cell for name in self.problem.agents for key, cell in self._cells_of(name).items()}

    def _cells_of(self, name: str) -> dict[CellKey, Cell]:
        locked = self._locked_days.get(name, frozenset())
        agent, judged = self.problem.agents[name], self.version is not None
        shifts = self._shifts_of(self.roster, name)
        told = None if self.published is None else self._shifts_of(self.published, name)
        duty = self._duties.get(name, "")
        return cells_of_agent(self.problem, agent, shifts, self._found(name), locked, judged, told, duty)

    def _shifts_of(self, roster: Roster, name: str) -> dict[int, str | None]:
        cells = (roster.cells.get((name, day)) for day in range(self.horizon.days))
        return {day: cell.shift if cell else None for day, cell in enumerate(cells)}

    @cached_property
    def _duties(self) -> Mapping[str, str]:
        """The letter of those who lead or teach."""
        return {person.id: duty_code(person.roles) for person in self.team if person.roles}

    @cached_property
    def _locked_days(self) -> Mapping[str, frozenset[int]]:
        days: dict[str, frozenset[int]] = {}
        for agent, day in self.locks:
            days[agent] = days.get(agent, frozenset()) | {day}
        return days

    def edited(
        self,
        version: PlanVersion,
        judged: Judged,
        locks: frozenset[CellKey],
        beside: Mapping[str, Mapping[str, Numbers]] | None = None,
    ) -> "RosterPlan":
        """The plan with another roster and locks, its rows and cells made anew only where they differ."""
        known = self.beside if beside is None else beside
        after = replace(self, version=version, known=judged, locks=locks, beside=known)
        changed = {name for name, days in judged.rows.items() if days is not self.judged.rows.get(name)}
        if len(changed) > FEW:
            after = replace(after, overtime={})  # counted anew at leisure
        elif self.overtime:
            again = {name: after.overtime_of(name) for name in changed if name in self.overtime}
            after = replace(after, overtime={**self.overtime, **again})
        touched = changed | {agent for agent, _day in locks ^ self.locks if agent in self.problem.agents}
        people = {agent.id: agent for agent in self.team if agent.id in touched}
        rows = tuple(after._row(row.id, people.get(row.id)) if row.id in touched else row for row in self.rows)
        cells = dict(self.cells)
        for name in touched:
            for day in range(self.horizon.days):
                cells.pop((name, day), None)
            cells |= after._cells_of(name)
        vars(after).update(rows=rows, cells=cells)  # what cached_property would work out again for everybody
        return after

    @property
    def cover(self) -> Cover:
        """Who is present in every interval and what stays uncovered."""
        return self.judged.cover

    @property
    def cost(self) -> Cost:
        """The true cost, part by part."""
        return self.judged.cost

    def reason_for(self, violation: Violation) -> str:
        """Why a violation is accepted, "" when it is not."""
        scenario = self.waivers[0].scenario if self.waivers else ""
        return reason_of(self.waivers, scenario, violation, self.horizon)

    def name_of(self, agent: str) -> str:
        """What people call an agent."""
        return self._names.get(agent, agent)

    @cached_property
    def _names(self) -> Mapping[str, str]:
        return {row.id: row.name for row in self.rows}

    def cell(self, agent: str, day: int) -> Cell:
        """One cell."""
        return self.cells.get((agent, day), NOTHING)

    def phases(self) -> tuple[tuple[Promotion, Phase], ...]:
        """Phases that touch the horizon, by start."""
        start, end = self.horizon.start, self.horizon.end
        touching = [(p, phase) for p in self.promotions for phase in p.phases if phase.overlaps(start, end)]
        return tuple(sorted(touching, key=lambda item: item[1].start))

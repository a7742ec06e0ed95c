"""A roster as the page reads it: problem, roster, what is wrong with it, and what it covers and costs."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from app.project.version import PlanVersion
from app.window.roster.cells import NOTHING, Cell, cells_of
from app.window.roster.rows import Row, rows_of
from forecasts.horizon import Horizon
from forecasts.promotion import Phase, Promotion
from scheduler.checks import check
from scheduler.cover import Cover, cover
from scheduler.objective import Cost, cost
from scheduler.problem import Problem
from scheduler.roster import Roster
from scheduler.solution import Solution
from scheduler.team import TeamAgent
from scheduler.violation import Violation


@dataclass(frozen=True, eq=False)
class RosterPlan:
    """One plan to look at. `version` None: nobody has been rostered yet, and every cell is empty or away."""

    problem: Problem
    version: PlanVersion | None = None
    team: tuple[TeamAgent, ...] = ()
    promotions: tuple[Promotion, ...] = ()

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
    def violations(self) -> tuple[Violation, ...]:
        """Everything the roster breaks; an empty roster is not judged."""
        return tuple(check(self.problem, self.roster)) if self.version else ()

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """Every agent, in the team's order."""
        return rows_of(self.problem, self.roster, self.team, self.violations)

    @cached_property
    def cells(self) -> Mapping[tuple[str, int], Cell]:
        """Cells that show anything, by agent and day."""
        return cells_of(self.problem, self.roster, self.violations, judged=self.version is not None)

    @cached_property
    def cover(self) -> Cover:
        """Who is present in every interval and what stays uncovered."""
        return cover(self.problem, self.roster)

    @cached_property
    def cost(self) -> Cost:
        """The true cost, part by part."""
        return cost(self.problem, self.roster)

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

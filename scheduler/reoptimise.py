"""Changing a roster as little as possible: what may change and what a change costs, told in the format's own words.

Cells that may not change become locks; every other agent-day that differs costs the change price.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from operator import attrgetter

from forecasts.horizon import MINUTES_PER_DAY
from scheduler.agent import Absence, Agent, Lock
from scheduler.break_patterns import free_patterns
from scheduler.checks import absences, eligible_shifts, forbidden_shifts, max_minutes_per_day
from scheduler.problem import Problem
from scheduler.roster import Assignment, Roster
from scheduler.stability import with_change_price

CELL_CHECKS = (eligible_shifts, max_minutes_per_day, forbidden_shifts, absences)
"""What can make a single assignment impossible, whatever the agent does on other days."""


@dataclass(frozen=True, slots=True)
class Scope:
    """The cells that may change: of these agents, on these days, among these (agent, day); None is all of them.
    `empty_only`: only cells that are a day off now.
    """

    agents: frozenset[str] | None = None
    days: frozenset[int] | None = None
    cells: frozenset[tuple[str, int]] | None = None
    empty_only: bool = False

    def holds(self, roster: Roster, agent: str, day: int) -> bool:
        """Whether a cell may change."""
        return (
            (self.agents is None or agent in self.agents)
            and (self.days is None or day in self.days)
            and (self.cells is None or (agent, day) in self.cells)
            and not (self.empty_only and (agent, day) in roster.cells)
        )


@dataclass(frozen=True, slots=True)
class Revision:
    """What a re-optimisation is for and may do. `away`: agents who cannot work in [start, end), minutes from the
    horizon's start. Locked agents, days and cells stay also inside the scope. `change_price`: yuan for
    each agent-day that differs. `most_agents`: how many agents may change whose days still hold; None is any number.
    """

    scope: Scope = field(default_factory=Scope)
    locked_agents: frozenset[str] = frozenset()
    locked_days: frozenset[int] = frozenset()
    locked_cells: frozenset[tuple[str, int]] = frozenset()
    away: tuple[tuple[str, int, int], ...] = ()
    change_price: float = 50.0
    most_agents: int | None = None

    def may_change(self, roster: Roster, agent: str, day: int) -> bool:
        """Whether a cell may differ afterwards."""
        locked = agent in self.locked_agents or day in self.locked_days or (agent, day) in self.locked_cells
        return not locked and self.scope.holds(roster, agent, day)

    def changed(self, problem: Problem, roster: Roster) -> Problem:
        """The problem with those away who are. Raises KeyError for an agent it does not have."""
        for name, start, end in self.away:
            problem = with_absence(problem, roster, name, start, end)
        return problem


@dataclass(frozen=True, slots=True)
class Change:
    """One agent-day that differs; shift ids, None a day off."""

    agent: str
    day: int
    before: str | None
    after: str | None


def revised(problem: Problem, roster: Roster, revision: Revision) -> Problem:
    """The problem whose best roster changes the given one at the revision's price and only where it may.

    An assignment that has become impossible by itself (an absence, a shift the agent may no longer work) is never
    held. Raises ValueError for a change price below zero.
    """
    agents = {name: _held(problem, roster, revision, agent) for name, agent in problem.agents.items()}
    return with_change_price(replace(problem, agents=agents), roster, revision.change_price)


def _held(problem: Problem, roster: Roster, revision: Revision, agent: Agent) -> Agent:
    locked = {lock.day for lock in agent.locks}
    held = [
        held_cell(problem, agent.id, day, roster)
        for day in range(problem.horizon.days)
        if day not in locked and not revision.may_change(roster, agent.id, day)
        if is_possible(problem, agent, roster.cells.get((agent.id, day)))
    ]
    return replace(agent, locks=(*agent.locks, *held)) if held else agent


def with_locks(problem: Problem, roster: Roster, cells: Iterable[tuple[str, int]]) -> Problem:
    """The problem in which these cells, by agent and day, stay as the roster has them; what has become impossible by
    itself, and a shift that is no longer offered, is let go.
    """
    agents = dict(problem.agents)
    for name, day in sorted(cells):
        if name in agents and is_possible(problem, agents[name], roster.cells.get((name, day))):
            held = held_cell(problem, name, day, roster)
            agents[name] = replace(agents[name], locks=(*agents[name].locks, held))
    return replace(problem, agents=agents)


def held_cell(problem: Problem, name: str, day: int, roster: Roster) -> Lock:
    """A cell as it is, its breaks too unless they may no longer lie there."""
    cell = roster.cells.get((name, day))
    if cell is None:
        return Lock(day, None)
    return Lock(day, cell.shift, cell.breaks if cell.breaks in free_patterns(problem, day, cell.shift) else None)


def is_possible(problem: Problem, agent: Agent, cell: Assignment | None) -> bool:
    """Whether an assignment can stand as far as it alone is concerned; a day off always can."""
    if cell is None:
        return True
    if cell.shift not in problem.shifts:
        return False
    return not any(True for rule in CELL_CHECKS for _ in rule.check(problem, agent, {cell.day: cell}))


def changes(before: Roster, after: Roster) -> tuple[Change, ...]:
    """Every agent-day whose shift differs, by agent and day; breaks placed otherwise are no change."""
    was, now = before.cells, after.cells
    found = [Change(*key, cell.shift, None) for key, cell in was.items() if key not in now]
    for key, cell in now.items():
        old = was.get(key)
        if old is None or old.shift != cell.shift:
            found.append(Change(*key, old.shift if old is not None else None, cell.shift))
    return tuple(sorted(found, key=attrgetter("agent", "day")))


def with_absence(problem: Problem, roster: Roster, name: str, start: int, end: int) -> Problem:
    """The problem with an agent away in [start, end), minutes from the horizon's start.

    The assignments lost to it count as worked for the least minutes owed, and are no longer locked. Raises KeyError for
    an agent the problem does not have and ValueError when the span is empty.
    """
    if start >= end:
        raise ValueError(f"an absence from {start} ends at {end}")
    agent = problem.agents[name]
    away = replace(agent, absences=(*agent.absences, *_absences(problem, start, end)))
    lost = {broken.day for broken in absences.check(problem, away, roster.of_agent(name))}
    if agent.min_minutes is not None:
        minutes = [problem.shifts[roster.cells[name, day].shift].paid_minutes for day in lost if day is not None]
        away = replace(away, min_minutes=max(0, agent.min_minutes - sum(minutes)))
    away = replace(away, locks=tuple(lock for lock in agent.locks if lock.day not in lost))
    return replace(problem, agents={**problem.agents, name: away})


def _absences(problem: Problem, start: int, end: int) -> Iterable[Absence]:
    """Whole days as days, so that the night before may end on them, when the span is made of them."""
    if start % MINUTES_PER_DAY or end % MINUTES_PER_DAY:
        return (Absence(start=start, end=end),)
    days = range(max(0, start // MINUTES_PER_DAY), min(problem.horizon.days, end // MINUTES_PER_DAY))
    return [Absence(day=day) for day in days]

"""Why an interval is short: what stops each agent who could cover it, and which relaxations would pay."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from scheduler.checks import check_agent
from scheduler.cover import covered_intervals
from scheduler.reasons.assignment import price_without
from scheduler.reasons.standing import Difference, Standing
from scheduler.roster import Assignment

NOTHING, COST = "nothing", "cost"
"""Why an agent does not cover the interval though no rule stops them: they would save money, or cost more than that."""


@dataclass(frozen=True, slots=True)
class Help:
    """The least that would have to give for an agent to cover the interval: the assignment and what it changes."""

    assignment: Assignment
    instead_of: str | None
    difference: Difference


@dataclass(frozen=True, slots=True)
class Shortage:
    """`short`: standard agents. `stopped`: how many agents with the skill each rule stops, with `cost` for those whose
    wages are more than they would save, `eligible_shifts` for those without a shift at that time. `helps`: by agent,
    those that break least and save most first.
    """

    skill: str
    interval: int
    short: float
    stopped: Mapping[str, int]
    helps: tuple[Help, ...]

    @property
    def relaxations(self) -> tuple[Help, ...]:
        """Those that break a rule and would save money."""
        return tuple(found for found in self.helps if found.difference.broken and found.difference.total < 0)


def shortage(standing: Standing, skill: str, interval: int, short: float) -> Shortage:
    """Why nobody more covers a skill in an interval of the horizon that is `short` standard agents."""
    stopped: Counter[str] = Counter()
    helps = []
    for name, agent in standing.problem.agents.items():
        if skill in agent.skills and not _present(standing, name, interval):
            found = _least_help(standing, name, interval)
            stopped.update(_reasons(found))
            helps += [found] if found else []
    helps.sort(key=lambda help_: (len(help_.difference.broken), help_.difference.total))
    return Shortage(skill, interval, short, dict(stopped.most_common()), tuple(helps))


def _reasons(found: Help | None) -> set[str]:
    """The rules in the way, or why none needs to be."""
    if found is None:
        return {"eligible_shifts"}
    broken = {violation.rule for violation in found.difference.broken}
    return broken or {NOTHING if found.difference.total < 0 else COST}


def _present(standing: Standing, name: str, interval: int) -> bool:
    cells = (standing.roster.cells.get((name, day)) for day in _days(standing, interval))
    return any(cell is not None and interval in _covered(standing, cell) for cell in cells)


def _days(standing: Standing, interval: int) -> list[int]:
    """The days whose shifts can cover an interval."""
    day = interval // standing.problem.horizon.intervals_per_day
    return [other for other in (day - 1, day) if other >= 0]


def _covered(standing: Standing, cell: Assignment) -> list[int]:
    found: list[int] = covered_intervals(standing.problem, cell.day, cell.shift, cell.breaks).tolist()
    return found


def _least_help(standing: Standing, name: str, interval: int) -> Help | None:
    """The agent's shift over the interval that breaks fewest rules, then costs least; None when they have none."""
    found = list(_ways(standing, name, interval))
    if not found:
        return None
    _, _, cell = min(found, key=lambda way: way[:2])
    difference = standing.difference({(name, cell.day): cell})
    return Help(cell, standing.roster.shift(name, cell.day), difference)


def _ways(standing: Standing, name: str, interval: int) -> Iterator[tuple[int, float, Assignment]]:
    """Rules broken, yuan of cover, and the assignment, for each shift of the agent's that can cover the interval."""
    agent, days = standing.problem.agents[name], standing.row(name)
    for day in _days(standing, interval):
        window, presence = standing.window(day), price_without(standing, name, day)
        for shift in standing.problem.eligible_shifts(agent):
            cell = Assignment(name, day, shift, window.best_breaks(name, day, shift, presence))
            if interval in _covered(standing, cell):
                row = dict(sorted({**days, day: cell}.items()))
                broken = len(check_agent(standing.problem, agent, row))
                yield broken, float(presence[window.intervals(cell)].sum()), cell

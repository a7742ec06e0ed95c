"""Scenarios, or the points of a sweep, with what stands beside their numbers when they are written to a file."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from app.project.effective import team_of
from app.project.project import BASE_SCENARIO, Project, Scenario
from app.project.version import PlanVersion
from forecasts.horizon import Numbers
from scheduler.cover import cover
from scheduler.reoptimise import changes

Document = Mapping[str, Any]
"""A row as `ScenarioRow.document`, factors before and robustness after it where there are such."""


@dataclass(frozen=True, slots=True)
class RosterDifference:
    """An agent's day on which a scenario's roster differs from that of its base; shifts by name, "" a day off."""

    scenario: str
    agent: str
    day: date
    before: str
    after: str


@dataclass(frozen=True, eq=False, slots=True)
class CoverCurves:
    """Standard agents of one skill by scenario, arrays of shape (intervals,): who covers, and what is required."""

    skill: str
    hours: float
    first_day: date
    covered: Mapping[str, Numbers]
    required: Mapping[str, Numbers]


@dataclass(frozen=True, eq=False, slots=True)
class Report:
    """`bases`: scenario to the one that its numbers are compared with, where there is one."""

    rows: Sequence[Document]
    bases: Mapping[str, str] = field(default_factory=dict)
    differences: Sequence[RosterDifference] = ()
    curves: Sequence[CoverCurves] = ()


def base_names(scenarios: Sequence[Scenario]) -> dict[str, str]:
    """Scenario to what it is based on, else the base scenario, as far as that is among them; none for itself."""
    names = {scenario.name for scenario in scenarios}
    told = {scenario.name: scenario.base if scenario.base in names else BASE_SCENARIO for scenario in scenarios}
    return {name: base for name, base in told.items() if base in names and base != name}


def report_of(project: Project, rows: Sequence[Document], versions: Mapping[str, PlanVersion]) -> Report:
    """The rows of scenarios with the rosters behind them."""
    bases = base_names([project.scenario(name) for name in versions])
    differences = [
        one for name, base in bases.items() for one in roster_differences(project, name, versions[base], versions[name])
    ]
    return Report(rows, bases, differences, _curves(versions))


def roster_differences(
    project: Project, scenario: str, before: PlanVersion, after: PlanVersion
) -> list[RosterDifference]:
    """Every agent and day that differ, agents in the order of the team; none when the horizons are not the same."""
    if before.problem.horizon != after.problem.horizon:
        return []
    teams = [team_of(project, project.scenario(version.scenario)) for version in (before, after)]
    names = {agent.id: agent.name or agent.id for team in teams for agent in team}
    order = {agent: number for number, agent in enumerate(names)}
    found = sorted(
        changes(before.solution.roster, after.solution.roster),
        key=lambda change: (order.get(change.agent, len(order)), change.day),
    )
    return [
        RosterDifference(
            scenario,
            names.get(change.agent, change.agent),
            after.problem.horizon.day(change.day),
            _shift(before, change.before),
            _shift(after, change.after),
        )
        for change in found
    ]


def _shift(version: PlanVersion, shift: str | None) -> str:
    if shift is None:
        return ""
    known = version.problem.shifts.get(shift)
    return (known.name or known.code or shift) if known else shift


def _curves(versions: Mapping[str, PlanVersion]) -> list[CoverCurves]:
    """The cover of all scenarios that have the horizon of the first, skill by skill."""
    first = next(iter(versions.values())).problem
    alike = {name: v for name, v in versions.items() if v.problem.horizon == first.horizon}
    covers = {name: cover(v.problem, v.solution.roster).covered for name, v in alike.items()}
    return [
        CoverCurves(
            skill,
            first.horizon.interval_hours,
            first.horizon.first_day,
            {name: covered[skill] for name, covered in covers.items() if skill in covered},
            {name: v.problem.requirement[skill] for name, v in alike.items() if skill in v.problem.requirement},
        )
        for skill in sorted(first.requirement)
    ]

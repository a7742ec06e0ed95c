"""The points of a sweep: a scenario with one or more factors at values, what each plan is made from, and its plan."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import product
from typing import Any

import numpy as np

from app.comparison import ScenarioRow, scenario_row
from app.pipeline import forecast_of, requirement_for_roster, scaled
from app.project.effective import effective
from app.project.fingerprint import fingerprint
from app.project.project import Project, Scenario
from app.project.rostering import problem_with
from app.project.version import PlanVersion, VersionState
from forecasts.forecast import Forecast
from forecasts.history import Counts, History
from forecasts.horizon import Numbers
from scheduler.problem import Problem
from scheduler.roster import Roster
from scheduler.search import solve
from scheduler.solution import SearchLimits, Solution
from scheduler.solution_document import read_solution, write_solution
from scheduler.staffing.goals import Goals
from scheduler.staffing.requirement import VALUE, Requirement

METHOD = 2
"""Counts up when points are planned in another way, so that rows found in older files are not taken."""

LOADS = 16
"""Requirements that a process remembers; points that differ in their team alone share one."""

Place = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Point:
    """One point of a sweep, `place` along each factor. `expected`: its forecast; planning it needs no history."""

    values: Mapping[str, float]
    place: Place
    project: Project
    scenario: Scenario
    expected: Forecast

    @property
    def key(self) -> str:
        """What the plan depends on, but for the limits of the search."""
        project, scenario = effective(self.project, self.scenario)
        parts = (project.team, project.shifts, project.rulebook, project.goals, project.seat_limit)
        around = (project.promotions, project.published, project.past, project.outlook.calendar)
        return fingerprint(METHOD, self.expected, scenario.agent_changes, *parts, *around)

    @property
    def goals(self) -> Mapping[str, Goals]:
        """The service goals that it plans for."""
        return effective(self.project, self.scenario)[0].goals


@dataclass(frozen=True, eq=False, slots=True)
class PointPlan:
    """What a point's roster was made for, arrays of shape (intervals,) by skill, and what its search returned."""

    required: Mapping[str, Numbers]
    value: Mapping[str, Numbers]
    solution: Solution

    def problem(self, point: Point) -> Problem:
        """The rostering problem."""
        return problem_with(point.project, point.scenario, self.required, self.value)

    def document(self, point: Point) -> dict[str, Any]:
        """For the project file."""
        arrays = {name: {k: v.tolist() for k, v in getattr(self, name).items()} for name in ("required", "value")}
        return arrays | {"solution": write_solution(self.problem(point), replace(self.solution, prices=None))}

    @classmethod
    def of_document(cls, document: Mapping[str, Any], point: Point) -> "PointPlan":
        """The plan that such a document tells."""
        required, value = (
            {skill: np.array(numbers) for skill, numbers in document[name].items()} for name in ("required", "value")
        )
        problem = problem_with(point.project, point.scenario, required, value)
        return cls(required, value, read_solution(document["solution"], problem))


@dataclass(frozen=True, eq=False, slots=True)
class SweepRow:
    """A point's numbers and its plan; `limits` are those of its search."""

    values: Mapping[str, float]
    row: ScenarioRow
    plan: PointPlan
    limits: SearchLimits

    def document(self) -> dict[str, Any]:
        """For tables and files: the factors first."""
        return {**self.values, **self.row.document()}

    def serves(self, limits: SearchLimits) -> bool:
        """Whether a search with these limits need not be made: this one had as much time, or came as close."""
        close = self.row.gap is not None and self.row.gap <= limits.gap
        return self.limits.seed == limits.seed and (close or self.limits.seconds >= limits.seconds)


def points(project: Project, scenario: Scenario, ranges: Mapping[str, Sequence[float]]) -> list[Point]:
    """Every combination of the ranges, on top of a scenario. Each forecast is made once and scaled."""
    made: dict[str, Forecast] = {}
    found = []
    places = product(*(range(len(values)) for values in ranges.values()))
    for place, values in zip(places, product(*ranges.values()), strict=True):
        changes = dict(zip(ranges, values, strict=True))
        name = "、".join(f"{factor} {value:g}" for factor, value in changes.items())
        branch = Scenario(f"{scenario.name} {name}".strip(), changes=changes, base=scenario.name)
        found.append(replace(point_of(project, branch, made), values=changes, place=place))
    return found


def point_of(project: Project, scenario: Scenario, made: dict[str, Forecast] | None = None) -> Point:
    """A scenario as a point without factors. `made`: forecasts so far, before the scenario's own factor."""
    made = {} if made is None else made
    seen, merged = effective(project, scenario)
    unscaled = fingerprint(seen.promotions)
    if unscaled not in made:
        made[unscaled] = forecast_of(seen, Scenario())[0]
    return point_with(project, scenario, scaled(made[unscaled], merged.volume_factor))


def point_with(project: Project, scenario: Scenario, expected: Forecast) -> Point:
    """A scenario whose forecast is known, as a point without factors; it carries no history."""
    nothing = {key: Counts(counts.starts[:0], counts.inquiries[:0]) for key, counts in project.history}
    light = replace(project, history=History(project.history.interval_minutes, nothing))
    return Point({}, (), light, scenario, expected)


def planned(point: Point, limits: SearchLimits, start: Roster | None = None) -> SweepRow:
    """Plan one point: requirement, the cheapest roster, service; `start`: a roster to begin with, of another team too.
    Raises LookupError when its rules leave no roster.
    """
    requirement = _staffed(_Load(fingerprint(point.expected, point.goals), point.expected, point.goals))
    required = {skill: np.round(part.requirement, 4) for skill, part in requirement}
    value = {skill: part.curves[VALUE] for skill, part in requirement if VALUE in part.curves}
    problem = problem_with(point.project, point.scenario, required, value)
    solution = solve(problem, limits, start=start)
    if solution.objective is None:
        raise LookupError(point.scenario.name)
    return row_with(point, PointPlan(required, value, solution), limits)


def row_with(point: Point, plan: PointPlan, limits: SearchLimits) -> SweepRow:
    """The numbers of a plan, its roster judged and its service predicted."""
    now = np.datetime64("now").astype(object)
    problem = plan.problem(point)
    version = PlanVersion(point.scenario.name, 1, VersionState.DRAFT, now, "", problem, plan.solution)
    return SweepRow(point.values, scenario_row(version, point.expected, point.goals), plan, limits)


@dataclass(frozen=True, slots=True)
class _Load:
    """What a requirement is made from; `key` tells it apart."""

    key: str
    expected: Forecast = field(compare=False)
    goals: Mapping[str, Goals] = field(compare=False)


@lru_cache(maxsize=LOADS)
def _staffed(load: _Load) -> Requirement:
    return requirement_for_roster(load.expected, load.goals)

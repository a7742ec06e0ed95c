"""Many scenarios at once: one or more factors over ranges, each point planned and put in a row with its proven gap.

Points are independent, so any executor of the standard kind runs them: local processes, or a Dask cluster's. A point's
key is the content that it is made from; what the project file has under that key is not planned again.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import BrokenExecutor, Executor, as_completed
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass, replace
from itertools import product
from typing import Any

import numpy as np

from app.comparison import ScenarioRow, scenario_row
from app.pipeline import forecast_of, roster_of, scaled
from app.pipeline import requirement_of as required
from app.project.effective import effective
from app.project.fingerprint import fingerprint
from app.project.project import Project, Scenario
from app.project.version import PlanVersion, VersionState
from forecasts.forecast import Forecast
from forecasts.history import Counts, History
from scheduler.solution import SearchLimits

METHOD = 1
"""Counts up when points are planned in another way, so that rows found in older files are not taken."""

MOST_ROUNDS = 5
"""Executors tried in turn while their processes are killed."""

Values = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Point:
    """One point of a sweep. `expected`: its forecast; planning it needs no history."""

    values: Values
    project: Project
    scenario: Scenario
    expected: Forecast
    limits: SearchLimits

    @property
    def key(self) -> str:
        """What the row depends on."""
        project, scenario = effective(self.project, self.scenario)
        parts = (project.team, project.shifts, project.rulebook, project.goals, project.seat_limit)
        around = (project.promotions, project.published, project.past, project.outlook.calendar)
        limits = (self.limits.seconds, self.limits.gap, self.limits.seed)
        return fingerprint(METHOD, self.expected, scenario.agent_changes, *parts, *around, limits)


@dataclass(frozen=True, slots=True)
class SweepRow:
    """A point with its numbers; `service_level` and `lost` as predicted by the staffing model."""

    values: Values
    row: ScenarioRow

    def document(self) -> dict[str, Any]:
        """For tables and files: the factors first."""
        return {**self.values, **self.row.document()}


def points(
    project: Project, scenario: Scenario, ranges: Mapping[str, Sequence[float]], limits: SearchLimits
) -> list[Point]:
    """Every combination of the ranges, on top of a scenario. Each forecast is made once and scaled."""
    light = replace(project, history=_without_counts(project.history))
    made: dict[str, Forecast] = {}
    found = []
    for values in product(*ranges.values()):
        changes = dict(zip(ranges, values, strict=True))
        name = "、".join(f"{factor} {value:g}" for factor, value in changes.items())
        branch = Scenario(f"{scenario.name} {name}".strip(), changes=changes, base=scenario.name)
        seen, merged = effective(project, branch)
        unscaled = fingerprint(seen.promotions)
        if unscaled not in made:
            made[unscaled] = forecast_of(seen, Scenario())[0]
        found.append(Point(changes, light, branch, scaled(made[unscaled], merged.volume_factor), limits))
    return found


def _without_counts(history: History) -> History:
    """The skills of a history without its counts: a point carries its forecast."""
    nothing = {key: Counts(counts.starts[:0], counts.inquiries[:0]) for key, counts in history}
    return History(history.interval_minutes, nothing)


def planned(point: Point) -> SweepRow:
    """Plan one point: requirement, roster, service. Raises LookupError when its rules leave no roster."""
    requirement = required(point.project, point.scenario, point.expected)
    problem, solution = roster_of(point.project, point.scenario, point.expected, requirement, point.limits)
    if solution.objective is None:
        raise LookupError(point.scenario.name)
    now = np.datetime64("now").astype(object)
    version = PlanVersion(point.scenario.name, 1, VersionState.DRAFT, now, "", problem, solution)
    goals = effective(point.project, point.scenario)[0].goals
    return SweepRow(point.values, scenario_row(version, point.expected, goals))


def sweep(
    wanted: Sequence[Point],
    known: Mapping[str, dict[str, Any]],
    executors: Callable[[], AbstractContextManager[Executor]],
    keep: Callable[[str, SweepRow], None],
    on_progress: Callable[[int, int], None] = lambda _done, _all: None,
) -> list[SweepRow | None]:
    """The rows of all points in their order, None where the rules leave no roster. `known`: rows kept before, by key;
    `keep` is called for each new row as soon as it is there, so that a sweep broken off goes on where it was.

    When a process of the executor is killed, the points it had are planned again by a new one. Raises RuntimeError
    when that happens time and again.
    """
    rows: dict[int, SweepRow | None] = {}
    for number, point in enumerate(wanted):
        found = row_of(point, known.get(point.key))
        if found is not None:
            rows[number] = found
    on_progress(len(rows), len(wanted))
    for _round in range(MOST_ROUNDS):
        left = {number: point for number, point in enumerate(wanted) if number not in rows}
        if not left:
            break
        with suppress(BrokenExecutor), executors() as executor:
            for number, found in _finished(executor, left):
                rows[number] = found
                if found is not None:
                    keep(wanted[number].key, found)
                on_progress(len(rows), len(wanted))
    if len(rows) < len(wanted):
        raise RuntimeError("the processes of a sweep are killed time and again")
    return [rows[number] for number in range(len(wanted))]


def _finished(executor: Executor, left: Mapping[int, Point]) -> Iterator[tuple[int, SweepRow | None]]:
    """Points as they are finished; those lost with a killed process are told at the end, by the error itself."""
    futures = {executor.submit(planned, point): number for number, point in left.items()}
    lost: BrokenExecutor | None = None
    for future in as_completed(futures):
        try:
            yield futures[future], future.result()
        except LookupError:
            yield futures[future], None
        except BrokenExecutor as error:
            lost = error
    if lost is not None:
        raise lost


def row_of(point: Point, kept: dict[str, Any] | None) -> SweepRow | None:
    """The row kept under a point's key, under the point's own name."""
    if kept is None:
        return None
    row = ScenarioRow.of_document({**kept, "scenario": point.scenario.name})
    return SweepRow(point.values, row)


def kept_document(row: SweepRow) -> dict[str, Any]:
    """What is kept of a row."""
    return row.row.document()


def ranges_of(texts: Iterable[str]) -> dict[str, tuple[float, ...]]:
    """`volume=0.8:1.4:0.2` or `seats=60,80,100` as a factor and its values. Raises ValueError for anything else."""
    found: dict[str, tuple[float, ...]] = {}
    for text in texts:
        name, equals, values = text.partition("=")
        if not equals or not name.strip():
            raise ValueError(text)
        found[name.strip()] = _values(values)
    return found


def _values(text: str) -> tuple[float, ...]:
    if ":" not in text:
        return tuple(float(part) for part in text.split(","))
    first, last, step = (float(part) for part in text.split(":"))
    if step <= 0 or last < first:
        raise ValueError(text)
    return tuple(round(first + n * step, 10) for n in range(int((last - first) / step + 1e-9) + 1))

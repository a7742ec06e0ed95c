"""Scenarios of a project planned at once: requirement and roster in other processes, stored here as they come."""

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Executor, Future
from dataclasses import dataclass, replace

from app.batch import Batch
from app.engines import Executors
from app.pipeline import NOTHING_HELD, Held, requirement_of, roster_of
from app.points import Point, SweepRow
from app.project.file import ProjectFile
from app.project.rostering import problem_of
from scheduler.problem import Problem
from scheduler.solution import SearchLimits, Solution
from scheduler.staffing.requirement import Requirement

Planned = tuple[Requirement, Problem, Solution]


@dataclass(frozen=True, slots=True)
class Wanted:
    """A scenario to plan. `held`: cells that stay; `found`: a sweep's point of the same content, which is not planned
    again.
    """

    point: Point
    held: Held = NOTHING_HELD
    found: SweepRow | None = None


def plan_scenarios(
    file: ProjectFile,
    wanted: Sequence[Wanted],
    limits: SearchLimits,
    executors: Executors,
    on_progress: Callable[[int, int], None] = lambda _done, _all: None,
) -> list[str]:
    """Plan scenarios whose forecasts are stored; each result is kept as soon as it is there. Returns those that the
    rules leave no roster for. Raises RuntimeError when the processes are killed time and again.
    """
    by_name: Mapping[str, Wanted] = {one.point.scenario.name: one for one in wanted}
    without: list[str] = []
    done: list[str] = []

    def begin(executor: Executor, name: str) -> Future[Planned]:
        return executor.submit(planned_scenario, by_name[name], limits)

    def take(name: str, result: Planned | None) -> None:
        if result is None:
            without.append(name)
        else:
            file.save_requirement(name, result[0])
            file.save_solution(name, *result[1:])
        done.append(name)
        on_progress(len(done), len(by_name))

    on_progress(0, len(by_name))
    Batch(dict.fromkeys(by_name), begin, take).run(executors)
    return without


def planned_scenario(wanted: Wanted, limits: SearchLimits) -> Planned:
    """Requirement and roster of one scenario. Raises LookupError when its rules leave no roster."""
    point = wanted.point
    requirement = requirement_of(point.project, point.scenario, point.expected)
    if wanted.found is not None:
        problem = problem_of(point.project, point.scenario, requirement)
        return requirement, problem, replace(wanted.found.plan.solution, prices=None)
    problem, solution = roster_of(point.project, point.scenario, point.expected, requirement, limits, held=wanted.held)
    if solution.objective is None:
        raise LookupError(point.scenario.name)
    return requirement, problem, solution

"""Looking for a better roster: what the optimise panel asks for, as a child process."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from app.project.rostering import problem_of
from app.window.frame.desk import Desk
from app.window.frame.view import ProjectView
from app.window.jobs.job import Job
from app.window.jobs.solve import (
    ANSWER,
    KIND,
    service_arguments,
    start_solving,
    write,
)
from scheduler.problem import Problem
from scheduler.problem_writing import write_problem
from scheduler.reoptimise import with_locks
from scheduler.solution_document import write_solution

JOB = KIND


class Reach(StrEnum):
    """What of a roster a search may change."""

    ALL = "all"
    SELECTION = "selection"
    DAYS = "days"
    EMPTY = "empty"


@dataclass(frozen=True, slots=True)
class SearchWish:
    """What the panel asks for. `seed` makes a search with the same limits begin the same way; `change_price`: yuan for
    each day of an agent that becomes another; `agents` and `days` are those selected.
    """

    seconds: int = 60
    seed: int = 0
    reach: Reach = Reach.ALL
    change_price: int = 0
    agents: tuple[str, ...] = ()
    days: tuple[int, ...] = ()

    @property
    def is_fresh(self) -> bool:
        """Whether the roster shown need not be looked at."""
        return self.reach is Reach.ALL and self.change_price == 0


class RosterSearch:
    """One search at a time. Outlives the page, so that a change of language does not lose a running search."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    @property
    def is_running(self) -> bool:
        """Whether a search is under way."""
        return self._desk.jobs.is_running(JOB)

    def stop(self) -> None:
        """End it and keep the best roster found."""
        self._desk.jobs.stop(JOB)

    def start(self, view: ProjectView, wish: SearchWish) -> Job | None:
        """Begin a search for the scenario shown; None without a requirement or while one is running."""
        requirement = view.requirement
        if requirement is None:
            return None
        return start_solving(
            self._desk,
            view.scenario.name,
            lambda: problem_of(view.project, view.scenario, requirement),
            lambda problem, folder: asked(problem, view, wish, folder),
        )


def asked(problem: Problem, view: ProjectView, wish: SearchWish, folder: Path) -> list[str]:
    """Write what the child needs into a folder, and say what it is called with: a fresh search keeps only the locked
    cells; any other starts from the roster shown and changes what it may. Both look at the scenario's service goals.
    """
    current = view.version.solution if view.version else None
    if current is not None:
        problem = with_locks(problem, current.roster, view.locks)
    write(folder / "problem.json", write_problem(problem))
    files = [str(folder / "problem.json")]
    limits = ["--out", str(folder / ANSWER), "--seconds", str(wish.seconds), "--seed", str(wish.seed), "--progress"]
    limits += service_arguments(view.path, view.scenario.name)
    if current is None or wish.is_fresh:
        return [JOB, *files, *limits]
    write(folder / "current.json", write_solution(problem, current))
    files.append(str(folder / "current.json"))
    return ["reoptimise", *files, *limits, *reach_arguments(problem, wish)]


def reach_arguments(problem: Problem, wish: SearchWish) -> list[str]:
    """The options of a re-optimisation that say what may change."""
    given = ["--change-price", str(wish.change_price)]
    if wish.reach is Reach.EMPTY:
        given.append("--empty-only")
    if wish.reach is Reach.SELECTION:
        given += ["--agents", *wish.agents]
    if wish.reach in {Reach.SELECTION, Reach.DAYS}:
        given += ["--days", *(problem.horizon.day(day).isoformat() for day in wish.days)]
    return given

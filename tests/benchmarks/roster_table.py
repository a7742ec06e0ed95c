"""What the search reaches on roster problems: `python -m tests.benchmarks.roster_table FOLDER_OR_PROBLEM.json …`.

Each problem in the interchange format, the files of a folder in order; a row each with the time to the first roster,
objective, bound, gap and memory, and beside them what one CP-SAT model of everything reaches in the same time. Every
search runs in a process of its own, so that memory is its own, and every row is printed when it is done. A time of its
own can be given to each problem: `FILE.json=120`.
"""

import argparse
import json
import multiprocessing
import resource
from collections.abc import Callable, Iterable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from scheduler.checks import check
from scheduler.problem import Problem
from scheduler.problem_document import read_problem
from scheduler.search import solve
from scheduler.solution import Outcome, Progress, SearchLimits, Solution
from tests.benchmarks.one_model import solve_as_one_model

WIDTHS = {
    "problem": 36,
    "seed": 5,
    "seconds": 8,
    "first, s": 9,
    "objective": 13,
    "bound": 13,
    "gap": 8,
    "broken": 7,
    "MB": 7,
    "one model": 13,
    "its bound": 13,
    "its MB": 7,
}


@dataclass(frozen=True, slots=True)
class Task:
    """A problem, made when its turn comes, with what is asked of it. `one_model`: whether to compare."""

    name: str
    problem: Callable[[], Problem]
    seconds: float
    seed: int = 0
    target: str = ""
    one_model: bool = True


@dataclass(frozen=True, slots=True)
class Reached:
    """What a search reached, the seconds to its first roster, rules broken, and megabytes taken at most."""

    solution: Solution
    first: float | None
    broken: int
    megabytes: float


def reach(problem: Problem, limits: SearchLimits, *, one_model: bool) -> Reached:
    """Search in this process."""
    first: list[float] = []

    def watch(now: Progress) -> None:
        if now.solution is not None and not first:
            first.append(now.seconds)

    found = solve_as_one_model(problem, limits) if one_model else solve(problem, limits, watch)
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return Reached(found, first[0] if first else None, len(check(problem, found.roster)), megabytes)


def row(task: Task) -> tuple[str, ...]:
    """The figures of one task, of the search and of one model."""
    problem, limits = task.problem(), SearchLimits(seconds=task.seconds, seed=task.seed)
    ours = _in_own_process(problem, limits, one_model=False)
    usual = _in_own_process(problem, limits, one_model=True) if task.one_model else None
    beside = (
        ("", "", "")
        if usual is None
        else (_number(usual.solution.objective), _number(usual.solution.bound), _number(usual.megabytes))
    )
    return (
        task.name,
        str(task.seed),
        f"{ours.solution.seconds:.1f}",
        _number(ours.first, 1),
        _number(ours.solution.objective),
        _number(ours.solution.bound),
        "—" if ours.solution.gap is None else f"{ours.solution.gap:.2%}",
        str(ours.broken),
        _number(ours.megabytes),
        *beside,
        task.target,
    )


def _in_own_process(problem: Problem, limits: SearchLimits, *, one_model: bool) -> Reached:
    """What a process reaches; nothing where the system ends it, for want of memory for instance."""
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as pool:
        try:
            return pool.submit(reach, problem, limits, one_model=one_model).result()
        except BrokenProcessPool:
            return Reached(Solution(Outcome.UNKNOWN, seconds=limits.seconds, seed=limits.seed), None, 0, 0.0)


def _number(value: float | None, digits: int = 0) -> str:
    return "—" if value is None else f"{value:,.{digits}f}"


def show(tasks: Iterable[Task]) -> None:
    """Solve one after the other and print each row."""
    print("\nthe search, and beside it one CP-SAT model of everything; 8 workers each")
    _print((*WIDTHS, "asked for"))
    for task in tasks:
        _print(row(task))


def _print(cells: Iterable[str]) -> None:
    first, *others = cells
    *numbers, last = others
    widths = list(WIDTHS.values())
    print(
        f"{first:{widths[0]}}"
        + "".join(f"{cell:>{width}}" for cell, width in zip(numbers, widths[1:], strict=True))
        + f"  {last}".rstrip(),
        flush=True,
    )


def read(given: str, seconds: float, seed: int = 0) -> list[Task]:
    """The problems of a folder or a file, with the time for each."""
    name, _, own = given.partition("=")
    files = sorted(Path(name).glob("*.json")) if Path(name).is_dir() else [Path(name)]
    limit = float(own) if own else seconds
    return [Task(file.stem, partial(of_file, file), limit, seed) for file in files]


def of_file(file: Path) -> Problem:
    """A problem in the interchange format."""
    return read_problem(json.loads(file.read_text("utf-8")), file.name)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("problems", nargs="+", metavar="FOLDER_OR_FILE[=SECONDS]")
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--seed", type=int, default=0)
    asked = parser.parse_args()
    show([one for given in asked.problems for one in read(given, asked.seconds, asked.seed)])

"""What the search reaches on roster problems: `python -m tests.benchmarks.roster_table FOLDER_OR_PROBLEM.json …`.

Each problem in the interchange format, the files of a folder in order; a row each with the time to the first roster,
objective, bound, gap and memory, and beside them what one CP-SAT model of everything reaches in the same time. Every
search runs in a process of its own, so that memory is its own. A time of its own can be given to each problem:
`FILE.json=120`.
"""

import argparse
import json
import multiprocessing
import resource
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.table import Table

from scheduler.checks import check
from scheduler.problem import Problem
from scheduler.problem_document import read_problem
from scheduler.search import solve
from scheduler.solution import Progress, SearchLimits, Solution
from tests.benchmarks.one_model import solve_as_one_model

COLUMNS = ("problem", "agents × days", "seed", "seconds", "first, s", "objective", "bound", "gap", "broken", "MB")
BESIDE = ("one model", "bound", "MB")


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


def row(problem: Problem, limits: SearchLimits) -> tuple[str, ...]:
    """The figures of one problem, of the search and of one model."""
    ours, usual = (_in_own_process(problem, limits, one_model=one) for one in (False, True))
    return (
        problem.name,
        f"{len(problem.agents)} × {problem.horizon.days}",
        str(limits.seed),
        f"{ours.solution.seconds:.1f}",
        _number(ours.first, 1),
        _number(ours.solution.objective),
        _number(ours.solution.bound),
        "—" if ours.solution.gap is None else f"{ours.solution.gap:.2%}",
        str(ours.broken),
        _number(ours.megabytes),
        _number(usual.solution.objective),
        _number(usual.solution.bound),
        _number(usual.megabytes),
    )


def _in_own_process(problem: Problem, limits: SearchLimits, *, one_model: bool) -> Reached:
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(reach, (problem, limits), {"one_model": one_model})


def _number(value: float | None, digits: int = 0) -> str:
    return "—" if value is None else f"{value:,.{digits}f}"


def show(problems: Iterable[tuple[Problem, float]], seed: int = 0) -> None:
    """Solve one after the other, each for its seconds, and print the table."""
    table = Table(
        *COLUMNS, *BESIDE, box=None, title="the search, and one CP-SAT model; 8 workers", title_justify="left"
    )
    for problem, seconds in problems:
        table.add_row(*row(problem, SearchLimits(seconds=seconds, seed=seed)))
    Console(width=180).print(table)


def read(given: str, seconds: float) -> list[tuple[Problem, float]]:
    """The problems of a folder or a file, with the time for each."""
    name, _, own = given.partition("=")
    files = sorted(Path(name).glob("*.json")) if Path(name).is_dir() else [Path(name)]
    limit = float(own) if own else seconds
    return [(read_problem(json.loads(file.read_text("utf-8")), file.name), limit) for file in files]


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("problems", nargs="+", metavar="FOLDER_OR_FILE[=SECONDS]")
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--seed", type=int, default=0)
    asked = parser.parse_args()
    show([one for given in asked.problems for one in read(given, asked.seconds)], asked.seed)

"""What the search reaches on roster problems: `python -m tests.benchmarks.roster_table PROBLEM.json … [--seconds N]`.

Each problem in the interchange format; a row each with the time to the first roster, objective, bound, gap and memory.
"""

import argparse
import json
import resource
from pathlib import Path

from rich.console import Console
from rich.table import Table

from scheduler.checks import check
from scheduler.problem import Problem
from scheduler.problem_document import read_problem
from scheduler.search import solve
from scheduler.solution import Progress, SearchLimits

COLUMNS = ("problem", "agents × days", "first roster, s", "seconds", "objective", "bound", "gap", "broken", "MB")


def row(problem: Problem, seconds: float) -> tuple[str, ...]:
    """The figures of one problem; memory is the most that this process has taken so far."""
    first: list[float] = []

    def watch(now: Progress) -> None:
        if now.solution is not None and not first:
            first.append(now.seconds)

    found = solve(problem, SearchLimits(seconds=seconds), watch)
    return (
        problem.name,
        f"{len(problem.agents)} × {problem.horizon.days}",
        f"{first[0]:.1f}" if first else "—",
        f"{found.seconds:.1f}",
        "—" if found.objective is None else f"{found.objective:,.0f}",
        "—" if found.bound is None else f"{found.bound:,.0f}",
        "—" if found.gap is None else f"{found.gap:.2%}",
        str(len(check(problem, found.roster))),
        f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f}",
    )


def show(problems: list[Problem], seconds: float) -> None:
    """Solve one after the other and print the table."""
    table = Table(*COLUMNS, box=None, title=f"search, at most {seconds:.0f} s, 8 workers, seed 0", title_justify="left")
    for problem in problems:
        table.add_row(*row(problem, seconds))
    Console(width=160).print(table)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("problems", type=Path, nargs="+")
    parser.add_argument("--seconds", type=float, default=60.0)
    given = parser.parse_args()
    show([read_problem(json.loads(path.read_text("utf-8")), path.name) for path in given.problems], given.seconds)

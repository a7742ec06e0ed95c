"""What comes after a roster: `python -m tests.benchmarks.change_table PROBLEM.json [--seconds N]`.

One absence met, one planted conflict named, one cell and the worst shortage explained, and shifts designed for the
problem's dearest skill, each with its seconds and what it says.
"""

import argparse
import json
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
from rich.console import Console
from rich.table import Table

from scheduler.agent import Absence, Lock
from scheduler.cover import cover
from scheduler.design.engine import DesignOrder, design
from scheduler.problem import Problem
from scheduler.problem_document import read_problem
from scheduler.reasons.assignment import choices, serves
from scheduler.reasons.shortage import shortage
from scheduler.reasons.standing import Standing
from scheduler.reasons.takers import takers
from scheduler.reoptimise import Revision
from scheduler.search import solve
from scheduler.search.revise import reoptimise
from scheduler.solution import SearchLimits, Solution

MINUTES_PER_DAY = 1440
REVISING = SearchLimits(seconds=3.5)

Row = tuple[str, str, str]


def rows(problem: Problem, solution: Solution) -> Iterator[Row]:
    """One row for each question: what was asked, seconds, the answer."""
    agent, day = sorted(solution.roster.cells)[len(solution.roster) // 2]
    standing = Standing(problem, solution.roster)
    yield timed(f"{agent} absent on day {day}", lambda: absence(problem, solution, agent, day))
    yield timed(f"{agent} locked and absent on day {day}", lambda: conflict(problem, agent, day))
    yield timed("why this shift, why not another", lambda: cell(standing, agent, day))
    yield timed("who could take it over", lambda: f"{len(takers(standing, agent, day))} agents")
    yield timed("what stops the worst shortage", lambda: worst(standing))
    yield timed("shifts designed", lambda: designed(problem))


def timed(asked: str, answer: Callable[[], str]) -> Row:
    """A question with the seconds that its answer took."""
    began = time.monotonic()
    said = answer()
    return asked, f"{time.monotonic() - began:.2f}", said


def absence(problem: Problem, solution: Solution, agent: str, day: int) -> str:
    """Re-optimise after one absence."""
    away = ((agent, day * MINUTES_PER_DAY, (day + 1) * MINUTES_PER_DAY),)
    found = reoptimise(problem, solution.roster, Revision(away=away, most_agents=3), REVISING, prices=solution.prices)
    others = len({change.agent for change in found.changes} - {agent})
    gap = "none" if found.solution.gap is None else f"{found.solution.gap:.2%}"
    return f"{len(found.changes)} changes, {others} other agents, gap {gap}"


def conflict(problem: Problem, agent: str, day: int) -> str:
    """Plant a lock against an absence."""
    planted = replace(
        problem.agents[agent], locks=(Lock(day, next(iter(problem.shifts))),), absences=(Absence(day=day),)
    )
    found = solve(replace(problem, agents={**problem.agents, agent: planted}), SearchLimits(seconds=60.0))
    return ", ".join(sorted(f"{part.rule} {part.agent} {part.day}" for part in found.conflict))


def cell(standing: Standing, agent: str, day: int) -> str:
    """Explain one cell."""
    return f"{len(serves(standing, agent, day))} intervals served, {len(choices(standing, agent, day))} choices"


def worst(standing: Standing) -> str:
    """Explain the largest shortage."""
    missing = cover(standing.problem, standing.roster).shortage
    skill = max(missing, key=lambda name: float(missing[name].max()))
    interval = int(np.argmax(missing[skill]))
    found = shortage(standing, skill, interval, float(missing[skill][interval]))
    return f"{found.short:.1f} {skill}: " + ", ".join(f"{rule} {count}" for rule, count in found.stopped.items())


def designed(problem: Problem) -> str:
    """Design shifts for the skill that asks for most."""
    skill = max(problem.requirement, key=lambda name: float(problem.requirement[name].sum()))
    wanted = np.round(problem.requirement[skill])
    found = design(problem.horizon, {skill: wanted}, DesignOrder(seconds=60.0))
    return f"{wanted.sum():,.0f} agent-intervals, {len(found.shifts)} kinds, deviation {found.deviation:.2%}"


def show(problem: Problem, seconds: float) -> None:
    """Solve, ask, print the table."""
    solution = solve(problem, SearchLimits(seconds=seconds))
    table = Table("asked", "seconds", "answer", box=None, title=f"after a roster: {problem.name}", title_justify="left")
    for row in rows(problem, solution):
        table.add_row(*row)
    Console(width=160).print(table)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("problem", type=Path)
    parser.add_argument("--seconds", type=float, default=60.0)
    given = parser.parse_args()
    show(read_problem(json.loads(given.problem.read_text("utf-8")), given.problem.name), given.seconds)

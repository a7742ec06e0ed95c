"""What comes after a roster: `python -m tests.benchmarks.change_table PROBLEM.json [--seconds N]`.

Shifts designed for a week, one absence met, planted conflicts named, one cell and the worst shortage explained, each
with its seconds and what it says.
"""

import argparse
import json
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

import numpy as np

from forecasts.horizon import Horizon
from scheduler.agent import Absence, Lock
from scheduler.cover import cover
from scheduler.design.day_after_day import DesignOrder
from scheduler.design.engine import design
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

Row = tuple[str, str, str, str]
Chosen = Callable[[str], bool]


def everything(name: str) -> bool:
    """Every row."""
    del name
    return True


def rows(problem: Problem, solution: Solution | None, chosen: Chosen = everything) -> Iterator[Row]:
    """One row for each question asked for: what was asked, seconds, the answer, what is promised."""
    if chosen("design"):
        yield timed("a week's shifts designed", a_week_designed, "≤ 1.2 % in 60 s")
        yield timed("a week designed, Monday after Sunday", partial(a_week_designed, repeats=True), "≤ 1.2 % in 60 s")
    if chosen("conflict"):
        promised, day = "exactly it, ≤ 10 s", problem.horizon.days // 3
        yield timed("conflict: lock and absence", lambda: conflict(lock_and_absence(problem, day)), promised)
        yield timed("conflict: hours owed", lambda: conflict(hours_owed(problem)), promised)
        yield timed("conflict: seats and locks", lambda: conflict(seats_and_locks(problem, day)), promised)
    if solution is None:
        return
    if not solution.roster.cells:
        yield "a roster to change", f"{solution.seconds:.2f}", "none found in the time", ""
        return
    agent, day = sorted(solution.roster.cells)[len(solution.roster) // 2]
    standing = Standing(problem, solution.roster)
    if chosen("absence"):
        asked = f"absence of {agent} on day {day}"
        yield timed(asked, lambda: absence(problem, solution, agent, day), "≤ 5 s, 3 other agents")
    if chosen("reasons"):
        yield timed("reasons: why this shift, why not another", lambda: cell(standing, agent, day))
        yield timed("reasons: who could take it over", lambda: f"{len(takers(standing, agent, day))} agents")
        yield timed("reasons: what stops the worst shortage", lambda: worst(standing))


def timed(asked: str, answer: Callable[[], str], promised: str = "") -> Row:
    """A question with the seconds that its answer took."""
    began = time.monotonic()
    said = answer()
    return asked, f"{time.monotonic() - began:.2f}", said, promised


def absence(problem: Problem, solution: Solution, agent: str, day: int) -> str:
    """Re-optimise after one absence."""
    away = ((agent, day * MINUTES_PER_DAY, (day + 1) * MINUTES_PER_DAY),)
    found = reoptimise(problem, solution.roster, Revision(away=away, most_agents=3), REVISING, prices=solution.prices)
    others = len({change.agent for change in found.changes} - {agent})
    gap = "none" if found.solution.gap is None else f"{found.solution.gap:.2%}"
    return f"{len(found.changes)} changes, {others} other agents, gap {gap}"


def lock_and_absence(problem: Problem, day: int) -> Problem:
    """Somebody in the middle of the team is locked to a shift and absent."""
    name = sorted(problem.agents)[len(problem.agents) // 2]
    agent = problem.agents[name]
    planted = replace(
        agent, locks=(Lock(day, problem.eligible_shifts(agent)[0]),), absences=(*agent.absences, Absence(day=day))
    )
    return replace(problem, agents={**problem.agents, name: planted})


def hours_owed(problem: Problem) -> Problem:
    """Somebody owes a shift on nearly every day, more than a week allows."""
    name = next(n for n, agent in sorted(problem.agents.items()) if agent.min_minutes and agent.max_minutes_per_week)
    agent = problem.agents[name]
    longest = max(problem.shifts[shift].paid_minutes for shift in problem.eligible_shifts(agent))
    owed = replace(agent, min_minutes=longest * problem.horizon.days - 60, absences=())
    return replace(problem, agents={**problem.agents, name: owed})


def seats_and_locks(problem: Problem, day: int) -> Problem:
    """Three locked to one shift, two seats."""
    shift = next(iter(problem.shifts))
    able = [n for n, agent in problem.agents.items() if agent.may_work(shift) and not agent.absences][:3]
    locked = {name: replace(problem.agents[name], locks=(Lock(day, shift),), min_minutes=None) for name in able}
    return replace(problem, agents={**problem.agents, **locked}, seat_limit=2)


def conflict(problem: Problem) -> str:
    """What is named."""
    found = solve(problem, SearchLimits(seconds=60.0))
    named = sorted((part.rule, part.agent, -1 if part.day is None else part.day) for part in found.conflict)
    return f"{found.outcome}: " + ", ".join(
        f"{rule} {agent} {day if day >= 0 else ''}".strip() for rule, agent, day in named
    )


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


def a_week_designed(repeats: bool = False) -> str:
    """Shifts for a week of about 8,000 agent-half-hours, a meal and two short rests in the longer ones. `repeats`: what
    runs past Sunday's midnight covers Monday.
    """
    week = Horizon(date(2026, 11, 9), 7, 30)
    hours = np.arange(week.intervals) % 48 / 2
    bumps = ((0.9, 10.5, 2.5), (0.8, 15.0, 2.5), (1.2, 20.5, 2.2))
    shape = np.full(hours.size, 0.15)
    for height, at, width in bumps:
        shape += height * np.exp(-(((hours - at) / width) ** 2))
    noise = np.exp(np.random.default_rng(1).normal(0, 0.05, hours.size))
    wanted = np.round(shape * noise * 8000 / shape.sum())
    found = design(week, {"presale": wanted}, DesignOrder(seconds=50.0, repeats=repeats))
    return f"{wanted.sum():,.0f} agent-intervals, {len(found.shifts)} kinds, deviation {found.deviation:.2%}"


def show(problem: Problem, seconds: float, chosen: Chosen = everything) -> None:
    """Solve, ask, print each answer."""
    needed = any(map(chosen, ("absence", "reasons")))
    if not (needed or chosen("design") or chosen("conflict")):
        return
    solution = solve(problem, SearchLimits(seconds=seconds)) if needed else None
    print(f"\nafter a roster: {problem.name}")
    for asked, taken, answer, promised in rows(problem, solution, chosen):
        print(f"{asked:46}{taken:>8} s  {answer:70}  {promised}".rstrip(), flush=True)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("problem", type=Path)
    parser.add_argument("--seconds", type=float, default=60.0)
    given = parser.parse_args()
    show(read_problem(json.loads(given.problem.read_text("utf-8")), given.problem.name), given.seconds)

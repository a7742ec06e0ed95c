"""Why there is no roster: a smallest set of rules that cannot hold together, and ways out of it.

Most conflicts are one agent's own; then come locks that need more seats than there are; then the whole team.
"""

import time
from collections.abc import Callable, Collection, Iterable, Sequence

from ortools.sat.python import cp_model

from scheduler.agent import Agent
from scheduler.break_patterns import footprint, free_patterns
from scheduler.problem import Problem
from scheduler.search.conflicts.lone_conflict import lone_conflict, possible_alone
from scheduler.search.conflicts.shrinking import smallest
from scheduler.search.model.team_model import TeamModel
from scheduler.solution import ConflictPart

COMPANY = "companions"
"""The one rule that more agents can help to keep; without everybody in the model it proves nothing."""


def simple_conflict(problem: Problem, suspects: Iterable[str], seconds: float) -> tuple[ConflictPart, ...]:
    """A conflict of one of the suspects alone, or of locks with the seats; empty when there is none such.

    When time runs out the set is still a conflict, perhaps not a smallest.
    """
    out_of_time = _deadline(seconds)
    for name in suspects:
        if out_of_time():
            return ()
        if not possible_alone(problem, name):
            return lone_conflict(problem, name, out_of_time)
    return locks_over_seats(problem)


def likely_conflict(problem: Problem, seconds: float) -> tuple[ConflictPart, ...]:
    """A conflict where one is likely: of agents with locks, of those who owe more than a week can hold."""
    suspects = [name for name, agent in problem.agents.items() if agent.locks or _owes_much(problem, agent)]
    return simple_conflict(problem, suspects, seconds)


def _owes_much(problem: Problem, agent: Agent) -> bool:
    """Whether the minutes owed are more than the weekly limits allow, holding every longest shift for lawful."""
    longest = max((problem.shifts[shift].paid_minutes for shift in problem.eligible_shifts(agent)), default=0)
    most = 0
    for week in problem.weeks:
        days = min(len(week), 7 if agent.max_days_per_week is None else agent.max_days_per_week)
        minutes = days * longest
        most += minutes if agent.max_minutes_per_week is None else min(minutes, agent.max_minutes_per_week)
    return (agent.min_minutes or 0) > most


def explain(problem: Problem, seconds: float) -> tuple[ConflictPart, ...]:
    """The conflict of a problem that has no roster; within about the time given, then perhaps not a smallest."""
    found = simple_conflict(problem, problem.agents, seconds / 2)
    return found or _of_the_team(problem, _deadline(seconds / 2))


def locks_over_seats(problem: Problem) -> tuple[ConflictPart, ...]:
    """As many locks as there are seats and one more, on an interval that all of them cover however breaks lie."""
    seats = problem.seat_limit
    interval, locked = most_locked(problem)
    if seats is None or len(locked) <= seats:
        return ()
    day = interval // problem.horizon.intervals_per_day
    return (ConflictPart("seat_limit", day=day), *locked[: seats + 1])


def most_locked(problem: Problem) -> tuple[int, list[ConflictPart]]:
    """The interval with the most locks that cover it however breaks lie, and those locks."""
    present: dict[int, list[ConflictPart]] = {}
    for agent in problem.agents.values():
        for lock in agent.locks:
            for interval in _sure_intervals(problem, lock.day, lock.shift):
                present.setdefault(interval, []).append(ConflictPart("locks", agent.id, lock.day))
    return max(present.items(), key=lambda item: len(item[1]), default=(0, []))


def _sure_intervals(problem: Problem, day: int, shift: str | None) -> set[int]:
    """Intervals of the horizon that a shift covers in every pattern of breaks."""
    if shift is None:
        return set()
    step, first = problem.horizon.interval_minutes, day * problem.horizon.intervals_per_day
    patterns = [set(footprint(problem.shifts[shift], p, step)) for p in free_patterns(problem, day, shift)]
    relative = set.intersection(*patterns) if patterns else set()
    return {first + i for i in relative if first + i < problem.horizon.intervals}


def possible(
    problem: Problem, names: Sequence[str], kept: Collection[ConflictPart] | None, seconds: float = 2.0
) -> bool:
    """Whether these agents can be rostered under the kept rules, None: all; unless disproved in time, they can."""
    whole = len(names) == len(problem.agents)

    def keep(part: ConflictPart) -> bool:
        return (kept is None or part in kept) and (whole or part.rule != COMPANY)

    engine = cp_model.CpSolver()
    engine.parameters.num_workers = 1 if len(names) == 1 else 8
    engine.parameters.max_time_in_seconds = seconds
    return bool(engine.solve(TeamModel(problem, names, keep=keep).model) != cp_model.INFEASIBLE)


def _of_the_team(problem: Problem, out_of_time: Callable[[], bool]) -> tuple[ConflictPart, ...]:
    """First the agents it takes, then their rules and those of the whole team."""

    def impossible(kept: Collection[ConflictPart]) -> bool:
        everybody = any(part.rule == COMPANY for part in kept)
        concerned = [name for name in problem.agents if everybody or any(part.agent == name for part in kept)]
        return not possible(problem, concerned, set(kept))

    return tuple(smallest(_parts_of(problem), impossible, out_of_time))


def _parts_of(problem: Problem) -> list[ConflictPart]:
    """Every rule of the team, at the places where it can be let go."""
    seen: dict[ConflictPart, None] = {}

    def note(part: ConflictPart) -> bool:
        seen[part] = None
        return True

    TeamModel(problem, keep=note)
    TeamModel(problem, keep=lambda part: not note(part))
    return list(seen)


def _deadline(seconds: float) -> Callable[[], bool]:
    until = time.monotonic() + seconds
    return lambda: time.monotonic() > until

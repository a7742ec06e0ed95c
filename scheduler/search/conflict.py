"""Why there is no roster: a smallest set of rules that cannot hold together.

A set of rules is infeasible or not; rules are left out in halves, then one by one, as long as the rest stays infeasible
(deletion filtering, after Chinneck & Dravnieks 1991). What remains cannot lose any member.
"""

import time
from collections.abc import Callable, Collection, Sequence

from ortools.sat.python import cp_model

from scheduler.problem import Problem
from scheduler.search.team_model import TeamModel
from scheduler.solution import ConflictPart

Test = Callable[[Collection[ConflictPart]], bool]
"""Whether these rules alone are proven impossible."""


def explain(problem: Problem, seconds: float) -> tuple[ConflictPart, ...]:
    """A conflict of one agent alone where there is one, else of the whole team; within about the time given.

    When time runs out the set is still a conflict, perhaps not a smallest.
    """
    deadline = time.monotonic() + seconds
    for name in problem.agents:
        if time.monotonic() > deadline:
            break
        if not possible(problem, [name], None):
            return _shrink(problem, [name], deadline)
    return _shrink(problem, list(problem.agents), deadline)


def possible(
    problem: Problem, names: Sequence[str], kept: Collection[ConflictPart] | None, seconds: float = 2.0
) -> bool:
    """Whether these agents can be rostered under the kept rules, None: all; unless disproved in time, they can."""
    model = TeamModel(problem, names, keep=lambda part: kept is None or part in kept).model
    engine = cp_model.CpSolver()
    engine.parameters.num_workers = 1 if len(names) == 1 else 8
    engine.parameters.max_time_in_seconds = seconds
    return bool(engine.solve(model) != cp_model.INFEASIBLE)


def parts_of(problem: Problem, names: Sequence[str]) -> list[ConflictPart]:
    """Every rule these agents are under, at the places where it can be let go."""
    seen: dict[ConflictPart, None] = {}

    def note(part: ConflictPart) -> bool:
        seen[part] = None
        return True

    TeamModel(problem, names, keep=note)
    TeamModel(problem, names, keep=lambda part: not note(part))
    return list(seen)


def _shrink(problem: Problem, names: Sequence[str], deadline: float) -> tuple[ConflictPart, ...]:
    def impossible(kept: Collection[ConflictPart]) -> bool:
        concerned = [name for name in names if any(part.agent == name for part in kept)]
        return not possible(problem, concerned, set(kept))

    parts = parts_of(problem, names)
    return tuple(smallest(parts, impossible, lambda: time.monotonic() > deadline))


def smallest(parts: Sequence[ConflictPart], impossible: Test, out_of_time: Callable[[], bool]) -> list[ConflictPart]:
    """The parts without any that the conflict does not need, given that all of them together are impossible."""
    kept, size = list(parts), len(parts) // 2
    while size:
        position = 0
        while position < len(kept) and not out_of_time():
            without = kept[:position] + kept[position + size :]
            if impossible(without):
                kept = without
            else:
                position += size
        size //= 2
    return kept

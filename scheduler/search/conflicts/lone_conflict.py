"""Why one agent cannot be rostered, whatever the others do: a smallest set of that agent's own rules.

First the fewest kinds of rules that cannot hold together, then of these the days that it takes: a conflict that people
can read. Every test is a small model of one agent.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from itertools import combinations

from ortools.sat.python import cp_model

from scheduler.problem import Problem
from scheduler.rules.agent_model import AgentModel, Keep, keep_all
from scheduler.rules.catalogue import AGENT_RULES, open_cells
from scheduler.search.conflicts.shrinking import smallest
from scheduler.solution import ConflictPart

SECONDS = 2.0
"""For one test; what is not disproved by then counts as possible."""
FEW = 2
"""Kinds of rules up to which every combination is tried, so that no conflict of fewer kinds is overlooked."""


def possible_alone(problem: Problem, name: str, kept: Collection[ConflictPart] | None = None) -> bool:
    """Whether an agent's own rules, or only the kept ones, leave any days; unless disproved in time, they do."""
    model = alone(problem, name, keep_all if kept is None else lambda part: part in kept).model
    engine = cp_model.CpSolver()
    engine.parameters.num_workers = 1
    engine.parameters.max_time_in_seconds = SECONDS
    return bool(engine.solve(model) != cp_model.INFEASIBLE)


def lone_conflict(problem: Problem, name: str, out_of_time: Callable[[], bool]) -> tuple[ConflictPart, ...]:
    """A smallest conflict of an agent for whom nothing is possible; out of time, perhaps not a smallest."""
    by_rule: dict[str, list[ConflictPart]] = {}
    for part in own_parts(problem, name):
        by_rule.setdefault(part.rule, []).append(part)

    def impossible(rules: Iterable[str]) -> bool:
        return not possible_alone(problem, name, {part for rule in rules for part in by_rule[rule]})

    rules = _fewest(list(by_rule), impossible, out_of_time)
    parts = [part for rule in rules for part in by_rule[rule]]
    return tuple(smallest(parts, lambda kept: not possible_alone(problem, name, set(kept)), out_of_time))


def own_parts(problem: Problem, name: str) -> list[ConflictPart]:
    """Every rule an agent is under, at the places where it can be let go."""
    seen: dict[ConflictPart, None] = {}

    def note(part: ConflictPart) -> bool:
        seen[part] = None
        return True

    alone(problem, name, note)
    alone(problem, name, lambda part: not note(part))
    return list(seen)


def alone(problem: Problem, name: str, keep: Keep) -> AgentModel:
    """The agent in a model of their own."""
    agent = problem.agents[name]
    model = AgentModel(cp_model.CpModel(), problem, agent, open_cells(problem, agent, keep), keep)
    for rule in AGENT_RULES:
        rule.post(model)
    return model


def _fewest(
    rules: Sequence[str], impossible: Callable[[Iterable[str]], bool], out_of_time: Callable[[], bool]
) -> Collection[str]:
    """As few kinds of rules as cannot hold together."""
    found = smallest(rules, impossible, out_of_time)
    for size in range(1, min(FEW, len(found) - 1) + 1):
        for few in combinations(rules, size):
            if out_of_time():
                return found
            if impossible(few):
                return few
    return found

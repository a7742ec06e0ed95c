"""Ways out of a conflict: which limit would have to be what, or which rule let go, and what the hours in it cost."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from forecasts.horizon import MINUTES_PER_DAY
from scheduler.agent import Agent
from scheduler.problem import Problem
from scheduler.search.conflicts.conflict import most_locked, possible
from scheduler.search.conflicts.lone_conflict import own_parts, possible_alone
from scheduler.solution import ConflictPart, Fix

MINUTES_PER_HOUR = 60


def fixes(problem: Problem, conflict: tuple[ConflictPart, ...]) -> tuple[Fix, ...]:
    """Every single change after which this conflict is none, each the least that will do; the cheapest hours first.

    A limit is moved for the whole horizon; of a rule without a number, the part in the conflict is let go.
    """
    agents = {part.agent for part in conflict if part.agent}
    alone = len(agents) == 1 and all(part.agent for part in conflict)
    found = _of_one(problem, conflict) if alone else _of_several(problem, conflict)
    return tuple(sorted(found, key=lambda fix: (fix.yuan is not None, fix.yuan or 0.0)))


def _of_one(problem: Problem, conflict: tuple[ConflictPart, ...]) -> Iterator[Fix]:
    """Judged by all the agent's rules, so that no other conflict is left behind."""
    agent, moved = problem.agents[conflict[0].agent], set[str]()
    for part in conflict:
        reach = _reach(problem, part.rule)
        if reach is None:
            if possible_alone(problem, agent.id, set(own_parts(problem, agent.id)) - {part}):
                yield Fix(part)
        elif part.rule not in moved:
            moved.add(part.rule)
            value = _least_change(problem, agent, part.rule, reach)
            if value is not None:
                yield Fix(ConflictPart(part.rule, agent.id), value, _yuan(agent, part.rule, value))


def _of_several(problem: Problem, conflict: tuple[ConflictPart, ...]) -> Iterator[Fix]:
    """Judged by the conflict alone: the whole team would take too long."""
    agents = sorted({part.agent for part in conflict if part.agent})
    seats = problem.seat_limit
    if seats is not None and any(part.rule == "seat_limit" for part in conflict):

        def enough(limit: int) -> bool:
            return possible(replace(problem, seat_limit=limit), agents, set(conflict))

        locked = len(most_locked(problem)[1])
        yield Fix(ConflictPart("seat_limit"), locked if locked > seats else _nearest(seats, len(agents), enough))
    for part in conflict:
        if part.rule != "seat_limit":
            yield Fix(part)


def _reach(problem: Problem, rule: str) -> int | None:
    """How far a limit can be moved; None for rules that are no number of the agent's."""
    days = problem.horizon.days
    reaches = {
        "min_minutes": 0,
        "min_consecutive_days": 0,
        "min_consecutive_days_off": 0,
        "min_rest_minutes": 0,
        "max_minutes": days * MINUTES_PER_DAY,
        "max_minutes_per_week": 7 * MINUTES_PER_DAY,
        "max_minutes_per_day": MINUTES_PER_DAY,
        "max_days_per_week": 7,
        "max_consecutive_days": days,
        "max_weekends": days,
    }
    return reaches.get(rule)


def _least_change(problem: Problem, agent: Agent, rule: str, reach: int) -> int | None:
    """The value nearest to the limit at which the agent can be rostered; None when no value helps."""

    def helps(value: int) -> bool:
        limit: dict[str, Any] = {rule: value}
        moved = replace(agent, **limit)
        return possible_alone(replace(problem, agents={**problem.agents, agent.id: moved}), agent.id)

    return _nearest(getattr(agent, rule), reach, helps) if helps(reach) else None


def _nearest(fails: int, does: int, test: Callable[[int], bool]) -> int:
    """Between a value that fails and one that does, the one nearest to the first that does (bisection)."""
    while abs(does - fails) > 1:
        middle = (fails + does) // 2
        if test(middle):
            does = middle
        else:
            fails = middle
    return does


def _yuan(agent: Agent, rule: str, value: int) -> float | None:
    """What the hours between the limit and the value cost: owed and paid without work, or worked above the limit."""
    if rule not in ("min_minutes", "max_minutes", "max_minutes_per_week"):
        return None
    minutes = abs(value - int(getattr(agent, rule)))
    multiplier = agent.overtime.multiplier if agent.overtime and rule != "min_minutes" else 1.0
    return float(minutes / MINUTES_PER_HOUR * agent.hourly_cost * multiplier)

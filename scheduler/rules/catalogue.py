"""Every rule the solver is told. A new rule is a file beside this one, a check of the same name and a test."""

from collections.abc import Collection, Iterator

from forecasts.horizon import MINUTES_PER_DAY
from scheduler.agent import Agent
from scheduler.problem import Problem
from scheduler.rules import (
    absences,
    alternating_weeks,
    breaks,
    companions,
    eligible_shifts,
    forbidden_shifts,
    forbidden_successions,
    locks,
    max_consecutive_days,
    max_consecutive_shifts,
    max_days_per_week,
    max_minutes,
    max_minutes_in_days,
    max_minutes_per_day,
    max_minutes_per_week,
    max_shifts,
    max_weekends,
    min_consecutive_days,
    min_consecutive_days_off,
    min_minutes,
    min_rest_minutes,
    no_break,
    seat_limit,
)
from scheduler.rules.agent_model import Keep, keep_all
from scheduler.solution import ConflictPart

CELL_RULES = (eligible_shifts, max_minutes_per_day, forbidden_shifts, no_break, absences, locks)
"""Rules that forbid single cells: `forbids(problem, agent, day, shift)`."""

AGENT_RULES = (
    locks,
    forbidden_successions,
    min_minutes,
    max_minutes,
    max_minutes_in_days,
    max_minutes_per_week,
    max_days_per_week,
    alternating_weeks,
    max_shifts,
    max_consecutive_shifts,
    max_consecutive_days,
    min_consecutive_days,
    min_consecutive_days_off,
    max_weekends,
    min_rest_minutes,
)
"""Rules about one agent's days: `post(model)`."""

ROSTER_RULES = (seat_limit, companions)
"""Rules about everybody present: `post(model)`."""

BY_CONSTRUCTION = ("known_names",)
"""Rules that need no telling: the model has no variable for what they forbid."""

CONSTRUCTING = (breaks,)
"""Rules that say which variables there are."""


def open_cells(
    problem: Problem, agent: Agent, keep: Keep = keep_all, days: Collection[int] | None = None
) -> list[tuple[int, str]]:
    """The (day, shift id) an agent may work, on some days or all, as far as single cells are concerned."""
    chosen = range(problem.horizon.days) if days is None else days
    if keep is not keep_all:
        cells = ((day, shift) for day in chosen for shift in problem.shifts)
        return [(day, shift) for day, shift in cells if not _forbidden(problem, agent, day, shift, keep)]
    own, away = set(_own_days(problem, agent)), {a.day for a in agent.absences if a.start is None or a.end is None}

    def open_on(day: int) -> list[str]:
        if day in away:  # many of them in a year
            return []
        return [shift for shift in problem.shifts if not _forbidden(problem, agent, day, shift, keep)]

    alike = next((open_on(day) for day in chosen if day not in own), [])  # days without anything dated
    return [(day, shift) for day in chosen for shift in (open_on(day) if day in own else alike)]


def _own_days(problem: Problem, agent: Agent) -> Iterator[int]:
    """Days that may differ from others by something dated, a day more rather than one too few."""
    for absence in agent.absences:
        if absence.start is None or absence.end is None:
            yield absence.day or 0
        else:
            yield from range(absence.start // MINUTES_PER_DAY - 2, absence.end // MINUTES_PER_DAY + 1)
    for start, end in problem.no_break:
        yield from range(start // MINUTES_PER_DAY - 2, end // MINUTES_PER_DAY + 1)
    for limit in agent.forbidden_shifts:
        yield from range(limit.first, problem.horizon.days if limit.last is None else limit.last + 1)
    yield from (lock.day for lock in agent.locks)


def _forbidden(problem: Problem, agent: Agent, day: int, shift: str, keep: Keep) -> bool:
    return any(
        rule.forbids(problem, agent, day, shift) and keep(ConflictPart(_name(rule), agent.id, _day(rule, day)))
        for rule in CELL_RULES
    )


def _name(rule: object) -> str:
    return str(getattr(rule, "__name__", "")).rpartition(".")[2]


def _day(rule: object, day: int) -> int | None:
    """Eligibility and the longest day do not depend on the day; absences and locks do."""
    return None if rule in (eligible_shifts, max_minutes_per_day) else day

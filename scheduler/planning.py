"""From the team, its shifts, the rulebook and the requirement to the problem that the search solves."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

import numpy as np

from forecasts.day_kinds import DayKind, day_kind
from forecasts.horizon import Horizon, Numbers
from scheduler.agent import Absence, Agent, CarryIn, Overtime, Request
from scheduler.problem import Fairness, PriceStep, Problem
from scheduler.rulebook import Rulebook
from scheduler.shift import Shift
from scheduler.team import DatedAbsence, DatedRequest, TeamAgent

DAYS_PER_MONTH = 30
STANDARD_DAY_MINUTES = 480
NIGHT_TAG = "night"
WORK_DAYS = (DayKind.ORDINARY, DayKind.MAKEUP_WORK)


def roster_problem(
    name: str,
    horizon: Horizon,
    team: Iterable[TeamAgent],
    shifts: Mapping[str, Shift],
    rulebook: Rulebook,
    requirement: Mapping[str, Numbers],
    seat_limit: int | None = None,
) -> Problem:
    """The rostering problem of a plan. `requirement`: skill to standard agents, unrounded, shape (intervals,)."""
    tags = frozenset(tag for shift in shifts.values() for tag in shift.tags)
    night_cost = rulebook.value("night_fairness_cost", "full_time")
    return Problem(
        name=name,
        horizon=horizon,
        shifts=dict(shifts),
        agents={agent.id: known_only(problem_agent(agent, horizon, rulebook), requirement, tags) for agent in team},
        shortage_costs={skill: _prices(rulebook, skill) for skill in requirement},
        surplus_cost=rulebook.value("surplus_cost") or 0.0,
        requirement={skill: np.asarray(curve, dtype=np.float64) for skill, curve in requirement.items()},
        seat_limit=seat_limit,
        pay_multipliers=_statutory_days(horizon, rulebook),
        fairness=(Fairness(NIGHT_TAG, night_cost, "full_time"),) if night_cost and NIGHT_TAG in tags else (),
    )


def known_only(agent: Agent, requirement: Mapping[str, Numbers], tags: frozenset[str]) -> Agent:
    """The agent without skills that nobody requires and limits on tags that no shift carries: a problem names
    nothing that it does not hold.
    """
    limits = {key: most for key, most in agent.max_shifts.items() if key.removeprefix("tag:") in tags}
    return replace(agent, skills=frozenset(agent.skills & requirement.keys()), max_shifts=limits)


def problem_agent(agent: TeamAgent, horizon: Horizon, rulebook: Rulebook) -> Agent:
    """One agent with the limits of their contract; the agent's own limits win over the rulebook."""

    def limit(key: str) -> float | None:
        return agent.limits.get(key, rulebook.value(key, agent.contract))

    def whole(key: str) -> int | None:
        value = limit(key)
        return None if value is None else int(value)

    absences = tuple(_absences(agent.absences, horizon))
    nights = limit("max_night_shifts_per_month")
    return Agent(
        id=agent.id,
        contract=agent.contract,
        skills=agent.skills,
        productivity=agent.productivity,
        shifts=agent.shifts,
        hourly_cost=agent.hourly_cost,
        overtime=_overtime(limit("overtime_after_minutes_per_week"), limit("overtime_multiplier")),
        absences=absences,
        min_minutes=_minutes_owed(limit("min_minutes_per_week"), absences, horizon),
        max_minutes=_minutes_allowed(limit("max_overtime_minutes_per_month"), horizon),
        max_minutes_per_week=whole("max_minutes_per_week"),
        max_days_per_week=whole("max_days_per_week"),
        max_shifts={} if nights is None else {f"tag:{NIGHT_TAG}": _share_of_month(nights, horizon)},
        max_consecutive_days=whole("max_consecutive_days"),
        min_rest_minutes=whole("min_rest_minutes"),
        carry_in=_carry_in(agent, horizon),
        requests=tuple(_requests(agent.requests, horizon)),
    )


def _prices(rulebook: Rulebook, skill: str) -> tuple[PriceStep, ...]:
    return (PriceStep(None, rulebook.value("shortage_cost", skill) or 0.0),)


def _statutory_days(horizon: Horizon, rulebook: Rulebook) -> dict[int, float]:
    multiplier = rulebook.value("statutory_day_multiplier")
    if multiplier is None:
        return {}
    days = range(horizon.days)
    return {day: multiplier for day in days if day_kind(horizon.day(day)) is DayKind.STATUTORY}


def _overtime(after: float | None, multiplier: float | None) -> Overtime | None:
    return None if after is None or multiplier is None else Overtime(int(after), multiplier)


def _minutes_owed(per_week: float | None, absences: tuple[Absence, ...], horizon: Horizon) -> int | None:
    """The contract's minutes for the days present; a day away owes nothing."""
    if per_week is None:
        return None
    away = len({absence.day for absence in absences if absence.day is not None})
    return int(per_week * max(0, horizon.days - away) / 7)


def _minutes_allowed(overtime_per_month: float | None, horizon: Horizon) -> int | None:
    """Standard minutes of the work days inside plus the month's overtime (劳动法 41)."""
    if overtime_per_month is None:
        return None
    work_days = sum(day_kind(horizon.day(day)) in WORK_DAYS for day in range(horizon.days))
    return int(work_days * STANDARD_DAY_MINUTES + overtime_per_month)


def _share_of_month(per_month: float, horizon: Horizon) -> int:
    """A monthly count for the days planned, rounded up so that a short horizon still allows one."""
    return int(-(-per_month * horizon.days // DAYS_PER_MONTH))


def _carry_in(agent: TeamAgent, horizon: Horizon) -> CarryIn:
    end = agent.last_shift_end
    return CarryIn(
        consecutive_days=agent.consecutive_days_before,
        last_shift_end=None if end is None else horizon.minute(end),
    )


def _absences(absences: Iterable[DatedAbsence], horizon: Horizon) -> Iterable[Absence]:
    """Whole days as days, so that the night before may end on them; anything else by the minute."""
    for absence in absences:
        if absence.whole_days:
            numbers = (horizon.day_number(day) for day in absence.whole_days)
            yield from (Absence(day=number) for number in numbers if 0 <= number < horizon.days)
        elif absence.start < horizon.end and horizon.start < absence.end:
            yield Absence(start=horizon.minute(absence.start), end=horizon.minute(absence.end))


def _requests(requests: Iterable[DatedRequest], horizon: Horizon) -> Iterable[Request]:
    for request in requests:
        number = horizon.day_number(request.day)
        if 0 <= number < horizon.days:
            yield Request(number, request.shift, request.wish, request.cost)

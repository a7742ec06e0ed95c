"""From the team, its shifts, the rulebook and the requirement to the problem that the search solves."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType

import numpy as np

from forecasts.day_kinds import AS_SHIPPED, Calendar, DayKind, day_kind
from forecasts.horizon import Horizon, Numbers
from forecasts.promotion import Promotion
from scheduler.agent import Absence, Agent, CarryIn, MinutesInDays, Overtime, Request
from scheduler.agent_rules import AgentRules
from scheduler.fair_shares import fair_shares
from scheduler.past_roster import Days, PastDay, days_by_agent, with_past
from scheduler.planned_limits import DatedLimits
from scheduler.planned_shifts import NIGHT, with_legal_tags, with_short_rests
from scheduler.planned_team_rules import agent_tags, companions, has_mentors, times_without_breaks
from scheduler.problem import LoadLevel, PriceStep, Problem
from scheduler.rule_sources import rule_sources
from scheduler.rulebook import Rulebook
from scheduler.shift import Shift
from scheduler.team import DatedAbsence, DatedRequest, TeamAgent

DAYS_PER_MONTH = 30


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What surrounds a horizon: promotions, the days rostered before it, the lead's own kinds of days."""

    promotions: tuple[Promotion, ...] = ()
    past: tuple[PastDay, ...] = ()
    calendar: Calendar = field(default_factory=lambda: AS_SHIPPED)


PLAIN = Circumstances()
NO_SHIFTS: Mapping[str, Shift] = MappingProxyType({})
NO_VALUE: Mapping[str, Numbers] = MappingProxyType({})
NO_PAST: Days = MappingProxyType({})


def roster_problem(
    name: str,
    horizon: Horizon,
    team: Iterable[TeamAgent],
    shifts: Mapping[str, Shift],
    rulebook: Rulebook,
    requirement: Mapping[str, Numbers],
    seat_limit: int | None = None,
    around: Circumstances = PLAIN,
    load_levels: Sequence[LoadLevel] = (),
    value: Mapping[str, Numbers] = NO_VALUE,
) -> Problem:
    """The rostering problem of a plan. `requirement`: skill to standard agents, unrounded, shape (intervals,); `value`:
    skill to what an agent-hour short loses in orders, yuan by interval, on top of the plain price of shortage.
    """
    team = tuple(team)
    shifts = with_short_rests(shifts, rulebook)
    if any(agent.protections for agent in team):
        shifts = with_legal_tags(shifts, rulebook)
    shift_tags = frozenset(tag for shift in shifts.values() for tag in shift.tags)
    mentors = has_mentors(team)
    past = days_by_agent(each for each in around.past if each.day < horizon.first_day)
    made = [
        problem_agent(agent, horizon, rulebook, shifts, past.get(agent.id, {}), around.calendar, mentors)
        for agent in team
    ]
    agents = {agent.id: known_only(agent, requirement, shift_tags) for agent in made}
    problem = Problem(
        name=name,
        horizon=horizon,
        shifts=dict(shifts),
        agents=agents,
        shortage_costs={skill: _prices(rulebook, skill) for skill in requirement},
        surplus_cost=rulebook.value("surplus_cost") or 0.0,
        requirement={skill: np.asarray(curve, dtype=np.float64) for skill, curve in requirement.items()},
        seat_limit=seat_limit,
        forbidden_successions=_successions(shifts, rulebook),
        pay_multipliers=_statutory_days(horizon, rulebook, around.calendar),
        fairness=tuple(fair_shares(horizon, agents, shifts, rulebook, around.calendar)),
        companions=tuple(companions(rulebook, {tag for agent in agents.values() for tag in agent.tags})),
        no_break=tuple(times_without_breaks(rulebook, around.promotions, horizon)),
        load_levels=tuple(load_levels),
        shortage_weight=dict(_weights(rulebook, {skill: value[skill] for skill in requirement if skill in value})),
        sources=rule_sources(AgentRules(agent, rulebook) for agent in team),
    )
    return with_past(problem, around.past, around.calendar)


def known_only(agent: Agent, requirement: Mapping[str, Numbers], tags: frozenset[str]) -> Agent:
    """The agent without skills that nobody requires and limits on tags that no shift carries: a problem names
    nothing that it does not hold.
    """

    def known(limits: Mapping[str, int]) -> dict[str, int]:
        return {key: most for key, most in limits.items() if key.removeprefix("tag:") in tags}

    return replace(
        agent,
        skills=frozenset(agent.skills & requirement.keys()),
        max_shifts=known(agent.max_shifts),
        max_consecutive_shifts=known(agent.max_consecutive_shifts),
        forbidden_shifts=tuple(f for f in agent.forbidden_shifts if f.shift.removeprefix("tag:") in tags),
    )


def problem_agent(
    agent: TeamAgent,
    horizon: Horizon,
    rulebook: Rulebook,
    shifts: Mapping[str, Shift] = NO_SHIFTS,
    past: Days = NO_PAST,
    calendar: Calendar = AS_SHIPPED,
    team_has_mentors: bool = False,
) -> Agent:
    """One agent with the limits of their contract; the agent's own limits win over the rulebook. `past`: the agent's
    days before the horizon, which the month's overtime account begins with.
    """
    rules = AgentRules(agent, rulebook)
    dated = DatedLimits(rules, horizon, shifts, past, calendar)
    absences = tuple(_absences(agent.absences, horizon))
    month, several = _whole_horizon(dated.month_minutes(), horizon)
    return Agent(
        id=agent.id,
        contract=agent.contract,
        skills=agent.skills,
        tags=agent_tags(agent, dated.is_new(), team_has_mentors),
        productivity=agent.productivity,
        shifts=agent.shifts,
        hourly_cost=agent.hourly_cost,
        overtime=_overtime(rules),
        absences=absences,
        min_minutes=_minutes_owed(rules.value("min_minutes_per_week"), absences, horizon),
        max_minutes=month,
        max_minutes_per_week=rules.whole("max_minutes_per_week"),
        max_days_per_week=rules.whole("max_days_per_week"),
        max_minutes_per_day=rules.whole("max_minutes_per_day"),
        max_minutes_in_days=(*several, *dated.average_day(), *dated.protected_minutes()),
        forbidden_shifts=tuple(dated.forbidden_shifts()),
        max_shifts=_of_nights(rules.value("max_night_shifts_per_month"), horizon),
        max_consecutive_shifts=_of_nights_in_a_row(rules.whole("max_consecutive_nights")),
        max_consecutive_days=rules.whole("max_consecutive_days"),
        max_weekends=_weekends(rules.value("min_free_weekends_per_month"), horizon),
        min_rest_minutes=rules.whole("min_rest_minutes"),
        carry_in=_carry_in(agent, horizon),
        requests=(*_requests(agent.requests, horizon), *_dear_nights(rules, agent, horizon, shifts)),
    )


def _whole_horizon(months: list[MinutesInDays], horizon: Horizon) -> tuple[int | None, list[MinutesInDays]]:
    """One month's limit as that of the horizon; those of several as they are."""
    if len(months) == 1 and (months[0].first, months[0].last) == (0, horizon.days - 1):
        return months[0].minutes, []
    return None, months


def _prices(rulebook: Rulebook, skill: str) -> tuple[PriceStep, ...]:
    return (PriceStep(None, rulebook.value("shortage_cost", skill) or 0.0),)


def _weights(rulebook: Rulebook, value: Mapping[str, Numbers]) -> Iterator[tuple[str, Numbers]]:
    """The factor on the plain price that adds the value; a skill without a plain price has no shortage to weigh."""
    for skill, yuan in value.items():
        plain = rulebook.value("shortage_cost", skill)
        if plain:
            yield skill, np.round(1 + yuan / plain, 4)


def _successions(shifts: Mapping[str, Shift], rulebook: Rulebook) -> frozenset[tuple[str, str]]:
    """No early shift after a late one or a night, told by their tags."""
    if not rulebook.value("no_early_after_late"):
        return frozenset()
    late = [shift.id for shift in shifts.values() if shift.tags & {"late", NIGHT}]
    return frozenset((first, second.id) for first in late for second in shifts.values() if "early" in second.tags)


def _statutory_days(horizon: Horizon, rulebook: Rulebook, calendar: Calendar) -> dict[int, float]:
    multiplier = rulebook.value("statutory_day_multiplier")
    if multiplier is None:
        return {}
    days = range(horizon.days)
    return {day: multiplier for day in days if day_kind(horizon.day(day), calendar) is DayKind.STATUTORY}


def _overtime(rules: AgentRules) -> Overtime | None:
    after, multiplier = rules.value("overtime_after_minutes_per_week"), rules.value("overtime_multiplier")
    return None if after is None or multiplier is None else Overtime(int(after), multiplier)


def _minutes_owed(per_week: float | None, absences: tuple[Absence, ...], horizon: Horizon) -> int | None:
    """The contract's minutes for the days present; a day away owes nothing."""
    if per_week is None:
        return None
    away = len({absence.day for absence in absences if absence.day is not None})
    return int(per_week * max(0, horizon.days - away) / 7)


def _of_nights(per_month: float | None, horizon: Horizon) -> dict[str, int]:
    """A monthly count for the days planned, rounded up so that a short horizon still allows one."""
    return {} if per_month is None else {f"tag:{NIGHT}": int(-(-per_month * horizon.days // DAYS_PER_MONTH))}


def _of_nights_in_a_row(most: int | None) -> dict[str, int]:
    return {} if most is None else {f"tag:{NIGHT}": most}


def _weekends(free_per_month: float | None, horizon: Horizon) -> int | None:
    """Weekends that may be worked; a horizon shorter than a month owes its share of free ones, rounded down."""
    if free_per_month is None:
        return None
    weekends = {horizon.week(day) for day in range(horizon.days) if horizon.weekday(day) >= 5}
    return max(0, len(weekends) - int(free_per_month * horizon.days // DAYS_PER_MONTH))


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


def _dear_nights(
    rules: AgentRules, agent: TeamAgent, horizon: Horizon, shifts: Mapping[str, Shift]
) -> Iterator[Request]:
    """What a night shift costs beyond its plain pay, where the team pays nights more; the format has no other price of
    an agent's shift.
    """
    more = (rules.value("night_pay_multiplier") or 1.0) - 1.0
    for shift in shifts.values() if more > 0 else ():
        if NIGHT in shift.tags and (agent.shifts is None or shift.id in agent.shifts):
            cost = round(more * shift.paid_minutes / 60 * agent.hourly_cost, 2)
            yield from (Request(day, shift.id, "off", cost) for day in range(horizon.days))


def _requests(requests: Iterable[DatedRequest], horizon: Horizon) -> Iterable[Request]:
    for request in requests:
        number = horizon.day_number(request.day)
        if 0 <= number < horizon.days:
            yield Request(number, request.shift, request.wish, request.cost)

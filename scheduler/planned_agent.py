"""One agent of a problem: their days and wishes in the horizon, and the limits of their contract."""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from forecasts.day_kinds import AS_SHIPPED, Calendar
from forecasts.horizon import Horizon
from scheduler.agent import Absence, Agent, CarryIn, MinutesInDays, Overtime, Request
from scheduler.agent_rules import AgentRules
from scheduler.alternating_weeks import AlternatingWeeks
from scheduler.past_roster import Days
from scheduler.planned_limits import DatedLimits
from scheduler.planned_shifts import NIGHT
from scheduler.planned_team_rules import agent_tags
from scheduler.rulebook import Rulebook
from scheduler.shift import Shift
from scheduler.team import DatedAbsence, DatedRequest, TeamAgent

DAYS_PER_MONTH = 30
NO_SHIFTS: Mapping[str, Shift] = MappingProxyType({})
NO_PAST: Days = MappingProxyType({})


def problem_agent(
    agent: TeamAgent,
    horizon: Horizon,
    rulebook: Rulebook,
    shifts: Mapping[str, Shift] = NO_SHIFTS,
    past: Days = NO_PAST,
    calendar: Calendar = AS_SHIPPED,
    team_has_mentors: bool = False,
    weeks: AlternatingWeeks | None = None,
) -> Agent:
    """One agent with the limits of their contract; the agent's own limits win over the rulebook. `past`: the agent's
    days before the horizon, which the month's overtime account begins with; `weeks`: the team's turn of 大小周.
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
        alternating_weeks=rules.turn_of_weeks(weeks),
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

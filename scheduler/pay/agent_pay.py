"""The paid minutes of one agent's roster, day by day and month by month."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import groupby

from forecasts.day_kinds import Calendar, DayKind, day_kind
from scheduler.agent import Agent
from scheduler.away import days_absent
from scheduler.pay.basis import PayBasis
from scheduler.pay.comprehensive_month import comprehensive_month
from scheduler.pay.paid_minutes import PaidMinutes, total_of
from scheduler.pay.standard_week import WORK_DAYS, WeekBefore, standard_week, work_days
from scheduler.pay.terms import COMPREHENSIVE, STANDARD, PayTerms
from scheduler.pay.worked_shift import WorkedShift, worked_shifts
from scheduler.problem import Problem
from scheduler.roster import Roster

Month = tuple[int, int]
"""Year and month."""


@dataclass(frozen=True, slots=True)
class PaidShift:
    """A shift worked and what its minutes count as. `night`: minutes at work in the night."""

    worked: WorkedShift
    minutes: PaidMinutes

    @property
    def month(self) -> Month:
        """The month whose account it is on: that of the day it starts."""
        return self.worked.date.year, self.worked.date.month


@dataclass(frozen=True, slots=True)
class AgentPay:
    """One agent over the horizon."""

    terms: PayTerms
    shifts: tuple[PaidShift, ...]

    def of_month(self, month: Month) -> tuple[PaidShift, ...]:
        """The shifts that start in a month."""
        return tuple(shift for shift in self.shifts if shift.month == month)

    def account(self, month: Month) -> PaidMinutes:
        """The month's minutes by what they count as."""
        return total_of(shift.minutes for shift in self.of_month(month))

    def left_in_month(self, month: Month) -> float | None:
        """Overtime minutes still allowed in a month (劳动法 41), negative when passed; None without a limit."""
        limit = self.terms.value("max_overtime_minutes_per_month")
        return None if limit is None else limit - self.account(month).extra


def agent_pay(
    problem: Problem, roster: Roster, agent: Agent, terms: PayTerms, basis: PayBasis | None = None
) -> AgentPay:
    """What one agent's shifts count as under the terms."""
    basis = basis or PayBasis()
    cells = {day: cell for day, cell in roster.of_agent(agent.id).items() if cell.shift in problem.shifts}
    worked = worked_shifts(problem.horizon, problem.shifts, cells, basis.statutory, basis.night, basis.calendar)
    if not terms.pays_extra("statutory_day_multiplier"):
        worked = tuple(replace(shift, minutes=shift.minutes + shift.statutory, statutory=0) for shift in worked)
    minutes = _minutes(problem, agent, terms, worked, basis)
    return AgentPay(terms, tuple(PaidShift(shift, minutes[shift.day]) for shift in worked))


def _minutes(
    problem: Problem, agent: Agent, terms: PayTerms, worked: tuple[WorkedShift, ...], basis: PayBasis
) -> Mapping[int, PaidMinutes]:
    if terms.legal_form == STANDARD:
        return _by_weeks(problem, agent, terms, worked, basis)
    if terms.legal_form == COMPREHENSIVE:
        return _by_months(problem, terms, worked, basis.calendar)
    return {shift.day: PaidMinutes(standard=shift.minutes, statutory=shift.statutory) for shift in worked}


def _by_weeks(
    problem: Problem, agent: Agent, terms: PayTerms, worked: tuple[WorkedShift, ...], basis: PayBasis
) -> dict[int, PaidMinutes]:
    found: dict[int, PaidMinutes] = {}
    leave = days_absent(problem, agent) - {shift.day for shift in worked}
    away = {day for day in leave if day_kind(problem.horizon.day(day), basis.calendar) in WORK_DAYS}
    for number, days in enumerate(problem.weeks):
        carries = number == 0 and problem.first_week_began_before
        before = WeekBefore(agent.carry_in.week_days, agent.carry_in.week_minutes) if carries else WeekBefore()
        of_week = [shift for shift in worked if shift.day in days]
        owed = _work_days(problem, days, before.known, basis.calendar)
        found |= standard_week(terms, of_week, owed, len(away & set(days)), before, basis.rest_day)
    return found


def _work_days(problem: Problem, days: tuple[int, ...], before_known: bool, calendar: Calendar) -> int:
    """The week's work days inside the horizon, and those before it when it is known what was worked on them."""
    monday = days[0] - problem.horizon.weekday(days[0])
    counted = range(monday if before_known else days[0], days[-1] + 1)
    return work_days([problem.horizon.day(day) for day in counted], calendar)


def _by_months(
    problem: Problem, terms: PayTerms, worked: tuple[WorkedShift, ...], calendar: Calendar
) -> dict[int, PaidMinutes]:
    found: dict[int, PaidMinutes] = {}
    for _month, shifts in groupby(worked, lambda shift: (shift.date.year, shift.date.month)):
        found |= comprehensive_month(terms, list(shifts), problem.horizon, calendar)
    return found


def months_of(problem: Problem) -> dict[Month, tuple[int, ...]]:
    """The months that the horizon touches, each with its day numbers."""
    months: dict[Month, list[int]] = {}
    for number in range(problem.horizon.days):
        day = problem.horizon.day(number)
        months.setdefault((day.year, day.month), []).append(number)
    return {month: tuple(days) for month, days in months.items()}


def statutory_days_worked(pay: AgentPay, month: Month) -> tuple[date, ...]:
    """The statutory days on which the month's shifts work; one begun on the eve works on the day after."""
    days = set()
    for shift in pay.of_month(month):
        start = shift.worked.date
        if shift.worked.kind is DayKind.STATUTORY:
            days.add(start)
        elif shift.minutes.statutory:
            days.add(start + timedelta(days=1))
    return tuple(sorted(days))

"""Overtime of one agent, as the hours system and the project's rules count it."""

from collections.abc import Mapping

from forecasts.day_kinds import AS_SHIPPED, Calendar
from scheduler.pay.agent_pay import agent_pay
from scheduler.pay.basis import pay_basis
from scheduler.pay.paid_minutes import total_of
from scheduler.pay.terms import pay_terms
from scheduler.problem import Problem
from scheduler.roster import Assignment, Roster
from scheduler.rulebook import Rulebook
from scheduler.team import TeamAgent


def overtime_minutes(
    problem: Problem,
    days: Mapping[int, Assignment],
    person: TeamAgent,
    book: Rulebook,
    calendar: Calendar = AS_SHIPPED,
) -> int:
    """Minutes beyond standard hours of the days worked: on work days, rest days and statutory days together."""
    roster = Roster({(person.id, day): cell for day, cell in days.items()})
    terms = pay_terms(person.legal_form, person.contract, book)
    pay = agent_pay(problem, roster, problem.agents[person.id], terms, pay_basis(book, calendar))
    return total_of(shift.minutes for shift in pay.shifts).extra

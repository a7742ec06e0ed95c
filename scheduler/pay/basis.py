"""Choices that the law leaves to practice, kept as rules of the project."""

from dataclasses import dataclass, field

from forecasts.day_kinds import AS_SHIPPED, Calendar
from scheduler.pay.night import NIGHT, NightHours
from scheduler.pay.standard_week import RestDayBasis
from scheduler.pay.worked_shift import StatutoryBasis
from scheduler.rulebook import DEFAULT_RULEBOOK, Rulebook

CHOICES = (
    "rest_day_in_lieu",
    "rest_day_by_calendar",
    "statutory_by_start_day",
    "night_begins_minutes",
    "night_ends_minutes",
)
"""Their rules, for everybody."""


@dataclass(frozen=True, slots=True)
class PayBasis:
    """`in_lieu`: rest-day work is given back as time off (调休) instead of being paid twice (劳动法 44). `calendar`:
    what a person decided about single days against the shipped table of holidays.
    """

    rest_day: RestDayBasis = RestDayBasis.ROSTER
    statutory: StatutoryBasis = StatutoryBasis.CLOCK
    night: NightHours = NIGHT
    in_lieu: bool = False
    calendar: Calendar = field(default_factory=lambda: AS_SHIPPED)


def pay_basis(rulebook: Rulebook, calendar: Calendar = AS_SHIPPED) -> PayBasis:
    """The choices in force; a book that lacks one has the one offered to new projects."""
    in_lieu, by_calendar, by_start_day, begins, ends = (_value(rulebook, key) for key in CHOICES)
    return PayBasis(
        RestDayBasis.CALENDAR if by_calendar else RestDayBasis.ROSTER,
        StatutoryBasis.START_DAY if by_start_day else StatutoryBasis.CLOCK,
        NightHours(int(begins or NIGHT.begins), int(ends or NIGHT.ends)),
        bool(in_lieu),
        calendar,
    )


def _value(rulebook: Rulebook, key: str) -> float | None:
    rule = rulebook.rule(key) or DEFAULT_RULEBOOK.rule(key)
    return rule.value if rule else None

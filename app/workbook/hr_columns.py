"""The columns of the HR summary, from left to right."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.wording import words
from scheduler.pay.terms import STANDARD, PayTerms, pay_terms
from scheduler.rulebook import Rulebook

_ = words("workbook")


@dataclass(frozen=True, slots=True)
class Column:
    """One figure. `formula` gives it from cells of the same row by key, with `roster_…` those of the roster sheet and
    `times_…` the agent's multiples; `band` is the heading over several columns.
    """

    key: str
    heading: str
    band: str
    style: str = "hours"
    formula: str = ""
    summed: bool = True
    width: float = 7.5


def columns(rulebook: Rulebook, with_wages: bool) -> Iterator[Column]:
    """All columns between those of words and the signature."""
    terms = pay_terms(STANDARD, "full_time", rulebook)
    yield from _days()
    yield from _hours(terms)
    yield from _nights()
    if with_wages:
        yield Column("rate", _("Hourly cost"), _("Pay"), "money", summed=False, width=10)
        yield Column("pay", _("Planned pay"), _("Pay"), "money", PAY, width=11)


PAY = "={rate}*({standard}+{times_overtime}*{overtime}+{times_rest_day}*{rest_day}+{times_statutory_day}*{statutory})"


def _days() -> Iterator[Column]:
    band = _("Days")
    yield Column("days", _("Days planned"), band, "count")
    yield Column("owed", _("Work days owed"), band, "count")
    yield Column("worked", _("Days worked"), band, "count", "={roster_worked}")
    yield Column("off", _("Days off"), band, "count", "={days}-{worked}-{away}")
    yield Column("away", _("Leave"), band, "count", "={roster_away}")
    yield Column("statutory_days", _("Worked on statutory holidays"), band, "dates", summed=False, width=15)
    yield Column("run", _("Longest run of days"), band, "count", summed=False)


def _hours(terms: PayTerms) -> Iterator[Column]:
    band, times = _("Planned hours"), _("{name} ×{times:g}")
    overtime, rest = terms.multiplier("overtime_multiplier"), terms.multiplier("rest_day_multiplier")
    statutory = terms.multiplier("statutory_day_multiplier")
    yield Column("total", _("Hours in all"), band, formula="=SUM({standard}:{statutory})", width=10)
    yield Column("standard", _("Standard hours worked"), band, width=10)
    yield Column("overtime", times.format(name=_("Work-day overtime"), times=overtime), band, width=10)
    yield Column("rest_day", times.format(name=_("Rest day (or time off)"), times=rest), band, width=10)
    yield Column("statutory", times.format(name=_("Statutory holiday"), times=statutory), band, width=10)
    limit = terms.value("max_overtime_minutes_per_month")
    account = _("Overtime account")
    yield Column("extra", _("Overtime in all"), account, formula="=SUM({overtime}:{statutory})", width=10)
    left = _("Left of the limit") if limit is None else _("Left of {hours:g} h").format(hours=limit / 60)
    yield Column("left", left, account, "left", "={limit}-{extra}", summed=False, width=10)


def _nights() -> Iterator[Column]:
    band = _("Night work")
    yield Column("nights", _("Night shifts"), band, "count")
    yield Column("touching", _("Shifts touching 22:00–06:00"), band, "count", width=10)
    yield Column("night_hours", _("Hours 22:00–06:00"), band, width=10)

"""The columns of the HR summary, from left to right."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.wording import words
from app.wording.amounts import hours
from app.workbook.labels import night_span
from scheduler.pay.balances import Account
from scheduler.pay.basis import PayBasis, pay_basis
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


def columns(rulebook: Rulebook, with_wages: bool, attended: bool = False) -> Iterator[Column]:
    """All columns between those of words and the signature; `attended`: an attendance report stands beside."""
    terms, basis = pay_terms(STANDARD, "full_time", rulebook), pay_basis(rulebook)
    yield from _days()
    yield from _hours(terms, basis)
    if attended:
        yield Column("attended_days", _("Days attended"), _("Attendance"), "count")
        yield Column("attended_hours", _("Hours attended"), _("Attendance"), width=10)
    yield from _nights(basis)
    yield from _balances()
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


def _hours(terms: PayTerms, basis: PayBasis) -> Iterator[Column]:
    band, times = _("Planned hours"), _("{name} ×{times:g}")
    overtime, rest = terms.multiplier("overtime_multiplier"), terms.multiplier("rest_day_multiplier")
    statutory = terms.multiplier("statutory_day_multiplier")
    yield Column("total", _("Hours in all"), band, formula="=SUM({standard}:{statutory})", width=10)
    yield Column("standard", _("Standard hours worked"), band, width=10)
    yield Column("overtime", times.format(name=_("Work-day overtime"), times=overtime), band, width=10)
    on_rest = _("Rest day, given back") if basis.in_lieu else times.format(name=_("Rest day (or time off)"), times=rest)
    yield Column("rest_day", on_rest, band, width=10)
    yield Column("statutory", times.format(name=_("Statutory holiday"), times=statutory), band, width=10)
    limit = terms.value("max_overtime_minutes_per_month")
    account = _("Overtime account")
    yield Column("extra", _("Overtime in all"), account, formula="=SUM({overtime}:{statutory})", width=10)
    left = _("Left of the limit") if limit is None else _("Left of {hours} h").format(hours=hours(limit))
    yield Column("left", left, account, "left", "={limit}-{extra}", summed=False, width=10)


def _nights(basis: PayBasis) -> Iterator[Column]:
    band, span = _("Nights and middle shifts"), night_span(basis)
    yield Column("nights", _("Night shifts"), band, "count")
    yield Column("touching", _("Shifts touching {span}").format(span=span), band, "count", width=10)
    yield Column("night_hours", _("Hours {span}").format(span=span), band, width=10)
    yield Column("middles", _("Middle shifts"), band, "count")


def _balances() -> Iterator[Column]:
    """Empty for an agent without the account; a zero and a debt stand as they are."""
    for account, band in ((Account.LIEU, _("Lieu time, hours")), (Account.ANNUAL, _("Annual leave, days"))):
        key = account.value
        closing = f"={{{key}_before}}+{{{key}_earned}}-{{{key}_used}}"
        yield Column(f"{key}_before", _("Before"), band, "balance", width=7)
        yield Column(f"{key}_earned", _("Earned"), band, "balance", width=7)
        yield Column(f"{key}_used", _("Used"), band, "balance", width=7)
        yield Column(f"{key}_after", _("After"), band, "balance", closing, width=7)

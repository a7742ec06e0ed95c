"""What HR must know to sign: the multiples and limits used with their sources, and how hours were counted."""

from collections.abc import Iterable, Iterator

from app.wording import N_, words
from app.wording.amounts import hours
from app.wording.names import listed
from app.workbook.book import Book
from app.workbook.hr_rows import HrRow
from app.workbook.labels import hours_system_word, night_span
from app.workbook.notes_sheet import Fact, plan_facts, software_fact, write_notes
from app.workbook.team_plan import TeamPlan
from forecasts.day_kinds import DayKind, announced, day_kind
from scheduler.pay.agent_pay import months_of
from scheduler.pay.basis import pay_basis
from scheduler.pay.standard_week import RestDayBasis
from scheduler.pay.worked_shift import StatutoryBasis
from scheduler.rulebook import DEFAULT_RULEBOOK, Rule

_ = words("workbook")

RULES = {
    "overtime_after_minutes_per_day": N_("overtime after, hours a day"),
    "overtime_after_minutes_per_week": N_("overtime after, hours a week"),
    "overtime_multiplier": N_("work-day overtime, times"),
    "rest_day_multiplier": N_("rest-day work, times"),
    "statutory_day_multiplier": N_("statutory holiday, times"),
    "max_overtime_minutes_per_month": N_("most overtime, hours a month"),
    "standard_minutes_per_month": N_("standard of a month, hours"),
    "max_minutes_per_week": N_("most hours a week"),
    "max_average_minutes_per_day": N_("most hours a day on average"),
    "max_settlement_days": N_("settled at least every, days"),
}
CHOICES = {
    "rest_day_in_lieu": N_("rest-day work"),
    "rest_day_by_calendar": N_("whose rest day"),
    "statutory_by_start_day": N_("hours past midnight of a statutory holiday"),
    "night_begins_minutes": N_("night hours"),
}
HR_NOTES = (
    N_("Hours are planned hours of this version, not attendance: compare with the attendance record before signing."),
    N_("Standard hours: a week owes its work days; a week with a holiday owes less, one with a make-up day more."),
    N_("A week that begins before or ends after the horizon owes the work days inside; days before count when known."),
    N_("Rest-day work is what is worked on days beyond the week's work days, or is given back as time off."),
    N_("Only the statutory days of a year are paid as such, not the whole holiday block; midnight parts the days."),
    N_("The account of a month holds the shifts that start in it. Days outside the planning horizon are not in it."),
    N_("Comprehensive hours: a month planned in part owes the part of the month's standard that is planned."),
    N_("Night hours are minutes at work in the night, breaks left out. A run counts days before the plan."),
    N_("Lieu time and leave: what the team's list states, plus rest-day work given back, less leave of that kind."),
    N_("Multiples and limits are rules of the project. Local rules may differ, above all for part-time and flexible."),
)


def write_hr_notes_sheet(book: Book, rows: Iterable[HrRow]) -> None:
    """Add the sheet."""
    write_notes(book, (*plan_facts(book.plan), *_hr_facts(book.plan, rows), software_fact()), HR_NOTES)


def _hr_facts(plan: TeamPlan, rows: Iterable[HrRow]) -> Iterator[Fact]:
    """The holidays used, then every multiple and limit in force."""
    years = sorted({year for year, _month in months_of(plan.problem)})
    days = [plan.horizon.day(number) for number in range(plan.horizon.days)]
    statutory = [f"{day:%m-%d}" for day in days if day_kind(day, plan.calendar) is DayKind.STATUTORY]
    yield _("Statutory holidays planned"), listed(statutory) or _("none"), "text"
    for year in years:
        state = _("as announced") if announced(year) else _("not announced, computed by the calendar rule")
        edited = sum(day.year == year for day in plan.calendar)
        if edited:
            state += " · " + _("{days} days changed by the team").format(days=edited)
        yield _("Holiday table {year}").format(year=year), state, "text"
    seen: dict[tuple[str, str, str], Rule] = {}
    for row in rows:
        for key, rule in row.pay.terms.rules.items():
            seen[hours_system_word(row.legal_form), key, _value(key, rule)] = rule
    for (system, key, value), rule in seen.items():
        yield system, _sourced(_(RULES[key]), value, rule), "text"
    yield from _choices(plan)


def _choices(plan: TeamPlan) -> Iterator[Fact]:
    """What the law leaves open, as the project has it."""
    basis, book = pay_basis(plan.project.rulebook), plan.project.rulebook
    for key, value in (
        ("rest_day_in_lieu", _("given back as time off") if basis.in_lieu else _("paid")),
        ("rest_day_by_calendar", _("calendar") if basis.rest_day is RestDayBasis.CALENDAR else _("own day off")),
        (
            "statutory_by_start_day",
            _("by the start day") if basis.statutory is StatutoryBasis.START_DAY else _("by the clock"),
        ),
        ("night_begins_minutes", night_span(basis)),
    ):
        yield (
            _("All hours systems"),
            _sourced(_(CHOICES[key]), value, book.rule(key) or DEFAULT_RULEBOOK.rule(key)),
            "text",
        )
    if plan.project.alternating_weeks is not None:
        big = plan.project.alternating_weeks.is_big(plan.horizon.first_day)
        yield (
            _("Alternating weeks"),
            _("begins in a week of two days off") if big else _("begins in a week of one day off"),
            "text",
        )


def _sourced(name: str, value: str, rule: Rule | None) -> str:
    """A rule with its value and where that comes from."""
    source = (rule.article if rule else "") or _("team rule, local rules may differ")
    source += f" · {_('changed by the team')}" if rule and rule.changed else ""
    return _("{rule}: {value} · {source}").format(rule=name, value=value, source=source)


def _value(key: str, rule: Rule) -> str:
    """Minutes in hours; a rule that is switched off says so."""
    if rule.value is None:
        return _("switched off")
    return hours(rule.value) if "_minutes_" in key else f"{rule.value:g}"

"""说明: what the workbook was made from and how to read it."""

from collections.abc import Iterable, Iterator, Sequence
from importlib.metadata import PackageNotFoundError, version
from typing import Any

import numpy as np
from xlsxwriter.worksheet import Worksheet

from app.wording import N_, words
from app.wording.names import method_name, name_of, scenario_name, skill_rank
from app.workbook.book import Book
from app.workbook.labels import version_word
from app.workbook.skill_staffing import SkillStaffing
from app.workbook.team_plan import TeamPlan
from forecasts.opening_risk import OpeningRisk, opening_risks
from scheduler.solution import Outcome

_ = words("workbook")

OUTCOMES = {
    Outcome.OPTIMAL: N_("Optimal"),
    Outcome.FEASIBLE: N_("Feasible"),
    Outcome.INFEASIBLE: N_("Rules conflict, no roster"),
    Outcome.UNKNOWN: N_("No roster found in time"),
}
NOTES = (
    N_("Requirement and cover count standard agents: a trained agent is 1, a new hire less. Heads count people."),
    N_("The requirement is not rounded here; net = cover − requirement, negative is a shortage and bears ▼."),
    N_("An agent on a break covers nothing. An agent with several skills counts once, where they are needed most."),
    N_("The shift belongs to the day on which it starts, also when it ends after midnight."),
    N_("Hours are planned hours. Night hours leave breaks out; the longest run counts days before the horizon."),
    N_("Change a code in the roster and its counts and hours follow; requirement and cover do not."),
)
FIRST, LABEL, VALUE = 3, 0, 1
LABEL_WIDTH, VALUE_WIDTH = 34, 102


Fact = tuple[str, Any, str]
"""Label, value and style of a line."""


def write_notes_sheet(book: Book) -> None:
    """Add the sheet of the team's workbook."""
    plan = book.plan
    changed = N_("The requirement has changed since this version; the figures are those it was made for.")
    notes = (changed, *NOTES) if plan.requirement_has_changed else NOTES
    write_notes(book, (*plan_facts(plan), *_result_facts(plan), software_fact()), notes)


def write_notes(book: Book, facts: Iterable[Fact], notes: Sequence[str]) -> None:
    """Add a sheet of facts, then of notes: English sentences of the catalogue."""
    sheet = book.sheet(_("Notes"))
    book.heading(sheet, _("{title} · notes").format(title=book.plan.title), VALUE)
    sheet.fit_to_pages(1, 1)
    sheet.set_column(LABEL, LABEL, LABEL_WIDTH)
    sheet.set_column(VALUE, VALUE, VALUE_WIDTH)
    row = FIRST
    for label, value, style in facts:
        sheet.set_row(row, 20)
        sheet.write_string(row, LABEL, label, book.style("header", align="left"))
        _write_value(sheet, row, value, book.style("text", style, align="left"))
        row += 1
    _write_notes(book, sheet, row + 1, notes)


def _write_value(sheet: Worksheet, row: int, value: Any, style: Any) -> None:
    if isinstance(value, str):
        sheet.write_string(row, VALUE, value, style)
    elif isinstance(value, int | float):
        sheet.write_number(row, VALUE, value, style)
    else:
        sheet.write_datetime(row, VALUE, value, style)


def _write_notes(book: Book, sheet: Worksheet, row: int, notes: Sequence[str]) -> None:
    sheet.write_string(row, LABEL, _("How to read it"), book.style("header", align="left"))
    for number, note in enumerate(notes):
        sheet.set_row(row + number, 20)
        sheet.write_string(row + number, VALUE, _(note), book.style("note"))


def plan_facts(plan: TeamPlan) -> Iterator[Fact]:
    """What was planned, in which version, for whom."""
    version_of = plan.version
    last = plan.horizon.day(plan.horizon.days - 1)
    yield _("Promotion"), plan.title, "text"
    yield _("Project"), plan.project.name, "text"
    yield _("Scenario"), scenario_name(version_of.scenario), "text"
    yield _("Version"), version_word(version_of), "text"
    yield _("Version saved"), version_of.created, "moment"
    yield _("Exported"), plan.exported, "moment"
    yield _("Planning horizon"), f"{plan.horizon.first_day:%Y-%m-%d} – {last:%Y-%m-%d}", "text"
    yield _("Agents"), len(plan.rows), "count"


def _result_facts(plan: TeamPlan) -> Iterator[Fact]:
    """How good the roster is, and what it was made from."""
    solution = plan.version.solution
    yield _("Result"), _(OUTCOMES[solution.outcome]), "text"
    yield _("Optimality gap"), _("not known") if solution.gap is None else solution.gap, "share"
    yield _("Random seed"), str(solution.seed), "text"
    for part in plan.staffing:
        yield _("Shortage · {skill}").format(skill=name_of(part.skill)), shortage_words(part), "text"
    if plan.forecast is not None and plan.forecast.method:
        yield _("Forecast method"), method_name(plan.forecast.method), "text"
    if plan.forecast is not None:
        yield from _risk_facts(opening_risks(plan.forecast, plan.project.promotions))


def _risk_facts(risks: Sequence[OpeningRisk]) -> Iterator[Fact]:
    """What the first half hour of each phase may bring."""
    for risk in sorted(risks, key=lambda risk: (risk.start, risk.key.shop, skill_rank(risk.key.skill))):
        series = " · ".join(part for part in (risk.key.shop, name_of(risk.key.skill)) if part)
        sentence = _(
            "{phase} {start:%m-%d %H:%M}: {expected:,.0f} inquiries in {minutes} minutes, up to {p90:,.0f} (P90); "
            "chance of half as much again {chance:.0%}"
        )
        said = sentence.format(
            phase=name_of(risk.phase),
            start=risk.start,
            minutes=risk.minutes,
            expected=risk.expected,
            p90=risk.p90,
            chance=risk.chance,
        )
        yield _("Risk of the opening · {series}").format(series=series), said, "text"


def software_fact() -> Fact:
    """What wrote the workbook."""
    return _("Software"), f"PeakRoster {software_version()}", "text"


def shortage_words(part: SkillStaffing) -> str:
    """How much is short in all, and when it is worst."""
    hours = sum(part.shortage_hours(day) for day in range(part.horizon.days))
    if hours < 0.05:
        return _("none")
    worst = int(np.argmax(part.shortage))
    start = part.horizon.starts()[worst].item()
    sentence = _("{hours:.1f} agent-hours; worst {agents:.1f} agents at {start:%m-%d %H:%M}")
    return sentence.format(hours=hours, agents=float(part.shortage[worst]), start=start)


def software_version() -> str:
    """The version installed, empty when run from an unpacked archive."""
    try:
        return version("peakroster")
    except PackageNotFoundError:
        return ""

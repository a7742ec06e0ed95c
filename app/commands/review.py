"""`review`: the promotion afterwards, forecast, actuals, roster and service side by side."""

import argparse
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from app.commands.numbers_given import positive
from app.commands.output import ATTENTION, DONE, print_json, say, show_findings, table
from app.commands.project_options import needed, project_options, scenario_of
from app.files.choices import ImportChoices
from app.files.matching import agent_ids
from app.files.reading import read_files
from app.files.review_taking import attended_of
from app.files.service_reports import read_service_reports
from app.pipeline import forecast_of
from app.project.file import ProjectFile
from app.project.project import Project, Scenario
from app.review.metric import MetricReview, metric_reviews
from app.review.review import Review, review
from app.review.taught import as_history, taught
from app.wording import words
from app.wording.review import is_share, lesson_word, span_word
from app.workbook.review_workbook import write_review
from forecasts.findings import Finding, InputError, Level, refuse_if_any
from forecasts.forecast import Forecast
from forecasts.history import History
from scheduler.attendance import AttendedDay

_ = words("commands")


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    project_options(parser)
    parser.add_argument("--actuals", type=Path, nargs="+", default=[], help=_("inquiries counted, like a history"))
    parser.add_argument("--reports", type=Path, nargs="+", default=[], help=_("service reports by day"))
    parser.add_argument("--budget", type=positive, help=_("budget of the roster, yuan"))
    parser.add_argument("--today", help=_("how late it is, like 2026-11-20; metrics still counted are left out"))
    parser.add_argument("--keep", action="store_true", help=_("keep the actuals as history and the lessons"))
    parser.add_argument("--out", type=Path, help=_("where the review goes (.xlsx)"))
    parser.add_argument("--json", action="store_true", help=_("print the review as JSON"))


def run(given: argparse.Namespace) -> int:
    """Review the scenario's latest roster; status 1 when goals were missed or the reports have gaps."""
    with ProjectFile.open(given.project) as file:
        project = file.read()
        scenario = scenario_of(project, given.scenario)
        version = needed(
            file.latest_version(scenario.name), _("roster"), f"plan --project {given.project.name}", given.project
        )
        counted, came = what_came(project, given.actuals)
        found = review(project, version, as_planned(project, scenario), counted, came, given.budget)
        if given.keep:
            source = _("actuals {day}").format(day=project.horizon.first_day)
            added = as_history(project, counted, source) if counted is not project.history else []
            file.add_import(_("Lessons of the review"), taught(project, came, found.lessons), added)
    metrics, findings = metrics_of(given.reports, found, given.today)
    show_findings(findings)
    if given.out:
        write_review(given.out, found, metrics, {agent.id: agent.name for agent in project.team})
    if given.json:
        print_json(found.document() | {"metrics": [_metric_document(one) for one in metrics]})
    else:
        tell(found)
    return ATTENTION if found.rows[0].shortage_hours > 0 else DONE


def as_planned(project: Project, scenario: Scenario) -> Forecast:
    """The forecast without what was counted since."""
    eve = replace(project, outlook=replace(project.outlook, actuals=None))
    return forecast_of(eve, scenario)[0]


def what_came(project: Project, paths: Sequence[Path]) -> tuple[History, tuple[AttendedDay, ...]]:
    """Counts and attendance, from files where they are given, else what the project holds of the horizon.

    Raises InputError with everything wrong in the files.
    """
    if not paths:
        told = project.outlook.actuals
        return (told.counted if told is not None else project.history), project.attended
    preview = read_files(paths, ImportChoices.of(project))
    refuse_if_any([finding for finding in preview.findings if finding.level is Level.ERROR])
    came = attended_of(preview.attended, agent_ids(project.team), project.attended)
    return preview.history or History(project.horizon.interval_minutes, {}), came


def metrics_of(
    paths: Sequence[Path], found: Review, today: str | None
) -> tuple[tuple[MetricReview, ...], list[Finding]]:
    """Measured metrics of the horizon's days. Raises InputError CM04 for a date that is none."""
    try:
        day = date.fromisoformat(today) if today else date.today()
    except ValueError:
        raise InputError([Finding("CM04", value=str(today))]) from None
    measured, findings = read_service_reports(paths) if paths else ((), [])
    horizon = found.expected.horizon
    return metric_reviews(measured, [horizon.day(number) for number in range(horizon.days)], day), findings


def tell(found: Review) -> None:
    """The spans and the lessons for people."""
    heads = (_("Span"), _("Expected"), _("Counted"), _("Bias"), _("Inside"), _("Short, h"), _("Promised"), _("Served"))
    lines = [
        (
            span_word(row.span),
            f"{row.expected:,.0f}",
            f"{row.counted:,.0f}",
            *(_share(value, signed) for value, signed in ((row.bias, True), (row.inside, False))),
            f"{row.shortage_hours:,.1f}",
            _share(row.promised),
            _share(row.service_level),
        )
        for row in found.rows
    ]
    table("", heads, lines)
    tell_money(found)
    for lesson in found.lessons:
        numbers = [f"{value:.1%}" if is_share(lesson) else f"{value:,.2f}" for value in (lesson.planned, lesson.found)]
        say(
            _("{what}: planned {planned}, found {found}").format(
                what=lesson_word(lesson), planned=numbers[0], found=numbers[1]
            )
        )


def tell_money(found: Review) -> None:
    """What the roster cost, beside its budget and what the customers lost would have brought."""
    money = found.money
    said = _("Labour {labour:,.0f} yuan, budget {budget:,.0f} yuan: {over:+,.0f} yuan.")
    if money.budget is None:
        said = _("Labour {labour:,.0f} yuan.")
    budget = money.budget or 0.0
    say(said.format(labour=money.labour_cost, budget=budget, over=money.labour_cost - budget))
    if money.lost_sales is not None:
        say(_("Lost sales {lost:,.0f} yuan.").format(lost=money.lost_sales))
    else:
        said = _("Customers lost: {lost:,.0f}. Set conversion and order value in the goals to see the sales lost.")
        say(said.format(lost=found.rows[0].lost))


def _share(value: float | None, signed: bool = False) -> str:
    if value is None:
        return "—"
    return f"{value:+.1%}" if signed else f"{value:.1%}"


def _metric_document(one: MetricReview) -> dict[str, Any]:
    return {
        "metric": one.metric.code,
        "value": one.value,
        "by_day": {f"{day}": value for day, value in one.by_day.items()},
        "waits_until": {f"{day}": f"{final}" for day, final in one.waits_until.items()},
    }

"""The review as a workbook: spans, intervals with their charts, service metrics, attendance, lessons."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from datetime import date, datetime
from pathlib import Path
from typing import Any

import numpy as np

from app.review.metric import MetricReview
from app.review.review import Review
from app.wording import N_, words
from app.wording.names import listed, name_of, scenario_name, skill_rank
from app.wording.review import is_share, lesson_word, metric_number, metric_word, span_word, waiting_word
from app.workbook.review_charts import add_review_charts
from app.workbook.table_workbook import Figure, TableColumn, TableSheet, add_table, table_workbook

_ = words("workbook")

WHOLE, TENTH, HUNDREDTH, SHARE, MOMENT = "#,##0", "#,##0.0", "#,##0.00", "0.0%", "yyyy-mm-dd hh:mm"
SPAN_COLUMNS = (
    ("span", N_("Span"), ""),
    ("start", N_("Begins"), MOMENT),
    ("end", N_("Ends"), MOMENT),
    ("counted_share", N_("Counted"), "0%"),
    ("expected", N_("Inquiries expected (P50)"), WHOLE),
    ("counted", N_("Inquiries counted"), WHOLE),
    ("bias", N_("Forecast over actuals"), SHARE),
    ("wape", N_("WAPE"), SHARE),
    ("inside", N_("Inside P10–P90"), SHARE),
    ("shortage_hours", N_("Shortage, agent-hours"), TENTH),
    ("surplus_hours", N_("Surplus, agent-hours"), TENTH),
    ("promised", N_("Service level promised"), SHARE),
    ("service_level", N_("Service level for what came"), SHARE),
    ("lost", N_("Customers lost"), WHOLE),
    ("lost_sales", N_("Lost sales, yuan"), WHOLE),
)
"""Key, head, how Excel shows it; `metrics` of the model, not measured ones."""


def write_review(path: Path, found: Review, metrics: Sequence[MetricReview], agents: Mapping[str, str]) -> None:
    """Write all sheets. `agents`: id to name. Raises InputError WB01, WB02."""
    about = " · ".join((found.project, _("Review"), scenario_name(found.scenario), f"v{found.version}"))
    with table_workbook(path, about) as workbook:
        add_table(workbook, TableSheet(_("Review"), _columns(SPAN_COLUMNS), list(span_rows(found))))
        intervals = _intervals(found)
        add_review_charts(workbook, intervals)
        add_table(workbook, intervals)
        if metrics:
            add_table(workbook, _metrics(found, metrics))
        if found.happened.adherence:
            add_table(workbook, _attendance(found, agents))
        add_table(workbook, _money_and_lessons(found))


def span_rows(found: Review) -> Iterator[dict[str, Any]]:
    """The spans in words."""
    for row in found.rows:
        yield {**asdict(row), "span": span_word(row.span), "start": row.span.start, "end": row.span.end}


def _columns(columns: Sequence[tuple[str, str, str]]) -> list[TableColumn]:
    return [TableColumn(key, _(head), number) for key, head, number in columns]


def _intervals(found: Review) -> TableSheet:
    """One row an interval; volume, then for each skill what it would have required and who was there."""
    columns = [TableColumn("start", _("Interval"), MOMENT)]
    rows: list[dict[str, Any]] = [{"start": start.astype(datetime)} for start in found.expected.horizon.starts()]
    for key, volume in sorted(found.expected, key=lambda each: skill_rank(each[0].skill)):
        word = name_of(key.skill)
        counts = found.happened.counted[key]
        parts = (
            ("p10", "P10", volume.p10),
            ("p50", _("expected (P50)"), volume.p50),
            ("p90", "P90", volume.p90),
            ("counted", _("counted"), counts),
            ("required", _("required for what came"), found.came.required[key.skill]),
            ("covered", _("cover of those who came"), found.came.covered[key.skill]),
        )
        for name, head, values in parts:
            columns.append(TableColumn(f"{key.skill} {name}", f"{word} {head}", "0.0"))
            for row, value in zip(rows, values.tolist(), strict=True):
                row[f"{key.skill} {name}"] = value if np.isfinite(value) else None
    return TableSheet(_("Intervals"), columns, rows)


def _metrics(found: Review, metrics: Sequence[MetricReview]) -> TableSheet:
    """A day in each row, the average of the final days above them; what is still counted says until when."""
    horizon = found.expected.horizon
    days: list[date] = [horizon.day(number) for number in range(horizon.days)]
    columns = [TableColumn("day", _("Day"))]
    columns += [TableColumn(one.metric.code, metric_word(one.metric), metric_number(one.metric)) for one in metrics]
    average: dict[str, Any] = {"day": _("Whole horizon")} | {one.metric.code: one.value for one in metrics}
    rows = [{"day": f"{day}"} | {one.metric.code: _metric_cell(one, day) for one in metrics} for day in days]
    return TableSheet(_("Service metrics"), columns, [average, *rows])


def _metric_cell(one: MetricReview, day: date) -> object:
    return waiting_word(one.waits_until[day]) if day in one.waits_until else one.by_day[day]


def _attendance(found: Review, agents: Mapping[str, str]) -> TableSheet:
    columns = (
        ("agent", N_("Agent"), ""),
        ("planned_hours", N_("Rostered hours"), TENTH),
        ("worked_hours", N_("Worked hours"), TENTH),
        ("kept_days", N_("Days kept"), WHOLE),
        ("planned_days", N_("Days rostered"), WHOLE),
        ("stayed_away", N_("Stayed away"), ""),
        ("came_in", N_("Came in without being rostered"), ""),
    )
    rows = [
        {
            "agent": f"{one.agent} {agents.get(one.agent, '')}".strip(),
            "planned_hours": one.planned_minutes / 60,
            "worked_hours": one.worked_minutes / 60,
            "kept_days": one.kept_days,
            "planned_days": one.planned_days,
            "stayed_away": listed(f"{day:%m-%d}" for day in one.stayed_away),
            "came_in": listed(f"{day:%m-%d}" for day in one.came_in),
        }
        for one in found.happened.adherence
    ]
    return TableSheet(_("Who came"), _columns(columns), rows)


def _money_and_lessons(found: Review) -> TableSheet:
    money = found.money
    rows: list[dict[str, Any]] = [
        {"what": _("Labour cost, yuan (planned: the budget)"), "planned": money.budget, "found": money.labour_cost}
    ]
    rows.append({"what": _("Lost sales, yuan"), "found": money.lost_sales})
    for lesson in found.lessons:
        form = SHARE if is_share(lesson) else HUNDREDTH
        numbers = Figure(lesson.planned, form), Figure(lesson.found, form)
        rows.append({"what": lesson_word(lesson), "planned": numbers[0], "found": numbers[1]})
    columns = (("what", N_("What"), ""), ("planned", N_("Planned"), WHOLE), ("found", N_("Found"), WHOLE))
    return TableSheet(_("Lessons"), _columns(columns), rows)

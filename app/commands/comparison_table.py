"""What the numbers of scenarios and points are called, and where they are written with what stands beside them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from app.commands.documents import write_rows
from app.comparison_report import Report
from app.wording import N_, words
from app.wording.names import name_of, scenario_name
from app.workbook.comparison_pdf import PdfTable, write_comparison_pdf
from app.workbook.comparison_texts import number_text
from app.workbook.table_workbook import TableColumn, TableSheet, add_table, table_workbook
from forecasts.horizon import Numbers

_ = words("commands")

WHOLE, TENTH, SHARE, GAP, MOMENT, AS_TYPED = "#,##0", "#,##0.0", "0.0%", "0.00%", "yyyy-mm-dd hh:mm", "General"
HOURS_OF, HOURS_BY_CONTRACT, SHORTAGE_BY_HOUR = "hours:", "hours_by_contract", "shortage_by_hour"
HEADS = {
    "scenario": (N_("Scenario"), ""),
    "agent_hours": (N_("Agent-hours"), TENTH),
    "overtime_hours": (N_("Overtime, hours"), TENTH),
    "cost": (N_("Cost, yuan"), WHOLE),
    "labour_cost": (N_("of it labour, yuan"), WHOLE),
    "shortage_hours": (N_("Shortage, agent-hours"), TENTH),
    "worst_shortage": (N_("Worst interval, agents short"), TENTH),
    "worst_start": (N_("Worst interval at"), MOMENT),
    "service_level": (N_("Service level"), SHARE),
    "first_response_seconds": (N_("First response, seconds"), TENTH),
    "lost": (N_("Customers lost"), WHOLE),
    "lost_sales": (N_("Lost sales, yuan"), WHOLE),
    "fairness": (N_("Fairness: most less fewest"), WHOLE),
    "violations": (N_("Violations"), WHOLE),
    "gap": (N_("Optimality gap"), GAP),
    "sample_service_level_p10": (N_("Service level in 1 of 10 sample days or worse"), SHARE),
    "sample_service_level_p50": (N_("Service level, median of sample days"), SHARE),
    "sample_service_level_p90": (N_("Service level in 1 of 10 sample days or better"), SHARE),
    "sample_shortage_hours_p10": (N_("Shortage in 1 of 10 sample days or less, agent-hours"), TENTH),
    "sample_shortage_hours_p50": (N_("Shortage, median of sample days, agent-hours"), TENTH),
    "sample_shortage_hours_p90": (N_("Shortage in 1 of 10 sample days or more, agent-hours"), TENTH),
    "sample_surplus_hours_p10": (N_("Surplus in 1 of 10 sample days or less, agent-hours"), TENTH),
    "sample_surplus_hours_p50": (N_("Surplus, median of sample days, agent-hours"), TENTH),
    "sample_surplus_hours_p90": (N_("Surplus in 1 of 10 sample days or more, agent-hours"), TENTH),
    "robot_down_service_level": (N_("Service level, robot down"), SHARE),
    "robot_down_shortage_hours": (N_("Shortage, robot down, agent-hours"), TENTH),
    "five_ill_service_level": (N_("Service level, five agents ill"), SHARE),
    "five_ill_shortage_hours": (N_("Shortage, five agents ill, agent-hours"), TENTH),
    "hour_early_service_level": (N_("Service level, burst an hour early"), SHARE),
    "hour_early_shortage_hours": (N_("Shortage, burst an hour early, agent-hours"), TENTH),
}
"""Key of a row to its head and how Excel shows it."""

NOT_COMPARED = {"scenario", "worst_start", "gap"}
"""What has no difference to the base."""


def head_of(key: str) -> str:
    """The word over a number; a factor's name stands as it was typed."""
    if key.startswith(HOURS_OF):
        return _("Agent-hours, {contract}").format(contract=name_of(key.removeprefix(HOURS_OF)))
    return _(HEADS[key][0]) if key in HEADS else key


def form_of(key: str) -> str:
    """How Excel shows a number."""
    return TENTH if key.startswith(HOURS_OF) else HEADS.get(key, ("", AS_TYPED))[1]


def flat(row: Mapping[str, Any]) -> dict[str, Any]:
    """A row with one number under each key: hours of each contract after those of all, shortage by hour left out."""
    found: dict[str, Any] = {}
    for key, value in row.items():
        if key == HOURS_BY_CONTRACT:
            found |= {f"{HOURS_OF}{contract}": hours for contract, hours in value.items()}
        elif key != SHORTAGE_BY_HOUR:
            found[key] = value
    return found


def keys_of(rows: Sequence[Mapping[str, Any]]) -> list[str]:
    """The keys of flat rows in the order of the first; a contract that only others have follows its like."""
    keys = list(rows[0])
    for row in rows[1:]:
        for key in row:
            if key not in keys:
                alike = [number for number, other in enumerate(keys) if other.startswith(HOURS_OF)]
                keys.insert(alike[-1] + 1 if alike else len(keys), key)
    return keys


def write_comparison(path: Path, report: Report) -> None:
    """Write rows by the name's ending: .xlsx a workbook, .pdf pages, else CSV under their own keys."""
    kind = path.suffix.lower()
    if kind not in {".xlsx", ".pdf"}:
        rows = [flat(row) for row in report.rows]
        write_rows(path, keys_of(rows), rows)
        return
    said = in_words(report)
    rows = [flat(row) for row in said.rows]
    if kind == ".xlsx":
        _write_workbook(path, said, rows)
    else:
        write_comparison_pdf(path, said, PdfTable(_("Scenarios side by side"), *_pdf_lines(said, rows)))


def in_words(report: Report) -> Report:
    """The report with scenarios called as people call them."""
    return Report(
        [{**row, "scenario": scenario_name(row["scenario"])} if "scenario" in row else row for row in report.rows],
        {scenario_name(name): scenario_name(base) for name, base in report.bases.items()},
        [replace(one, scenario=scenario_name(one.scenario)) for one in report.differences],
        [replace(one, covered=_named(one.covered), required=_named(one.required)) for one in report.curves],
    )


def _named(curves: Mapping[str, Numbers]) -> dict[str, Numbers]:
    return {scenario_name(name): numbers for name, numbers in curves.items()}


def _write_workbook(path: Path, report: Report, rows: Sequence[Mapping[str, Any]]) -> None:
    columns = [TableColumn(key, head_of(key), form_of(key)) for key in keys_of(rows)]
    with table_workbook(path, _("Scenarios side by side")) as workbook:
        add_table(workbook, TableSheet(_("Scenarios"), columns, [_with_moment(row) for row in rows]))
        if report.bases:
            add_table(workbook, _differences(report, rows))
        add_table(workbook, _by_hour(report))
        if report.bases:
            add_table(workbook, _changes(report))


def _differences(report: Report, rows: Sequence[Mapping[str, Any]]) -> TableSheet:
    """Each scenario less its base."""
    keys = [key for key in keys_of(rows) if key not in NOT_COMPARED]
    by_name = {row["scenario"]: row for row in rows}
    columns = [
        TableColumn("scenario", head_of("scenario")),
        TableColumn("base", _("Compared with")),
        *(TableColumn(key, head_of(key), _signed(form_of(key))) for key in keys),
    ]
    found = [
        {"scenario": name, "base": base} | {key: difference(by_name[name], by_name[base], key) for key in keys}
        for name, base in report.bases.items()
    ]
    return TableSheet(_("Differences"), columns, found)


def difference(row: Mapping[str, Any], base: Mapping[str, Any], key: str) -> float | None:
    """A number less that of the base, None where either is not known."""
    value, before = row.get(key, 0.0), base.get(key, 0.0)
    return None if value is None or before is None else value - before


def _signed(form: str) -> str:
    return f"+{form};-{form};{form}"


def _by_hour(report: Report) -> TableSheet:
    """Shortage of every hour of the day, agent-hours."""
    names = ["scenario"] if "scenario" in report.rows[0] else []
    columns = [TableColumn(key, head_of(key), form_of(key)) for key in names]
    columns += [TableColumn(f"{hour}", f"{hour:02d}:00", TENTH) for hour in range(24)]
    rows = [
        {"scenario": row.get("scenario")} | {f"{hour}": short for hour, short in enumerate(row[SHORTAGE_BY_HOUR])}
        for row in report.rows
    ]
    return TableSheet(_("Shortage by hour"), columns, rows)


def _changes(report: Report) -> TableSheet:
    """Every cell of a roster that differs from that of the base."""
    columns = [
        TableColumn("scenario", head_of("scenario")),
        TableColumn("agent", _("Agent")),
        TableColumn("day", _("Day"), "yyyy-mm-dd"),
        TableColumn("before", _("In the base")),
        TableColumn("after", _("In the scenario")),
    ]
    off = _("day off")
    rows = [
        {
            "scenario": one.scenario,
            "agent": one.agent,
            "day": datetime(one.day.year, one.day.month, one.day.day),
            "before": one.before or off,
            "after": one.after or off,
        }
        for one in report.differences
    ]
    return TableSheet(_("Roster changes"), columns, rows)


def _pdf_lines(
    report: Report, rows: Sequence[Mapping[str, Any]]
) -> tuple[list[str], list[tuple[str, list[tuple[str, str]]]]]:
    """Scenarios as columns, and under each head its numbers as text with their differences to the base."""
    by_name = {row["scenario"]: row for row in rows}
    lines = []
    for key in keys_of(rows):
        if key == "scenario":
            continue
        cells = []
        for row in rows:
            base = by_name.get(report.bases.get(row["scenario"], ""))
            change = None if base is None or key in NOT_COMPARED else difference(row, base, key)
            cells.append((number_text(row.get(key), form_of(key)), number_text(change, _signed(form_of(key)), "")))
        lines.append((head_of(key), cells))
    return [row["scenario"] for row in rows], lines


def _with_moment(row: Mapping[str, Any]) -> dict[str, Any]:
    start = row["worst_start"]
    return {**row, "worst_start": datetime.fromisoformat(start) if start else None}

"""What the numbers of scenarios and points are called, and where their table is written."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from app.commands.documents import write_rows
from app.wording import N_, words
from app.workbook.table_workbook import TableColumn, write_table_workbook

_ = words("commands")

WHOLE, TENTH, SHARE, MOMENT, AS_TYPED = "#,##0", "#,##0.0", "0.0%", "yyyy-mm-dd hh:mm", "General"
HEADS = {
    "scenario": (N_("Scenario"), ""),
    "agent_hours": (N_("Agent-hours"), TENTH),
    "cost": (N_("Cost, yuan"), WHOLE),
    "labour_cost": (N_("of it labour, yuan"), WHOLE),
    "shortage_hours": (N_("Shortage, agent-hours"), TENTH),
    "worst_shortage": (N_("Worst interval, agents short"), TENTH),
    "worst_start": (N_("Worst interval at"), MOMENT),
    "service_level": (N_("Service level"), SHARE),
    "lost": (N_("Customers lost"), WHOLE),
    "gap": (N_("Optimality gap"), "0.00%"),
    "sample_service_level_p10": (N_("Service level in 1 of 10 sample days or worse"), SHARE),
    "sample_service_level_p50": (N_("Service level, median of sample days"), SHARE),
    "sample_service_level_p90": (N_("Service level in 1 of 10 sample days or better"), SHARE),
    "sample_shortage_hours_p10": (N_("Shortage in 1 of 10 sample days or less, agent-hours"), TENTH),
    "sample_shortage_hours_p50": (N_("Shortage, median of sample days, agent-hours"), TENTH),
    "sample_shortage_hours_p90": (N_("Shortage in 1 of 10 sample days or more, agent-hours"), TENTH),
    "robot_down_service_level": (N_("Service level, robot down"), SHARE),
    "robot_down_shortage_hours": (N_("Shortage, robot down, agent-hours"), TENTH),
    "five_ill_service_level": (N_("Service level, five agents ill"), SHARE),
    "five_ill_shortage_hours": (N_("Shortage, five agents ill, agent-hours"), TENTH),
    "hour_early_service_level": (N_("Service level, burst an hour early"), SHARE),
    "hour_early_shortage_hours": (N_("Shortage, burst an hour early, agent-hours"), TENTH),
}
"""Key of a row to its head and how Excel shows it."""


def head_of(key: str) -> str:
    """The word over a number; a factor's name stands as it was typed."""
    return _(HEADS[key][0]) if key in HEADS else key


def write_comparison(path: Path, rows: Sequence[Mapping[str, Any]]) -> None:
    """Write rows as a workbook when the name ends in .xlsx, else as CSV under their own keys."""
    keys = list(rows[0])
    if path.suffix.lower() != ".xlsx":
        write_rows(path, keys, rows)
        return
    columns = [TableColumn(key, head_of(key), HEADS.get(key, ("", AS_TYPED))[1]) for key in keys]
    write_table_workbook(path, _("Scenarios"), columns, [_with_moment(row) for row in rows])


def _with_moment(row: Mapping[str, Any]) -> dict[str, Any]:
    start = row["worst_start"]
    return {**row, "worst_start": datetime.fromisoformat(start) if start else None}

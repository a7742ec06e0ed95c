"""A day in each row, its hours as columns: 分时接待 with hour0 … hour23, 0点 … 23点, of a shop or of each agent."""

from collections.abc import Mapping
from datetime import date

import numpy as np
from numpy.typing import NDArray

from app.files.choices import ImportChoices
from app.files.counted import Counted, Minutes, moment_text
from app.files.header import Header
from app.files.log import Log
from app.files.shapes.long_rows import UNKNOWN, days_of
from app.files.shapes.whose import whose
from app.files.table import Table
from app.files.values.clock import HourLabel, interval_of_labels
from app.files.values.missing import is_missing
from app.files.values.moment import Calendar
from app.files.values.number import read_count
from forecasts.findings import Level
from forecasts.horizon import Numbers

MOST_DEFICIT = 0.01
HOURS_OF_A_DAY = 24


def read_hour_columns(table: Table, choices: ImportChoices, calendar: Calendar, day: date | None) -> Counted:
    """A count for each row and hour; `day` where the rows carry no date."""
    labels = _settled(table.header, choices, table.log)
    days = days_of(table, calendar, day)
    counts = _counts(table)
    _compare_with_total(table, days, counts)
    offsets = np.array([label.start for label in labels.values()], dtype=np.int64)
    rows, columns = np.nonzero(~np.isnan(counts) & (days != UNKNOWN)[:, np.newaxis])
    interval = interval_of_labels(labels.values())
    starts = days[rows] + offsets[columns]
    return Counted(starts, counts[rows, columns], whose(table, choices).at(rows.tolist()), interval)


def _settled(header: Header, choices: ImportChoices, log: Log) -> Mapping[int, HourLabel]:
    """The labels with 24 hours numbered 1 … 24 settled by the person's answer (IE11 without one)."""
    labels = header.hours
    starts = [label.start for label in labels.values()]
    if starts[0] == 0 or starts[-1] < HOURS_OF_A_DAY * 60 or next(iter(labels.values())).end is not None:
        return labels
    if choices.first_hour is None:
        log.problem("IE11", header.row + 1)
    back = 60 if choices.first_hour != 1 else 0
    return {index: HourLabel(label.start - back) for index, label in labels.items()}


def _counts(table: Table) -> Numbers:
    """Shape (rows, hours), NaN where missing or unreadable."""
    columns = []
    for index in table.header.hours:
        table.log.missing += sum(map(is_missing, table.values_at(index)))
        columns.append([np.nan if count is None else count for count in table.parsed_at(index, read_count)])
    return np.array(columns, dtype=np.float64).T.reshape(len(table.rows), len(columns))


def _compare_with_total(table: Table, days: Minutes, counts: Numbers) -> None:
    """Σ hours against the day's total (IN03): more is customers counted in two hours, less is something missing."""
    if not table.has("day_total"):
        return
    found = table.parsed("day_total", read_count)
    totals = np.array([np.nan if total is None else total for total in found], dtype=np.float64)
    sums = np.nansum(counts, axis=1)
    _tell_difference(table, days, sums, totals, np.flatnonzero(sums > totals), Level.NOTICE)
    _tell_difference(table, days, sums, totals, np.flatnonzero(sums < totals * (1 - MOST_DEFICIT)), Level.WARNING)


def _tell_difference(
    table: Table, days: Minutes, sums: Numbers, totals: Numbers, rows: NDArray[np.intp], level: Level
) -> None:
    """One finding for all rows that differ alike; the first stands as the example."""
    known = [int(row) for row in rows if days[row] != UNKNOWN]
    if known:
        row = known[0]
        facts: dict[str, object] = {"hours": f"{sums[row]:g}", "day": f"{totals[row]:g}", "count": len(known)}
        if level is Level.WARNING:
            facts["variant"] = "less"
        table.log.problem("IN03", level=level, value=moment_text(days[row]), facts=facts)

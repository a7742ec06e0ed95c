"""Accounts and their totals of one day, which the file's name or the person tells."""

from datetime import date

import numpy as np

from app.files.choices import ImportChoices
from app.files.counted import Counted
from app.files.shapes.count_column import count_column
from app.files.shapes.long_rows import counts_of, minute_of_day
from app.files.shapes.whose import whose
from app.files.table import Table
from forecasts.horizon import MINUTES_PER_DAY


def read_one_day(table: Table, choices: ImportChoices, span: tuple[date, date] | None) -> Counted:
    """A day's count for each account. Without a date (IE13) or with several days in one row (IE12) it is refused."""
    if span is None:
        table.log.problem("IE13")
    elif span[0] != span[1]:
        table.log.problem("IE12", facts={"first": span[0], "last": span[1]})
    counts = counts_of(table, count_column(table))
    kept = np.flatnonzero(~np.isnan(counts))
    starts = np.full(len(kept), minute_of_day(span[0] if span else date(1970, 1, 1)))
    return Counted(starts, counts[kept], whose(table, choices).at(kept.tolist()), MINUTES_PER_DAY)

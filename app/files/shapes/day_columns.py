"""An hour in each row, or an account with its totals, and days as columns."""

import numpy as np

from app.files.choices import ImportChoices
from app.files.counted import Counted
from app.files.grid import Value
from app.files.shapes.long_rows import UNKNOWN, minute_of_day
from app.files.shapes.whose import whose
from app.files.table import Table
from app.files.values.clock import HourLabel, interval_of_labels, read_hour_label
from app.files.values.missing import Unreadable, is_missing
from app.files.values.moment import Calendar, lone_day, read_moment
from app.files.values.number import read_count
from forecasts.horizon import MINUTES_PER_DAY


def read_day_columns(table: Table, choices: ImportChoices, calendar: Calendar) -> Counted:
    """A count for each row and day. A day label without its year or month takes it from the title, sheet or file name.
    Rows without an hour are totals of days.
    """
    offsets, interval = _offsets(table)
    starts, counts, positions = [], [], []
    for index, value in table.header.days.items():
        day = _day(table, value, calendar)
        cells = table.parsed_at(index, read_count)
        table.log.missing += sum(map(is_missing, table.values_at(index)))
        for position, (offset, count) in enumerate(zip(offsets, cells, strict=True)):
            if day is not None and count is not None and offset != UNKNOWN:
                starts.append(day + offset)
                counts.append(count)
                positions.append(position)
    return Counted(np.array(starts, dtype=np.int64), np.array(counts), whose(table, choices).at(positions), interval)


def _offsets(table: Table) -> tuple[list[int], int]:
    """Minutes from midnight at which each row's counts start, and the length of the interval."""
    column = next((column for column in ("hour", "date") if table.has(column)), "")
    if not column:
        return [0] * len(table.rows), MINUTES_PER_DAY
    labels = table.parsed(column, _hour)
    return [UNKNOWN if label is None else label.start for label in labels], interval_of_labels(filter(None, labels))


def _day(table: Table, value: Value, calendar: Calendar) -> int | None:
    if lone_day(value) is not None and calendar.month is None:
        table.log.problem("IE10", table.header.row + 1, value=value, facts={"variant": "month"})
        return None
    try:
        return minute_of_day(read_moment(value, calendar).date())
    except Unreadable as error:
        table.log.unreadable(error, table.header.row + 1, "", value)
        return None


def _hour(value: Value) -> HourLabel:
    label = read_hour_label(value)
    if label is None:
        raise Unreadable("IE22")
    return label

"""An hour in each row, days as columns."""

import numpy as np

from app.files.choices import ImportChoices
from app.files.counted import Counted, Whose
from app.files.grid import Value
from app.files.shapes.hour_columns import minute_of_day
from app.files.shapes.long_rows import UNKNOWN
from app.files.table import Table
from app.files.values.clock import HourLabel, interval_of_labels, read_hour_label
from app.files.values.missing import Unreadable, is_missing
from app.files.values.moment import Calendar, read_moment
from app.files.values.number import read_count


def read_day_columns(table: Table, choices: ImportChoices, calendar: Calendar) -> Counted:
    """A count for each hour and day. A day label without a year takes it from the title, sheet or file name."""
    labels = table.parsed("hour" if table.has("hour") else "date", _hour)
    offsets = [UNKNOWN if label is None else label.start for label in labels]
    starts, counts, rows = [], [], []
    for index, value in table.header.days.items():
        day = _day(table, value, calendar)
        cells = table.parsed_at(index, read_count)
        table.log.missing += sum(map(is_missing, table.values_at(index)))
        for number, offset, count in zip(table.numbers, offsets, cells, strict=True):
            if day is not None and count is not None and offset != UNKNOWN:
                starts.append(day + offset)
                counts.append(count)
                rows.append(number)
    size = len(rows)
    of_choices = Whose([choices.shop] * size, [choices.skill] * size, [""] * size, rows)
    interval = interval_of_labels(filter(None, labels))
    return Counted(np.array(starts, dtype=np.int64), np.array(counts), of_choices, interval)


def _day(table: Table, value: Value, calendar: Calendar) -> int | None:
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

"""Clock times and the labels of hours and half hours, in minutes from midnight."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from itertools import pairwise
from unicodedata import normalize

from app.files.grid import Value, text_of
from app.files.values.missing import Unreadable, is_missing

_CLOCK = r"(\d{1,2})(?:[:点时](\d{2})?(?::\d{2})?(?:分)?)?"
_SPAN = re.compile(rf"(?:hour|h)?\s*{_CLOCK}\s*(?:[-~至到—–]\s*{_CLOCK})?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class HourLabel:
    """The stretch of the day that a column or row counts; `end` None when only its start is written."""

    start: int
    end: int | None = None


def read_hour_label(value: Value) -> HourLabel | None:
    """`0` `0点` `00:00` `00:00-01:00` `0~1` `hour0` `19:30-20:00` …; None when it is none. 24 only as an end."""
    if isinstance(value, datetime):
        return None
    if isinstance(value, time):
        return HourLabel(value.hour * 60 + value.minute)
    if isinstance(value, timedelta):
        return _label(int(value.total_seconds()) // 60, None)
    found = _SPAN.fullmatch(normalize("NFKC", text_of(value)).strip())
    if found is None:
        return None
    start_hour, start_minute, end_hour, end_minute = found.groups()
    end = None if end_hour is None else int(end_hour) * 60 + int(end_minute or 0)
    return _label(int(start_hour) * 60 + int(start_minute or 0), end)


def _label(start: int, end: int | None) -> HourLabel | None:
    if end == 0 and start > 0:
        end = 1440
    if start > 1440 or (start == 1440 and end is not None):
        return None
    if end is not None and not start < end <= 1440:
        return None
    return HourLabel(start, end)


def interval_of_labels(labels: Iterable[HourLabel]) -> int:
    """Minutes that labels stand for: from their ends, else from one to the next, at most an hour; 0 for none."""
    found = sorted(set(labels), key=lambda label: label.start)
    if not found:
        return 0
    lengths = {label.end - label.start for label in found if label.end is not None}
    return min(lengths or {other.start - one.start for one, other in pairwise(found)} | {60})


def read_clock(value: Value) -> int | None:
    """A clock time in minutes from midnight, up to 24:00; None when missing. Raises Unreadable IE22."""
    if is_missing(value):
        return None
    if isinstance(value, float) and 0 <= value < 1:  # an Excel time whose format was lost
        return round(value * 1440)
    label = read_hour_label(value)
    if label is None or label.end is not None:
        raise Unreadable("IE22")
    return label.start

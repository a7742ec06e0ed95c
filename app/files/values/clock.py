"""Clock times and the labels of hours and half hours, in minutes from midnight."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from itertools import pairwise
from unicodedata import normalize

from app.files.grid import Value, text_of
from app.files.values.missing import Unreadable, is_missing

_PART = "凌晨|清晨|早上|上午|中午|下午|傍晚|晚上|夜里"
_CLOCK = rf"({_PART})?\s*(\d{{1,2}})(?:[:点时](\d{{2}}|半)?(?::\d{{2}})?(?:分)?)?"
_SPAN = re.compile(rf"(?:hour|h|第)?\s*{_CLOCK}\s*(?:[-~至到—–]+\s*{_CLOCK})?", re.IGNORECASE)
_LATE = frozenset({"下午", "傍晚", "晚上", "夜里"})
_NEXT_DAY = re.compile(r"^(?:次日|第二天|翌日)|\(\+1\)$")
_BETWEEN = re.compile(r"[-~至到—–]+")
QUARTER = 15


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
    part, hour, minute, end_part, end_hour, end_minute = found.groups()
    end = None if end_hour is None else _minutes(end_part or part, end_hour, end_minute)
    if end is not None and (end + 1) % QUARTER == 0:  # 00:00-00:59 names its last minute
        end += 1
    return _label(_minutes(part, hour, minute), end)


def _minutes(part: str | None, hour: str, minute: str | None) -> int:
    """Minutes from midnight of 下午 3 点半; the half of the day counts only for hours of a twelve-hour clock."""
    hours = int(hour)
    if part in _LATE and hours <= 12:
        hours += 12 if hours < 12 or part != "下午" else 0
    elif part == "中午" and hours < 11:
        hours += 12
    elif part == "凌晨" and hours == 12:
        hours = 0
    return hours * 60 + (30 if minute == "半" else int(minute or 0))


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
    """A clock time in minutes from midnight, up to 24:00, without saying of which day (`次日02:00`, `02:00(+1)`); None
    when missing. Raises Unreadable IE22.
    """
    if is_missing(value):
        return None
    if isinstance(value, float) and 0 <= value < 1:  # an Excel time whose format was lost
        return round(value * 1440)
    label = read_hour_label(without_day(value))
    if label is None or label.end is not None:
        raise Unreadable("IE22")
    return label.start


def read_span(value: Value) -> tuple[int, int]:
    """Clock times of `09:00-18:00` or `22:00-次日06:00`, of any two days. Raises Unreadable IE22."""
    parts = _BETWEEN.split(normalize("NFKC", text_of(value)).strip())
    if len(parts) != 2:
        raise Unreadable("IE22")
    start, end = (read_clock(part.strip()) for part in parts)
    if start is None or end is None:
        raise Unreadable("IE22")
    return start, end


def without_day(value: Value) -> Value:
    """A clock time without the word for the next day."""
    return _NEXT_DAY.sub("", normalize("NFKC", value).strip()) if isinstance(value, str) else value

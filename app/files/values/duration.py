"""Durations in seconds: `12.5`, `06:12` (mm:ss), `0:06:12`, `6分12秒`, Excel times."""

import re
from datetime import datetime, time, timedelta
from unicodedata import normalize

from app.files.grid import Value, text_of
from app.files.values.missing import Unreadable, is_missing
from app.files.values.number import read_number

_WORDS = re.compile(r"(?:(\d+)(?:小时|时|h))?(?:(\d+)(?:分钟|分|m))?(?:(\d+(?:\.\d+)?)(?:秒|s))?")
_COLONS = re.compile(r"(?:(\d+):)?(\d+):(\d{2}(?:\.\d+)?)")


def read_duration(value: Value, unit_seconds: float = 1.0) -> float | None:
    """Seconds, None when missing; bare numbers count in units of `unit_seconds`. Raises Unreadable IE07."""
    if is_missing(value):
        return None
    if isinstance(value, timedelta):
        return value.total_seconds()
    if isinstance(value, datetime | time):
        return value.hour * 3600 + value.minute * 60 + value.second
    text = normalize("NFKC", text_of(value)).replace(" ", "").lower()
    found = _COLONS.fullmatch(text) or (_WORDS.fullmatch(text) if text else None)
    if found and any(found.groups()):
        hours, minutes, seconds = (float(part or 0) for part in found.groups())
        return hours * 3600 + minutes * 60 + seconds
    try:
        number = read_number(value)
    except Unreadable:
        raise Unreadable("IE07", variant="text") from None
    return None if number is None else number * unit_seconds

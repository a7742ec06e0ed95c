"""Balances of days off as teams write them: `1天`, `3天4小时`, `-3小时`, `-1天（下个月）`."""

import re
from unicodedata import normalize

from app.files.grid import Value, text_of
from app.files.values.missing import Unreadable, is_missing
from scheduler.pay.balances import MINUTES_PER_DAY_OWED

_TEXT = re.compile(
    r"(?P<sign>[+-]?)(?:(?P<days>\d{1,4}(?:\.\d+)?)(?:天|日|d))?(?:(?P<hours>\d{1,4}(?:\.\d+)?)(?:个?小时|时|h))?"
    r"(?:\((?P<note>[^()]*)\))?",
    re.IGNORECASE,
)
MOST_DAYS = 3650


def read_balance(value: Value) -> tuple[int, str] | None:
    """Minutes and the note in brackets, None when missing. A bare number counts days. Raises Unreadable IE38."""
    if is_missing(value):
        return None
    if isinstance(value, int | float) and not isinstance(value, bool):
        if not -MOST_DAYS <= value <= MOST_DAYS:
            raise Unreadable("IE38")
        return round(value * MINUTES_PER_DAY_OWED), ""
    found = _TEXT.fullmatch(normalize("NFKC", text_of(value)).replace(" ", ""))
    if found is None or (found["days"] is None and found["hours"] is None):
        raise Unreadable("IE38")
    minutes = float(found["days"] or 0) * MINUTES_PER_DAY_OWED + float(found["hours"] or 0) * 60
    return round(-minutes if found["sign"] == "-" else minutes), found["note"] or ""


def balance_text(minutes: int) -> str:
    """The same as text: `3天4小时`, `-3小时`, `0天`."""
    days, rest = divmod(abs(minutes), MINUTES_PER_DAY_OWED)
    parts = [f"{days}天" if days or not rest else "", f"{rest / 60:g}小时" if rest else ""]
    return ("-" if minutes < 0 else "") + "".join(parts)

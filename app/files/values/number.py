"""Counts and amounts as people and tools write them."""

import re
from unicodedata import normalize

from app.files.grid import Value, text_of
from app.files.values.missing import Unreadable, is_missing

_UNITS = re.compile(r"[￥¥$元人次个位条单秒\s]|/(?:小时|时|h)$")
_PLAIN = re.compile(r"[+-]?\d+(\.\d+)?([eE][+-]?\d+)?")
_THOUSANDS = re.compile(r"[+-]?\d{1,3}(,\d{3})+(\.\d+)?")
_LEADING = re.compile(r"\d+")


def read_number(value: Value) -> float | None:
    """A number, None when missing. Raises Unreadable IE07."""
    if is_missing(value):
        return None
    if isinstance(value, bool):
        raise Unreadable("IE07", variant="text")
    if isinstance(value, int | float):
        return float(value)
    text = text_of(value)
    number = _read(_UNITS.sub("", normalize("NFKC", text.removeprefix("'"))))
    if number is None:
        leading = _LEADING.search(text)
        raise Unreadable("IE07", **({"example": leading[0]} if leading else {"variant": "text"}))
    return number


def _read(text: str) -> float | None:
    if text.startswith("(") and text.endswith(")"):
        inside = _read(text[1:-1])
        return None if inside is None else -inside
    if text.endswith(("万", "w", "W")):
        inside = _read(text[:-1])
        return None if inside is None else inside * 10_000
    if _THOUSANDS.fullmatch(text):
        text = text.replace(",", "")
    return float(text) if _PLAIN.fullmatch(text) else None


def read_count(value: Value) -> float | None:
    """Inquiries counted: a number that is not negative. Raises Unreadable IE07, IE16."""
    number = read_number(value)
    if number is not None and not 0 <= number < float("inf"):
        raise Unreadable("IE16", variant="negative")
    return number

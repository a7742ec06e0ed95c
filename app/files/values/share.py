"""Shares of 0–1. The same column arrives as 62.5 %, 62.5 or 0.625, so it is decided per column."""

from collections.abc import Iterable, Sequence

from app.files.grid import Value, text_of
from app.files.values.missing import Unreadable, is_missing
from app.files.values.number import read_number


def read_share(value: Value, percent: bool = False) -> float | None:
    """A share; `percent` says that bare numbers of this column are percent. Raises Unreadable IE07, IE16."""
    if is_missing(value):
        return None
    text = text_of(value).replace("％", "%")
    marked = text.endswith("%")
    number = read_number(text[:-1] if marked else value)
    share = None if number is None else number / 100 if marked or percent else number
    if share is not None and share < 0:
        raise Unreadable("IE16", variant="negative")
    if share is not None and share > 1:
        raise Unreadable("IE16", variant="share", percent=f"{share * 100:g}")
    return share


def numbers_are_percent(column: Sequence[Value]) -> bool:
    """Whether bare numbers of a column must be percent: one of them is over 1."""
    return any(number > 1 for number in bare_numbers(column))


def bare_numbers(column: Iterable[Value]) -> Iterable[float]:
    """The column's numbers that carry no percent sign."""
    for value in column:
        if not is_missing(value) and not text_of(value).endswith(("%", "％")):
            try:
                number = read_number(value)
            except Unreadable:
                continue
            if number is not None:
                yield number

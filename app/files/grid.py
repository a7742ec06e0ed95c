"""A raw table as found: cells with their place in the file, nothing interpreted yet."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

Value = str | float | int | bool | datetime | date | time | timedelta | None
"""What a cell may hold; text files hold only text."""

Row = Sequence[Value]

NO_RESULT = "=?"
"""Stands for a formula that was stored without its result."""

_FORMULA_TEXT = re.compile(r'="(.*)"')


@dataclass(frozen=True, slots=True)
class Grid:
    """One sheet or text table; `rows[0]` is row 1 as Excel shows it."""

    file: str
    rows: Sequence[Row]
    sheet: str = ""
    hidden: bool = False


def text_of(value: Value) -> str:
    """A cell as text, trimmed; a whole number without `.0`, and `="00123"` as the text it stands for."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        return value.isoformat(" ", "minutes")
    text = str(value).strip().strip("\ufeff")
    formula = _FORMULA_TEXT.fullmatch(text) if text.startswith("=") else None
    return formula[1].strip() if formula else text


def filled(row: Row) -> int:
    """Number of cells that hold something."""
    return sum(1 for value in row if value is not None and value != "" and text_of(value))


def column_letters(index: int) -> str:
    """A, B … Z, AA … for a column index from 0."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters

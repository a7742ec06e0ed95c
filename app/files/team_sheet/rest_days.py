"""Weekend days off, as a team's sheet marks them in red."""

from collections.abc import Iterable
from datetime import date, timedelta
from io import BytesIO
from itertools import pairwise

from openpyxl import load_workbook
from openpyxl.cell.cell import Cell

from scheduler.alternating_weeks import SATURDAY, AlternatingWeeks

LEAST_RED, MOST_OTHER = 0xB0, 0x60
WEEK = timedelta(days=7)


def red_columns(content: bytes, sheet: str, rows: Iterable[int]) -> set[int] | None:
    """Columns from 0 whose letters are red in any of the rows of an xlsx sheet; None when it has no colours to see."""
    try:
        book = load_workbook(BytesIO(content))
    except Exception:  # a damaged style part raises anything; the values were read all the same
        return None
    if sheet not in book.sheetnames or not hasattr(book[sheet], "iter_rows"):
        return None
    found = {
        cell.column - 1
        for row in rows
        for cell in next(book[sheet].iter_rows(min_row=row + 1, max_row=row + 1), ())
        if isinstance(cell, Cell) and is_red(cell)
    }
    return found or None


def is_red(cell: Cell) -> bool:
    """Whether the letters of a cell are red."""
    colour = cell.font.color if cell.font else None
    code = colour.rgb if colour is not None and isinstance(colour.rgb, str) else ""
    try:
        red, green, blue = (int(code[-6:][at : at + 2], 16) for at in (0, 2, 4))
    except ValueError:
        return False
    return red >= LEAST_RED and max(green, blue) <= MOST_OTHER


def alternating_weeks(days_off: Iterable[date]) -> AlternatingWeeks | None:
    """大小周, when Saturdays off and Saturdays at work take turns; the last one off goes on."""
    saturdays = sorted(day for day in days_off if day.weekday() == SATURDAY)
    if not saturdays or any(other - one == WEEK for one, other in pairwise(saturdays)):
        return None
    return AlternatingWeeks(saturdays[-1])

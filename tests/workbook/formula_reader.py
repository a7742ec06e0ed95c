"""Calculates the formulas of a workbook, so that their stored values can be compared with something."""

import re
from collections.abc import Callable
from fnmatch import translate
from functools import cache

from openpyxl import Workbook
from openpyxl.utils.cell import range_boundaries

from tests.there import there

REFERENCE = re.compile(r"""("(?:[^"]|"")*")|(?:'((?:[^']|'')+)'!)?(\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?)""")


def calculator(book: Workbook) -> Callable[[str, str], object]:
    """A function of sheet and cell that gives the cell's value, calculating where it holds a formula."""

    @cache
    def value(sheet: str, at: str) -> object:
        cell = book[sheet][at]
        return _calculate(cell.value[1:], sheet, value) if cell.data_type == "f" else cell.value

    return value


def _calculate(formula: str, sheet: str, value: Callable[[str, str], object]) -> object:
    def fetch(other: str, where: str) -> object:
        where = where.replace("$", "")
        if ":" not in where:
            return value(other, where) or 0
        left, top, right, bottom = map(there, range_boundaries(where))
        rows, columns = range(top, bottom + 1), range(left, right + 1)
        return [value(other, f"{_letters(column)}{row}") for row in rows for column in columns]

    def replace(match: re.Match[str]) -> str:
        if match[1]:
            return repr(match[1][1:-1].replace('""', '"'))
        return f"FETCH({(match[2] or sheet).replace(chr(39) * 2, chr(39))!r}, {match[3]!r})"

    names = {"FETCH": fetch, "SUM": _sum, "MAX": max, "MIN": min, "COUNTBLANK": _blanks, "COUNTIF": _countif}
    names |= {"SUMPRODUCT": _product, "SUMIF": _negatives, "ROUND": round}
    return eval(REFERENCE.sub(replace, formula), {"__builtins__": {}}, names)  # noqa: S307  # our own formulas


def _sum(cells: object) -> float:
    """A range of one cell arrives as its value."""
    return sum(cell for cell in (cells if isinstance(cells, list) else [cells]) if isinstance(cell, int | float))


def _blanks(cells: list[object]) -> int:
    return sum(cell is None for cell in cells)


def _countif(cells: list[object], criterion: str) -> int:
    """As Excel does: not seeing case, * and ? stand for others unless escaped, a leading = is dropped."""
    pattern = re.sub(r"~([*?~])", lambda sign: f"[{sign[1]}]", criterion.removeprefix("="))
    wanted = re.compile(translate(pattern), re.IGNORECASE)
    return sum(isinstance(cell, str) and bool(wanted.match(cell)) for cell in cells)


def _product(first: list[float], second: list[float]) -> float:
    return sum(a * b for a, b in zip(first, second, strict=True))


def _negatives(cells: list[float], criterion: str) -> float:
    assert criterion == "<0"
    return sum(cell for cell in cells if cell < 0)


def _letters(column: int) -> str:
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters

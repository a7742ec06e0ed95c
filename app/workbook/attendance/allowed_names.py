"""The shift names that a template lets one choose in the cells to fill."""

import re
from collections.abc import Sequence
from html import unescape

from openpyxl.utils.cell import range_boundaries
from openpyxl.worksheet.cell_range import CellRange

from app.files.grid import Grid, text_of
from app.workbook.formulas import Cell

_LIST = re.compile(r"<(?:\w+:)?dataValidation\b([^>]*)>(.*?)</(?:\w+:)?dataValidation>", re.DOTALL)
_SOURCE = re.compile(r"<(?:\w+:)?(?:f|formula1)>([^<]+)</(?:\w+:)?(?:f|formula1)>")
_WHERE = re.compile(r'\bsqref="([^"]*)"|<(?:\w+:)?sqref>([^<]*)<')
_RANGE = re.compile(r"(?:'?((?:[^'!]|'')+)'?!)?(\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?)")


def allowed_names(xml: bytes, at: Cell, grids: Sequence[Grid], sheet: str) -> frozenset[str]:
    """The choices of the list on a cell; empty when there is no list or its source cannot be read."""
    for attributes, inside in _LIST.findall(xml.decode("utf-8", "replace")):
        where, source = _WHERE.search(attributes + inside), _SOURCE.search(inside)
        if 'type="list"' in attributes and where and source and _covers(where[1] or where[2], at):
            return _choices(unescape(source[1]).strip(), grids, sheet)
    return frozenset()


def _covers(where: str, at: Cell) -> bool:
    areas = [CellRange(area) for area in where.split()]
    return any(a.min_row <= at[0] + 1 <= a.max_row and a.min_col <= at[1] + 1 <= a.max_col for a in areas)


def _choices(source: str, grids: Sequence[Grid], sheet: str) -> frozenset[str]:
    if source.startswith('"'):
        return frozenset(name.strip() for name in source.strip('"').split(",") if name.strip())
    found = _RANGE.fullmatch(source)
    grid = next((grid for grid in grids if found and grid.sheet == (found[1] or sheet)), None)
    return _texts(grid, found[2].replace("$", "")) if grid is not None and found else frozenset()


def _texts(grid: Grid, area: str) -> frozenset[str]:
    left, top, right, bottom = (number or 0 for number in range_boundaries(area))
    rows = grid.rows[top - 1 : bottom]
    return frozenset(text for row in rows for value in row[left - 1 : right] if (text := text_of(value)))

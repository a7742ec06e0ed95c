"""Looks of cells carried from one to another inside a workbook."""

from copy import copy

from openpyxl.cell.cell import Cell
from openpyxl.styles.cell_style import StyleArray


def style_of(cell: Cell) -> StyleArray:
    """What a cell looks like, as the workbook numbers it."""
    return copy(cell._style)  # type: ignore[attr-defined, no-any-return]  # the stubs leave it out


def wear(cell: Cell, style: StyleArray) -> None:
    """Give a cell this look."""
    cell._style = copy(style)  # type: ignore[attr-defined]  # the stubs leave it out

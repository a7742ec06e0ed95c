"""The first rows of a table beside what its columns were taken for."""

from collections.abc import Iterable, Iterator

from app.files.grid import Grid, text_of
from app.files.header import Header
from app.files.preview import TablePreview

MOST_ROWS, MOST_TABLES, MOST_LETTERS = 20, 12, 40


def table_preview(grid: Grid, header: Header | None, kind: str) -> TablePreview:
    """Of a grid under its header, or from its first row on where none was found."""
    if header is None:
        width = max((len(row) for row in grid.rows[:MOST_ROWS]), default=0)
        return TablePreview(grid.file, grid.sheet, "", 0, ("",) * width, ("",) * width, _rows(grid, 0))
    cells = grid.rows[header.row]
    means = {index: column for column, index in reversed(list(header.columns.items()))}
    means |= dict.fromkeys(header.hours, "hours") | dict.fromkeys(header.days, "days")
    names = tuple(text_of(cell)[:MOST_LETTERS] for cell in cells)
    meanings = tuple(means.get(index, "") for index in range(len(cells)))
    return TablePreview(grid.file, grid.sheet, kind, header.row + 1, names, meanings, _rows(grid, header.row + 1))


def _rows(grid: Grid, first: int) -> tuple[tuple[str, ...], ...]:
    rows = grid.rows[first : first + MOST_ROWS]
    return tuple(tuple(text_of(cell)[:MOST_LETTERS] for cell in row) for row in rows)


def first_of_each_kind(tables: Iterable[TablePreview]) -> Iterator[TablePreview]:
    """Of the many files of a folder one of each header."""
    seen: set[object] = set()
    for table in tables:
        alike = (table.kind, table.names, table.meanings)
        if alike not in seen and len(seen) < MOST_TABLES:
            seen.add(alike)
            yield table

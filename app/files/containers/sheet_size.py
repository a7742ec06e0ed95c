"""How far the cells of a sheet reach. A reader lays out every cell up to the last one: a single cell in the far
corner would take all memory there is.
"""

import re
import struct
from collections.abc import Iterator

from app.files.containers.references import column_number

MOST_CELLS = 12_000_000
_CELL = re.compile(r'<(?:\w+:)?c\s(?:[^>]*?\s)?r="([A-Z]{1,3})(\d{1,7})"(?:[^>/]|/(?!>))*>')
_CELL_RECORDS = frozenset({0x06, 0xBD, 0xFD, 0x201, 0x203, 0x204, 0x205, 0x27E})
_HEAD = struct.Struct("<HH")


def cells_of_xml(xml: str) -> int:
    """Cells from the first to the last that holds something, of a sheet of an xlsx file."""
    columns: set[str] = set()
    last = 0
    for place in _CELL.finditer(xml):
        columns.add(place[1])
        last = max(last, int(place[2]))
    return last * (max(map(column_number, columns), default=-1) + 1)


def cells_of_xls(records: bytes) -> int:
    """The same of the records of an old workbook, all its sheets taken as one."""
    rows = columns = 0
    for row, column in _places(records):
        rows, columns = max(rows, row + 1), max(columns, column + 1)
    return rows * columns


def _places(records: bytes) -> Iterator[tuple[int, int]]:
    start = 0
    while start + 8 <= len(records):
        kind, length = _HEAD.unpack_from(records, start)
        if kind in _CELL_RECORDS:
            yield _HEAD.unpack_from(records, start + 4)
        start += 4 + length

"""Texts put into cells of a worksheet's XML, every other byte left as it is.

A library that reads and rewrites a workbook loses what it does not know: stored results, shapes, other programs' parts.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.parsers.expat import ParserCreate
from xml.sax.saxutils import escape, quoteattr

from app.files.containers.references import column_number
from app.workbook.formulas import Cell, cell

Attributes = Mapping[str, str]


class HoldsFormulaError(Exception):
    """A cell to be filled holds a formula; `args[0]` is its reference."""


@dataclass(slots=True)
class _Found:
    """A cell in the XML: its bytes from `start` to before `end`, 0 while not read."""

    start: int
    attributes: Attributes
    end: int = 0
    has_formula: bool = False


@dataclass(slots=True)
class _Row:
    """A row in the XML: `prefix` of its tags, where its closing tag begins."""

    prefix: str
    close: int = 0
    cells: dict[int, _Found] = field(default_factory=dict)


def patched(xml: bytes, texts: Mapping[Cell, str]) -> bytes:
    """The sheet with these texts in these cells (row, column from 0); their style stays. An empty text clears one.

    Rows and their cells must stand in order. Raises KeyError for a row that the sheet does not hold,
    HoldsFormulaError for a cell with a formula.
    """
    rows = _Reader(xml).rows
    parts: list[bytes] = []
    reached = 0
    for start, end, new in (_edit(rows[at[0]], at, text) for at, text in sorted(texts.items())):
        parts += [xml[reached:start], new]
        reached = end
    return b"".join([*parts, xml[reached:]])


Edit = tuple[int, int, bytes]
"""Bytes from, to, and what stands in their place."""


def _edit(row: _Row, at: Cell, text: str) -> Edit:
    found = row.cells.get(at[1])
    if found is None:
        later = [cell.start for column, cell in row.cells.items() if column > at[1]]
        place = min(later, default=row.close)
        return place, place, _cell(row.prefix, {"r": cell(at)}, text)
    if found.has_formula:
        raise HoldsFormulaError(cell(at))
    return found.start, found.end, _cell(row.prefix, found.attributes, text)


def _cell(prefix: str, attributes: Attributes, text: str) -> bytes:
    kept = {name: value for name, value in attributes.items() if name != "t"}
    shown = "".join(f" {name}={quoteattr(value)}" for name, value in kept.items())
    if not text:
        return f"<{prefix}c{shown}/>".encode()
    inside = f"<{prefix}is><{prefix}t>{escape(text)}</{prefix}t></{prefix}is>"
    return f'<{prefix}c{shown} t="inlineStr">{inside}</{prefix}c>'.encode()


class _Reader:
    """Reads a sheet's XML once and notes where rows and cells stand."""

    def __init__(self, xml: bytes) -> None:
        self.rows: dict[int, _Row] = {}
        self._xml, self._row_number, self._column = xml, -1, -1
        self._parser = ParserCreate()
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.Parse(xml, True)

    def _start(self, tag: str, attributes: Attributes) -> None:
        prefix, name = _parts(tag)
        at = self._parser.CurrentByteIndex
        if name == "row":
            self._row_number = int(attributes["r"]) - 1 if "r" in attributes else self._row_number + 1
            self._column = -1
            self.rows[self._row_number] = _Row(prefix)
        elif name == "c":
            self._column = _column(attributes["r"]) if "r" in attributes else self._column + 1
            self.rows[self._row_number].cells[self._column] = _Found(at, attributes)
        elif name == "f" and self._row_number in self.rows and self._column in self.rows[self._row_number].cells:
            self.rows[self._row_number].cells[self._column].has_formula = True

    def _end(self, tag: str) -> None:
        _prefix, name = _parts(tag)
        at = self._parser.CurrentByteIndex
        if name == "c":
            found = self.rows[self._row_number].cells[self._column]
            opened = self._xml.index(b">", found.start) + 1
            closes_itself = opened == at and self._xml[at - 2 : at] == b"/>"
            found.end = at if closes_itself else self._xml.index(b">", at) + 1
        elif name == "row":
            self.rows[self._row_number].close = at


def _parts(tag: str) -> tuple[str, str]:
    prefix, colon, name = tag.rpartition(":")
    return prefix + colon, name


def _column(reference: str) -> int:
    return column_number(reference.rstrip("0123456789"))

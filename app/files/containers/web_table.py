"""Grids out of a web page that calls itself a workbook, or of SpreadsheetML; only the tables are looked at."""

from html.parser import HTMLParser

from app.files.grid import Row

ROWS, CELLS = ("tr", "row"), ("td", "th", "cell")
TABLES = ("table",)
IGNORED = ("style", "script")
MOST_COLUMNS = 1000
"""Cells of a row that are spread out; a table of people or hours has far fewer."""


def web_tables(text: str) -> list[list[Row]]:
    """Every table of the page that has rows, cells as text, spans spread out."""
    reader = _TableReader()
    reader.feed(text)
    reader.close()
    return [table for table in reader.tables if table]


class _TableReader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: list[list[Row]] = []
        self._row: list[str] | None = None
        self._cell: list[str] | None = None
        self._span = 1
        self._down: dict[int, tuple[int, str]] = {}  # column: rows still covered by the cell above, its text
        self._rows_down = 1
        self._ignoring = False

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        tag = tag.rpartition(":")[2]
        given = {name.rpartition(":")[2]: value or "" for name, value in attributes}
        if tag in TABLES:
            self.tables.append([])
            self._down = {}
        elif tag in ROWS:
            self._end_row()
            self._row = []
        elif tag in CELLS:
            self._end_cell()
            self._start_cell(given)
        elif tag == "br" and self._cell is not None:
            self._cell.append(" ")
        self._ignoring = tag in IGNORED

    def handle_endtag(self, tag: str) -> None:
        tag = tag.rpartition(":")[2]
        if tag in CELLS:
            self._end_cell()
        elif tag in ROWS or tag in TABLES:
            self._end_row()
        self._ignoring = False

    def handle_data(self, data: str) -> None:
        if self._cell is not None and not self._ignoring:
            self._cell.append(data)

    def _start_cell(self, given: dict[str, str]) -> None:
        self._cell = []
        self._span = _number(given.get("colspan")) or 1 + _number(given.get("mergeacross"))
        self._rows_down = _number(given.get("rowspan")) or 1 + _number(given.get("mergedown"))
        if self._row is not None and given.get("index"):  # SpreadsheetML leaves empty cells out
            self._row += [""] * (min(_number(given["index"]), MOST_COLUMNS) - 1 - len(self._row))

    def _end_cell(self) -> None:
        if self._cell is None or self._row is None:
            return
        self._take_covered(self._row)
        text = " ".join("".join(self._cell).split())
        if self._rows_down > 1:
            self._down[len(self._row)] = (self._rows_down - 1, text)
        self._row += [text] + [""] * (min(self._span, MOST_COLUMNS - len(self._row)) - 1)
        self._cell = None

    def _take_covered(self, row: list[str]) -> None:
        while len(row) in self._down:
            left, text = self._down.pop(len(row))
            if left > 1:
                self._down[len(row)] = (left - 1, text)
            row.append(text)

    def _end_row(self) -> None:
        self._end_cell()
        if self._row is not None and self.tables:
            self._take_covered(self._row)
            self.tables[-1].append(self._row)
        self._row = None


def _number(text: str | None) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 10 else 0

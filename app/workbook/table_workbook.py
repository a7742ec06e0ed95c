"""A plain table as a workbook: one sheet, heads in words, numbers as numbers."""

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import xlsxwriter

from app.wording import words
from app.workbook.book import A4, FONT, HEADER
from app.workbook.replacing import replacing

_ = words("workbook")

WIDEST, LEAST = 60, 8
HEAD = {"font_name": FONT, "bold": True, "bg_color": HEADER, "border": 1, "text_wrap": True, "valign": "vcenter"}
LINE_HEIGHT, LEAST_LINES = 16, 2
"""Points of a line of words, and the lines of a row of heads."""


@dataclass(frozen=True, slots=True)
class TableColumn:
    """`key` of the row; the head; how Excel shows the numbers ("" for text)."""

    key: str
    head: str
    number: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that is shown otherwise than its column."""

    value: float
    number: str


@dataclass(frozen=True, slots=True)
class TableSheet:
    """One sheet; what a row does not have stays empty. A column's key that is in no row stays empty too."""

    name: str
    columns: Sequence[TableColumn]
    rows: Sequence[Mapping[str, Any]]


def write_table_workbook(
    path: Path, sheet: str, columns: Sequence[TableColumn], rows: Sequence[Mapping[str, Any]]
) -> None:
    """Write one table. Raises InputError WB01 when the file is open elsewhere, WB02 when its folder cannot be written
    to.
    """
    with table_workbook(path, sheet) as workbook:
        add_table(workbook, TableSheet(sheet, columns, rows))


@contextmanager
def table_workbook(path: Path, about: str) -> Iterator[Any]:
    """A workbook that stands at `path` once the block has ended well; text never becomes a formula or a link. `about`
    stands over every page printed, its number and the time below.
    """
    options = {"default_date_format": "yyyy-mm-dd hh:mm", "strings_to_formulas": False, "strings_to_urls": False}
    with replacing(path) as draft, xlsxwriter.Workbook(draft, options) as workbook:
        yield workbook
        for page in workbook.worksheets():
            _say_what_it_is(page, about)


def _say_what_it_is(page: Any, about: str) -> None:
    """Header and footer of what is printed."""
    look, escaped = f'&"{FONT}"&9 ', about.replace("&", "&&")
    exported = _("exported {time}").format(time=datetime.now().strftime("%Y-%m-%d %H:%M"))
    number = _("Page {page} of {pages}").format(page="&P", pages="&N")
    page.set_header(f"&L{look}{escaped}&R{look}{exported}")
    page.set_footer(f"&L{look}&A&R{look}{number}")


def add_table(workbook: Any, table: TableSheet) -> Any:
    """The new sheet: heads in words, numbers as numbers, ready to filter and to print."""
    page = workbook.add_worksheet(table.name)
    head, lines = workbook.add_format(HEAD), LEAST_LINES
    for number, column in enumerate(table.columns):
        form = workbook.add_format({"font_name": FONT, "border": 1, "num_format": column.number or "@"})
        values = [row.get(column.key) for row in table.rows]
        page.write_string(0, number, column.head, head)
        for line, value in enumerate(values, start=1):
            own = value.number if isinstance(value, Figure) else ""
            shown = workbook.add_format({"font_name": FONT, "border": 1, "num_format": own}) if own else form
            _write(page, line, number, value.value if isinstance(value, Figure) else value, shown)
        wide = min(WIDEST, 2 + max(0, *map(_width, values), (_width(column.head) + 1) // 2, LEAST))
        page.set_column(number, number, wide)
        lines = max(lines, _lines(column.head, wide))
    page.set_row(0, lines * LINE_HEIGHT)
    page.freeze_panes(1, 1)
    page.autofilter(0, 0, len(table.rows), len(table.columns) - 1)
    page.set_landscape()
    page.set_paper(A4)
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)
    return page


def _write(page: Any, line: int, column: int, value: object, form: Any) -> None:
    if value is None:
        page.write_blank(line, column, None, form)
    elif isinstance(value, datetime):
        page.write_datetime(line, column, value, form)
    elif isinstance(value, (int, float)):
        page.write_number(line, column, value, form)
    else:
        page.write_string(line, column, str(value), form)


def _lines(head: str, wide: int) -> int:
    """Lines that bold words take in a column: whole words, Chinese ones a letter at a time."""
    lines, used = 1, 0
    for word in re.findall(r"[^\s\u2e80-\uffff]+\s*|[\u2e80-\uffff]\s*", head):
        if used and used + _width(word.rstrip()) > wide - 1:
            lines, used = lines + 1, 0
        used += _width(word)
    return lines


def _width(value: object) -> int:
    """About as many letters as a cell needs; Chinese ones count twice."""
    if isinstance(value, datetime):
        return len("2026-11-11 00:00")
    if isinstance(value, Figure):
        return _width(value.value)
    text = f"{value:,.1f}" if isinstance(value, float) else "" if value is None else str(value)
    return sum(2 if ord(letter) > 255 else 1 for letter in text)

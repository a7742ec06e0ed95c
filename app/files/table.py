"""A grid under its header: columns by meaning, without the rows that are no data."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from app.files.carried_on import carry_on
from app.files.grid import NO_RESULT, Grid, Row, Value, filled, text_of
from app.files.header import Header
from app.files.log import Log, listed
from app.files.profiles import FormatProfile
from app.files.summary_rows import SummaryWords, is_unit_row
from app.files.values.missing import Unreadable

KEYS = ("date", "hour", "account", "agent_id", "agent_name", "shop")

Parsed = TypeVar("Parsed")


@dataclass(frozen=True, slots=True)
class Table:
    """`rows` are the rows of data, `numbers` their row numbers as Excel shows them."""

    grid: Grid
    header: Header
    profile: FormatProfile
    rows: Sequence[Row]
    numbers: Sequence[int]
    log: Log

    def has(self, column: str) -> bool:
        """Whether there is such a column."""
        return column in self.header.columns

    def name(self, column: str) -> str:
        """The column's name as the file has it."""
        return self.name_at(self.header.columns[column])

    def name_at(self, index: int) -> str:
        """The header's text at an index."""
        return text_of(self.grid.rows[self.header.row][index])

    def values(self, column: str) -> list[Value]:
        """The column's cells, None throughout when there is no such column."""
        index = self.header.columns.get(column)
        return [None] * len(self.rows) if index is None else self.values_at(index)

    def values_at(self, index: int) -> list[Value]:
        """The cells at an index, None where a row is shorter."""
        return [row[index] if index < len(row) else None for row in self.rows]

    def texts(self, column: str) -> list[str]:
        """The column's cells as text; equal cells are turned into text once."""
        values = self.values(column)
        texts = {value: text_of(value) for value in set(values)}
        return [texts[value] for value in values]

    def parsed(self, column: str, read: Callable[[Value], Parsed | None]) -> list[Parsed | None]:
        """Every cell read; one that cannot be is noted and None. Equal cells are read once."""
        if not self.has(column):
            return [None] * len(self.rows)
        return self.parsed_at(self.header.columns[column], read)

    def parsed_at(self, index: int, read: Callable[[Value], Parsed | None]) -> list[Parsed | None]:
        """As `parsed`, by index."""
        known: dict[Value, Parsed | Unreadable | None] = {}
        found: list[Parsed | None] = []
        for number, value in zip(self.numbers, self.values_at(index), strict=True):
            if value == NO_RESULT:
                self.log.problem("IE14", number, self.name_at(index))
                found.append(None)
                continue
            if value not in known:
                try:
                    known[value] = read(value)
                except Unreadable as error:
                    known[value] = error
            result = known[value]
            if isinstance(result, Unreadable):
                self.log.unreadable(result, number, self.name_at(index), value)
            found.append(None if isinstance(result, Unreadable) else result)
        return found


def data_table(
    grid: Grid,
    header: Header,
    profile: FormatProfile,
    summary: frozenset[str],
    log: Log,
    above: int = 0,
    last: bool = True,
) -> Table:
    """The table below a header; rows whose key is a `summary` word are left out, counted and told (IN09, IN10).

    Of a part of a table, `above` rows of it came before, and notes are looked for below the `last` part.
    """
    keys = list(dict.fromkeys([header.columns[key] for key in KEYS if key in header.columns] + [0]))
    words = SummaryWords(summary)
    needed = max((*header.columns.values(), *header.hours, *header.days), default=0)
    width = max(header.names, default=0) + 1
    rows: list[Row] = []
    numbers: list[int] = []
    for number, row in enumerate(grid.rows[header.row + 1 :], start=header.row + 2 + above):
        if not any(row) and not filled(row):
            continue
        if word := words.key_word(row, keys):
            log.summaries.append(word)
        elif not rows and is_unit_row(row):
            log.notes.append(next(text_of(value) for value in row if text_of(value)))
        elif len(row) != width and (any(row[width:]) or _cut_short(row, needed)):
            log.problem("IE23", number, facts={"cells": len(row), "columns": width})
        else:
            rows.append(row)
            numbers.append(number)
    log.rows += len(rows) + len(log.refused)
    if last:
        _drop_notes(rows, numbers, len(header.names), log)
    carry_on(profile.kind, rows, header, grid.rows[header.row], log)
    tell_left_out(header, log)
    return Table(grid, header, profile, rows, numbers, log)


def _cut_short(row: Row, needed: int) -> bool:
    """Whether a row ends before its last needed cell; a row of one cell is a note or lacks its figures."""
    return len(row) <= needed and filled(row) > 1


def _drop_notes(rows: list[Row], numbers: list[int], width: int, log: Log) -> None:
    """Rows with one filled cell after the data are notes (数据说明, 导出时间)."""
    while rows and width > 1 and filled(rows[-1]) == 1 and not _is_short_cell(rows[-1]):
        log.notes.append(next(text_of(value) for value in rows[-1] if text_of(value))[:20])
        rows.pop()
        numbers.pop()
        log.rows -= 1


def _is_short_cell(row: Row) -> bool:
    """A lone date or number is a row whose other cells are missing, not a note."""
    text = next(text_of(value) for value in row if text_of(value))
    return text[:1].isdigit()


def tell_left_out(header: Header, log: Log) -> None:
    """Tell the rows left out (IN09) and the columns not used (IN10)."""
    if log.summaries:
        log.notice("IN09", count=len(log.summaries), rows=listed(list(dict.fromkeys(log.summaries))))
    if log.notes:
        log.notice("IN09", variant="notes", count=len(log.notes), rows=listed(log.notes))
    if header.unknown:
        log.notice("IN10", columns=listed(list(header.unknown)))

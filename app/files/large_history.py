"""A history of very many rows, read a part at a time: what is in memory are its counts, not its cells."""

import csv
from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np

from app.files.adding_up import history_of
from app.files.choices import ImportChoices
from app.files.containers.text_stream import RowReader, TextFile, looked_through, rows_of
from app.files.content import FileContent
from app.files.counted import Counted, Whose
from app.files.grid import Grid, Row
from app.files.header import Header
from app.files.log import Log
from app.files.profiles import FormatProfile, Profiles
from app.files.recognise import recognise
from app.files.shapes.long_rows import read_long_rows
from app.files.shapes.rates import check_rates
from app.files.source import SourceFile
from app.files.table import data_table, tell_left_out
from app.files.table_kinds import calendar_of, day_of
from app.files.table_preview import table_preview
from app.files.team_sheet.layout import find_run
from forecasts.findings import Finding, InputError, Place

LARGE_BYTES = 8 * 1024 * 1024
ROWS_AT_ONCE = 50_000
TOLD_AT_THE_END = frozenset({"IN09", "IN10"})

Going = Callable[[float], None]
"""Called with the share of the file that is read; raises ImportStopped when somebody stopped the import."""


class ImportStopped(Exception):  # noqa: N818  # says what it is
    """Somebody stopped the import."""


def read_large_history(
    source: SourceFile, choices: ImportChoices, profiles: Profiles, content: FileContent, going: Going
) -> bool:
    """Read a large text file into `content`; False for one that is small or anything but a table of long rows, which
    is then read as a whole. Raises OSError, InputError IE01, and what `going` raises.
    """
    if source.path.stat().st_size < LARGE_BYTES:
        return False
    file = looked_through(source.path)
    if file is None:
        return False
    try:
        with rows_of(file) as reader:
            return _read(reader, file, source.name, choices, profiles, content, going)
    except csv.Error as error:
        raise InputError([Finding("IE01", place=Place(source.name))]) from error


def _read(
    reader: RowReader,
    file: TextFile,
    name: str,
    choices: ImportChoices,
    profiles: Profiles,
    content: FileContent,
    going: Going,
) -> bool:
    first = Grid(name, reader.take(ROWS_AT_ONCE))
    found = None if find_run(first) else recognise(first, profiles, Log(name), choices.header_row)
    if found is None or found[1].shape != "long_rows":
        return False
    parts = _Parts(*found, first.rows[: found[0].row + 1], choices, profiles, Log(name))
    rows: Sequence[Row] = first.rows[found[0].row + 1 :]
    while rows:
        following = reader.take(ROWS_AT_ONCE)
        parts.read(rows, last=not following)
        going(reader.share)
        rows = following
    tell_left_out(found[0], parts.log)
    history = history_of(parts.counted(), parts.log)
    content.summary = replace(content.summary, sha256=file.sha256)
    content.tables.append(table_preview(first, *found[:1], found[1].kind))
    if history is not None:
        content.histories.append(history)
    content.take(found[1].kind, parts.log)
    return True


class _Parts:
    """The parts read so far: their counts, and one log for all of them."""

    def __init__(
        self,
        header: Header,
        profile: FormatProfile,
        head: Sequence[Row],
        choices: ImportChoices,
        profiles: Profiles,
        log: Log,
    ) -> None:
        self._header, self._profile, self._head = header, profile, head
        self._choices, self._summary = choices, profiles.summary
        self._counted: list[Counted] = []
        self._above = 0
        self.log = log

    def read(self, rows: Sequence[Row], last: bool) -> None:
        """Read the rows that follow those read before."""
        log = Log(self.log.file)
        grid = Grid(log.file, [*self._head, *rows])
        table = data_table(grid, self._header, self._profile, self._summary, log, self._above, last)
        calendar, day = calendar_of(table, self._choices), day_of(table, self._choices)
        self._counted.append(read_long_rows(table, self._choices, calendar, day))
        check_rates(table)
        self._above += len(rows)
        self.log.add(log, TOLD_AT_THE_END)

    def counted(self) -> Counted:
        """All counts together."""
        parts = self._counted
        columns = ("shops", "skills", "accounts", "rows")
        shops, skills, accounts, rows = (
            [each for part in parts for each in getattr(part.whose, column)] for column in columns
        )
        interval = min((part.interval_minutes for part in parts if part.interval_minutes), default=0)
        starts = np.concatenate([part.starts for part in parts])
        inquiries = np.concatenate([part.inquiries for part in parts])
        return Counted(starts, inquiries, Whose(shops, skills, accounts, rows), interval)

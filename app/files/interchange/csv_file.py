"""A CSV file of known columns, read into a table or written row by row."""

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np

from app.files.containers.opening import open_content
from app.files.grid import Grid, text_of
from app.files.header import Header
from app.files.log import Log
from app.files.profiles import FormatProfile
from app.files.table import Table, data_table
from app.workbook.replacing import replacing
from forecasts.findings import Finding, InputError, Place, refuse_if_any
from forecasts.horizon import Moments, Numbers


def read_content(path: Path) -> bytes:
    """All bytes of a file. Raises InputError: not there (IE17), a folder or not readable (IE01)."""
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise InputError([Finding("IE17", place=Place(path.name), value=str(path))]) from error
    except OSError as error:
        facts = {"variant": "system", "reason": error.strerror or str(error)}
        raise InputError([Finding("IE01", place=Place(path.name), facts=facts)]) from error


def read_csv_table(path: Path, needed: Sequence[str]) -> Table:
    """The file's rows under its first row. Raises InputError when a needed column is missing (IE04)."""
    opened = open_content(read_content(path), path.name)
    log = Log(path.name)
    grid = opened.grids[0] if opened.grids else Grid(path.name, [[]])
    names = {index: text_of(value).lower() for index, value in enumerate(grid.rows[0]) if text_of(value)}
    columns = {name: index for index, name in names.items()}
    for name in needed:
        if name not in columns:
            facts = {"variant": "column", "names": name, "columns": " ".join(names.values())}
            log.problem("IE04", 1, facts=facts)
    refuse_if_any(log.findings)
    columns["date"] = columns["start"]
    profile = FormatProfile(path.stem, "", "", tuple(needed))
    return data_table(grid, Header(0, columns, names), profile, frozenset(), log)


def finish(table: Table) -> None:
    """Raise InputError with everything that was wrong in the table."""
    refuse_if_any(table.log.findings)


def write_csv(path: Path, header: Sequence[str], rows: Iterable[Sequence[str]], excel: bool = False) -> None:
    """Write UTF-8 with a header, whole or not at all; `excel` puts the byte-order mark before it that Excel wants."""
    encoding = "utf-8-sig" if excel else "utf-8"
    with replacing(path) as draft, draft.open("w", encoding=encoding, newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def start_texts(starts: Moments) -> list[str]:
    """`2026-11-11T00:00` of each moment."""
    return [str(start) for start in np.datetime_as_string(starts, unit="m")]


def number_texts(numbers: Numbers, digits: int | None = None) -> list[str]:
    """Each number as short as it is exact, or rounded; empty where it is unknown."""
    return [_number_text(value if digits is None else round(value, digits)) for value in numbers.tolist()]


def _number_text(value: float) -> str:
    if value != value:  # noqa: PLR0124  # only NaN differs from itself
        return ""
    return str(int(value)) if value.is_integer() else repr(value)

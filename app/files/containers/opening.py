"""A file's bytes opened: grids, or the text of a settings file."""

import csv
import re
from collections.abc import Sequence
from dataclasses import dataclass

from app.files.containers.archive import page_of_archive
from app.files.containers.encoding import decode
from app.files.containers.kind import Kind, kind_of
from app.files.containers.text_table import text_rows
from app.files.containers.web_table import web_tables
from app.files.containers.workbook import workbook_grids
from app.files.grid import Grid
from forecasts.findings import Finding, InputError, Place

_SETTING = re.compile(r"\s*(\[\[?[\w.\"-]+]]?|[\w-]+\s*=\s*\S.*)\s*(#.*)?")
_REFUSED = {Kind.EMPTY: "IE20", Kind.PROTECTED: "IE02", Kind.PICTURE: "IE21"}


@dataclass(frozen=True, slots=True)
class Opened:
    """What a file holds: `grids` of a table file, or `settings`, the text of a TOML file."""

    grids: Sequence[Grid] = ()
    settings: str = ""


def open_content(content: bytes, file: str) -> Opened:
    """Raises InputError: unreadable (IE01), protected (IE02), too large (IE19), empty (IE20), a picture (IE21)."""
    kind = kind_of(content)
    if kind in _REFUSED:
        raise InputError([Finding(_REFUSED[kind], place=Place(file=file))])
    if kind in {Kind.XLSX, Kind.XLS}:
        return Opened(workbook_grids(content, file, zipped=kind is Kind.XLSX))
    text = decode(content)
    if text is None:
        raise InputError([Finding("IE01", place=Place(file=file))])
    if kind is Kind.ARCHIVE:
        text = page_of_archive(content)
    if kind in {Kind.WEB_PAGE, Kind.ARCHIVE}:
        return Opened([Grid(file, rows) for rows in web_tables(text)])
    if is_settings(text):
        return Opened(settings=text)
    try:
        return Opened([Grid(file, text_rows(text))])
    except csv.Error as error:
        raise InputError([Finding("IE01", place=Place(file=file))]) from error


def tells_delimiter(text: str) -> bool:
    """Whether it is a text table that tells Excel its delimiter, `sep=;`."""
    return re.match(r"sep=.\r?\n", text, re.IGNORECASE) is not None


def is_settings(text: str) -> bool:
    """Whether the first line that says anything is one of TOML."""
    if tells_delimiter(text):
        return False
    lines = (line for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#"))
    return _SETTING.fullmatch(next(lines, "")) is not None

"""JSON documents on disk: read with a clear complaint, written whole or not at all."""

import csv
import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from app.workbook.replacing import replacing
from forecasts.findings import Finding, InputError, Place


def read_json(path: Path) -> object:
    """The document in a file. Raises InputError: DF01 cannot be read, DF02 is not JSON (with its line)."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as problem:
        reason = getattr(problem, "strerror", None) or str(problem)
        raise InputError([Finding("DF01", place=Place(file=str(path)), facts={"reason": reason})]) from problem
    try:
        return json.loads(text, parse_constant=_no_constant)
    except ValueError as problem:
        line = getattr(problem, "lineno", None)
        place = Place(file=path.name, row=line)
        raise InputError([Finding("DF02", place=place)]) from problem


def write_json(path: Path, document: Mapping[str, object]) -> None:
    """Write beside, then replace: a reader never sees half a document."""
    with replacing(path) as draft:
        draft.write_text(json.dumps(document, ensure_ascii=False, allow_nan=False) + "\n", encoding="utf-8")


def write_rows(path: Path, columns: Sequence[str], rows: Iterable[Mapping[str, object]]) -> None:
    """A table as CSV, UTF-8 with a header."""
    with replacing(path) as draft, draft.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, fieldnames=columns)
        writer.writeheader()
        writer.writerows(rows)


def _no_constant(word: str) -> float:
    raise ValueError(f"{word} is not a number")

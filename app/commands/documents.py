"""JSON documents on disk: read with a clear complaint, written whole or not at all."""

import json
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

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
        raise InputError(
            [Finding("DF02", place=place, facts={"reason": getattr(problem, "msg", str(problem))})]
        ) from problem


def _no_constant(word: str) -> float:
    raise ValueError(f"{word} is not a number")


def write_json(path: Path, document: Mapping[str, object]) -> None:
    """Write beside, then replace: a reader never sees half a document."""
    write_whole(path, (json.dumps(document, ensure_ascii=False, allow_nan=False) + "\n").encode())


def write_whole(path: Path, content: bytes) -> None:
    """Replace a file by new content in one step. Raises InputError DF03 when the place cannot be written."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}", delete=False) as beside:
            beside.write(content)
            beside.flush()
            os.fsync(beside.fileno())
        Path(beside.name).replace(path)
    except OSError as problem:
        place = Place(file=str(path))
        raise InputError(
            [Finding("DF03", place=place, facts={"reason": problem.strerror or str(problem)})]
        ) from problem

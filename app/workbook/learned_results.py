"""Stored results put beside the formulas of a saved workbook; the library that saves it keeps none."""

import re
from collections.abc import Mapping
from pathlib import Path
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

from app.files.containers.sheet_parts import part_names

_FORMULA_CELL = re.compile(r'<c r="([A-Z]+\d+)"([^>]*)>(<f[ >].*?</f>)<v ?/?>(?:</v>)?</c>', re.DOTALL)
_TYPE = re.compile(r'\st="[^"]*"')


def store_results(path: Path, values: Mapping[tuple[str, str], object]) -> None:
    """Rewrite a workbook with the values, by sheet and cell, as its formulas' results."""
    with ZipFile(path) as archive:
        sheets = {part: name for name, part in part_names(archive)}
        parts = [(item, archive.read(item)) for item in archive.namelist()]
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        for part, content in parts:
            archive.writestr(part, _with_results(content, sheets[part], values) if part in sheets else content)


def _with_results(content: bytes, sheet: str, values: Mapping[tuple[str, str], object]) -> bytes:
    def with_result(found: re.Match[str]) -> str:
        value = values.get((sheet, found[1]))
        if value is None:
            return found[0]
        kind, text = _stored(value)
        return f'<c r="{found[1]}"{_TYPE.sub("", found[2])}{kind}>{found[3]}<v>{text}</v></c>'

    return _FORMULA_CELL.sub(with_result, content.decode()).encode()


def _stored(value: object) -> tuple[str, str]:
    if isinstance(value, bool):
        return ' t="b"', str(int(value))
    if isinstance(value, int | float):
        return "", f"{value:.15g}"
    return ' t="str"', escape(str(value))

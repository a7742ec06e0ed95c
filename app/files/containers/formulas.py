"""Formulas that an xlsx file stores without their result, as a program writes them that cannot calculate."""

import re
from collections.abc import Iterator

from app.files.containers.references import CELL, column_number

_PART = re.compile(r"<(?:\w+:)?(?P<name>c|f|v)(?P<attributes>\s[^>]*?)?(?P<closed>/?)>(?P<text>[^<]?)|</(?:\w+:)?c>")
"""A cell, its formula, its result, or a cell's end. One pass: a search for each cell's end may run to the sheet's."""


def formulas_without_result(xml: str) -> Iterator[tuple[int, int]]:
    """Row and column, both from 0, of each in a sheet. A text formula whose result is the empty text has a result."""
    if "<f" not in xml and ":f" not in xml:
        return
    cell, formula, result = "", False, False
    for part in _PART.finditer(xml):
        if part["name"] == "c":
            cell, formula, result = part["attributes"] or "", False, bool(part["closed"])
        elif part["name"] == "f":
            formula = True
        elif part["name"] == "v":
            result = result or bool(part["text"])
        elif formula and not result and 't="str"' not in cell and (place := CELL.search(cell)):
            yield int(place[2]) - 1, column_number(place[1])
            formula = False

"""Formulas that an xlsx file stores without their result, as a program writes them that cannot calculate."""

import re
from html import unescape
from io import BytesIO
from zipfile import ZipFile

_SHEET = re.compile(r"<(?:\w+:)?sheet\s[^>]*>")
_RELATION = re.compile(r"<(?:\w+:)?Relationship\s[^>]*>")
_CELL = re.compile(r"<(?:\w+:)?c\s([^>]*)>(.*?)</(?:\w+:)?c>", re.DOTALL)
_FORMULA = re.compile(r"<(?:\w+:)?f[\s>/]")
_RESULT = re.compile(r"<(?:\w+:)?v>[^<]")
_REFERENCE = re.compile(r'r="([A-Z]+)(\d+)"')


def formulas_without_result(content: bytes) -> dict[str, list[tuple[int, int]]]:
    """Sheet name to (row, column), both from 0. A text formula whose result is the empty text has a result."""
    with ZipFile(BytesIO(content)) as archive:
        names = set(archive.namelist())
        found = {}
        for sheet, part in _sheet_parts(archive).items():
            xml = archive.read(part) if part in names else b""
            cells = _cells(xml.decode("utf-8", "replace")) if b"<f" in xml or b":f" in xml else []
            if cells:
                found[sheet] = cells
    return found


def _sheet_parts(archive: ZipFile) -> dict[str, str]:
    if not {"xl/workbook.xml", "xl/_rels/workbook.xml.rels"} <= set(archive.namelist()):
        return {}
    relations = _RELATION.findall(archive.read("xl/_rels/workbook.xml.rels").decode("utf-8", "replace"))
    targets = {_attribute(tag, "Id"): _attribute(tag, "Target") for tag in relations}
    sheets = _SHEET.findall(archive.read("xl/workbook.xml").decode("utf-8", "replace"))
    parts = {_attribute(tag, "name"): targets.get(_attribute(tag, "r:id"), "") for tag in sheets}
    return {
        name: target.removeprefix("/") if target.startswith("/") else f"xl/{target}" for name, target in parts.items()
    }


def _attribute(tag: str, name: str) -> str:
    found = re.search(rf'\s{name}="([^"]*)"', tag)
    return unescape(found[1]) if found else ""


def _cells(xml: str) -> list[tuple[int, int]]:
    found = []
    for attributes, inside in _CELL.findall(xml):
        reference = _REFERENCE.search(attributes)
        if reference and _FORMULA.search(inside) and not _RESULT.search(inside) and 't="str"' not in attributes:
            found.append((int(reference[2]) - 1, _column(reference[1])))
    return found


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1

"""The parts of an xlsx file that hold its sheets."""

import re
from collections.abc import Iterator
from html import unescape
from zipfile import ZipFile

_SHEET = re.compile(r"<(?:\w+:)?sheet\s[^>]*>")
_RELATION = re.compile(r"<(?:\w+:)?Relationship\s[^>]*>")
BOOK, RELATIONS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"


def sheet_parts(archive: ZipFile) -> Iterator[tuple[str, str]]:
    """Name and XML of every sheet that is there."""
    for name, part in part_names(archive):
        yield name, archive.read(part).decode("utf-8", "replace")


def part_names(archive: ZipFile) -> Iterator[tuple[str, str]]:
    """Name of every sheet that is there, and of the part that holds it."""
    names = set(archive.namelist())
    if not {BOOK, RELATIONS} <= names:
        return
    relations = _RELATION.findall(archive.read(RELATIONS).decode("utf-8", "replace"))
    targets = {_attribute(tag, "Id"): _attribute(tag, "Target") for tag in relations}
    for tag in _SHEET.findall(archive.read(BOOK).decode("utf-8", "replace")):
        part = _path(targets.get(_attribute(tag, "r:id"), ""))
        if part in names:
            yield _attribute(tag, "name"), part


def _path(target: str) -> str:
    return target.removeprefix("/") if target.startswith("/") else f"xl/{target}"


def _attribute(tag: str, name: str) -> str:
    found = re.search(rf'\s{name}="([^"]*)"', tag)
    return unescape(found[1]) if found else ""

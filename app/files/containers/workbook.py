"""Grids out of a workbook's bytes. Readers that get a path go by its ending, so they are given bytes."""

import zlib
from collections.abc import Iterable, Mapping, Sequence
from io import BytesIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from app.files.containers.compound import sheets_stream
from app.files.containers.formulas import formulas_without_result
from app.files.containers.panic import PANIC, panics_unheard
from app.files.containers.sheet_parts import sheet_parts
from app.files.containers.sheet_size import MOST_CELLS, cells_of_xls, cells_of_xml
from app.files.grid import NO_RESULT, Grid, Row, Value
from forecasts.findings import Finding, InputError, Place

MOST_UNPACKED_BYTES = 200 * 1024 * 1024
WORKBOOK_PART = "xl/workbook."
BROKEN_ZIP = (BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError, ValueError, OverflowError)
"""What the standard library raises for a zip file that is damaged, encrypted or packed in a way it does not know."""


def workbook_grids(content: bytes, file: str, zipped: bool) -> list[Grid]:
    """Every sheet with cells, hidden ones too. Raises InputError: IE01 unreadable, IE02 protected, IE19 too large."""
    open_formulas: dict[str, list[tuple[int, int]]] = {}
    if zipped:
        open_formulas = _looked_through(content, file)
    else:
        records = sheets_stream(content)
        if not records:
            raise InputError([Finding("IE01", place=Place(file=file))])
        _refuse_too_far(cells_of_xls(records), file)
    try:
        grids = _grids(content, file, open_formulas)
    except PasswordError as error:
        raise InputError([Finding("IE02", place=Place(file=file))]) from error
    except CalamineError as error:
        raise InputError([Finding("IE01", place=Place(file=file))]) from error
    except BaseException as error:
        if type(error).__name__ != PANIC:
            raise
        raise InputError([Finding("IE01", place=Place(file=file))]) from error
    return [grid for grid in grids if grid.rows]


def _grids(content: bytes, file: str, open_formulas: Mapping[str, Sequence[tuple[int, int]]]) -> list[Grid]:
    grids = []
    with panics_unheard():
        workbook = CalamineWorkbook.from_filelike(BytesIO(content))
        for sheet in workbook.sheets_metadata:
            if sheet.typ is SheetTypeEnum.WorkSheet:
                rows = _rows(workbook.get_sheet_by_name(sheet.name), open_formulas.get(sheet.name, ()))
                grids.append(Grid(file, rows, sheet.name, sheet.visible is not SheetVisibleEnum.Visible))
    return grids


def _rows(sheet: CalamineSheet, open_formulas: Iterable[tuple[int, int]]) -> list[Row]:
    """All rows from row 1 on, merged cells filled with the value they show."""
    rows: list[list[Value]] = [list(row) for row in sheet.to_python(skip_empty_area=False)]
    for number, column in open_formulas:
        if number < len(rows) and column < len(rows[number]):
            rows[number][column] = NO_RESULT
    for (top, left), (bottom, right) in sheet.merged_cell_ranges or ():
        if left != right:
            continue  # a title over several columns belongs to none of them
        for row in rows[top + 1 : bottom + 1]:
            row[left] = rows[top][left]
    return [[None if value == "" else value for value in row] for row in rows]


def _looked_through(content: bytes, file: str) -> dict[str, list[tuple[int, int]]]:
    """Formulas without a result by sheet; a bad zip, one that unpacks too large or a sheet that reaches too far is
    refused before anything lays it out in memory.
    """
    found = {}
    try:
        with ZipFile(BytesIO(content)) as archive:
            _refuse_too_large(archive.infolist(), file)
            if archive.testzip():  # a part that unpacks to more than it declares is told here, not in the reader
                raise BadZipFile
            for sheet, xml in sheet_parts(archive):
                _refuse_too_far(cells_of_xml(xml), file, sheet)
                found[sheet] = list(formulas_without_result(xml))
    except BROKEN_ZIP as error:
        raise InputError([Finding("IE01", place=Place(file=file))]) from error
    return found


def _refuse_too_large(parts: Sequence[ZipInfo], file: str) -> None:
    unpacked = sum(part.file_size for part in parts)
    if unpacked > MOST_UNPACKED_BYTES:
        megabytes = {"megabytes": unpacked // 1024**2, "most": MOST_UNPACKED_BYTES // 1024**2}
        raise InputError([Finding("IE19", place=Place(file=file), facts=megabytes)])
    if not any(part.filename.startswith(WORKBOOK_PART) for part in parts):
        raise InputError([Finding("IE01", place=Place(file=file))])


def _refuse_too_far(cells: int, file: str, sheet: str = "") -> None:
    if cells > MOST_CELLS:
        facts = {"variant": "cells", "cells": f"{cells:,}", "most": f"{MOST_CELLS:,}"}
        raise InputError([Finding("IE19", place=Place(file, sheet), facts=facts)])

"""Grids out of a workbook's bytes. Readers that get a path go by its ending, so they are given bytes."""

from collections.abc import Iterable
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from app.files.containers.formulas import formulas_without_result
from app.files.grid import NO_RESULT, Grid, Row, Value
from forecasts.findings import Finding, InputError, Place

MOST_UNPACKED_BYTES = 200 * 1024 * 1024
WORKBOOK_PART = "xl/workbook."


def workbook_grids(content: bytes, file: str, zipped: bool) -> list[Grid]:
    """Every sheet with cells, hidden ones too. Raises InputError: IE01 unreadable, IE02 protected, IE19 too large."""
    if zipped:
        _refuse_bad_zip(content, file)
    try:
        workbook = CalamineWorkbook.from_filelike(BytesIO(content))
        sheets = [sheet for sheet in workbook.sheets_metadata if sheet.typ is SheetTypeEnum.WorkSheet]
        open_formulas = formulas_without_result(content) if zipped else {}
        grids = []
        for sheet in sheets:
            rows = _rows(workbook.get_sheet_by_name(sheet.name), open_formulas.get(sheet.name, ()))
            grids.append(Grid(file, rows, sheet.name, sheet.visible is not SheetVisibleEnum.Visible))
    except PasswordError as error:
        raise InputError([Finding("IE02", place=Place(file=file))]) from error
    except CalamineError as error:
        raise InputError([Finding("IE01", place=Place(file=file))]) from error
    return [grid for grid in grids if grid.rows]


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


def _refuse_bad_zip(content: bytes, file: str) -> None:
    try:
        with ZipFile(BytesIO(content)) as archive:
            parts = archive.infolist()
    except BadZipFile as error:
        raise InputError([Finding("IE01", place=Place(file=file))]) from error
    unpacked = sum(part.file_size for part in parts)
    if unpacked > MOST_UNPACKED_BYTES:
        megabytes = {"megabytes": unpacked // 1024**2, "most": MOST_UNPACKED_BYTES // 1024**2}
        raise InputError([Finding("IE19", place=Place(file=file), facts=megabytes)])
    if not any(part.filename.startswith(WORKBOOK_PART) for part in parts):
        raise InputError([Finding("IE01", place=Place(file=file))])

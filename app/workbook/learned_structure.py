"""Rows and columns of a loaded sheet inserted or taken out, with everything that speaks of them."""

from copy import copy

from openpyxl import Workbook
from openpyxl.formatting.formatting import ConditionalFormattingList
from openpyxl.utils.cell import get_column_letter
from openpyxl.worksheet.cell_range import CellRange, MultiCellRange
from openpyxl.worksheet.dimensions import ColumnDimension, DimensionHolder
from openpyxl.worksheet.merge import MergedCellRange
from openpyxl.worksheet.worksheet import Worksheet

from app.workbook.learned_references import LOST, Shift, moved_formula, moved_reference


def reshape(book: Workbook, sheet: Worksheet, shift: Shift) -> None:
    """Insert or take out lines of a sheet: its cells, merges, sizes, conditional formats, checks of input and print
    area move, the formulas of the whole workbook and its names follow. New lines are empty.
    """
    if not shift.count:
        return
    widths = column_widths(sheet)
    _move_cells(sheet, shift)
    _move_merges(sheet, shift)
    if shift.columns:
        set_column_widths(sheet, {line: widths[old] for old in widths if (line := shift.line(old)) is not None})
    else:
        _move_heights(sheet, shift)
    _move_conditions(sheet, shift)
    _move_formulas(book, sheet, shift)


def column_widths(sheet: Worksheet) -> dict[int, ColumnDimension]:
    """Every column's own dimension: a file keeps one for a stretch of columns."""
    found: dict[int, ColumnDimension] = {}
    for dimension in sheet.column_dimensions.values():
        for column in range(dimension.min or 1, min(dimension.max or 1, sheet.max_column + 50) + 1):
            found[column] = dimension
    return found


def set_column_widths(sheet: Worksheet, widths: dict[int, ColumnDimension]) -> None:
    """Give every column a dimension of its own."""
    holder: DimensionHolder[str, ColumnDimension] = DimensionHolder(worksheet=sheet)
    for column, like in sorted(widths.items()):
        dimension = copy(like)
        dimension.index, dimension.min, dimension.max = get_column_letter(column), column, column
        holder[dimension.index] = dimension
    sheet.column_dimensions = holder


def _move_cells(sheet: Worksheet, shift: Shift) -> None:
    moved = {}
    for (row, column), cell in sheet._cells.items():
        line = shift.line(column if shift.columns else row)
        if line is not None:
            place = (row, line) if shift.columns else (line, column)
            cell.row, cell.column = place
            moved[place] = cell
    sheet._cells = moved


def _moved_range(area: CellRange, shift: Shift) -> str | None:
    low, high = (area.min_col, area.max_col) if shift.columns else (area.min_row, area.max_row)
    span = shift.span(low, high)
    if span is None:
        return None
    if shift.columns:
        return CellRange(min_col=span[0], max_col=span[1], min_row=area.min_row, max_row=area.max_row).coord
    return CellRange(min_col=area.min_col, max_col=area.max_col, min_row=span[0], max_row=span[1]).coord


def _move_merges(sheet: Worksheet, shift: Shift) -> None:
    moved = [_moved_range(area, shift) for area in sheet.merged_cells.ranges]
    sheet.merged_cells.ranges = {MergedCellRange(sheet, place) for place in moved if place and ":" in place}


def _move_heights(sheet: Worksheet, shift: Shift) -> None:
    old = dict(sheet.row_dimensions.items())
    sheet.row_dimensions.clear()
    for number, dimension in old.items():
        line = shift.line(number)
        if line is not None:
            dimension.index = line
            sheet.row_dimensions[line] = dimension


def _move_conditions(sheet: Worksheet, shift: Shift) -> None:
    conditions = ConditionalFormattingList()
    for area in sheet.conditional_formatting:
        place = _moved_areas(area.sqref, shift)
        for rule in area.rules if place else ():
            rule.formula = [moved_formula(f"={text}", shift, lambda name: not name)[1:] for text in rule.formula]
            conditions.add(place, rule)
    sheet.conditional_formatting = conditions
    for check in sheet.data_validations.dataValidation:
        check.sqref = MultiCellRange(_moved_areas(check.sqref, shift))
    checks = sheet.data_validations.dataValidation
    sheet.data_validations.dataValidation = [check for check in checks if check.sqref.ranges]


def _moved_areas(areas: MultiCellRange, shift: Shift) -> str:
    return " ".join(place for area in areas.ranges if (place := _moved_range(area, shift)))


def _move_formulas(book: Workbook, sheet: Worksheet, shift: Shift) -> None:
    for other in book.worksheets:
        own = other is sheet

        def applies(name: str, own: bool = own) -> bool:
            return name == sheet.title or (own and not name)

        for cell in other._cells.values():
            if cell.data_type == "f" and isinstance(cell.value, str):
                cell.value = moved_formula(cell.value, shift, applies)
        for name in other.defined_names.values():
            name.attr_text = _moved_name(name.attr_text, shift, sheet.title)
    for name in book.defined_names.values():
        name.attr_text = _moved_name(name.attr_text, shift, sheet.title)
    if sheet.print_area:
        areas = [
            moved_reference(area.rpartition("!")[2], shift, lambda _: True) for area in sheet.print_area.split(",")
        ]
        sheet.print_area = ",".join(area for area in areas if LOST not in area)


def _moved_name(text: str | None, shift: Shift, title: str) -> str:
    return moved_formula(f"={text or ''}", shift, lambda name: name == title)[1:]

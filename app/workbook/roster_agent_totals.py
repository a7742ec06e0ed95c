"""Counts beside a roster, as formulas that follow when a cell is changed by hand."""

from xlsxwriter.worksheet import Worksheet

from app.wording import words
from app.workbook.book import Book
from app.workbook.formulas import cell, countif, span
from app.workbook.roster_layout import DATES, FIRST_AGENT, MARKS, PHASES, WEEKDAYS, RosterLayout
from app.workbook.shift_look import leave_code, look
from app.workbook.team_plan import TeamRow

_ = words("workbook")


def write_agent_totals(book: Book, sheet: Worksheet, layout: RosterLayout) -> None:
    """The columns to the right: shifts of each code, days worked, off and away, paid hours."""
    _write_headings(book, sheet, layout)
    for at, row in zip(layout.agent_rows(), book.plan.rows, strict=True):
        _write_agent(book, sheet, layout, at, row)
    for column in range(layout.first_code, layout.hours + 1):
        _write_column_sum(book, sheet, layout, column)


def _write_headings(book: Book, sheet: Worksheet, layout: RosterLayout) -> None:
    """Each shift's paid hours stand under its code: the hours of the rows are counted with them."""
    text = _("Shifts (paid hours below)")
    book.merged(sheet, (PHASES, layout.first_code), (PHASES, layout.last_code), text, book.style("header", font_size=8))
    book.merged(sheet, (PHASES, layout.worked), (PHASES, layout.hours), _("Total"), book.style("header", font_size=8))
    for column, (shift_id, code) in enumerate(book.plan.codes.items(), layout.first_code):
        shift = book.plan.shifts[shift_id]
        colours = {"bg_color": look(shift).fill, "font_color": look(shift).text}
        book.merged(sheet, (DATES, column), (WEEKDAYS, column), code, book.style("header", **colours))
        hours = book.style("header", num_format="0.0#", font_size=8, bold=False)
        sheet.write_number(MARKS, column, shift.paid_minutes / 60, hours)
    for column, text in enumerate((_("Worked"), _("Days off"), _("Leave"), _("Hours")), layout.worked):
        book.merged(sheet, (DATES, column), (MARKS, column), text, book.style("header"))


def _write_agent(book: Book, sheet: Worksheet, layout: RosterLayout, at: int, row: TeamRow) -> None:
    where = span(*layout.day_cells(at))
    counts = [_count(layout, row, shift_id) for shift_id in book.plan.codes]
    for column, code, count in zip(range(layout.first_code, layout.worked), layout.codes, counts, strict=True):
        sheet.write_formula(at, column, f"={countif(where, code)}", book.style("count"), count)
    codes = span((at, layout.first_code), (at, layout.last_code))
    paid = _paid_hours_row(layout)
    away = len((row.absent - row.shifts.keys()) & set(layout.days))
    minutes = sum(book.plan.shifts[row.shifts[day]].paid_minutes for day in layout.days if day in row.shifts)
    for column, formula, style, value in (
        (layout.worked, f"=SUM({codes})", "count", sum(counts)),
        (layout.worked + 1, f"=COUNTBLANK({where})", "count", len(layout.days) - sum(counts) - away),
        (layout.worked + 2, f"={countif(where, leave_code())}", "count", away),
        (layout.hours, f"=SUMPRODUCT({codes},{paid})", "hours", minutes / 60),
    ):
        sheet.write_formula(at, column, formula, book.style(style), value)


def _paid_hours_row(layout: RosterLayout) -> str:
    """The row of paid hours per code, the same from every row."""
    first, last = cell((MARKS, layout.first_code)), cell((MARKS, layout.last_code))
    return ":".join(part.replace(str(MARKS + 1), f"${MARKS + 1}") for part in (first, last))


def _write_column_sum(book: Book, sheet: Worksheet, layout: RosterLayout, column: int) -> None:
    where = span((FIRST_AGENT, column), (layout.last_agent, column))
    style = book.style("hours" if column == layout.hours else "count", "total")
    sheet.write_formula(layout.present, column, f"=SUM({where})", style, _column_sum(book, layout, column))


def _count(layout: RosterLayout, row: TeamRow, shift_id: str) -> int:
    return sum(row.shifts.get(day) == shift_id for day in layout.days)


def _column_sum(book: Book, layout: RosterLayout, column: int) -> float:
    plan, days = book.plan, set(layout.days)
    if column < layout.worked:
        shift_id = list(plan.codes)[column - layout.first_code]
        return sum(_count(layout, row, shift_id) for row in plan.rows)
    worked = sum(len(days & row.shifts.keys()) for row in plan.rows)
    away = sum(len(days & (row.absent - row.shifts.keys())) for row in plan.rows)
    minutes = sum(plan.shifts[s].paid_minutes for row in plan.rows for day, s in row.shifts.items() if day in days)
    values = (worked, len(days) * len(plan.rows) - worked - away, away, minutes / 60)
    return values[column - layout.worked]

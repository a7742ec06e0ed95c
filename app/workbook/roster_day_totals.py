"""Counts below a roster, as formulas that follow when a cell is changed by hand."""

from xlsxwriter.worksheet import Worksheet

from app.wording import words
from app.wording.names import name_of
from app.workbook.book import REST_FILL, Book
from app.workbook.formulas import Cell, cell, countif, span
from app.workbook.labels import is_rest_day
from app.workbook.roster_layout import FIRST_AGENT, GROUP, SKILLS, RosterLayout
from app.workbook.shift_look import look, times
from app.workbook.staffing_layout import staffing_layouts

_ = words("workbook")


def write_day_totals(book: Book, sheet: Worksheet, layout: RosterLayout) -> None:
    """The rows below: agents at work, heads per shift, agent-hours short per skill where the layout has skills."""
    _write_label(book, sheet, layout.present, _("Agents at work"), book.style("header", align="right"))
    for number, (shift_id, code) in enumerate(book.plan.codes.items()):
        shift = book.plan.shifts[shift_id]
        colours = {"bg_color": look(shift).fill, "font_color": look(shift).text}
        text = " ".join(dict.fromkeys((code, shift.name or code, times(shift))))
        _write_label(book, sheet, layout.present + 1 + number, text, book.style("text", **colours))
    for number, skill in enumerate(layout.skills):
        text = _("Agent-hours short · {skill}").format(skill=name_of(skill))
        _write_label(book, sheet, layout.first_shortage + number, text, book.style("text", align="right"))
    for day in layout.days:
        _write_heads(book, sheet, layout, day)
        if layout.skills:
            _write_shortages(book, sheet, layout, day)


def _write_label(book: Book, sheet: Worksheet, row: int, text: str, style: object) -> None:
    sheet.set_row(row, 18)
    book.merged(sheet, (row, GROUP), (row, SKILLS), text, style)


def _write_heads(book: Book, sheet: Worksheet, layout: RosterLayout, day: int) -> None:
    column = layout.day_column(day)
    tint = (
        {"bg_color": REST_FILL} if is_rest_day(book.plan.horizon.day(day), book.plan.weeks, book.plan.calendar) else {}
    )
    where = span((FIRST_AGENT, column), (layout.last_agent, column))
    heads = [sum(row.shifts.get(day) == shift_id for row in book.plan.rows) for shift_id in book.plan.codes]
    for number, (code, count) in enumerate(zip(layout.codes, heads, strict=True), 1):
        style = book.style("count", **tint)
        sheet.write_formula(layout.present + number, column, f"={countif(where, code)}", style, count)
    below = span((layout.present + 1, column), (layout.present + len(layout.codes), column))
    sheet.write_formula(layout.present, column, f"=SUM({below})", book.style("count", "total"), sum(heads))


def _write_shortages(book: Book, sheet: Worksheet, layout: RosterLayout, day: int) -> None:
    for number, staffing in enumerate(staffing_layouts(book.plan)):
        at: Cell = (layout.first_shortage + number, layout.day_column(day))
        formula = f"={cell(staffing.shortage_cell(day), staffing.name)}"
        sheet.write_formula(*at, formula, book.style("short"), staffing.staffing.shortage_hours(day))

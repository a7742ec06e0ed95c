"""每日曲线: requirement and cover of every day of a skill as native charts over the figures of its staffing sheet."""

from typing import Any

from app.wording import words
from app.wording.names import name_of
from app.workbook.book import Book, sheet_name
from app.workbook.peak_chart import COVER_FILL, bars, day_title, dress, need_line
from app.workbook.peak_sheet import times_range
from app.workbook.staffing_layout import FIRST_INTERVAL, StaffingLayout, staffing_layouts
from app.workbook.staffing_sheet import NOTHING_BELOW

_ = words("workbook")

WIDTH, HEIGHT, SPACE = 620, 270, 10
"""Pixels of a chart; two stand side by side, three of such rows fill a page."""
ACROSS, ROWS_A_PAGE = 2, 3
HOURS_A_LABEL = 4
FIRST_CHART, ROW_PIXELS, COLUMN_PIXELS, COLUMNS = 2, 20, 70, 18


def write_day_chart_sheets(book: Book) -> None:
    """One sheet a skill; a horizon of one day has its chart on the peak sheet."""
    if book.plan.horizon.days == 1:
        return
    for number, layout in enumerate(staffing_layouts(book.plan), 1):
        _write_sheet(book, layout, number)


def _write_sheet(book: Book, layout: StaffingLayout, number: int) -> None:
    skill = name_of(layout.staffing.skill)
    taken = {sheet.get_name().casefold() for sheet in book.workbook.worksheets()}
    name = sheet_name(_("Day charts · {skill}").format(skill=skill))
    sheet = book.sheet(name if name.casefold() not in taken else f"{name[:28]} {number}")
    title = _("{title} · {skill}: requirement and cover by day").format(title=book.plan.title, skill=skill)
    book.heading(sheet, title, COLUMNS - 1)
    sheet.set_column_pixels(0, COLUMNS - 1, COLUMN_PIXELS)
    rows = (HEIGHT + SPACE) // ROW_PIXELS
    for day in layout.days:
        row = FIRST_CHART + day // ACROSS * rows
        offset = {"x_offset": day % ACROSS * (WIDTH + SPACE), "y_offset": SPACE, "description": day_title(book, day)}
        sheet.insert_chart(row, 0, _chart(book, layout, day), offset)
    pages = -(-len(layout.days) // (ACROSS * ROWS_A_PAGE))
    sheet.set_h_pagebreaks([FIRST_CHART + page * ROWS_A_PAGE * rows for page in range(1, pages)])
    sheet.repeat_rows(0, 1)


def _chart(book: Book, layout: StaffingLayout, day: int) -> Any:
    times, need, cover = times_range(book), *(_column(layout, layout.column(day) + part) for part in (0, 1))
    chart = book.workbook.add_chart({"type": "column"})
    chart.add_series(bars(_("Cover"), times, cover, {"fill": {"color": COVER_FILL}}))
    chart.combine(need_line(book, times, need))
    short = layout.staffing.shortage_hours(day)
    told = _("▼ {hours:.1f} agent-hours short").format(hours=short) if short >= NOTHING_BELOW else ""
    title = " · ".join(part for part in (day_title(book, day), told) if part)
    dress(chart, title, HOURS_A_LABEL * 60 // layout.staffing.horizon.interval_minutes, (WIDTH, HEIGHT))
    return chart


def _column(layout: StaffingLayout, column: int) -> list[object]:
    return [layout.name, FIRST_INTERVAL, column, layout.last_interval, column]

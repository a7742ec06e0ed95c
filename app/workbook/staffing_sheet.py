"""每日在岗: requirement, cover and net of one skill, intervals by days."""

from typing import Any

from xlsxwriter.worksheet import Worksheet

from app.wording import words
from app.wording.names import name_of
from app.workbook.book import A3, A4, REST, REST_FILL, SHORTAGE_FILL, Book
from app.workbook.formulas import cell, span
from app.workbook.labels import day_mark, is_rest_day, weekday_word
from app.workbook.skill_staffing import SkillStaffing
from app.workbook.staffing_layout import (
    DATES,
    FIRST_DAY,
    FIRST_INTERVAL,
    HEADINGS,
    TIME,
    StaffingLayout,
    staffing_layouts,
)

_ = words("workbook")

A4_DAYS, DAYS_ACROSS = 4, 16
"""Most days readable on A4, and on one A3 page; a longer horizon takes several pages across."""
NET_FORMAT = '+0.0;"▼"0.0;0'
NOTHING_BELOW = 0.05
"""Standard agents that one decimal shows as none: no shortage worth a mark."""


def write_staffing_sheets(book: Book) -> None:
    """One sheet per skill."""
    for layout in staffing_layouts(book.plan):
        sheet = book.sheet(layout.name, A4 if len(layout.days) <= A4_DAYS else A3)
        sheet.fit_to_pages(-(-len(layout.days) // DAYS_ACROSS), 0)
        title = _("{title} · {skill}: requirement and cover").format(
            title=book.plan.title, skill=name_of(layout.staffing.skill)
        )
        book.heading(sheet, title, layout.last_column)
        _write_times(book, sheet, layout)
        for day in layout.days:
            _write_day_header(book, sheet, layout, day)
            _write_day(book, sheet, layout, day)
            _write_day_totals(book, sheet, layout, day)
        sheet.freeze_panes(FIRST_INTERVAL, FIRST_DAY)
        sheet.repeat_rows(0, HEADINGS)
        sheet.repeat_columns(TIME)


def interval_word(staffing: SkillStaffing, number: int) -> str:
    """`08:00–08:30`."""
    step = staffing.horizon.interval_minutes
    start, end = number * step, (number + 1) * step
    return f"{start // 60:02d}:{start % 60:02d}–{end // 60:02d}:{end % 60:02d}"


def _write_times(book: Book, sheet: Worksheet, layout: StaffingLayout) -> None:
    sheet.set_column(TIME, TIME, 13)
    sheet.set_column(FIRST_DAY, layout.last_column, 5.5)
    book.merged(sheet, (DATES, TIME), (HEADINGS, TIME), _("Interval"), book.style("header"))
    for number in range(layout.staffing.horizon.intervals_per_day):
        style = book.style("center", "quiet", **_hour_edge(layout, number))
        sheet.write_string(FIRST_INTERVAL + number, TIME, interval_word(layout.staffing, number), style)
    labels = (_("Agent-hours"), _("Agent-hours short"), _("Worst interval"), _("Expected inquiries"))
    for number, text in enumerate(labels):
        sheet.set_row(layout.totals + number, 28)
        sheet.write_string(layout.totals + number, TIME, text, book.style("header"))


def _write_day_header(book: Book, sheet: Worksheet, layout: StaffingLayout, day: int) -> None:
    date, column = book.plan.horizon.day(day), layout.column(day)
    colour = (
        {"font_color": REST, "bg_color": REST_FILL} if is_rest_day(date, book.plan.weeks, book.plan.calendar) else {}
    )
    words_of_day = (
        f"{date:%m-%d}",
        weekday_word(date),
        day_mark(date, book.plan.weeks, book.plan.calendar),
        book.plan.phases_of_day(day),
    )
    text = " ".join(part for part in words_of_day if part)
    sheet.set_row(DATES, 30)
    book.merged(sheet, (DATES, column), (DATES, column + 2), text, book.style("header", **colour))
    for offset, heading in enumerate((_("Need"), _("Cover"), _("Net"))):
        sheet.write_string(HEADINGS, column + offset, heading, book.style("header", font_size=8, **_left_edge(offset)))


def _write_day(book: Book, sheet: Worksheet, layout: StaffingLayout, day: int) -> None:
    part, column = layout.staffing, layout.column(day)
    need, cover = part.of_day(part.requirement, day), part.of_day(part.cover, day)
    for number, (required, present) in enumerate(zip(need.tolist(), cover.tolist(), strict=True)):
        row = FIRST_INTERVAL + number
        edge = _hour_edge(layout, number)
        sheet.write_number(row, column, required, book.style("hours", "quiet", **edge, **_left_edge(0)))
        sheet.write_number(row, column + 1, present, book.style("hours", **edge))
        style = _net_style(book, present - required, edge)
        formula = f"={cell((row, column + 1))}-{cell((row, column))}"
        sheet.write_formula(row, column + 2, formula, style, present - required)


def _net_style(book: Book, net: float, edge: dict[str, object]) -> Any:
    if net <= -NOTHING_BELOW:
        marked = {"num_format": NET_FORMAT, "bg_color": SHORTAGE_FILL, "align": "right"}
        return book.style("hours", "short", **edge, **marked)
    return book.style("hours", "quiet", **edge, num_format=NET_FORMAT if net >= NOTHING_BELOW else "0;0;0")


def _write_day_totals(book: Book, sheet: Worksheet, layout: StaffingLayout, day: int) -> None:
    part, column, row = layout.staffing, layout.column(day), layout.totals
    hours, per_hour = part.horizon.interval_hours, 60 // part.horizon.interval_minutes
    for offset, values in enumerate((part.requirement, part.cover, part.net)):
        total = float(part.of_day(values, day).sum() * hours)
        style = book.style("hours", "total", **_left_edge(offset))
        sheet.write_formula(
            row, column + offset, f"=SUM({span(*layout.cells(column + offset))})/{per_hour}", style, total
        )
    nets = span(*layout.cells(column + 2))
    worst = float(part.of_day(part.shortage, day).max())
    for number, formula, value in (
        (1, f'=-SUMIF({nets},"<0")/{per_hour}', part.shortage_hours(day)),
        (2, f"=MAX(0,-MIN({nets}))", worst),
    ):
        style = book.style("short", "total", **_left_edge(0))
        sheet.merge_range(row + number, column, row + number, column + 2, "", style)
        sheet.write_formula(row + number, column, formula, style, value)
    _write_inquiries(book, sheet, layout, day)


def _write_inquiries(book: Book, sheet: Worksheet, layout: StaffingLayout, day: int) -> None:
    """The day's expected inquiries of the skill; means may be added, quantiles may not."""
    row, column = layout.totals + 3, layout.column(day)
    expected = book.plan.inquiries(layout.staffing.skill, day)
    style = book.style("count", "total", num_format="#,##0", **_left_edge(0))
    sheet.merge_range(row, column, row, column + 2, "", style)
    if expected is not None:
        sheet.write_number(row, column, round(expected, 2), style)


def _left_edge(offset: int) -> dict[str, object]:
    """A stronger line where a day begins."""
    return {"left": 1, "left_color": "#8A94A3"} if offset == 0 else {}


def _hour_edge(layout: StaffingLayout, number: int) -> dict[str, object]:
    """A stronger line at every sixth hour, to count by."""
    per_hour = 60 // layout.staffing.horizon.interval_minutes
    return {"top": 1, "top_color": "#8A94A3"} if number % (6 * per_hour) == 0 and number else {}

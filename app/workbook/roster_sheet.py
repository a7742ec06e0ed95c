"""排班总表: people by days with the code of each shift, one sheet a month."""

from xlsxwriter.worksheet import Worksheet

from app.workbook.book import A3, A4, REST_FILL, Book, width_of
from app.workbook.labels import is_rest_day, skill_words
from app.workbook.roster_agent_totals import write_agent_totals
from app.workbook.roster_colours import colour_live
from app.workbook.roster_day_totals import write_day_totals
from app.workbook.roster_header import write_roster_header
from app.workbook.roster_layout import FIRST_AGENT, FIRST_DAY, GROUP, NAME, SKILLS, RosterLayout, roster_layouts
from app.workbook.shift_look import LEAVE, Look, leave_code, look
from app.workbook.team_plan import TeamRow

A4_DAYS, A4_AGENTS, PAGE_AGENTS = 16, 30, 60
"""Most days and agents that are readable on A4, else A3; up to so many agents stand on one page."""


def write_roster_sheets(book: Book, with_shortage: bool = True) -> None:
    """Add the sheets, in order of the months; the rows of shortage refer to the staffing sheets."""
    for layout in roster_layouts(book.plan, with_shortage):
        small = len(layout.days) <= A4_DAYS and layout.agents <= A4_AGENTS
        sheet = book.sheet(layout.name, A4 if small else A3)
        sheet.fit_to_pages(1, 1 if layout.agents <= PAGE_AGENTS else 0)
        _set_columns(book, sheet, layout)
        write_roster_header(book, sheet, layout)
        for number, row in enumerate(book.plan.rows):
            _write_agent(book, sheet, layout, FIRST_AGENT + number, row)
        write_agent_totals(book, sheet, layout)
        write_day_totals(book, sheet, layout)
        colour_live(book, sheet, layout)
        sheet.freeze_panes(FIRST_AGENT, FIRST_DAY)
        sheet.repeat_rows(0, FIRST_AGENT - 1)
        sheet.repeat_columns(GROUP, NAME)


def _set_columns(book: Book, sheet: Worksheet, layout: RosterLayout) -> None:
    rows = book.plan.rows
    sheet.set_column(GROUP, GROUP, width_of((row.group for row in rows), 8))
    sheet.set_column(NAME, NAME, width_of((row.name for row in rows), 10))
    sheet.set_column(SKILLS, SKILLS, width_of((skill_words(row.skills) for row in rows), 11))
    sheet.set_column(FIRST_DAY, layout.last_day, 5.6)
    sheet.set_column(layout.first_code, layout.last_code, 5)
    sheet.set_column(layout.worked, layout.hours, 8)


def _write_agent(book: Book, sheet: Worksheet, layout: RosterLayout, at: int, row: TeamRow) -> None:
    sheet.set_row(at, 18)
    edge = _group_edge(book, at)
    sheet.write_string(at, GROUP, row.group, book.style("text", "quiet", **edge))
    sheet.write_string(at, NAME, row.name, book.style("text", bold=True, **edge))
    sheet.write_string(at, SKILLS, skill_words(row.skills), book.style("text", "quiet", **edge))
    for day in layout.days:
        text, colours = _cell(book, row, day)
        style = book.style("center", **edge, **_fill(book, day, colours))
        if text:
            sheet.write_string(at, layout.day_column(day), text, style)
        else:
            sheet.write_blank(at, layout.day_column(day), None, style)


def _cell(book: Book, row: TeamRow, day: int) -> tuple[str, Look | None]:
    """What a cell says and its colours; a day off is truly empty."""
    if day in row.shifts:
        shift = book.plan.shifts[row.shifts[day]]
        return book.plan.codes[shift.id], look(shift)
    return (leave_code(), LEAVE) if day in row.absent else ("", None)


def _fill(book: Book, day: int, colours: Look | None) -> dict[str, str]:
    if colours:
        return {"bg_color": colours.fill, "font_color": colours.text}
    return (
        {"bg_color": REST_FILL} if is_rest_day(book.plan.horizon.day(day), book.plan.weeks, book.plan.calendar) else {}
    )


def _group_edge(book: Book, at: int) -> dict[str, object]:
    """A stronger line above the first agent of each group."""
    number = at - FIRST_AGENT
    rows = book.plan.rows
    begins = number > 0 and rows[number].group != rows[number - 1].group
    return {"top": 2, "top_color": "#8A94A3"} if begins else {}

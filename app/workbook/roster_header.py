"""The head of a roster sheet: title, phases, dates, weekdays and days of rest."""

from itertools import groupby

from xlsxwriter.worksheet import Worksheet

from app.wording import words
from app.workbook.book import REST, REST_FILL, Book
from app.workbook.labels import day_mark, is_rest_day, weekday_word
from app.workbook.roster_layout import DATES, GROUP, MARKS, NAME, PHASES, SKILLS, WEEKDAYS, RosterLayout

_ = words("workbook")

PHASE_FILL = "#E7F0FE"


def write_roster_header(book: Book, sheet: Worksheet, layout: RosterLayout) -> None:
    """Rows 1 to 6."""
    first = book.plan.horizon.day(layout.days[0])
    month = _("{year}-{month:02d}").format(year=first.year, month=first.month)
    book.heading(sheet, _("{title} · team roster · {month}").format(title=book.plan.title, month=month), layout.hours)
    header = book.style("header")
    book.merged(sheet, (PHASES, GROUP), (PHASES, SKILLS), _("Phase"), book.style("header", align="right"))
    for column, text in ((GROUP, _("Group")), (NAME, _("Name")), (SKILLS, _("Skills"))):
        book.merged(sheet, (DATES, column), (MARKS, column), text, header)
    _write_phases(book, sheet, layout)
    for day in layout.days:
        _write_day(book, sheet, layout, day)


def _write_day(book: Book, sheet: Worksheet, layout: RosterLayout, day: int) -> None:
    date, column = book.plan.horizon.day(day), layout.day_column(day)
    mark = day_mark(date, book.plan.weeks, book.plan.calendar)
    colour = (
        {"font_color": REST, "bg_color": REST_FILL} if is_rest_day(date, book.plan.weeks, book.plan.calendar) else {}
    )
    style = book.style("header", num_format="d", **colour)
    sheet.write_datetime(DATES, column, date, style)
    sheet.write_string(WEEKDAYS, column, weekday_word(date), style)
    book.merged(sheet, (MARKS, column), (MARKS, column), mark, book.style("header", font_size=8, **colour))


def _write_phases(book: Book, sheet: Worksheet, layout: RosterLayout) -> None:
    """Neighbouring days of the same phases share one band."""
    sheet.set_row(PHASES, 26)
    for text, days in groupby(layout.days, book.plan.phases_of_day):
        columns = [layout.day_column(day) for day in days]
        style = book.style("header", font_size=8, bold=False, **({"bg_color": PHASE_FILL} if text else {}))
        book.merged(sheet, (PHASES, columns[0]), (PHASES, columns[-1]), text, style)

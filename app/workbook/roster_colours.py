"""What keeps a roster sheet right when a lead changes a cell by hand: colours that follow the code, codes to pick."""

from xlsxwriter.worksheet import Worksheet

from app.wording import words
from app.wording.names import listed
from app.workbook.book import REST_FILL, Book
from app.workbook.formulas import quoted
from app.workbook.labels import is_rest_day
from app.workbook.roster_layout import FIRST_AGENT, FIRST_DAY, RosterLayout
from app.workbook.shift_look import LEAVE, Look, leave_code, look

_ = words("workbook")

LONGEST_LIST = 255
"""Characters that Excel takes for a list of choices."""


def colour_live(book: Book, sheet: Worksheet, layout: RosterLayout) -> None:
    """Add the rules of one month's cells."""
    cells = (FIRST_AGENT, FIRST_DAY, layout.last_agent, layout.last_day)
    for shift_id, code in book.plan.codes.items():
        _colour(book, sheet, cells, code, look(book.plan.shifts[shift_id]))
    _colour(book, sheet, cells, leave_code(), LEAVE)
    for day in layout.days:
        fill = REST_FILL if is_rest_day(book.plan.horizon.day(day), book.plan.weeks, book.plan.calendar) else "#FFFFFF"
        column = layout.day_column(day)
        blank = {"type": "blanks", "format": book.workbook.add_format({"bg_color": fill})}
        sheet.conditional_format(FIRST_AGENT, column, layout.last_agent, column, blank)
    _offer_codes(sheet, cells, [*layout.codes, leave_code()])


def _colour(book: Book, sheet: Worksheet, cells: tuple[int, int, int, int], code: str, colours: Look) -> None:
    style = book.workbook.add_format({"bg_color": colours.fill, "font_color": colours.text})
    rule = {"type": "cell", "criteria": "==", "value": f'"{quoted(code)}"', "format": style}
    sheet.conditional_format(*cells, rule)


def _offer_codes(sheet: Worksheet, cells: tuple[int, int, int, int], codes: list[str]) -> None:
    """A list to pick from; another code is asked about, not refused."""
    if len(",".join(codes)) > LONGEST_LIST or any("," in code for code in codes):
        return
    sheet.data_validation(
        *cells,
        {
            "validate": "list",
            "source": codes,
            "error_type": "warning",
            "error_title": _("Unknown code"),
            "error_message": _("Codes here: {codes}. An empty cell is a day off.").format(codes=listed(codes))[:255],
        },
    )

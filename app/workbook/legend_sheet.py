"""班次说明（图例）: what each code means."""

from xlsxwriter.worksheet import Worksheet

from app.wording import N_, words
from app.workbook.book import Book
from app.workbook.shift_look import LEAVE, ShiftKind, clock, leave_code, look, shift_kind, times
from scheduler.shift import Break, Shift

_ = words("workbook")

KINDS = {
    ShiftKind.EARLY: N_("Early"),
    ShiftKind.MIDDLE: N_("Middle"),
    ShiftKind.LATE: N_("Late"),
    ShiftKind.NIGHT: N_("Night"),
    ShiftKind.PART_TIME: N_("Part-time"),
}
HEADINGS, FIRST_SHIFT = 2, 3
WIDTHS = (8, 14, 20, 14, 10, 34)


def write_legend_sheet(book: Book) -> None:
    """Add the sheet."""
    sheet = book.sheet(_("Shift legend"))
    book.heading(sheet, _("{title} · shift legend").format(title=book.plan.title), len(WIDTHS) - 1)
    for column, width in enumerate(WIDTHS):
        sheet.set_column(column, column, width)
    headings = (_("Code"), _("Shift"), _("From–to"), _("Kind"), _("Paid hours"), _("Breaks"))
    for column, text in enumerate(headings):
        sheet.write_string(HEADINGS, column, text, book.style("header"))
    row = FIRST_SHIFT
    for shift_id, code in book.plan.codes.items():
        _write_shift(book, sheet, row, code, book.plan.shifts[shift_id])
        row += 1
    for code, fill, text in ((leave_code(), LEAVE.fill, _("Leave or other absence")), ("", "#FFFFFF", _("Day off"))):
        _write_mark(book, sheet, row, code, fill, text)
        row += 1


def _write_shift(book: Book, sheet: Worksheet, row: int, code: str, shift: Shift) -> None:
    sheet.set_row(row, 22)
    colours = {"bg_color": look(shift).fill, "font_color": look(shift).text}
    sheet.write_string(row, 0, code, book.style("center", bold=True, **colours))
    sheet.write_string(row, 1, shift.name or shift.id, book.style("text"))
    sheet.write_string(row, 2, times(shift), book.style("text"))
    sheet.write_string(row, 3, _(KINDS[shift_kind(shift)]), book.style("text"))
    sheet.write_number(row, 4, shift.paid_minutes / 60, book.style("hours", align="center"))
    sheet.write_string(
        row, 5, "\n".join(_break_words(pause) for pause in shift.breaks), book.style("text", text_wrap=True)
    )


def _write_mark(book: Book, sheet: Worksheet, row: int, code: str, fill: str, text: str) -> None:
    sheet.set_row(row, 22)
    sheet.write_string(row, 0, code, book.style("center", bold=True, bg_color=fill))
    book.merged(sheet, (row, 1), (row, len(WIDTHS) - 1), text, book.style("text"))


def _break_words(pause: Break) -> str:
    if pause.earliest == pause.latest:
        return _("{minutes} min at {start}").format(minutes=pause.minutes, start=clock(pause.earliest))
    words_of_break = _("{minutes} min, begins {earliest}–{latest}")
    return words_of_break.format(minutes=pause.minutes, earliest=clock(pause.earliest), latest=clock(pause.latest))

"""变更记录: what has changed since the published version, and who must be told."""

from collections.abc import Sequence

from xlsxwriter.worksheet import Worksheet

from app.wording import words
from app.wording.names import listed
from app.workbook.book import SHORTAGE, Book, width_of
from app.workbook.labels import version_word, weekday_word
from app.workbook.roster_changes import RosterChange, roster_changes

_ = words("workbook")

HEADINGS, FIRST_LINE = 3, 4
WIDTHS = (6, 14, 13, 9, 32, 32, 12)
DAYS_OF_NOTICE = 3
"""Fewer are marked; how many are owed is the team's own rule (policy)."""


def write_changes_sheet(book: Book) -> None:
    """Add the sheet, if a version has been published before this one."""
    told = book.plan.told
    if told is None:
        return
    changes = list(roster_changes(book.plan))
    sheet, last = book.sheet(_("Changes")), len(WIDTHS) - 1
    title = _("{title} · changes since {version}").format(title=book.plan.title, version=version_word(told))
    book.heading(sheet, title, last)
    for column, width in enumerate(WIDTHS):
        sheet.set_column(column, column, width)
    sheet.set_column(1, 1, width_of((change.agent for change in changes), WIDTHS[1]))
    sheet.set_row(HEADINGS - 1, 34)
    book.merged(sheet, (HEADINGS - 1, 0), (HEADINGS - 1, last), _to_tell(changes), book.style("note", valign="vcenter"))
    headings = (_("No."), _("Agent"), _("Date"), _("Weekday"), _("From"), _("To"), _("Days of notice"))
    for column, text in enumerate(headings):
        sheet.write_string(HEADINGS, column, text, book.style("header"))
    for number, change in enumerate(changes, 1):
        _write_line(book, sheet, number, change)
    sheet.freeze_panes(FIRST_LINE, 0)
    sheet.repeat_rows(0, HEADINGS)


def _to_tell(changes: Sequence[RosterChange]) -> str:
    agents = dict.fromkeys(change.agent for change in changes)
    if not agents:
        return _("Nothing has changed since then.")
    return _("{count} agents to be told: {agents}").format(count=len(agents), agents=listed(agents))


def _write_line(book: Book, sheet: Worksheet, number: int, change: RosterChange) -> None:
    at, text = FIRST_LINE + number - 1, book.style("text")
    sheet.set_row(at, 20)
    sheet.write_number(at, 0, number, book.style("count"))
    sheet.write_string(at, 1, change.agent, text)
    sheet.write_datetime(at, 2, change.date, book.style("text", num_format="yyyy-mm-dd"))
    sheet.write_string(at, 3, weekday_word(change.date), book.style("center"))
    sheet.write_string(at, 4, change.before, text)
    sheet.write_string(at, 5, change.after, text)
    short = {"num_format": '"▼"0;"▼"-0;"▼"0', "font_color": SHORTAGE, "bold": True}
    style = book.style("count", **(short if change.notice < DAYS_OF_NOTICE else {"num_format": "0"}))
    sheet.write_number(at, 6, change.notice, style)

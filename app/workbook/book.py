"""The workbook being written: one look for all its sheets, each cell format made once, each page set up alike."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from app.wording import words
from app.workbook.labels import version_word
from app.workbook.replacing import replacing
from app.workbook.team_plan import TeamPlan

_ = words("workbook")

FONT = "Microsoft YaHei"
TEXT, QUIET, LINE, HEADER, REST = "#1B1F26", "#5B6472", "#D5DAE1", "#EEF1F5", "#C00000"
SHORTAGE, SHORTAGE_FILL, REST_FILL = "#C8401F", "#FDEEE9", "#F7F7F8"
A3, A4 = 8, 9
FORBIDDEN_IN_SHEET_NAMES = str.maketrans(dict.fromkeys(r"[]:*?/\\", "-"))

STYLES: dict[str, dict[str, Any]] = {
    "title": {"font_size": 16, "bold": True, "align": "left"},
    "subtitle": {"font_color": QUIET, "align": "left"},
    "note": {"text_wrap": True, "align": "left", "valign": "top"},
    "quiet": {"font_color": QUIET},
    "header": {"bold": True, "bg_color": HEADER, "border": 1, "align": "center", "text_wrap": True},
    "text": {"border": 1, "align": "left", "num_format": "@"},
    "center": {"border": 1, "align": "center", "num_format": "@"},
    "dates": {"border": 1, "align": "center", "num_format": "@", "shrink": True},
    "count": {"border": 1, "align": "center", "num_format": "0;-0;–", "shrink": True},
    "hours": {"border": 1, "align": "right", "num_format": "0.0;-0.0;–", "shrink": True},
    "balance": {"border": 1, "align": "right", "num_format": "0.0", "shrink": True},
    "money": {"border": 1, "align": "right", "num_format": "#,##0.00;-#,##0.00;–", "shrink": True},
    "share": {"border": 1, "align": "left", "num_format": "0.0%"},
    "moment": {"border": 1, "align": "left", "num_format": "yyyy-mm-dd hh:mm"},
    "short": {
        "border": 1,
        "align": "center",
        "num_format": '[>=0.05]"▼"0.0;–',
        "font_color": SHORTAGE,
        "bold": True,
        "shrink": True,
    },
    "total": {"bold": True, "bg_color": HEADER},
}
"""Properties by name; `Book.style` lays several over another."""


class Book:
    """One workbook. Cells are written by kind, so text from data never becomes a formula or a link."""

    def __init__(self, workbook: xlsxwriter.Workbook, plan: TeamPlan) -> None:
        self.workbook = workbook
        self.plan = plan
        self._formats: dict[str, Any] = {}

    def style(self, *names: str, **more: Any) -> Any:
        """The cell format of these styles, later ones over earlier, `more` over all."""
        properties: dict[str, Any] = {"border_color": LINE, "font_color": TEXT, "valign": "vcenter"}
        for name in names:
            properties |= STYLES[name]
        properties |= more
        key = repr(sorted(properties.items()))
        if key not in self._formats:
            self._formats[key] = self.workbook.add_format(properties)
        return self._formats[key]

    def sheet(self, name: str, paper: int = A4) -> Worksheet:
        """A new sheet, ready to print: landscape, one page wide, version in the header, pages counted below."""
        sheet = self.workbook.add_worksheet(sheet_name(name))
        sheet.hide_gridlines(2)
        sheet.set_landscape()
        sheet.set_paper(paper)
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(left=0.4, right=0.4, top=0.7, bottom=0.6)
        sheet.center_horizontally()
        title, version = _escaped(self.plan.title), _escaped(version_word(self.plan.version))
        exported = self.plan.exported.strftime("%Y-%m-%d %H:%M")
        page = _("Page {page} of {pages}").format(page="&P", pages="&N")
        look = f'&"{FONT}"&9 '  # the blank keeps a title that begins with a digit, 618, out of the font size
        sheet.set_header(f"&L{look}{title}&R{look}{version}")
        sheet.set_footer(f"&L{look}{_escaped(sheet_name(name))}&C{look}{page}&R{look}{exported}")
        return sheet

    def heading(self, sheet: Worksheet, title: str, last_column: int) -> None:
        """Rows 1 and 2: what this is, of which version, made when."""
        exported = self.plan.exported.strftime("%Y-%m-%d %H:%M")
        about = _("Version {version} · exported {time}").format(version=version_word(self.plan.version), time=exported)
        sheet.set_row(0, 30)
        sheet.merge_range(0, 0, 0, last_column, "", self.style("title"))
        sheet.write_string(0, 0, title, self.style("title"))
        sheet.merge_range(1, 0, 1, last_column, "", self.style("subtitle"))
        sheet.write_string(1, 0, about, self.style("subtitle"))

    def merged(self, sheet: Worksheet, first: tuple[int, int], last: tuple[int, int], text: str, style: Any) -> None:
        """Text over a block of cells; a block of one cell is just that cell."""
        if first != last:
            sheet.merge_range(*first, *last, "", style)
        if text:
            sheet.write_string(*first, text, style)
        else:
            sheet.write_blank(*first, None, style)


@contextmanager
def new_book(path: Path, plan: TeamPlan) -> Iterator[Book]:
    """A workbook that stands at `path` once the block has ended well. Raises InputError WB01, WB02."""
    options = {
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "default_format_properties": {"font_name": FONT, "font_size": 10},
    }
    with replacing(path) as draft, xlsxwriter.Workbook(str(draft), options) as workbook:
        workbook.set_properties({"title": plan.title, "comments": version_word(plan.version)})
        yield Book(workbook, plan)


def width_of(texts: Iterable[str], least: int, most: int = 28) -> int:
    """The column width that shows these texts; a Chinese character takes two."""
    longest = max((sum(1 + (ord(sign) > 0x2E80) for sign in text) for text in texts), default=0)
    return min(most, max(least, longest + 2))


def sheet_name(name: str) -> str:
    """A name that Excel takes: at most 31 characters, no brackets, slashes, : * ? or outer apostrophes."""
    return name.translate(FORBIDDEN_IN_SHEET_NAMES)[:31].strip("'") or "-"


def _escaped(text: str) -> str:
    """Text for a header, where & begins a command."""
    return text.replace("&", "&&")

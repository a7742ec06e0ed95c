"""The native chart of a peak day: cover as steps, what is short hatched on top, the requirement as a dark line."""

from dataclasses import dataclass
from typing import Any

from xlsxwriter.worksheet import Worksheet

from app.wording import words
from app.wording.names import name_of
from app.workbook.book import QUIET, SHORTAGE, TEXT, Book
from app.workbook.labels import weekday_word
from app.workbook.skill_staffing import SkillStaffing

_ = words("workbook")

COVER_FILL = "#9CCBEE"
LEVEL = 360
"""XlsxWriter's word for labels that are not to be turned."""
WIDTH, HEIGHT, ROW_HEIGHT = 1130, 340, 20
"""Pixels; two charts fill a page."""


@dataclass(frozen=True, slots=True)
class PeakFigures:
    """Where a skill's figures stand: requirement, cover, short and spare, one row an interval; times in column A."""

    sheet: str
    first_row: int
    first_column: int

    def values(self, column: int, intervals: int) -> list[object]:
        """A column of them as a chart's range."""
        return [self.sheet, self.first_row, column, self.first_row + intervals - 1, column]


def rows_of_charts(charts: int) -> int:
    """Rows that so many charts take, one below the other."""
    return charts * (HEIGHT // ROW_HEIGHT + 1)


def insert_peak_chart(
    book: Book, sheet: Worksheet, part: SkillStaffing, figures: PeakFigures, top: int, number: int
) -> None:
    """Draw the chart of skill `number`, from the figures on the same sheet."""
    intervals = part.horizon.intervals_per_day
    times = figures.values(0, intervals)
    need, cover, short = (figures.values(figures.first_column + offset, intervals) for offset in range(3))
    chart = book.workbook.add_chart({"type": "column", "subtype": "stacked"})
    chart.add_series(bars(_("Cover"), times, cover, {"fill": {"color": COVER_FILL}}))
    hatch = {"pattern": {"pattern": "wide_upward_diagonal", "fg_color": SHORTAGE, "bg_color": "#FFFFFF"}}
    chart.add_series(bars(_("Short"), times, short, hatch))
    chart.combine(need_line(book, times, need))
    dress(chart, peak_title(book, part), 2 * 60 // part.horizon.interval_minutes, (WIDTH, HEIGHT))
    sheet.insert_chart(top + rows_of_charts(number), 0, chart, {"description": peak_title(book, part)})


def peak_title(book: Book, part: SkillStaffing) -> str:
    """`售前 · 11-11 周三 · 开门红`."""
    return " · ".join((name_of(part.skill), day_title(book, part.peak_day)))


def day_title(book: Book, number: int) -> str:
    """`11-11 周三 · 开门红`."""
    day = book.plan.horizon.day(number)
    date = f"{day:%m-%d} " + _("{day}").format(day=weekday_word(day))
    phases = book.plan.phases_of_day(number)
    return f"{date} · {phases}" if phases else date


def bars(name: str, categories: list[object], values: list[object], fill: dict[str, Any]) -> dict[str, Any]:
    """Columns that touch, so that they read as steps."""
    return {"name": name, "categories": categories, "values": values, "gap": 0, "border": {"none": True}} | fill


def need_line(book: Book, categories: list[object], values: list[object]) -> Any:
    """The requirement over the bars of cover."""
    line = book.workbook.add_chart({"type": "line"})
    series = {"name": _("Need"), "categories": categories, "values": values, "line": {"color": TEXT, "width": 2.25}}
    line.add_series(series)
    return line


def dress(chart: Any, title: str, per_label: int, size: tuple[int, int]) -> None:
    """Quiet axes, a label at every so many intervals, the title in words; `size` in pixels."""
    quiet = {"color": QUIET, "size": 9}
    chart.set_title({"name": title, "name_font": {"size": 13, "color": TEXT}, "overlay": False})
    chart.set_x_axis({"interval_unit": per_label, "interval_tick": per_label, "num_font": quiet | {"rotation": LEVEL}})
    grid = {"visible": True, "line": {"color": "#E3E6EB", "width": 0.75}}
    name = {"name": _("Standard agents"), "name_font": {**quiet, "bold": False}}
    chart.set_y_axis({**name, "num_font": quiet, "num_format": "0", "major_gridlines": grid, "min": 0})
    chart.set_legend({"position": "bottom", "font": quiet})
    chart.set_size({"width": size[0], "height": size[1]})
    chart.set_chartarea({"border": {"color": "#E3E6EB"}})

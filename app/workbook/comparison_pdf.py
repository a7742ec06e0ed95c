"""The comparison as pages to print: the table with its differences, shortage by hour, cost against service, cover."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import numpy as np
from matplotlib.axes import Axes
from matplotlib.backends.backend_pdf import PdfPages
from matplotlib.figure import Figure

from app.comparison_report import CoverCurves, Report
from app.wording import words
from app.wording.names import name_of
from app.workbook.drawing.canvas import ACCENT, QUIET, SMALL, TEXT, day_words, new_picture, quiet_axes
from app.workbook.drawing.font import drawn_in_chinese
from app.workbook.drawing.paper import Paper
from app.workbook.replacing import replacing

_ = words("workbook")

A4 = (11.69, 8.27)
MARGIN, TITLE_HEIGHT, ROW, HEAD_ROW = 0.4, 0.55, 0.26, 0.5
COLUMNS_OF_PAGE = 6
HEADS_WIDTH = 2.7
TITLE_SIZE, BODY, CHANGE_SIZE = 15, 8.5, 7
PRINT_DPI, HEIGHT = 72, 1200
HEAD_FILL, BODY_FILL = "#EEF1F5", "#FFFFFF"
STROKES = ("-", "--", "-.", ":")
COLOURS = ("#1F6FEB", "#B26A00", "#2C7FB8", "#8250DF", "#5B6472")

Cells = Sequence[tuple[str, str]]
"""Number and difference of each scenario, as text."""


@dataclass(frozen=True, slots=True)
class PdfTable:
    """Scenarios as columns; each line a head with the cells under it."""

    title: str
    scenarios: Sequence[str]
    lines: Sequence[tuple[str, Cells]]


def write_comparison_pdf(path: Path, report: Report, table: PdfTable, exported: datetime | None = None) -> None:
    """Write the pages. Raises InputError WB01 open elsewhere, WB02 folder not writable, WB04 without a Chinese font."""
    now = exported or datetime.now().replace(microsecond=0)
    about = {"Title": table.title, "Creator": "PeakRoster", "CreationDate": now}
    with drawn_in_chinese(), replacing(Path(path)) as draft, PdfPages(draft, metadata=about) as pages:
        for page in (*_table_pages(table, now), *_pictures(report, table.title, now)):
            pages.savefig(page)


def _table_pages(table: PdfTable, now: datetime) -> Iterator[Figure]:
    count = len(table.scenarios)
    for first in range(0, count, COLUMNS_OF_PAGE):
        yield _table_page(table, range(first, min(count, first + COLUMNS_OF_PAGE)), now)


def _table_page(table: PdfTable, shown: range, now: datetime) -> Figure:
    height = max(A4[1], MARGIN * 2 + TITLE_HEIGHT + HEAD_ROW + ROW * len(table.lines) + 0.3)
    paper = Paper(A4[0], height)
    paper.write(MARGIN, MARGIN + 0.15, table.title, TEXT, TITLE_SIZE)
    width = (A4[0] - 2 * MARGIN - HEADS_WIDTH) / min(COLUMNS_OF_PAGE, len(table.scenarios))
    top = MARGIN + TITLE_HEIGHT
    paper.box(MARGIN, top, HEADS_WIDTH + width * len(shown), HEAD_ROW, HEAD_FILL)
    for place, number in enumerate(shown):
        middle = MARGIN + HEADS_WIDTH + (place + 0.5) * width
        paper.write(middle, top + HEAD_ROW / 2, table.scenarios[number], TEXT, BODY, "center", width - 0.1)
    for line, (head, cells) in enumerate(table.lines):
        at = top + HEAD_ROW + line * ROW
        paper.box(MARGIN, at, HEADS_WIDTH, ROW, HEAD_FILL)
        paper.write(MARGIN + 0.06, at + ROW / 2, head, TEXT, BODY, within=HEADS_WIDTH - 0.12)
        for place, number in enumerate(shown):
            left = MARGIN + HEADS_WIDTH + place * width
            paper.box(left, at, width, ROW, BODY_FILL)
            value, change = cells[number]
            paper.write(left + width * 0.58, at + ROW / 2, value, TEXT, BODY, "right", width * 0.54)
            paper.write(left + width - 0.05, at + ROW / 2, change, QUIET, CHANGE_SIZE, "right", width * 0.36)
    _foot(paper, height, now)
    return paper.figure(PRINT_DPI)


def _foot(paper: Paper, height: float, now: datetime) -> None:
    told = _("small: difference to what the scenario is based on")
    paper.write(MARGIN, height - MARGIN + 0.1, told, QUIET, CHANGE_SIZE)
    exported = _("exported {time}").format(time=f"{now:%Y-%m-%d %H:%M}")
    paper.write(A4[0] - MARGIN, height - MARGIN + 0.1, exported, QUIET, CHANGE_SIZE, "right")


def _pictures(report: Report, title: str, now: datetime) -> Iterator[Figure]:
    figure, rows = _page(title, now, 2)
    _frontier(rows[0], report)
    _shortage_by_hour(rows[1], report)
    yield figure
    if report.curves:
        figure, rows = _page(title, now, len(report.curves))
        for axes, curves in zip(rows, report.curves, strict=True):
            _cover(axes, curves)
        yield figure


def _page(title: str, now: datetime, parts: int) -> tuple[Figure, list[Axes]]:
    figure = new_picture(title, f"{now:%Y-%m-%d %H:%M}", HEIGHT)
    rows = figure.subplots(parts, 1, squeeze=False)
    figure.subplots_adjust(left=0.07, right=0.98, top=0.87, bottom=0.09, hspace=0.42)
    return figure, list(rows[:, 0])


def _frontier(axes: Axes, report: Report) -> None:
    """Labour cost against service, each scenario named; a point without a proven gap is hollow."""
    axes.set_title(_("Labour cost and service level"), fontsize=SMALL + 1, color=TEXT, loc="left")
    for row in report.rows:
        if row["service_level"] is None:
            continue
        fill = ACCENT if row["gap"] is not None else "none"
        at = (row["labour_cost"], row["service_level"] * 100)
        axes.scatter(*at, s=40, facecolors=fill, edgecolors=ACCENT)
        axes.annotate(row["scenario"], at, xytext=(5, 4), textcoords="offset points", fontsize=SMALL - 1, color=TEXT)
    quiet_axes(axes, "%")
    axes.set_ylim(bottom=min((r["service_level"] or 1.0) * 100 for r in report.rows) - 2, top=102)
    axes.set_xlabel(_("Labour cost, yuan"), fontsize=SMALL, color=QUIET)
    axes.xaxis.set_major_formatter("{x:,.0f}")
    axes.margins(x=0.12)


def _line(number: int) -> tuple[str, str]:
    """Colour and stroke of a scenario; no two of the first twenty are alike."""
    return COLOURS[number % len(COLOURS)], STROKES[number // len(COLOURS) % len(STROKES)]


def _shortage_by_hour(axes: Axes, report: Report) -> None:
    axes.set_title(_("Shortage by hour of the day, agent-hours"), fontsize=SMALL + 1, color=TEXT, loc="left")
    for number, row in enumerate(report.rows):
        colour, stroke = _line(number)
        axes.plot(range(24), row["shortage_by_hour"], color=colour, ls=stroke, linewidth=1.4, label=row["scenario"])
    quiet_axes(axes, _("agent-hours"))
    axes.set_xlim(0, 23)
    axes.set_xticks(range(0, 24, 2), [f"{hour:02d}:00" for hour in range(0, 24, 2)])
    axes.set_ylim(top=axes.get_ylim()[1] * 1.25)
    axes.legend(fontsize=SMALL - 1, frameon=False, ncols=5, loc="upper left")


def _cover(axes: Axes, curves: CoverCurves) -> None:
    """Cover of all scenarios and the requirement of the first."""
    skill = name_of(curves.skill)
    axes.set_title(_("Cover, {skill}").format(skill=skill), fontsize=SMALL + 1, color=TEXT, loc="left")
    first = next(iter(curves.required.values()))
    hours = np.arange(len(first)) * curves.hours
    axes.step(hours, first, where="post", color=TEXT, linewidth=1.0, label=_("Requirement"))
    for number, (name, covered) in enumerate(curves.covered.items()):
        colour, stroke = _line(number)
        axes.step(hours, covered, where="post", color=colour, ls=stroke, linewidth=0.9, label=name)
    quiet_axes(axes, _("standard agents"))
    days = int(np.ceil(hours[-1] / 24))
    names = [day_words(curves.first_day + timedelta(days=day)) for day in range(days)]
    axes.set_xticks([day * 24 + 12 for day in range(days)], names)
    axes.set_xlim(0, days * 24)
    axes.set_ylim(top=axes.get_ylim()[1] * 1.2)
    axes.legend(fontsize=SMALL - 1, frameon=False, ncols=6, loc="upper left")

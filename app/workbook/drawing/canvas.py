"""A picture's paper: size, colours, title, the corner that says which version it shows, and saving."""

from datetime import date
from pathlib import Path

from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from app.wording import words
from app.workbook.labels import weekday_word
from app.workbook.replacing import replacing

_ = words("workbook")

WIDTH, DPI = 2000, 200
"""Pixels across, the most that chat programs show unshrunk, and per inch."""
SURFACE, LINE, TEXT, QUIET, ACCENT, ACCENT_SOFT = "#FFFFFF", "#E3E6EB", "#1B1F26", "#5B6472", "#1F6FEB", "#C9DDFB"
SHORTAGE, SURPLUS, REST, PHASE = "#C8401F", "#2C7FB8", "#C00000", "#B26A00"
GRID_LINES = 6
SMALL, BODY, TITLE = 8, 9, 14
"""Points: quiet labels, names and codes, titles."""


def new_picture(title: str, corner: str, height: int) -> Figure:
    """An empty picture `height` pixels tall; `corner` stands at its lower right."""
    figure = Figure(figsize=(WIDTH / DPI, height / DPI), dpi=DPI, facecolor=SURFACE)
    FigureCanvasAgg(figure)
    inch = height / DPI
    figure.text(0.02, 1 - 0.12 / inch, title, fontsize=TITLE, color=TEXT, va="top")
    figure.text(0.98, 0.07 / inch, corner, fontsize=SMALL, color=QUIET, ha="right", va="bottom")
    return figure


def save_picture(figure: Figure, path: Path) -> None:
    """Write the PNG whole or not at all. Raises InputError WB01, WB02."""
    with replacing(path) as draft:
        figure.savefig(draft, dpi=DPI, metadata={"Software": "PeakRoster"})


def quiet_axes(axes: Axes, label: str) -> None:
    """Light axes from zero with few grid lines, the unit in words."""
    axes.set_ylim(bottom=0)
    axes.set_ylabel(label, fontsize=SMALL, color=QUIET)
    axes.locator_params(axis="y", nbins=GRID_LINES)
    axes.grid(axis="y", color=LINE, linewidth=0.8)
    axes.set_axisbelow(True)
    axes.tick_params(labelsize=SMALL, labelcolor=QUIET, length=0)
    for side in axes.spines.values():
        side.set_visible(False)


def day_words(day: date) -> str:
    """`11-11 周三`."""
    return f"{day:%m-%d} " + _("{day}").format(day=weekday_word(day))

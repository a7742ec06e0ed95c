"""A page or picture measured in inches from its upper left corner: boxes, lines and text that fits."""

from collections.abc import Callable

from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.collections import LineCollection, PatchCollection
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from app.workbook.drawing.canvas import LINE, SURFACE

HALF_CHARACTER = 0.54 / 72
"""Inches a Latin letter takes on average at one point of size; a Chinese character takes two."""
HAIRLINE = 0.5


def text_width(text: str, size: float) -> float:
    """Inches that a line of text takes, a little more rather than less."""
    return sum(1 + (ord(sign) > 0x2E80) for sign in text) * size * HALF_CHARACTER


class Paper:
    """Things are collected and drawn together by `figure`, which is much faster than one by one."""

    def __init__(self, width: float, height: float) -> None:
        self.width, self.height = width, height
        self._boxes: dict[str, list[Rectangle]] = {}
        self._later: list[Callable[[Axes], object]] = []

    def box(self, left: float, top: float, width: float, height: float, fill: str) -> None:
        """A filled box with a hairline round it."""
        self._boxes.setdefault(fill, []).append(Rectangle((left, top), width, height))

    def rule(self, left: float, top: float, right: float, colour: str, width: float = 1.2) -> None:
        """A line across."""
        line = LineCollection([[(left, top), (right, top)]], colors=colour, linewidths=width, zorder=2)
        self._later.append(lambda axes: axes.add_collection(line, autolim=False))

    def write(
        self,
        left: float,
        middle: float,
        text: str,
        colour: str,
        size: float,
        align: str = "left",
        within: float | None = None,
        bold: bool = False,
    ) -> None:
        """A line of text as it is (a $ in a name is no formula), smaller where it would not fit `within`."""
        if not text:
            return
        needed = text_width(text, size)
        size *= min(1.0, within / needed) if within is not None else 1.0
        weight = "bold" if bold else "normal"
        style = {"color": colour, "fontsize": size, "ha": align, "va": "center", "fontweight": weight}
        self._later.append(lambda axes: axes.text(left, middle, text, parse_math=False, **style))  # type: ignore[arg-type]  # the stubs want one type for all

    def figure(self, dpi: float) -> Figure:
        """What was put on the paper."""
        figure = Figure(figsize=(self.width, self.height), dpi=dpi, facecolor=SURFACE)
        FigureCanvasAgg(figure)
        axes = figure.add_axes((0, 0, 1, 1))
        axes.set_axis_off()
        axes.set_xlim(0, self.width)
        axes.set_ylim(self.height, 0)
        for fill, boxes in self._boxes.items():
            together = PatchCollection(boxes, facecolor=fill, edgecolor=LINE, linewidth=HAIRLINE)
            axes.add_collection(together, autolim=False)
        for draw in self._later:
            draw(axes)
        return figure

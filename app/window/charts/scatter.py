"""Points over two measures, each to be clicked; neither axis has to begin at zero."""

from collections.abc import Sequence
from math import ceil, floor, hypot
from typing import NamedTuple

import pyqtgraph as pg
from PySide6.QtCore import QPointF, Qt, Signal

from app.window.charts.axis import ValueAxis, quiet
from app.window.charts.plot import Plot
from app.window.charts.value_step import value_step
from app.window.formats import number_text
from app.window.look import space
from app.window.look.look import look

ROOM = 0.08
"""Share of an axis left free at each end."""
REACH, SIZE = 14, 9
"""How near the pointer has to be, and how large a point is, px before zoom."""


class Dot(NamedTuple):
    """One point: where it stands, what is read out, and whether it is one of those joined."""

    x: float
    y: float
    text: str
    joined: bool


class SpanAxis(ValueAxis):
    """Numbers with steps that fit the part shown. `suffix` stands behind each."""

    def __init__(self, orientation: str, suffix: str = "") -> None:
        pg.AxisItem.__init__(self, orientation)
        self._suffix = suffix
        quiet(self)
        self.setGrid(255)

    def show_unit(self, suffix: str) -> None:
        """Another measure."""
        self._suffix = suffix
        self.picture = None

    def tickValues(self, lowest: float, highest: float, _size: float) -> list[tuple[float, list[float]]]:
        """At most six steps over the part shown."""
        step = value_step(highest - lowest)
        return [(step, [number * step for number in range(ceil(lowest / step), floor(highest / step) + 1)])]

    def tickStrings(self, values: list[float], _scale: float, spacing: float) -> list[str]:
        """As many decimals as the steps need."""
        decimals = 0 if spacing >= 1 else 1 if spacing >= 0.1 else 2
        return [number_text(value, decimals) + self._suffix for value in values]


class Scatter(Plot):
    """`clicked` carries the number of the point clicked; `below` names what the points stand over."""

    clicked = Signal(int)

    def __init__(self, below: str) -> None:
        self._axes = {"bottom": SpanAxis("bottom"), "left": SpanAxis("left")}
        super().__init__(axes=dict(self._axes))
        self._axes["bottom"].setLabel(below, color=look().colour("text_quiet").name())
        self._axes["bottom"].label.setFont(look().font(space.QUIET))
        self._dots: tuple[Dot, ...] = ()

    def show_dots(self, dots: Sequence[Dot], chosen: int = -1, unit: str = "") -> None:
        """Draw the points, a line through those joined from left to right, and a ring around the chosen one."""
        self._dots = tuple(dots)
        self._axes["left"].show_unit(unit)
        self.clear()
        if not self._dots:
            return
        self.setXRange(*_span([dot.x for dot in self._dots]), padding=0)
        self.setYRange(*_span([dot.y for dot in self._dots]), padding=0)
        joined = sorted((dot.x, dot.y) for dot in self._dots if dot.joined)
        line = pg.mkPen(look().colour("accent"), width=1.8)
        self.addItem(pg.PlotDataItem([x for x, _y in joined], [y for _x, y in joined], pen=line))
        self._add(False, "text_quiet", hollow=True)
        self._add(True, "accent", hollow=False)
        if 0 <= chosen < len(self._dots):
            self._ring(self._dots[chosen])

    def dot_at(self, position: QPointF) -> int | None:
        """The point nearest to a place of the scene, None when none is near."""
        box = self.getPlotItem().getViewBox()
        places = [box.mapViewToScene(QPointF(dot.x, dot.y)) for dot in self._dots]
        far = [hypot(place.x() - position.x(), place.y() - position.y()) for place in places]
        nearest = min(range(len(far)), key=far.__getitem__, default=None)
        return nearest if nearest is not None and far[nearest] <= look().px(REACH) else None

    def _add(self, joined: bool, token: str, hollow: bool) -> None:
        dots = [dot for dot in self._dots if dot.joined is joined]
        brush = look().colour("surface") if hollow else look().colour(token)
        item = pg.ScatterPlotItem(
            [dot.x for dot in dots],
            [dot.y for dot in dots],
            size=look().px(SIZE),
            pen=pg.mkPen(look().colour(token), width=1.5),
            brush=pg.mkBrush(brush),
        )
        self.addItem(item)

    def _ring(self, dot: Dot) -> None:
        pen = pg.mkPen(look().colour("text"), width=2)
        self.addItem(pg.ScatterPlotItem([dot.x], [dot.y], size=look().px(SIZE + 8), pen=pen, brush=pg.mkBrush(None)))

    def _point(self, position: QPointF) -> None:
        number = self.dot_at(position)
        self.pointed.emit("" if number is None else self._dots[number].text)

    def _pick(self, event: object) -> None:
        if getattr(event, "button", lambda: None)() is not Qt.MouseButton.LeftButton:
            return
        number = self.dot_at(event.scenePos())  # type: ignore[attr-defined]  # pyqtgraph's own untyped event
        if number is not None:
            self.clicked.emit(number)


def _span(values: Sequence[float]) -> tuple[float, float]:
    """From the least to the most with some room; a single value stands in the middle."""
    low, high = min(values), max(values)
    room = (high - low) * ROOM or max(abs(high) * ROOM, 1.0)
    return low - room, high + room

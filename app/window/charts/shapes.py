"""What stands in a plot: lines, steps, bands, patterned fills and the spans of phases."""

from collections.abc import Iterable
from typing import NamedTuple

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QFontMetrics, QPainter, QPainterPath, QPolygonF

from app.window.charts.plot import HEADROOM, Plot
from app.window.look import space
from app.window.look.look import look
from forecasts.horizon import Numbers

LINE_WIDTH = 1.8


class Span(NamedTuple):
    """A named stretch in hours."""

    start: float
    end: float
    name: str


def step_points(edges: Numbers, values: Numbers) -> tuple[Numbers, Numbers]:
    """The corners of a step line: `edges` of shape (n+1,), `values` of shape (n,)."""
    return np.repeat(edges, 2)[1:-1], np.repeat(values, 2)


def add_line(plot: Plot, x: Numbers, y: Numbers, token: str, dashed: bool = False, width: float = LINE_WIDTH) -> None:
    """A line; NaN breaks it."""
    style = Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine
    pen = pg.mkPen(look().colour(token), width=width, style=style)
    plot.addItem(pg.PlotDataItem(x, y, pen=pen, connect="finite"))


def add_band(plot: Plot, x: Numbers, low: Numbers, high: Numbers, token: str, opacity: float = 0.22) -> None:
    """A soft band between two lines."""
    plot.addItem(Fill(x, low, high, QBrush(look().colour(token, opacity))))


def add_pattern(plot: Plot, x: Numbers, low: Numbers, high: Numbers, brush: QBrush) -> None:
    """A patterned fill between two lines, where `high` lies above `low`."""
    plot.addItem(Fill(x, low, np.maximum(low, high), brush))


def add_spans(plot: Plot, spans: Iterable[Span], highest: float) -> None:
    """Phases: a faint stretch, a 2 px band at its top and its name under that; names go down a row when crowded."""
    ends: list[float] = []
    left, right = plot.getPlotItem().getViewBox().viewRange()[0]
    pixel = (right - left) / max(plot.width() - 80, 200)
    for span in sorted(spans):
        if span.end > left and span.start < right:
            row = _free_row(ends, span.start, pixel * _name_width(span.name))
            _add_span(plot, Span(max(span.start, left), min(span.end, right), span.name), highest, pixel, row)


def _add_span(plot: Plot, span: Span, highest: float, pixel: float, row: int) -> None:
    top = highest * HEADROOM
    tint = pg.LinearRegionItem(
        (span.start, span.end), movable=False, pen=pg.mkPen(None), brush=look().colour("accent", 0.05)
    )
    tint.setZValue(-10)
    plot.addItem(tint, ignoreBounds=True)
    pen = pg.mkPen(look().colour("accent"), width=look().px(4))
    plot.plot([span.start, max(span.start, span.end - 3 * pixel)], [top, top], pen=pen)
    name = pg.TextItem(
        span.name, color=look().colour("text_quiet"), anchor=(0, -0.1 - row), fill=look().tint("accent", 0.05)
    )
    name.setFont(look().font(space.QUIET))
    name.setPos(span.start, top)
    name.setZValue(20)  # readable where the handle of a phase runs through it
    plot.addItem(name, ignoreBounds=True)


def _name_width(name: str) -> int:
    return QFontMetrics(look().font(space.QUIET)).horizontalAdvance(name) + look().px(12)


def _free_row(ends: list[float], start: float, length: float) -> int:
    for row, end in enumerate(ends):
        if end <= start:
            ends[row] = start + length
            return row
    ends.append(start + length)
    return len(ends) - 1


class Fill(pg.GraphicsObject):  # type: ignore[misc]  # pyqtgraph has no types
    """The area between two lines, filled in screen coordinates so that a pattern keeps its grain."""

    def __init__(self, x: Numbers, low: Numbers, high: Numbers, brush: QBrush) -> None:
        super().__init__()
        self._brush = brush
        self._polygons = [_ring(x[part], low[part], high[part]) for part in _finite_parts(low + high)]
        self._bounds = QRectF()
        for polygon in self._polygons:
            self._bounds = self._bounds.united(polygon.boundingRect())
        self.setZValue(-5)

    def boundingRect(self) -> QRectF:
        """Where it lies, in the plot's units."""
        return self._bounds

    def paint(self, painter: QPainter, *_rest: object) -> None:
        """Draw it."""
        to_screen = painter.transform()
        painter.save()
        painter.resetTransform()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for polygon in self._polygons:
            path = QPainterPath()
            path.addPolygon(to_screen.map(polygon))
            painter.fillPath(path, self._brush)
        painter.restore()


def _ring(x: Numbers, low: Numbers, high: Numbers) -> QPolygonF:
    forth = [QPointF(float(a), float(b)) for a, b in zip(x, high, strict=True)]
    back = [QPointF(float(a), float(b)) for a, b in zip(x[::-1], low[::-1], strict=True)]
    return QPolygonF(forth + back)


def _finite_parts(values: Numbers) -> list[slice]:
    """Stretches without NaN."""
    there = np.concatenate([[False], np.isfinite(values), [False]])
    borders = np.flatnonzero(there[1:] != there[:-1])
    return [slice(int(a), int(b)) for a, b in zip(borders[::2], borders[1::2], strict=True)]

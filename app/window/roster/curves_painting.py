"""Paints the curves of the cover chart: cover filled, shortage hatched, surplus dotted, requirement a step line."""

from ctypes import c_double

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPolygonF
from shiboken6 import getCppPointer

from app.window.look.patterns import dots, hatch
from app.window.roster.chart_scene import ChartScene
from app.window.roster.ink import Ink
from forecasts.horizon import Numbers

COVER_SHARE, CHOSEN_SHARE, SHORT_SHARE = 0.26, 0.62, 0.14
MOST_SMOOTHED = 700
"""Corners up to which the requirement is drawn smoothly; upright and level lines look the same, ten times as fast."""

Corners = Numbers
"""Shape (corners, 2): x and y."""


def paint_curves(painter: QPainter, scene: ChartScene) -> None:
    """Every curve over the intervals in view."""
    curves, theme, ink = scene.curves, scene.ink.look.theme, scene.ink
    part = scene.drawn
    if part.start >= part.stop:
        return
    cover = corners(scene, curves.cover[part])
    required = corners(scene, curves.requirement[part])
    upper = corners(scene, np.maximum(curves.cover, curves.requirement)[part])
    painter.setPen(Qt.PenStyle.NoPen)
    fill(painter, grounded(cover, scene.y(0.0)), ink.look.colour("accent", COVER_SHARE))
    if curves.chosen.any():
        chosen = corners(scene, curves.chosen[part])
        fill(painter, grounded(chosen, scene.y(0.0)), ink.look.colour("accent", CHOSEN_SHARE))
    if curves.shortage.any():
        fill(
            painter,
            np.concatenate([upper, cover[::-1]]),
            ink.look.colour("shortage", SHORT_SHARE),
            hatch(theme.shortage),
        )
    if curves.surplus.any():
        fill(painter, np.concatenate([upper, required[::-1]]), dots(theme.surplus))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, 2 * len(scene.axis.visible) <= MOST_SMOOTHED)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for name, curve in curves.beside.items():
        painter.setPen(beside_pen(ink, name))
        painter.drawPolyline(polygon(corners(scene, curve[part])))
    painter.setPen(ink.pen(ink.text, 1.4))
    painter.drawPolyline(polygon(required))


def beside_pen(ink: Ink, name: str) -> QPen:
    """Dashes for P90, dots for P50."""
    pen = ink.pen(ink.text_quiet, 1.2)
    pen.setStyle(Qt.PenStyle.DotLine if name == "P50" else Qt.PenStyle.DashLine)
    return pen


def corners(scene: ChartScene, values: Numbers) -> Corners:
    """Corners of a step curve over the intervals in view, left to right."""
    return steps(scene, scene.heights(values))


def steps(scene: ChartScene, heights: Numbers) -> Corners:
    """Corners of steps at these heights on screen, over the intervals in view; none where two are of one height."""
    first = scene.drawn.start
    edges = scene.axis.edges(range(first, first + len(heights) + 1))
    starts = np.flatnonzero(np.diff(heights, prepend=np.nan))
    x, y = np.repeat(edges[[*starts, -1]], 2)[1:-1], np.repeat(heights[starts], 2)
    return np.column_stack([x, y])


def grounded(line: Corners, zero: float) -> Corners:
    """The area between a line and the height of zero."""
    return np.concatenate([line, [[line[-1, 0], zero], [line[0, 0], zero]]])


def polygon(line: Corners) -> QPolygonF:
    """For the painter; thousands of corners are handed over as they lie in memory."""
    made = QPolygonF()
    made.resize(len(line))
    (address,) = getCppPointer(made.data())
    np.ctypeslib.as_array((c_double * line.size).from_address(address))[:] = line.ravel()
    return made


def fill(painter: QPainter, ring: Corners, *brushes: QBrush | QColor) -> None:
    """A closed area, brush over brush."""
    area = polygon(ring)
    for brush in brushes:
        painter.setBrush(brush)
        painter.drawPolygon(area)


def paint_pointed(painter: QPainter, scene: ChartScene) -> None:
    """The interval asked about and the one under the pointer."""
    area, axis, ink = scene.whole, scene.axis, scene.ink
    if scene.chosen is not None:
        box = QRectF(axis.x(scene.chosen), area.top(), max(2.0, axis.interval_width), area.height())
        painter.setPen(ink.pen(ink.accent, 1.5))
        painter.setBrush(ink.look.colour("accent", 0.18))
        painter.drawRect(box)
    if scene.pointed is not None:
        middle = axis.x(scene.pointed + 0.5)
        painter.setPen(ink.pen(ink.text_quiet))
        painter.drawLine(QPointF(middle, area.top()), QPointF(middle, area.bottom()))

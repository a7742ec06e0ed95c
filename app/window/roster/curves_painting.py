"""Paints the curves of the cover chart: cover filled, shortage hatched, surplus dotted, requirement a step line."""

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPolygonF

from app.window.look.patterns import dots, hatch
from app.window.roster.chart_scene import ChartScene
from app.window.roster.ink import Ink
from forecasts.horizon import Numbers

COVER_SHARE, CHOSEN_SHARE, SHORT_SHARE = 0.26, 0.62, 0.14
MOST_SMOOTHED = 700
"""Corners up to which the requirement is drawn smoothly; upright and level lines look the same, ten times as fast."""

Corners = list[QPointF]


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
    _fill(painter, [*cover, *_ground(scene, cover)], ink.look.colour("accent", COVER_SHARE))
    if curves.chosen.any():
        chosen = corners(scene, curves.chosen[part])
        _fill(painter, [*chosen, *_ground(scene, chosen)], ink.look.colour("accent", CHOSEN_SHARE))
    if curves.shortage.any():
        _fill(painter, [*upper, *reversed(cover)], ink.look.colour("shortage", SHORT_SHARE), hatch(theme.shortage))
    if curves.surplus.any():
        _fill(painter, [*upper, *reversed(required)], dots(theme.surplus))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, 2 * len(scene.axis.visible) <= MOST_SMOOTHED)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for name, curve in curves.beside.items():
        painter.setPen(beside_pen(ink, name))
        painter.drawPolyline(QPolygonF(corners(scene, curve[part])))
    painter.setPen(ink.pen(ink.text, 1.4))
    painter.drawPolyline(QPolygonF(required))


def beside_pen(ink: Ink, name: str) -> QPen:
    """Dashes for P90, dots for P50."""
    pen = ink.pen(ink.text_quiet, 1.2)
    pen.setStyle(Qt.PenStyle.DotLine if name == "P50" else Qt.PenStyle.DashLine)
    return pen


def corners(scene: ChartScene, values: Numbers) -> Corners:
    """Corners of a step curve over the intervals in view, left to right."""
    first = scene.drawn.start
    edges = scene.axis.edges(range(first, first + len(values) + 1))
    x, y = np.repeat(edges, 2)[1:-1], np.repeat(scene.heights(values), 2)
    return list(map(QPointF, x.tolist(), y.tolist()))


def _ground(scene: ChartScene, line: Corners) -> Corners:
    """The way back along the zero line."""
    zero = scene.y(0.0)
    return [QPointF(line[-1].x(), zero), QPointF(line[0].x(), zero)]


def _fill(painter: QPainter, ring: Corners, *brushes: QBrush | QColor) -> None:
    polygon = QPolygonF(ring)
    for brush in brushes:
        painter.setBrush(brush)
        painter.drawPolygon(polygon)


def paint_pointed(painter: QPainter, scene: ChartScene) -> None:
    """The interval asked about and the one under the pointer."""
    area, axis, ink = scene.area, scene.axis, scene.ink
    if scene.chosen is not None:
        box = QRectF(axis.x(scene.chosen), area.top(), max(2.0, axis.interval_width), area.height())
        painter.setPen(ink.pen(ink.accent, 1.5))
        painter.setBrush(ink.look.colour("accent", 0.18))
        painter.drawRect(box)
    if scene.pointed is not None:
        middle = axis.x(scene.pointed + 0.5)
        painter.setPen(ink.pen(ink.text_quiet))
        painter.drawLine(QPointF(middle, area.top()), QPointF(middle, area.bottom()))

"""Paints net staffing beneath the cover chart: cover − requirement, hatched under zero, dotted over it."""

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter

from app.window.formats import signed_text
from app.window.look import space
from app.window.look.patterns import dots, hatch
from app.window.roster.chart_scene import ChartScene
from app.window.roster.curves_painting import fill, grounded, polygon, steps
from app.wording import words
from forecasts.horizon import Numbers

_ = words("window")

RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
SOFT = 0.34


def paint_net(painter: QPainter, scene: ChartScene) -> None:
    """The signed steps over the intervals in view, around their zero line."""
    part, ink, area = scene.drawn, scene.ink, scene.net_area
    if part.start >= part.stop:
        return
    net, theme, zero = scene.curves.net[part], ink.look.theme, scene.net_y(0.0)
    painter.setPen(Qt.PenStyle.NoPen)
    _fill_to(painter, scene, np.minimum(net, 0.0), ink.look.colour("shortage", SOFT), hatch(theme.shortage))
    _fill_to(painter, scene, np.maximum(net, 0.0), ink.look.colour("surplus", SOFT), dots(theme.surplus))
    painter.setPen(ink.line)
    painter.drawLine(QPointF(area.left(), zero), QPointF(area.right() + 1, zero))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(ink.pen(ink.text_quiet, 1.0))
    painter.drawPolyline(polygon(steps(scene, scene.net_heights(net))))


def _fill_to(painter: QPainter, scene: ChartScene, values: Numbers, *brushes: QBrush | QColor) -> None:
    """Between a curve and zero."""
    if values.any():
        line = steps(scene, scene.net_heights(values))
        fill(painter, grounded(line, scene.net_y(0.0)), *brushes)


def paint_net_values(painter: QPainter, scene: ChartScene) -> None:
    """Its name, and the most over and the most missing, at the right end of the frozen columns."""
    ink, area = scene.ink, scene.net_area
    painter.setFont(ink.quiet)
    painter.setPen(ink.text_quiet)
    lowest, highest = scene.net_span
    right = area.left() - ink.px(6)
    for value in (lowest, highest):
        if abs(value) * 2 >= highest - lowest or (highest - lowest) * ink.quiet_height < abs(value) * area.height():
            middle = scene.net_y(value) - ink.quiet_height / 2
            top = max(area.top() - 2, min(middle, area.bottom() + 2 - ink.quiet_height))
            box = QRectF(0, top, right, ink.quiet_height)
            painter.drawText(box, RIGHT, signed_text(value, 0 if abs(value) >= 1 else 1))
    name = QRectF(ink.px(space.RELATED), scene.net_name_top, right, ink.quiet_height)
    painter.drawText(name, LEFT, _("Net staffing"))

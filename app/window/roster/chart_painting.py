"""Paints the cover chart: cover as filled steps, requirement as a dark step line, shortage hatched, surplus dotted."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter

from app.window.charts.value_step import value_step
from app.window.formats import clock_text, number_text
from app.window.look import space
from app.window.roster.chart_legend import paint_legend
from app.window.roster.chart_scene import ChartScene
from app.window.roster.curves import PHASE_OPENING_MINUTES, openings
from app.window.roster.curves_painting import paint_curves
from app.window.roster.day_names import DayNames
from app.window.roster.days import DayTint, tints_of
from app.window.roster.net_painting import paint_net, paint_net_values
from app.wording.names import name_of

LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
CENTER = Qt.AlignmentFlag.AlignCenter
INSIDE = Qt.ClipOperation.IntersectClip
GRIDLINES = 5
"""Fewer than other charts have: it is the lowest of them."""


def paint_chart(painter: QPainter, scene: ChartScene, width: int) -> None:
    """The whole chart but what the pointer is on."""
    painter.fillRect(0, 0, width, scene.height, scene.ink.surface)
    painter.save()
    painter.setClipRect(scene.whole.adjusted(0, -scene.whole.top(), 0, 0), INSIDE)
    _paint_tints(painter, scene)
    _paint_openings(painter, scene)
    painter.restore()
    _paint_values(painter, scene)
    paint_net_values(painter, scene)
    for area, paint in ((scene.area, paint_curves), (scene.net_area.adjusted(0, 0, 0, 1), paint_net)):
        painter.save()
        painter.setClipRect(area, INSIDE)
        paint(painter, scene)
        painter.restore()
    _paint_times(painter, scene)
    paint_legend(painter, scene)


def _paint_tints(painter: QPainter, scene: ChartScene) -> None:
    axis, area = scene.axis, scene.whole
    tints = tints_of(scene.plan.horizon, scene.plan.calendar)
    for day in range(axis.visible.start // axis.per_day, (axis.visible.stop - 1) // axis.per_day + 1):
        box = QRectF(axis.x(day * axis.per_day), area.top(), axis.interval_width * axis.per_day, area.height())
        if axis.day is None and tints[day] is not DayTint.NONE:
            painter.fillRect(box, scene.ink.holiday if tints[day] is DayTint.HOLIDAY else scene.ink.weekend)
        painter.setPen(scene.ink.line)
        painter.drawLine(box.topLeft(), box.bottomLeft())


def _paint_openings(painter: QPainter, scene: ChartScene) -> None:
    """The first half hour of each phase: when customers come at once."""
    axis, area, ink = scene.axis, scene.whole, scene.ink
    step = scene.plan.horizon.interval_minutes
    begins = [(axis.x(minute / step), kind) for minute, kind in openings(scene.plan)]
    seen = [(left, kind) for left, kind in begins if axis.left <= left <= axis.left + axis.width]
    for left, _kind in seen:
        width = max(ink.px(3), axis.interval_width * PHASE_OPENING_MINUTES / step)
        painter.fillRect(QRectF(left, area.top(), width, area.height()), ink.look.colour("accent", 0.16))
        painter.fillRect(QRectF(left, area.top(), width, ink.px(2)), ink.accent)
    _paint_opening_names(painter, scene, seen)


def _paint_opening_names(painter: QPainter, scene: ChartScene, begins: list[tuple[float, str]]) -> None:
    """Names where there is room, those of an opening first."""
    ink, taken = scene.ink, list[tuple[float, float]]()
    painter.setFont(ink.quiet)
    painter.setPen(ink.accent)
    for left, kind in sorted(begins, key=lambda begin: (begin[1] != "opening", begin[0])):
        name = name_of(kind)
        right = left + ink.quiet_metrics.horizontalAdvance(name) + ink.px(space.RELATED)
        if all(right <= other_left or other_right <= left for other_left, other_right in taken):
            painter.drawText(QRectF(left, 0, right - left, scene.area.top() - 1), LEFT, name)
            taken.append((left, right))


def _paint_values(painter: QPainter, scene: ChartScene) -> None:
    """Gridlines and their numbers, at the right end of the frozen columns."""
    area, ink = scene.area, scene.ink
    step = value_step(scene.highest, GRIDLINES)
    painter.setFont(ink.quiet)
    value = 0.0
    while value <= scene.highest * 1.05:
        y = round(scene.y(value))
        painter.setPen(ink.line)
        painter.drawLine(area.left(), y, area.right(), y)
        painter.setPen(ink.text_quiet)
        box = QRectF(0, y - ink.quiet_height / 2, area.left() - ink.px(6), ink.quiet_height)
        painter.drawText(box, RIGHT, number_text(value, 0 if step >= 1 else 1))
        value += step


def _paint_times(painter: QPainter, scene: ChartScene) -> None:
    """Hours of a single day; the whole horizon has its dates in the matrix above and repeats them."""
    axis, area, ink = scene.axis, scene.whole, scene.ink
    painter.setFont(ink.quiet)
    painter.setPen(ink.text_quiet)
    painter.save()
    beside = ink.px(20) if axis.day is not None else 0
    painter.setClipRect(QRect(area.left() - beside, area.bottom(), area.width() + 2 * beside, scene.height), INSIDE)
    if axis.day is not None:
        label_width = ink.quiet_metrics.horizontalAdvance("00:00")
        for x, minute in axis.hour_marks(label_width):
            middle = min(x, area.right() - label_width / 2)
            words_at = QRectF(middle - label_width, area.bottom() + 2, 2 * label_width, ink.quiet_height)
            painter.drawText(words_at, CENTER, "24:00" if minute == 1440 else clock_text(minute))
    else:
        wide = axis.interval_width * axis.per_day
        names = DayNames.of(ink, scene.plan.horizon, round(wide))
        for day in range(axis.visible.start // axis.per_day, (axis.visible.stop - 1) // axis.per_day + 1):
            words_at = QRectF(axis.x(day * axis.per_day), area.bottom() + 2, wide, ink.quiet_height)
            painter.drawText(words_at, CENTER, names.date_text(day))
    painter.restore()

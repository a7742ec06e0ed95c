"""Paints the cover chart: cover as filled steps, requirement as a dark step line, shortage hatched, surplus dotted."""

from dataclasses import dataclass
from functools import cached_property

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPolygonF

from app.window.formats import clock_text, number_text
from app.window.look import space
from app.window.look.patterns import dots, hatch
from app.window.names import phase_name
from app.window.roster.curves import PHASE_OPENING_MINUTES, Curves, openings
from app.window.roster.days import DayTint, tints_of
from app.window.roster.ink import Ink
from app.window.roster.plan import RosterPlan
from app.window.roster.time_axis import TimeAxis, value_step
from app.wording import words
from forecasts.horizon import Numbers

_ = words("window")

LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
CENTER = Qt.AlignmentFlag.AlignCenter
COVER_SHARE, CHOSEN_SHARE = 0.26, 0.62


@dataclass(frozen=True)
class ChartScene:
    """One state of the chart. `pointed`: the interval read out; `chosen`: the interval whose agents are emphasised."""

    plan: RosterPlan
    curves: Curves
    axis: TimeAxis
    ink: Ink
    height: int
    pointed: int | None = None
    chosen: int | None = None
    has_focus: bool = False

    @property
    def area(self) -> QRect:
        """Where the curves are: names of phases above, hours below."""
        top = self.ink.quiet_height
        return QRect(self.axis.left, top, self.axis.width, max(1, self.height - top - self.ink.quiet_height - 2))

    @cached_property
    def highest(self) -> float:
        """What the axis must reach: the highest of the horizon, or of the one day shown."""
        visible = self.axis.visible
        part = slice(None) if self.axis.day is None else slice(visible.start, visible.stop)
        curves = self.curves
        return float(max(curves.requirement[part].max(initial=1.0), curves.cover[part].max(initial=1.0)))

    def y(self, value: float) -> float:
        """Height of a value on screen; the highest has a little air."""
        share = value / (self.highest * 1.08)
        return self.area.bottom() + 1 - share * self.area.height()


def paint_chart(painter: QPainter, scene: ChartScene, width: int) -> None:
    """The whole chart."""
    painter.fillRect(0, 0, width, scene.height, scene.ink.surface)
    painter.save()
    painter.setClipRect(scene.area.adjusted(0, -scene.area.top(), 0, 0))
    _paint_tints(painter, scene)
    _paint_openings(painter, scene)
    painter.restore()
    _paint_values(painter, scene)
    painter.save()
    painter.setClipRect(scene.area)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_curves(painter, scene)
    _paint_pointed(painter, scene)
    painter.restore()
    _paint_times(painter, scene)
    _paint_legend(painter, scene)


def _paint_tints(painter: QPainter, scene: ChartScene) -> None:
    axis, area = scene.axis, scene.area
    tints = tints_of(scene.plan.horizon)
    for day in range(axis.visible.start // axis.per_day, (axis.visible.stop - 1) // axis.per_day + 1):
        box = QRectF(axis.x(day * axis.per_day), area.top(), axis.interval_width * axis.per_day, area.height())
        if axis.day is None and tints[day] is not DayTint.NONE:
            painter.fillRect(box, scene.ink.holiday if tints[day] is DayTint.HOLIDAY else scene.ink.weekend)
        painter.setPen(scene.ink.line)
        painter.drawLine(box.topLeft(), box.bottomLeft())


def _paint_openings(painter: QPainter, scene: ChartScene) -> None:
    """The first half hour of each phase: when customers come at once."""
    axis, area, ink = scene.axis, scene.area, scene.ink
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
        name = phase_name(kind)
        right = left + ink.quiet_metrics.horizontalAdvance(name) + ink.px(space.RELATED)
        if all(right <= other_left or other_right <= left for other_left, other_right in taken):
            painter.drawText(QRectF(left, 0, right - left, scene.area.top() - 1), LEFT, name)
            taken.append((left, right))


def _paint_values(painter: QPainter, scene: ChartScene) -> None:
    """Gridlines and their numbers, at the right end of the frozen columns."""
    area, ink = scene.area, scene.ink
    step = value_step(scene.highest)
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


def _paint_curves(painter: QPainter, scene: ChartScene) -> None:
    curves, theme, ink = scene.curves, scene.ink.look.theme, scene.ink
    window = scene.axis.visible
    part = slice(window.start, window.stop)
    cover, required = curves.cover[part], curves.requirement[part]
    painter.setPen(Qt.PenStyle.NoPen)
    _fill(painter, scene, cover, cover * 0, ink.look.colour("accent", COVER_SHARE))
    if curves.chosen.any():
        _fill(painter, scene, curves.chosen[part], cover * 0, ink.look.colour("accent", CHOSEN_SHARE))
    _fill(painter, scene, required.clip(min=cover), cover, ink.look.colour("shortage", 0.14))
    _fill(painter, scene, required.clip(min=cover), cover, hatch(theme.shortage))
    _fill(painter, scene, cover.clip(min=required), required, dots(theme.surplus))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(ink.pen(ink.text, 1.4))
    painter.drawPolyline(QPolygonF(_corners(scene, required)))


def _fill(painter: QPainter, scene: ChartScene, upper: Numbers, lower: Numbers, brush: QBrush | QColor) -> None:
    """The area between two step curves of the intervals in view."""
    painter.setBrush(brush)
    painter.drawPolygon(QPolygonF(_corners(scene, upper) + _corners(scene, lower)[::-1]))


def _corners(scene: ChartScene, values: Numbers) -> list[QPointF]:
    """Corners of a step curve over the intervals in view, left to right."""
    axis, first = scene.axis, scene.axis.visible.start
    corners = []
    for number, value in enumerate(values):
        y = scene.y(float(value))
        corners += [QPointF(axis.x(first + number), y), QPointF(axis.x(first + number + 1), y)]
    return corners


def _paint_pointed(painter: QPainter, scene: ChartScene) -> None:
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


def _paint_times(painter: QPainter, scene: ChartScene) -> None:
    """Hours of a single day; the whole horizon has its dates in the matrix above and repeats them."""
    axis, area, ink = scene.axis, scene.area, scene.ink
    painter.setFont(ink.quiet)
    painter.setPen(ink.text_quiet)
    painter.save()
    beside = ink.px(20) if axis.day is not None else 0
    painter.setClipRect(QRect(area.left() - beside, area.bottom(), area.width() + 2 * beside, scene.height))
    if axis.day is not None:
        for x, minute in axis.hour_marks(ink.quiet_metrics.horizontalAdvance("00:00")):
            words_at = QRectF(x - ink.px(30), area.bottom() + 2, ink.px(60), ink.quiet_height)
            painter.drawText(words_at, CENTER, "24:00" if minute == 1440 else clock_text(minute))
    else:
        wide = axis.interval_width * axis.per_day
        fits = wide > ink.quiet_metrics.horizontalAdvance("11/30") + 2
        for day in range(axis.visible.start // axis.per_day, (axis.visible.stop - 1) // axis.per_day + 1):
            date = scene.plan.horizon.day(day)
            words_at = QRectF(axis.x(day * axis.per_day), area.bottom() + 2, wide, ink.quiet_height)
            painter.drawText(words_at, CENTER, f"{date.month}/{date.day}" if fits else str(date.day))
    painter.restore()


def _paint_legend(painter: QPainter, scene: ChartScene) -> None:
    """What the areas mean, in the room left of the axis."""
    ink, theme = scene.ink, scene.ink.look.theme
    entries = [
        (_("Requirement"), None, None),
        (_("Cover"), ink.look.colour("accent", COVER_SHARE), None),
        (_("Shortage"), ink.look.colour("shortage", 0.14), hatch(theme.shortage)),
    ]
    if scene.curves.surplus.any():
        entries.append((_("Surplus"), ink.look.colour("accent", COVER_SHARE), dots(theme.surplus)))
    if scene.curves.chosen.any():
        entries.append((_("Selected agents"), ink.look.colour("accent", CHOSEN_SHARE), None))
    left, top = ink.px(space.RELATED), scene.area.top()
    painter.setFont(ink.quiet)
    for name, colour, pattern in entries:
        swatch = QRect(left, top + ink.px(4), ink.px(18), ink.quiet_height - ink.px(6))
        if colour is None:
            painter.setPen(ink.pen(ink.text, 1.6))
            painter.drawLine(swatch.left(), swatch.center().y(), swatch.right(), swatch.center().y())
        else:
            painter.fillRect(swatch, colour)
        if pattern is not None:
            painter.fillRect(swatch, pattern)
        painter.setPen(ink.text_quiet)
        room = scene.axis.left - left - ink.px(18 + 6 + 40)
        box = QRectF(left + ink.px(18 + 6), top, room, ink.quiet_height)
        painter.drawText(box, LEFT, ink.quiet_metrics.elidedText(name, Qt.TextElideMode.ElideRight, room))
        top += ink.quiet_height

"""Paints the frozen header: bands of promotion phases, dates, weekdays, and the titles of the columns."""

from math import ceil

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter

from app.window.look import space
from app.window.roster.cells_painting import paint_tints
from app.window.roster.day_names import DayNames
from app.window.roster.ink import Ink
from app.window.roster.phase_lanes import Band
from app.window.roster.scene import Scene
from app.window.roster.short_texts import months_text

LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


def lane_height(ink: Ink) -> int:
    """Height of one lane of phases: the name and the 2 px band under it."""
    return ink.quiet_height + ink.px(2)


def header_height(ink: Ink, bands: tuple[Band, ...]) -> int:
    """Height of the header with as many lanes as there are."""
    lanes = max((band.lane + 1 for band in bands), default=0)
    return lanes * lane_height(ink) + 2 * ink.quiet_height + ink.px(space.IN_CELL)


def paint_header(painter: QPainter, scene: Scene, exposed: QRect) -> None:
    """The part of the header inside the exposed rectangle."""
    geometry, ink = scene.geometry, scene.ink
    area = QRect(0, 0, geometry.width, geometry.header_height)
    if not area.intersects(exposed):
        return
    painter.fillRect(area & exposed, ink.surface)
    painter.save()
    painter.setClipRect(QRect(geometry.frozen_width, 0, geometry.cells_width, geometry.header_height) & exposed)
    _paint_days(painter, scene, exposed)
    for band in scene.bands:
        _paint_band(painter, scene, band)
    painter.restore()
    _paint_titles(painter, scene)
    painter.setPen(ink.line)
    painter.drawLine(0, geometry.header_height - 1, geometry.width, geometry.header_height - 1)


def _paint_days(painter: QPainter, scene: Scene, exposed: QRect) -> None:
    geometry, ink, selected = scene.geometry, scene.ink, scene.selection
    days = geometry.visible_days(exposed.left(), exposed.left() + exposed.width())
    dates_top = geometry.header_height - 2 * ink.quiet_height - ink.px(2)
    paint_tints(painter, scene, days, dates_top, geometry.header_height - dates_top)
    names = DayNames.of(ink, scene.plan.horizon, geometry.day_width, scene.plan.calendar)
    for day in days.numbers:
        box = QRect(geometry.day_left(day), dates_top, geometry.day_width, ink.quiet_height)
        chosen = not selected.is_empty and selected.first_day <= day <= selected.last_day
        if scene.day_shown == day:
            painter.fillRect(box.adjusted(1, 0, -1, ink.quiet_height), ink.accent_soft)
        names.paint(painter, day, box, chosen)
        if day and scene.plan.horizon.weekday(day) == 0:
            painter.setPen(ink.line)
            painter.drawLine(box.left(), dates_top, box.left(), geometry.header_height)


def _paint_band(painter: QPainter, scene: Scene, band: Band) -> None:
    geometry, ink = scene.geometry, scene.ink
    left, right = geometry.day_left(band.start), geometry.day_left(band.end)
    top = band.lane * lane_height(ink)
    painter.fillRect(left, top + ink.quiet_height, max(right - left - 1, 2), ink.px(2), ink.accent)
    visible = max(left, geometry.frozen_width)
    edge = min(right, geometry.width)
    room = min(geometry.day_left(band.room), geometry.width) - visible - ink.px(space.IN_CELL)
    before = max(geometry.day_left(band.before), geometry.frozen_width) + ink.px(space.IN_CELL)
    wanted = ink.quiet_metrics.horizontalAdvance(band.name)
    if room < wanted <= edge - before and geometry.frozen_width <= left < geometry.width:  # it ends where the band does
        visible, room = edge - ceil(wanted), ceil(wanted) + 1
    words = ink.quiet_metrics.elidedText(band.name, Qt.TextElideMode.ElideRight, room)
    if room > ink.px(16) and right > geometry.frozen_width:
        painter.setPen(ink.accent)
        painter.setFont(ink.quiet)
        painter.drawText(QRectF(visible, top, room + 2, ink.quiet_height), LEFT, words)


def _paint_titles(painter: QPainter, scene: Scene) -> None:
    """The month in the corner and the names of the frozen columns, on the baseline of the weekdays."""
    geometry, ink = scene.geometry, scene.ink
    painter.setFont(ink.quiet)
    painter.setPen(ink.text)
    top = geometry.header_height - 2 * ink.quiet_height - ink.px(2)
    corner = QRect(ink.px(space.RELATED), top, geometry.frozen_width - ink.px(space.RELATED), ink.quiet_height)
    painter.drawText(corner, LEFT, months_text(scene.plan.horizon))
    painter.setPen(ink.text_quiet)
    for column in scene.columns:
        box = QRect(column.left, top + ink.quiet_height, column.width, ink.quiet_height)
        painter.drawText(box, RIGHT if column.is_number else LEFT, column.title)

"""Paints the cells: tints of the days, the selection, pictures of cells, headings of groups."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from app.window.look import space
from app.window.roster.cell_pictures import RUN, CellPictures
from app.window.roster.days import DayTint, tints_of
from app.window.roster.geometry import Span
from app.window.roster.scene import Scene

OFF_DUTY_VEIL = 0.62


def paint_cells(painter: QPainter, scene: Scene, pictures: CellPictures, exposed: QRect) -> None:
    """The part of the cells inside the exposed rectangle."""
    geometry = scene.geometry
    area = QRect(geometry.frozen_width, geometry.header_height, geometry.cells_width, geometry.cells_height)
    area &= exposed
    if area.isEmpty():
        return
    painter.save()
    painter.setClipRect(area)
    painter.fillRect(area, scene.ink.surface)
    days = geometry.visible_days(area.left(), area.left() + area.width())
    rows = geometry.visible_rows(area.top(), area.top() + area.height())
    paint_tints(painter, scene, days, area.top(), area.height())
    _paint_selected(painter, scene, rows)
    _paint_lines(painter, scene, days, rows, area)
    _paint_pictures(painter, scene, pictures, days, rows)
    _paint_veil(painter, scene, rows)
    paint_headings(painter, scene, rows, geometry.frozen_width)
    _paint_outline(painter, scene)
    painter.restore()


def paint_tints(painter: QPainter, scene: Scene, days: Span, top: int, height: int) -> None:
    """Weekends and holidays, from one height to another."""
    geometry, ink = scene.geometry, scene.ink
    tints = tints_of(scene.plan.horizon, scene.plan.calendar)
    for day in days.numbers:
        if tints[day] is not DayTint.NONE:
            colour = ink.holiday if tints[day] is DayTint.HOLIDAY else ink.weekend
            painter.fillRect(geometry.day_left(day), top, geometry.day_width, height, colour)


def _paint_selected(painter: QPainter, scene: Scene, rows: Span) -> None:
    chosen, geometry = scene.selection, scene.geometry
    if chosen.is_empty:
        return
    left, right = geometry.day_left(chosen.first_day), geometry.day_left(chosen.last_day + 1)
    for row in rows.numbers:
        if chosen.first_row <= row <= chosen.last_row:
            painter.fillRect(left, geometry.row_top(row), right - left, geometry.row_height, scene.ink.accent_soft)


def _paint_lines(painter: QPainter, scene: Scene, days: Span, rows: Span, area: QRect) -> None:
    """A hairline under every row and before every Monday."""
    geometry = scene.geometry
    painter.setPen(scene.ink.line)
    for row in rows.numbers:
        bottom = geometry.row_top(row) + geometry.row_height - 1
        painter.drawLine(area.left(), bottom, area.right(), bottom)
    for day in days.numbers:
        if day and scene.plan.horizon.weekday(day) == 0:
            painter.drawLine(geometry.day_left(day), area.top(), geometry.day_left(day), area.bottom())


def _paint_pictures(painter: QPainter, scene: Scene, pictures: CellPictures, days: Span, rows: Span) -> None:
    geometry = scene.geometry
    runs = [(geometry.day_left(day), day) for day in range(days.first - days.first % RUN, days.last + 1, RUN)]
    for row in rows.numbers:
        top, looks = geometry.row_top(row), scene.model.looks(row)
        for left, day in runs:
            picture = pictures.beside(looks[day : day + RUN])
            if picture is not None:
                painter.drawPixmap(left, top, picture)


def _paint_veil(painter: QPainter, scene: Scene, rows: Span) -> None:
    """A veil over agents who are not on duty in the hour asked about."""
    if scene.on_duty is None:
        return
    geometry, veil = scene.geometry, QColor(scene.ink.surface)
    veil.setAlphaF(OFF_DUTY_VEIL)
    for row in rows.numbers:
        if scene.model.rows[row].id not in scene.on_duty:
            painter.fillRect(
                geometry.frozen_width, geometry.row_top(row), geometry.cells_width, geometry.row_height - 1, veil
            )


def paint_headings(painter: QPainter, scene: Scene, rows: Span, from_x: int) -> None:
    """The bands that part the groups, from an x to the right edge; the words stand over the frozen columns."""
    geometry, ink = scene.geometry, scene.ink
    for row in rows.numbers:
        if not geometry.headings[row]:
            continue
        top = geometry.row_top(row) - geometry.heading_height
        band = QRect(from_x, top, geometry.width - from_x, geometry.heading_height)
        painter.fillRect(band, ink.canvas)
        painter.setPen(ink.line)
        painter.drawLine(band.bottomLeft(), band.bottomRight())
        if from_x < geometry.frozen_width:
            painter.setPen(ink.text_quiet)
            painter.setFont(ink.quiet)
            words = QRectF(band).adjusted(ink.px(space.RELATED), 0, 0, 0)
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, scene.headings[row])


def _paint_outline(painter: QPainter, scene: Scene) -> None:
    """The border of the range and, stronger, of the cell the cursor is in."""
    chosen, geometry = scene.selection, scene.geometry
    if chosen.is_empty:
        return
    painter.setBrush(Qt.BrushStyle.NoBrush)
    colour = scene.ink.accent if scene.has_focus else scene.ink.text_quiet
    if chosen.cells > 1:
        top, bottom = geometry.row_top(chosen.first_row), geometry.row_top(chosen.last_row) + geometry.row_height
        left, right = geometry.day_left(chosen.first_day), geometry.day_left(chosen.last_day + 1)
        painter.setPen(scene.ink.pen(colour, 1))
        painter.drawRect(left, top, right - left - 1, bottom - top - 1)
    painter.setPen(scene.ink.pen(colour, 2))
    left, top = geometry.day_left(chosen.day), geometry.row_top(chosen.row)
    painter.drawRect(left + 1, top + 1, geometry.day_width - 2, geometry.row_height - 3)

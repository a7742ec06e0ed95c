"""Paints the frozen columns: names, skills, contracts, hours."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from app.window.roster.cells_painting import paint_headings
from app.window.roster.row_pictures import RowPictures
from app.window.roster.scene import Scene


def paint_frozen(painter: QPainter, scene: Scene, pictures: RowPictures, exposed: QRect) -> None:
    """The part of the frozen columns inside the exposed rectangle."""
    geometry, ink = scene.geometry, scene.ink
    area = QRect(0, geometry.header_height, geometry.frozen_width, geometry.cells_height) & exposed
    if area.isEmpty():
        return
    painter.save()
    painter.setClipRect(area)
    painter.fillRect(area, ink.surface)
    rows = geometry.visible_rows(area.top(), area.top() + area.height())
    for row in rows.numbers:
        _paint_row(painter, scene, pictures, row)
    paint_headings(painter, scene, rows, 0)
    painter.setPen(ink.line)
    painter.drawLine(geometry.frozen_width - 1, area.top(), geometry.frozen_width - 1, area.bottom())
    painter.restore()


def _paint_row(painter: QPainter, scene: Scene, pictures: RowPictures, number: int) -> None:
    geometry, ink, row = scene.geometry, scene.ink, scene.model.rows[number]
    top, chosen = geometry.row_top(number), scene.selection
    selected = not chosen.is_empty and chosen.first_row <= number <= chosen.last_row
    if selected:
        painter.fillRect(0, top, geometry.frozen_width, geometry.row_height, ink.accent_soft)
    painter.setPen(ink.line)
    painter.drawLine(0, top + geometry.row_height - 1, geometry.frozen_width, top + geometry.row_height - 1)
    on_duty = scene.on_duty is not None and row.id in scene.on_duty
    if on_duty:
        painter.fillRect(0, top, ink.px(3), geometry.row_height - 1, ink.accent)
    painter.drawPixmap(0, top, pictures.of(scene, row, faint=scene.on_duty is not None and not on_duty))

"""Paints the matrix: cells, frozen columns, header and sums, each clipped to what is exposed."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from app.window.roster.cell_pictures import CellPictures
from app.window.roster.cells_painting import paint_cells
from app.window.roster.footer_painting import paint_footer
from app.window.roster.frozen_painting import paint_frozen
from app.window.roster.header_painting import paint_header
from app.window.roster.row_pictures import RowPictures
from app.window.roster.scene import Scene


def paint_matrix(
    painter: QPainter, scene: Scene, pictures: CellPictures, row_pictures: RowPictures, exposed: QRect
) -> None:
    """All parts of the matrix inside the exposed rectangle."""
    painter.setClipRect(exposed)
    bottom = scene.geometry.footer_top + scene.geometry.footer_height
    below = QRect(0, bottom, scene.geometry.width, max(0, scene.geometry.height - bottom))
    beside = scene.geometry.day_left(scene.geometry.days)
    painter.fillRect(below & exposed, scene.ink.surface)
    painter.fillRect(QRect(beside, 0, scene.geometry.width, scene.geometry.height) & exposed, scene.ink.surface)
    paint_cells(painter, scene, pictures, exposed)
    painter.setClipRect(exposed)
    paint_frozen(painter, scene, row_pictures, exposed)
    painter.setClipRect(exposed)
    paint_header(painter, scene, exposed)
    painter.setClipRect(exposed)
    paint_footer(painter, scene, exposed)

"""Paints the matrix: cells, frozen columns, header and sums, each clipped to what is exposed."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter

from app.window.roster.cell_pictures import CellPictures
from app.window.roster.cells_painting import paint_cells
from app.window.roster.footer_painting import paint_footer
from app.window.roster.frozen_painting import paint_frozen
from app.window.roster.header_painting import paint_header
from app.window.roster.kept_picture import KeptPicture
from app.window.roster.row_pictures import RowPictures
from app.window.roster.scene import Scene


class MatrixPictures:
    """What a matrix keeps of what it has painted."""

    def __init__(self) -> None:
        self.cells, self.rows = CellPictures(), RowPictures()
        self.header, self.footer = KeptPicture(paint_header, _of_header), KeptPicture(paint_footer, _of_footer)

    def fit(self, scene: Scene, density: float) -> None:
        """Make pictures for this scene from now on."""
        self.cells.fit(QSize(scene.geometry.day_width, scene.geometry.row_height), density, scene.ink)
        self.rows.fit(scene, density)


def _of_header(scene: Scene) -> object:
    chosen, horizon = scene.selection, scene.plan.horizon
    days = () if chosen.is_empty else (chosen.first_day, chosen.last_day)
    return (
        scene.ink,
        scene.geometry.across,
        horizon,
        scene.plan.calendar,
        scene.bands,
        scene.columns,
        days,
        scene.day_shown,
    )


def _of_footer(scene: Scene) -> object:
    plan, across = scene.plan, scene.geometry.across
    return scene.ink, across, plan.horizon, plan.calendar, scene.footer, scene.shows_shift_heads


def paint_matrix(painter: QPainter, scene: Scene, pictures: MatrixPictures, exposed: QRect) -> None:
    """All parts of the matrix inside the exposed rectangle."""
    painter.setClipRect(exposed)
    geometry = scene.geometry
    bottom = geometry.footer_top + geometry.footer_height
    below = QRect(0, bottom, geometry.width, max(0, geometry.height - bottom))
    beside = geometry.day_left(geometry.days)
    painter.fillRect(below & exposed, scene.ink.surface)
    painter.fillRect(QRect(beside, 0, geometry.width, geometry.height) & exposed, scene.ink.surface)
    paint_cells(painter, scene, pictures.cells, exposed)
    painter.setClipRect(exposed)
    paint_frozen(painter, scene, pictures.rows, exposed)
    painter.setClipRect(exposed)
    pictures.header.paint(painter, scene, QRect(0, 0, geometry.width, geometry.header_height), exposed)
    footer = QRect(0, geometry.footer_top, geometry.width, geometry.footer_height)
    pictures.footer.paint(painter, scene, footer, exposed)

"""Pictures of what stands beside each row, drawn once and kept while rows, columns and look stay the same."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap

from app.window.roster.rows import Row
from app.window.roster.scene import Scene

LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


class RowPictures:
    """The words of the frozen columns, row by row, on a see-through ground."""

    def __init__(self) -> None:
        self._pictures: dict[tuple[str, bool], tuple[Row, QPixmap]] = {}
        self._key: tuple[object, ...] = ()

    def fit(self, scene: Scene, density: float) -> None:
        """Make pictures for this scene from now on."""
        key = (scene.columns, scene.geometry.row_height, scene.ink, density)
        if key != self._key:
            self._key, self._density = key, density
            self._pictures = {}

    def of(self, scene: Scene, row: Row, faint: bool) -> QPixmap:
        """The words of a row, all of them quiet when faint."""
        known = self._pictures.get((row.id, faint))
        if known is None or known[0] is not row:
            known = self._pictures[row.id, faint] = row, self._drawn(scene, row, faint)
        return known[1]

    def _drawn(self, scene: Scene, row: Row, faint: bool) -> QPixmap:
        geometry, ink = scene.geometry, scene.ink
        width, height = geometry.frozen_width, geometry.row_height
        picture = QPixmap(round(width * self._density), round(height * self._density))
        picture.setDevicePixelRatio(self._density)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        for column in scene.columns:
            painter.setFont(ink.quiet if column.is_quiet else ink.body)
            painter.setPen(ink.text_quiet if column.is_quiet or faint else ink.text)
            metrics = ink.quiet_metrics if column.is_quiet else ink.body_metrics
            words = metrics.elidedText(column.text(row), Qt.TextElideMode.ElideRight, column.width)
            box = QRectF(column.left, 0, column.width, height - 1)
            painter.drawText(box, RIGHT if column.is_number else LEFT, words)
        painter.end()
        return picture

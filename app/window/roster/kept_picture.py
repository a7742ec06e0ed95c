"""A strip of the matrix that stays while other things are painted anew: drawn once and kept while it says the same."""

from collections.abc import Callable

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPixmap

from app.window.roster.scene import Scene

Paint = Callable[[QPainter, Scene, QRect], None]


class KeptPicture:
    """`paint` draws the strip; `key` tells all that it depends on, but for the size of the strip and the density."""

    def __init__(self, paint: Paint, key: Callable[[Scene], object]) -> None:
        self._paint, self._tell = paint, key
        self._key: object = None
        self._picture = QPixmap()

    def paint(self, painter: QPainter, scene: Scene, strip: QRect, exposed: QRect) -> None:
        """The part of the strip inside the exposed rectangle."""
        if strip.isEmpty() or not strip.intersects(exposed):
            return
        density = painter.device().devicePixelRatioF()
        key = strip.size(), density, self._tell(scene)
        if key != self._key:
            self._key, self._picture = key, self._drawn(scene, strip, density)
        painter.fillRect(strip & exposed, scene.ink.surface)  # at 150 % its edge may lie between two pixels
        painter.drawPixmap(strip.topLeft(), self._picture)

    def _drawn(self, scene: Scene, strip: QRect, density: float) -> QPixmap:
        picture = QPixmap(strip.size() * density)
        picture.setDevicePixelRatio(density)
        painter = QPainter(picture)
        painter.translate(-strip.topLeft())
        self._paint(painter, scene, strip)
        painter.end()
        return picture

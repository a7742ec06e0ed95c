"""Brushes that say the same as a colour without it: hatched is short or missing, dotted is more than needed."""

from functools import lru_cache

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPixmap

TILE = 6


@lru_cache(maxsize=32)
def hatch(colour: str, opacity: float = 1.0) -> QBrush:
    """Diagonal lines."""
    tile, painter = _tile(colour, opacity)
    for shift in (-TILE, 0, TILE):
        painter.drawLine(QPointF(shift, TILE), QPointF(shift + TILE, 0))
    painter.end()
    return QBrush(tile)


@lru_cache(maxsize=32)
def dots(colour: str, opacity: float = 1.0) -> QBrush:
    """A grid of dots."""
    tile, painter = _tile(colour, opacity)
    painter.setBrush(painter.pen().color())
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawEllipse(QPointF(TILE / 2, TILE / 2), 1.1, 1.1)
    painter.end()
    return QBrush(tile)


def _tile(colour: str, opacity: float) -> tuple[QPixmap, QPainter]:
    tile = QPixmap(TILE, TILE)
    tile.fill(Qt.GlobalColor.transparent)
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    shade = QColor(colour)
    shade.setAlphaF(opacity)
    painter.setPen(QPen(shade, 1.2))
    return tile, painter

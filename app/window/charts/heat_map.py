"""Days to the right, hours downwards, one hue; hours not counted are hatched, promotion days outlined."""

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.window.look import space
from app.window.look.look import look
from app.window.look.patterns import hatch
from app.window.look.tokens import mixed
from forecasts.horizon import Numbers

LEFT, RIGHT, BOTTOM, TOP = 56, 8, 4, 4
HOURS_SHOWN = (0, 6, 12, 18)
SHADES = 64
DEEPEST = 99.7
"""Percentile of the hours from which on the tone is the deepest."""


class HeatMap(QWidget):
    """`pointed` carries (day number, hour), (-1, -1) when the pointer is gone. Margins are those of `Plot`."""

    pointed = Signal(int, int)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._counts: Numbers = np.zeros((0, 24))
        self._outlined: dict[int, str] = {}
        self._image = QImage()

    def show_counts(self, counts: Numbers, outlined: dict[int, str]) -> None:
        """Show counts of shape (days, 24); `outlined`: day number to the promotion's name."""
        self._counts, self._outlined = counts, outlined
        self._image = _picture(counts)
        self.update()

    def sizeHint(self) -> QSize:
        """Readable from 24 rows of a few px."""
        return QSize(look().px(600), look().px(260))

    def minimumSizeHint(self) -> QSize:
        """As small as still shows the shape of a day."""
        return QSize(look().px(240), look().px(140))

    @property
    def area(self) -> QRectF:
        """Where the cells are."""
        px = look().px
        width, height = self.width() - px(LEFT) - px(RIGHT), self.height() - px(TOP) - px(BOTTOM)
        return QRectF(px(LEFT), px(TOP), max(1, width), max(1, height))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Cells, hatching, outlines, labels."""
        painter = QPainter(self)
        if len(self._counts):
            painter.drawImage(self.area, self._image)
            self._paint_missing(painter)
            self._paint_outlines(painter)
        self._paint_labels(painter)

    def cell(self, day: int, hour: int) -> QRectF:
        """The place of a cell."""
        area = self.area
        wide, high = area.width() / len(self._counts), area.height() / 24
        return QRectF(area.x() + day * wide, area.y() + hour * high, wide, high)

    def cell_at(self, place: QPointF) -> tuple[int, int]:
        """Day number and hour under a point, (-1, -1) outside."""
        area = self.area
        if not len(self._counts) or not area.contains(place):
            return -1, -1
        day = int((place.x() - area.x()) / area.width() * len(self._counts))
        hour = int((place.y() - area.y()) / area.height() * 24)
        return min(day, len(self._counts) - 1), min(hour, 23)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell which cell the pointer is on."""
        self.pointed.emit(*self.cell_at(event.position()))

    def leaveEvent(self, _event: QEvent) -> None:
        """The pointer is gone."""
        self.pointed.emit(-1, -1)

    def _paint_missing(self, painter: QPainter) -> None:
        brush = hatch(look().theme.text_quiet, 0.75)
        for day in np.flatnonzero(np.isnan(self._counts).any(axis=1)):
            for hours in _runs(np.isnan(self._counts[day])):
                place = self.cell(int(day), hours.start).united(self.cell(int(day), hours.stop - 1))
                painter.fillRect(place, look().colour("surface"))
                painter.fillRect(place, brush)

    def _paint_outlines(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look().colour("text", 0.7), 1.2))
        flags = np.array([day in self._outlined for day in range(len(self._counts))])
        for days in _runs(flags):
            painter.drawRect(self.cell(days.start, 0).united(self.cell(days.stop - 1, 23)).adjusted(0, -1, 0, 1))

    def _paint_labels(self, painter: QPainter) -> None:
        area, px = self.area, look().px
        painter.setFont(look().font(space.QUIET))
        painter.setPen(look().colour("text_quiet"))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for hour in HOURS_SHOWN:  # the days stand under the line beneath, which shares this axis
            y = area.y() + hour * area.height() / 24
            painter.drawText(QRectF(0, y - px(2), area.x() - px(6), px(14)), right, f"{hour:02d}:00")


def _picture(counts: Numbers) -> QImage:
    """One pixel a cell, from the surface to the accent by the square root of the count; the few hours of an opening
    share the deepest tone, so that ordinary evenings stay visible beside them.
    """
    shades = [
        QColor(mixed(look().theme.accent, look().theme.surface, 0.06 + 0.94 * n / (SHADES - 1))) for n in range(SHADES)
    ]
    highest = float(np.nanpercentile(counts, DEEPEST)) if len(counts) and not np.isnan(counts).all() else 1.0
    level = np.sqrt(np.clip(np.nan_to_num(counts) / max(highest, 1e-9), 0.0, 1.0)) * (SHADES - 1)
    rows = level.round().astype(np.uint8).T.tobytes()
    image = QImage(rows, len(counts), 24, len(counts), QImage.Format.Format_Indexed8)
    image.setColorTable([shade.rgb() for shade in shades])
    return image.copy()  # the bytes go


def _runs(flags: np.ndarray) -> list[slice]:
    """Stretches of True."""
    padded = np.concatenate([[False], flags, [False]])
    borders = np.flatnonzero(padded[1:] != padded[:-1])
    return [slice(int(a), int(b)) for a, b in zip(borders[::2], borders[1::2], strict=True)]

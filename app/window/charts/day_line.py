"""One number a day as a painted line: light enough for the first page, which is seen before pyqtgraph is loaded."""

from datetime import date, timedelta
from math import floor

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.window.charts.time_step import hour_step
from app.window.charts.value_step import value_step
from app.window.formats import number_text, short_day_text
from app.window.look import space
from app.window.look.look import look
from forecasts.horizon import Numbers

LEFT, RIGHT, BELOW = 56, 8, 20
"""Margins in px before zoom; left and right as the heat map and every plot have them."""
HEADROOM, TOPMOST = 1.14, 0.96
LINE_WIDTH = 1.8
BESIDE = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
UNDER = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop


class DayLine(QWidget):
    """`pointed` carries the number of the day under the pointer, -1 when it is gone. A missing day breaks the line."""

    pointed = Signal(int)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(look().px(90))
        self._first = date(2026, 1, 1)
        self._values: Numbers = np.zeros(0)
        self._day = -1

    def show_values(self, first_day: date, values: Numbers) -> None:
        """Show numbers of shape (days,)."""
        self._first, self._values, self._day = first_day, values, -1
        self.update()

    @property
    def area(self) -> QRectF:
        """Where the line is."""
        px = look().px
        width, height = self.width() - px(LEFT) - px(RIGHT), self.height() - px(BELOW)
        return QRectF(px(LEFT), 0, max(1, width), max(1, height))

    @property
    def highest(self) -> float:
        """The number at the upper border."""
        known = self._values[np.isfinite(self._values)]
        return HEADROOM * max(1.0, float(known.max(initial=1.0)))

    def place(self, day: float, value: float) -> QPointF:
        """Where a number stands; day 0.5 is the middle of the first."""
        area = self.area
        return QPointF(
            area.x() + day / max(1, len(self._values)) * area.width(), area.bottom() * (1 - value / self.highest)
        )

    def day_at(self, place: QPointF) -> int:
        """The day under a point, -1 outside."""
        area = self.area
        if not len(self._values) or not area.contains(place):
            return -1
        return min(int((place.x() - area.x()) / area.width() * len(self._values)), len(self._values) - 1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Gridlines, the pointer's day, days underneath, the line on top."""
        painter = QPainter(self)
        painter.setFont(look().font(space.QUIET))
        self._paint_values(painter)
        self._paint_days(painter)
        if self._day >= 0:
            painter.setPen(look().colour("text_quiet"))
            x = self.place(self._day + 0.5, 0).x()
            painter.drawLine(QPointF(x, 0), QPointF(x, self.area.bottom()))
        self._paint_line(painter)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell which day the pointer is on."""
        self._point(self.day_at(event.position()))

    def leaveEvent(self, _event: QEvent) -> None:
        """The pointer is gone."""
        self._point(-1)

    def _point(self, day: int) -> None:
        if day != self._day:
            self._day = day
            self.update()
        self.pointed.emit(day)

    def _paint_values(self, painter: QPainter) -> None:
        area, px = self.area, look().px
        step = value_step(self.highest)
        for number in range(floor(self.highest * TOPMOST / step) + 1):
            y = round(self.place(0, number * step).y())
            if y < px(8):  # its number would be cut
                break
            painter.setPen(look().colour("line"))
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
            painter.setPen(look().colour("text_quiet"))
            beside = QRectF(0, y - px(8), area.left() - px(6), px(16))
            painter.drawText(beside, BESIDE, number_text(number * step, 0 if step >= 1 else 1))

    def _paint_days(self, painter: QPainter) -> None:
        area, px = self.area, look().px
        painter.setPen(look().colour("text_quiet"))
        step = max(1, hour_step(len(self._values) * 24, area.width() / look().zoom) // 24)
        for day in range(0, len(self._values), step):
            under = QRectF(self.place(day, 0).x() - px(40), area.bottom() + px(4), px(80), px(BELOW - 4))
            painter.drawText(under, UNDER, short_day_text(self._first + timedelta(days=day)))

    def _paint_line(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look().colour("accent"), LINE_WIDTH))
        there = np.concatenate([[False], np.isfinite(self._values), [False]])
        borders = np.flatnonzero(there[1:] != there[:-1])
        for first, last in zip(borders[::2].tolist(), borders[1::2].tolist(), strict=True):
            points = [self.place(day + 0.5, float(self._values[day])) for day in range(first, last)]
            painter.drawPolyline(QPolygonF(points if len(points) > 1 else points * 2))

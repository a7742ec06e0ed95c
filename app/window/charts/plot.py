"""The quiet plot that every chart starts from."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtWidgets import QWidget

from app.window.charts.axis import TimeAxis, ValueAxis
from app.window.look.look import look

AXIS_WIDTH = 56
HEADROOM = 1.18
LEAST_HEIGHT = 150
"""Lower than this, names of phases lie on the curve; the page scrolls instead."""
Read = Callable[[float], str]


class Plot(pg.PlotWidget):  # type: ignore[misc]  # pyqtgraph has no types
    """Hours from `first_day` to the right, numbers from zero upwards. `read` turns an hour into every series' value;
    `pointed` carries that text, "" when the pointer is gone.
    """

    pointed = Signal(str)
    picked = Signal(float)

    def __init__(
        self, first_day: date = date(2026, 1, 1), parent: QWidget | None = None, axes: dict[str, Any] | None = None
    ) -> None:
        self._time = TimeAxis(first_day)
        axes = axes or {"bottom": self._time, "left": ValueAxis()}
        super().__init__(parent, background=look().colour("surface"), axisItems=axes, enableMenu=False)
        self.setFrameShape(self.Shape.NoFrame)
        self.setMinimumHeight(look().px(LEAST_HEIGHT))
        self.viewport().setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its numbers are in the table beneath, for keys and ears
        self.setAntialiasing(True)
        item = self.getPlotItem()
        item.hideButtons()
        for axis in axes.values():
            axis.setZValue(-1000)  # gridlines lie under everything
        item.setMouseEnabled(x=False, y=False)
        item.layout.setContentsMargins(0, 0, look().px(8), 0)
        item.getViewBox().setDefaultPadding(0)
        axes["left"].setWidth(look().px(AXIS_WIDTH))
        self._read: Read | None = None
        self._cursor = pg.InfiniteLine(angle=90, pen=pg.mkPen(look().colour("text_quiet"), width=1))
        self._cursor.setZValue(100)
        self.scene().sigMouseMoved.connect(self._point)
        self.scene().sigMouseClicked.connect(self._pick)

    def show_days(self, first_day: date) -> None:
        """Another day is hour zero."""
        self._time.show_days(first_day)

    def start(self, hours: float, highest: float, read: Read, first_hour: float = 0.0) -> None:
        """Clear it and show [first_hour, first_hour + hours) up to `highest` with some headroom for names."""
        self.clear()
        self.addItem(self._cursor, ignoreBounds=True)
        self._cursor.hide()
        self._read = read
        self.setXRange(first_hour, first_hour + hours, padding=0)
        self.setYRange(0, max(highest, 1e-9) * HEADROOM, padding=0)

    def say(self, text: str) -> None:
        """Clear it and let a sentence stand in the middle."""
        self.start(1.0, 1.0, lambda _hour: "")
        self._read = None
        words = pg.TextItem(text, color=look().colour("text_quiet"), anchor=(0.5, 0.5))
        words.setFont(look().font())
        words.setPos(0.5, HEADROOM / 2)
        self.addItem(words, ignoreBounds=True)

    def leaveEvent(self, event: QEvent) -> None:
        """The pointer is gone: nothing is read out."""
        super().leaveEvent(event)
        self._cursor.hide()
        self.pointed.emit("")

    def hour_at(self, position: QPointF) -> float | None:
        """The hour under a point of the scene, None outside the plot."""
        box = self.getPlotItem().getViewBox()
        if not box.sceneBoundingRect().contains(position):
            return None
        return float(box.mapSceneToView(position).x())

    def _point(self, position: QPointF) -> None:
        hour = self.hour_at(position)
        self._cursor.setVisible(hour is not None and self._read is not None)
        if hour is None or self._read is None:
            self.pointed.emit("")
            return
        self._cursor.setPos(hour)
        self.pointed.emit(self._read(hour))

    def _pick(self, event: object) -> None:
        if getattr(event, "button", lambda: None)() is not Qt.MouseButton.LeftButton:
            return
        hour = self.hour_at(event.scenePos())  # type: ignore[attr-defined]  # pyqtgraph's own untyped event
        if hour is not None:
            self.picked.emit(hour)

"""The axes: time in words (`20:00`, `11日`) and numbers with at most six gridlines from zero."""

from datetime import date, timedelta
from math import ceil, floor

import pyqtgraph as pg
from PySide6.QtCore import QRectF

from app.window.charts.time_step import hour_step
from app.window.charts.value_step import value_step
from app.window.formats import clock_text, number_text, short_day_text
from app.window.look import space
from app.window.look.look import look

TOPMOST = 0.96
"""A gridline nearer to the top has no room for its number."""


class TimeAxis(pg.AxisItem):  # type: ignore[misc]  # pyqtgraph has no types
    """x in hours from the midnight at which `first_day` begins."""

    def __init__(self, first_day: date) -> None:
        super().__init__("bottom")
        self._first = first_day
        quiet(self)

    def show_days(self, first_day: date) -> None:
        """Another day is hour zero."""
        self._first = first_day
        self.picture = None

    def boundingRect(self) -> QRectF:
        """With room for labels that stand at the very ends."""
        return roomy(super().boundingRect())

    def tickValues(self, lowest: float, highest: float, size: float) -> list[tuple[float, list[float]]]:
        """Ticks at full hours or midnights."""
        step = hour_step(highest - lowest, size / look().zoom)
        first, last = ceil(lowest / step), ceil(highest / step)  # the border at the very end has no room for its name
        return [(float(step), [float(number * step) for number in range(first, last)])]

    def tickStrings(self, values: list[float], _scale: float, spacing: float) -> list[str]:
        """Days where the steps are whole days, clock times where they are shorter."""
        if spacing >= 24:
            return [short_day_text(self._first + timedelta(hours=value)) for value in values]
        one_day = self.range[1] - self.range[0] < 25
        return [self._clock(value, one_day) for value in values]

    def _clock(self, hour: float, one_day: bool) -> str:
        days, within = divmod(round(hour * 60), 1440)
        if within == 0 and not one_day:
            return short_day_text(self._first + timedelta(days=days))
        return clock_text(within)


class ValueAxis(pg.AxisItem):  # type: ignore[misc]  # pyqtgraph has no types
    """Numbers from zero, thousands separated."""

    def __init__(self) -> None:
        super().__init__("left")
        quiet(self)
        self.setGrid(255)

    def boundingRect(self) -> QRectF:
        """With room for labels that stand at the very ends."""
        return roomy(super().boundingRect())

    def tickValues(self, lowest: float, highest: float, _size: float) -> list[tuple[float, list[float]]]:
        """At most six steps."""
        step = value_step(max(highest, -lowest))
        first, last = ceil(lowest / step), floor(highest * TOPMOST / step)
        return [(step, [number * step for number in range(first, last + 1)])]

    def tickStrings(self, values: list[float], _scale: float, spacing: float) -> list[str]:
        """Whole numbers unless the steps are smaller."""
        return [number_text(value, 0 if spacing >= 1 else 1) for value in values]


def roomy(place: QRectF) -> QRectF:
    """pyqtgraph leaves out labels that reach over its own bounds."""
    return place.adjusted(-40, -12, 40, 12)


def quiet(axis: pg.AxisItem) -> None:
    """Thin line, quiet letters, no ticks sticking out."""
    axis.setPen(pg.mkPen(look().colour("line")))
    axis.setTextPen(pg.mkPen(look().colour("text_quiet")))
    axis.setStyle(tickFont=look().font(space.QUIET), tickLength=0, tickTextOffset=look().px(6))

"""The time axis of the cover chart: the same pixels as the days of the matrix, or one day across all of them."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from app.window.roster.geometry import Geometry
from forecasts.horizon import Numbers

HOUR_STEPS = (1, 2, 3, 4, 6, 12)


@dataclass(frozen=True, slots=True)
class TimeAxis:
    """`day` None shows the days that the matrix shows, scrolled with it; a number shows that day alone."""

    geometry: Geometry
    per_day: int
    day: int | None = None

    @property
    def left(self) -> int:
        """Where the axis begins: under the first day of the matrix."""
        return self.geometry.frozen_width

    @property
    def width(self) -> int:
        """How far it reaches: as far as the days do."""
        return max(1, min(self.geometry.cells_width, self.geometry.contents_width))

    @property
    def interval_width(self) -> float:
        """Pixels of one interval."""
        return (self.width if self.day is not None else self.geometry.day_width) / self.per_day

    def x(self, interval: float) -> float:
        """Where an interval of the horizon begins."""
        if self.day is not None:
            return self.left + (interval - self.day * self.per_day) * self.interval_width
        return self.left - self.geometry.scroll_x + interval * self.interval_width

    def edges(self, intervals: range) -> Numbers:
        """Where each of these intervals begins."""
        return self.x(0) + np.array(intervals) * self.interval_width

    def interval_at(self, x: float) -> int | None:
        """The interval under an x, None beside the axis."""
        if not self.left <= x < self.left + self.width:
            return None
        interval = int((x - self.x(0)) // self.interval_width)
        return interval if 0 <= interval < self.geometry.days * self.per_day else None

    @property
    def visible(self) -> range:
        """Intervals in view, with those cut by the edges."""
        first = int((self.left - self.x(0)) // self.interval_width)
        last = int((self.left + self.width - self.x(0)) // self.interval_width) + 1
        return range(max(0, first), min(self.geometry.days * self.per_day, last))

    def hour_marks(self, label_width: float) -> Iterator[tuple[float, int]]:
        """x and minute of the hours to label on a single day, as close as the labels allow."""
        room = self.interval_width * self.per_day / 24
        step = next((hours for hours in HOUR_STEPS if hours * room >= label_width * 1.6), HOUR_STEPS[-1])
        for hour in range(0, 25, step):
            yield self.left + hour * room, hour * 60

"""Phases in the chart that can be dragged: an edge alone, or the whole. They snap to a quarter of an hour."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pyqtgraph as pg

from app.window.charts.plot import Plot
from app.window.look.look import look
from forecasts.horizon import Horizon
from forecasts.promotion import Promotion

SNAP_MINUTES = 15
Moved = Callable[[int, int, datetime, datetime], object]
"""Promotion number, phase number, new start and end."""


class PhaseHandle(pg.LinearRegionItem):  # type: ignore[misc]  # pyqtgraph has no types
    """A stretch over the chart; a shorter one lies over a longer one."""

    def __init__(
        self, horizon: Horizon, start: datetime, end: datetime, dropped: Callable[[datetime, datetime], object]
    ):
        hours = [(moment - horizon.start).total_seconds() / 3600 for moment in (start, end)]
        super().__init__(
            hours,
            brush=look().colour("accent", 0.0),
            hoverBrush=look().colour("accent", 0.1),
            pen=pg.mkPen(look().colour("accent", 0.35), width=1),
            hoverPen=pg.mkPen(look().colour("accent"), width=3),
            swapMode="block",
        )
        self._horizon, self._given, self._dropped = horizon, (start, end), dropped
        self.setZValue(10 - min(hours[1] - hours[0], 500) / 100)
        self.sigRegionChangeFinished.connect(self._finished)

    def _finished(self) -> None:
        start, end = (_snapped(self._horizon, float(hour)) for hour in self.getRegion())
        if end <= start:
            end = start + timedelta(minutes=SNAP_MINUTES)
        if (start, end) != self._given:
            self._given = start, end
            self._dropped(start, end)


def _snapped(horizon: Horizon, hour: float) -> datetime:
    return horizon.start + timedelta(minutes=round(hour * 60 / SNAP_MINUTES) * SNAP_MINUTES)


def add_handles(plot: Plot, promotions: tuple[Promotion, ...], horizon: Horizon, moved: Moved) -> list[PhaseHandle]:
    """A handle for each phase that touches the horizon."""
    handles = []
    for number, promotion in enumerate(promotions):
        for position, phase in enumerate(promotion.phases):
            if phase.overlaps(horizon.start, horizon.end):

                def dropped(start: datetime, end: datetime, number: int = number, position: int = position) -> None:
                    moved(number, position, start, end)

                handle = PhaseHandle(horizon, phase.start, phase.end, dropped)
                plot.addItem(handle, ignoreBounds=True)
                handles.append(handle)
    return handles

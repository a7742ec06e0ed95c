"""One state of the cover chart: what is drawn, where and how high."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from PySide6.QtCore import QRect

from app.window.roster.curves import Curves
from app.window.roster.ink import Ink
from app.window.roster.plan import RosterPlan
from app.window.roster.time_axis import TimeAxis
from forecasts.horizon import Numbers

HEADROOM = 1.08
BESIDE = 8
NET_SHARE, NET_APART = 0.32, 6
LEAST_NET = 0.5
"""Agents that the axis of net staffing reaches at least to both sides."""


@dataclass(frozen=True)
class ChartScene:
    """One state of the chart. `pointed`: the interval read out; `chosen`: the interval whose agents are emphasised;
    `part`: the intervals to draw where the others stand already.
    """

    plan: RosterPlan
    curves: Curves
    axis: TimeAxis
    ink: Ink
    height: int
    pointed: int | None = None
    chosen: int | None = None
    part: range | None = None

    @cached_property
    def whole(self) -> QRect:
        """Where the curves and net staffing are: names of phases above, hours below."""
        top = self.ink.quiet_height
        return QRect(self.axis.left, top, self.axis.width, max(1, self.height - top - self.ink.quiet_height - 2))

    @cached_property
    def area(self) -> QRect:
        """Where the curves are."""
        return self.whole.adjusted(0, 0, 0, -round(self.whole.height() * NET_SHARE) - self.ink.px(NET_APART))

    @cached_property
    def net_area(self) -> QRect:
        """Where net staffing is, beneath the curves."""
        return self.whole.adjusted(0, self.whole.height() - round(self.whole.height() * NET_SHARE), 0, 0)

    @property
    def net_name_top(self) -> int:
        """Where its name stands, left of it; the legend ends above."""
        return self.net_area.bottom() + 1 - self.ink.quiet_height

    @cached_property
    def net_span(self) -> tuple[float, float]:
        """The least and the most of net staffing that its axis must reach, 0 among them."""
        net = self.curves.net[self._measured]
        return float(min(net.min(initial=0.0), -LEAST_NET)), float(max(net.max(initial=0.0), LEAST_NET))

    def net_y(self, value: float) -> float:
        """Height of a value of net staffing on screen."""
        return float(self.net_heights(np.array(value)))

    def net_heights(self, values: Numbers) -> Numbers:
        """Heights of several values of net staffing on screen."""
        lowest, highest = self.net_span
        return self.net_area.top() + (highest - values) * (self.net_area.height() / (highest - lowest))

    @property
    def drawn(self) -> slice:
        """The intervals to draw, some more on each side for the lines that lead there."""
        visible, part = self.axis.visible, self.part
        if part is None:
            return slice(visible.start, visible.stop)
        return slice(max(visible.start, part.start - BESIDE), max(visible.start, min(visible.stop, part.stop + BESIDE)))

    @cached_property
    def highest(self) -> float:
        """What the axis must reach: the highest of the horizon, or of the one day shown."""
        curves = self.curves
        drawn = (curves.requirement, curves.cover, *curves.beside.values())
        return float(max(curve[self._measured].max(initial=1.0) for curve in drawn))

    @property
    def _measured(self) -> slice:
        """The intervals that the axes must hold."""
        visible = self.axis.visible
        return slice(None) if self.axis.day is None else slice(visible.start, visible.stop)

    def y(self, value: float) -> float:
        """Height of a value on screen; the highest has a little air."""
        return self.area.bottom() + 1 - value * self._pixels_per_agent

    def heights(self, values: Numbers) -> Numbers:
        """Heights of several values on screen."""
        return self.area.bottom() + 1 - values * self._pixels_per_agent

    @property
    def _pixels_per_agent(self) -> float:
        return self.area.height() / (self.highest * HEADROOM)

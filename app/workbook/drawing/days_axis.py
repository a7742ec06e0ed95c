"""The time axis of a picture: days in words, phases as named bands above."""

from collections.abc import Iterable
from datetime import datetime

import numpy as np
from matplotlib.axes import Axes
from matplotlib.lines import Line2D

from app.wording.names import name_of
from app.workbook.book import width_of
from app.workbook.drawing.canvas import LINE, PHASE, QUIET, REST, SMALL, day_words
from app.workbook.labels import is_rest_day
from forecasts.day_kinds import Calendar
from forecasts.horizon import Horizon, Numbers
from forecasts.promotion import Promotion

CHARACTERS_ACROSS = 150
"""How many small letters fit over the whole width; phases closer than their names stand a line higher."""
BETWEEN_BANDS = 0.5
"""Hours left free where one phase follows another at once."""
FULL_NAMES_UP_TO = 10
"""Most days that can bear their weekday."""


def hours_of(horizon: Horizon) -> Numbers:
    """Start of every interval in hours from the first midnight, shape (intervals,)."""
    return np.arange(horizon.intervals, dtype=np.float64) * np.float64(horizon.interval_hours)


def label_days(axes: Axes, horizon: Horizon, calendar: Calendar) -> None:
    """A name at the middle of each day; days of rest in red, a line at each midnight."""
    axes.set_xlim(0, 24 * horizon.days)
    days = [horizon.day(number) for number in range(horizon.days)]
    names = [day_words(day) if horizon.days <= FULL_NAMES_UP_TO else f"{day:%m-%d}" for day in days]
    axes.set_xticks([24 * number + 12 for number in range(horizon.days)], names)
    for day, label in zip(days, axes.get_xticklabels(), strict=True):
        label.set_color(REST if is_rest_day(day, None, calendar) else QUIET)
    for other in axes.figure.axes:
        for number in range(1, horizon.days):
            other.axvline(24 * number, color=LINE, linewidth=0.8, zorder=0)


def mark_phases(axes: Axes, horizon: Horizon, promotions: Iterable[Promotion]) -> None:
    """A band with its name above the axes for each phase inside the horizon."""
    ends: list[float] = []
    phases = sorted((phase for p in promotions for phase in p.phases), key=lambda phase: phase.start)
    for phase in phases:
        start, end = _hours(horizon, phase.start), _hours(horizon, phase.end)
        if start >= end:
            continue
        name = name_of(phase.kind)
        level = next((n for n, taken in enumerate(ends) if taken <= start), len(ends))
        reach = max(end, start + 24 * horizon.days * width_of([name], 0) / CHARACTERS_ACROSS)
        ends[level : level + 1] = [reach]
        height = 1.02 + 0.09 * level
        above = axes.get_xaxis_transform()
        band = Line2D([start, end - BETWEEN_BANDS], [height, height], color=PHASE, linewidth=2, transform=above)
        band.set_clip_on(False)
        axes.add_artist(band)
        axes.text(start, height + 0.01, name, fontsize=SMALL - 1, color=QUIET, transform=above, va="bottom")


def _hours(horizon: Horizon, moment: datetime) -> float:
    """Hours from the first midnight, kept inside the horizon."""
    return min(24.0 * horizon.days, max(0.0, horizon.minute(moment) / 60))

"""The forecast day by day, in the numbers that a lead looks for."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import numpy as np

from forecasts.forecast import Volume
from forecasts.horizon import Horizon, Numbers


@dataclass(frozen=True, slots=True)
class ForecastDay:
    """`mean` inquiries of the day; the busiest interval's start in minutes and its P50 and P90; the phases of the
    day; `before`: inquiries of the same day of the last promotion or None.
    """

    day: date
    mean: float
    peak_minute: int
    peak_p50: float
    peak_p90: float
    phases: tuple[str, ...]
    before: float | None


def forecast_days(horizon: Horizon, volume: Volume, before: Numbers | None) -> tuple[ForecastDay, ...]:
    """One entry per day. Only means are added up: quantiles of a day are not sums of quantiles."""
    per_day = horizon.intervals_per_day
    return tuple(
        _day(horizon, number, volume, slice(number * per_day, (number + 1) * per_day), before)
        for number in range(horizon.days)
    )


def _day(horizon: Horizon, number: int, volume: Volume, part: slice, before: Numbers | None) -> ForecastDay:
    peak = part.start + int(np.argmax(volume.p50[part]))
    earlier = None if before is None else float(before[part].sum())
    return ForecastDay(
        day=horizon.day(number),
        mean=float(volume.mean[part].sum()),
        peak_minute=(peak - part.start) * horizon.interval_minutes,
        peak_p50=float(volume.p50[peak]),
        peak_p90=float(volume.p90[peak]),
        phases=tuple(_unique(volume.phases[part])),
        before=None if earlier is None or not np.isfinite(earlier) else earlier,
    )


def _unique(names: Iterable[str]) -> list[str]:
    return [name for name in dict.fromkeys(names) if name]

"""What a person decides against the forecast, kept as a layer above it: a recomputed forecast gets it again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

import numpy as np
from numpy.typing import NDArray

from forecasts.forecast import Forecast, Volume
from forecasts.history import SeriesKey
from forecasts.horizon import Horizon, Numbers
from forecasts.source import Provenance, Source

SPREAD_FROM_NOTHING = 0.5
"""Log deviation of a typed volume where the forecast expected none and so has no range to scale."""
NORMAL_P90 = 1.2816


@dataclass(frozen=True, slots=True)
class Override:
    """From `start` to `end`, any stretch of the clock: either `inquiries` in total or a `factor` on the forecast.

    It concerns one `shop` or `skill`, "" all; a total is shared among the series concerned. Raises ValueError for a
    stretch without length, for both or neither of the numbers, or a negative or infinite one.
    """

    start: datetime
    end: datetime
    inquiries: float | None = None
    factor: float | None = None
    shop: str = ""
    skill: str = ""
    note: str = ""

    def __post_init__(self) -> None:
        typed = [number for number in (self.inquiries, self.factor) if number is not None]
        if self.end <= self.start:
            raise ValueError(f"an override ends after it starts, {self.end} is not after {self.start}")
        if len(typed) != 1 or not 0 <= typed[0] < np.inf:
            raise ValueError(f"an override has either inquiries or a factor of at least 0: {typed}")

    def concerns(self, key: SeriesKey) -> bool:
        """Whether a series is meant."""
        return self.shop in ("", key.shop) and self.skill in ("", key.skill)


def whole_day(day: date, *, inquiries: float | None = None, factor: float | None = None, **about: str) -> Override:
    """An override of one day, midnight to midnight."""
    start = datetime.combine(day, time())
    return Override(start, start + timedelta(days=1), inquiries, factor, **about)


@dataclass(frozen=True, eq=False, slots=True)
class Overridden:
    """The forecast with overrides applied; `marks` per series the number of the override that had the last word in
    each interval, −1 where the forecast stands, shape (intervals,).
    """

    forecast: Forecast
    marks: Mapping[SeriesKey, NDArray[np.int64]]


def overridden(made: Forecast, overrides: Sequence[Override]) -> Overridden:
    """Apply overrides in order, each to what the ones before it left. The forecast itself is not changed.

    A total keeps the forecast's shape over the clock; where nothing was expected it takes the shape of the series'
    other days, and where there is none is spread evenly. A stretch that the horizon holds in part gets its part.
    """
    series = dict(made.series)
    marks = {key: np.full(made.horizon.intervals, -1) for key in series}
    sources = {key: list(made.sources.get(key, ())) for key in series}
    for number, override in enumerate(overrides):
        share = _share(override, made.horizon)
        concerned = [key for key, _ in made if override.concerns(key) and share.any()]
        wanted = _wanted(override, share, [series[key] for key in concerned], made.horizon)
        for key, volume in zip(concerned, wanted, strict=True):
            series[key] = _replaced(series[key], volume, share)
            marks[key][share > 0] = number
            typed = override.inquiries if override.inquiries is not None else override.factor
            sources[key].append(Provenance("override", Source.TYPED, f"{override.start:%Y-%m-%d %H:%M}", typed))
    told = {key: tuple(listed) for key, listed in sources.items()}
    return Overridden(replace(made, series=series, sources=told), marks)


def _share(override: Override, horizon: Horizon) -> Numbers:
    """Part of each interval inside the stretch, 0–1, shape (intervals,)."""
    step = horizon.interval_minutes
    begins = np.arange(horizon.intervals) * step
    start, end = horizon.minute(override.start), horizon.minute(override.end)
    return np.asarray(np.clip(np.minimum(begins + step, end) - np.maximum(begins, start), 0, step) / step)


def _wanted(override: Override, share: Numbers, volumes: Sequence[Volume], horizon: Horizon) -> list[Numbers]:
    """The new P50 of the part inside the stretch for each series."""
    if override.factor is not None:
        return [volume.p50 * share * override.factor for volume in volumes]
    within = float(share.sum()) * horizon.interval_minutes
    length = (override.end - override.start) / timedelta(minutes=1)
    total = (override.inquiries or 0.0) * min(within / length, 1.0)
    shapes = [volume.p50 * share for volume in volumes]
    if not any(shape.any() for shape in shapes):
        shapes = [_other_days(volume, horizon) * share for volume in volumes]
    if not any(shape.any() for shape in shapes):
        shapes = [share for _ in volumes]
    together = sum(float(shape.sum()) for shape in shapes)
    return [shape * (total / together) for shape in shapes]


def _other_days(volume: Volume, horizon: Horizon) -> Numbers:
    """The mean day of the series, repeated."""
    day = volume.p50.reshape(horizon.days, -1).mean(axis=0)
    return np.tile(day, horizon.days)


def _replaced(volume: Volume, inside: Numbers, share: Numbers) -> Volume:
    """P50 inside the stretch replaced; ranges keep their proportion, a typed zero has none."""
    middle = volume.p50 * (1 - share) + inside
    touched = share > 0
    factor = np.divide(middle, volume.p50, out=np.zeros_like(middle), where=volume.p50 > 0)
    low, high = np.exp(-NORMAL_P90 * SPREAD_FROM_NOTHING), np.exp(NORMAL_P90 * SPREAD_FROM_NOTHING)
    new = touched & (volume.p50 <= 0)

    def scaled(table: Numbers, from_nothing: float) -> Numbers:
        return np.where(touched, np.where(new, middle * from_nothing, table * factor), table)

    return replace(
        volume,
        p10=scaled(volume.p10, low),
        p50=scaled(volume.p50, 1.0),
        p90=scaled(volume.p90, high),
        mean=scaled(volume.mean, 1.0),
    )

"""First-half-hour risk: what the first 30 minutes of a phase that begins with a burst may bring.

The half hour decides whether customers wait or leave, and it is over before anybody can be called in. Its quantiles are
those of the half hour as a whole, from sample paths: those of its intervals must not be added.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

import numpy as np

from forecasts.forecast import Forecast, Volume
from forecasts.history import SeriesKey
from forecasts.horizon import Horizon
from forecasts.phase_calendar import BURST_KINDS, NamedPhase, named_phases
from forecasts.promotion import Promotion
from forecasts.sample_paths import stretch_paths

FIRST_MINUTES = 30
OPENING = "opening"
"""A main day that goes on where the opening ended begins with no burst of its own."""
PATHS, SEED = 2000, 1
HALF_AGAIN = 1.5
"""So many times what is expected is more than agents planned for it can serve."""


@dataclass(frozen=True, slots=True)
class OpeningRisk:
    """The first `minutes` of a phase of one series: `expected` and `p90` inquiries, and the `chance` (0–1) of more than
    half as much again as expected. `minutes` is 30, or one interval where intervals are longer.
    """

    key: SeriesKey
    promotion: str
    phase: str
    start: datetime
    minutes: int
    expected: float
    p90: float
    chance: float


def opening_risks(made: Forecast, promotions: Sequence[Promotion]) -> tuple[OpeningRisk, ...]:
    """The risk of every phase that begins with a burst inside the horizon, by start, then series."""
    horizon, named = made.horizon, named_phases(promotions)
    opened = {(one.promotion, one.phase.end) for one in named if one.phase.kind == OPENING}
    bursts = [
        one
        for one in named
        if one.bursts
        and horizon.start <= one.phase.start < horizon.end
        and (one.phase.kind in BURST_KINDS or (one.promotion, one.phase.start) not in opened)
    ]
    return tuple(_risk(one, key, volume, horizon) for one in bursts for key, volume in made)


def _risk(named: NamedPhase, key: SeriesKey, volume: Volume, horizon: Horizon) -> OpeningRisk:
    first = horizon.minute(named.phase.start) // horizon.interval_minutes
    minutes = _intervals(horizon) * horizon.interval_minutes
    figures = _half_hour(volume, horizon, first)
    return OpeningRisk(key, named.promotion, named.phase.kind, named.phase.start, minutes, *figures)


def riskiest(risks: Sequence[OpeningRisk], skill: str) -> OpeningRisk | None:
    """The one that may bring most to a skill."""
    return max((risk for risk in risks if risk.key.skill == skill), key=lambda risk: risk.p90, default=None)


def _intervals(horizon: Horizon) -> int:
    return max(1, FIRST_MINUTES // horizon.interval_minutes)


def _half_hour(volume: Volume, horizon: Horizon, first: int) -> tuple[float, float, float]:
    """Expected, P90 and the chance of half as much again of the intervals from `first` on."""
    cut = slice(first, first + _intervals(horizon))
    p10, p50, p90, mean = (table[cut] for table in (volume.p10, volume.p50, volume.p90, volume.mean))
    part = replace(volume, p10=p10, p50=p50, p90=p90, mean=mean, phases=volume.phases[cut], work=volume.work[cut])
    totals = stretch_paths(part, horizon.interval_minutes, PATHS, SEED).sum(axis=1)
    expected = float(mean.sum())
    return expected, float(np.quantile(totals, 0.9)), float((totals > HALF_AGAIN * expected).mean())

"""The chance that the first half hour of a phase needs more agents than there are."""

from dataclasses import dataclass
from datetime import datetime

import numpy as np

from forecasts.horizon import Horizon, Numbers
from forecasts.opening_risk import FIRST_MINUTES
from forecasts.phase_calendar import named_phases
from forecasts.promotion import Promotion
from scheduler.staffing.requirement import QUANTILES, SkillRequirement

_CHANCES = (0.5, 0.8, 0.9)
LEAST, MOST = 0.1, 0.5
"""Beyond P90 and below P50 the requirement is not known: the chance is then less than, or more than, these."""


@dataclass(frozen=True, slots=True)
class OpeningCover:
    """`start` of the phase; `chance` that volume asks for more than `there`; the requirement at each quantile."""

    start: datetime
    chance: float
    there: float
    needed: tuple[float, ...]


def opening_cover(
    horizon: Horizon, promotions: tuple[Promotion, ...], part: SkillRequirement, cover: Numbers | None
) -> OpeningCover | None:
    """The riskiest phase that begins with a burst; `cover` of the roster, else what is required counts as there. None
    without such a phase or without the requirement at several quantiles.
    """
    starts = [named.phase.start for named in named_phases(promotions) if named.bursts]
    inside = [start for start in starts if horizon.start <= start < horizon.end]
    if not inside or any(name not in part.curves for name in QUANTILES):
        return None
    there = part.requirement if cover is None else cover
    return max((_risk(horizon, start, part, there) for start in inside), key=lambda risk: risk.chance)


def _risk(horizon: Horizon, start: datetime, part: SkillRequirement, there: Numbers) -> OpeningCover:
    first = horizon.minute(start) // horizon.interval_minutes
    span = range(first, min(horizon.intervals, first + max(1, FIRST_MINUTES // horizon.interval_minutes)))
    risks = []
    for interval in span:
        needed = tuple(float(part.curves[name][interval]) for name in QUANTILES)
        risks.append(OpeningCover(start, _chance(float(there[interval]), needed), float(there[interval]), needed))
    return max(risks, key=lambda risk: risk.chance)


def _chance(there: float, needed: tuple[float, ...]) -> float:
    """1 - the quantile whose requirement is what there is; between quantiles by interpolation."""
    rising = np.maximum.accumulate(np.array(needed) + np.arange(len(needed)) * 1e-9)
    return float(1 - np.interp(there, rising, _CHANCES))

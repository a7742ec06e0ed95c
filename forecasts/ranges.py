"""P10 and P90 from the errors made in rehearsal.

Errors are standardised by their usual size (`error_spread`). How far the bands must be widened to hold eight of ten
outcomes they have not seen is measured too: each rehearsal is judged by the bands of the others (conformal prediction,
leaving one origin out).
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from forecasts.day_matrix import Weekdays
from forecasts.dependence import USUAL_DEPENDENCE, Dependence, dependence
from forecasts.error_spread import Spread, fitted_spread
from forecasts.horizon import Numbers

USUALLY_WIDENED = 1.25
"""Measured: bands from past errors are too narrow by about this factor; taken where it cannot be measured."""
LEAST_WIDENED, MOST_WIDENED = 1.0, 2.0
LEAST_ORIGINS = 4
HALF_LIFE_ORIGINS = 3.0
"""The weight of an origin halves with so many later ones, which are a week apart."""
HELD = 0.8
"""Part of the outcomes between P10 and P90."""
USUAL_PHI = 0.04
"""Relative variance assumed when nothing could be rehearsed (20 % deviation)."""
NORMAL_P90 = 1.2816
LEAST_ERRORS = 40
"""Standardised errors a week of leads needs for bands of its own."""
TAILS_ALIKE = 0.5
"""Part of each tail taken from both: one tail of so few weeks tells little of the next weeks' (measured)."""
GROWTH_PER_WEEK = 0.1
"""Bands widen by this per week beyond the farthest week rehearsed."""


@dataclass(frozen=True, eq=False, slots=True)
class Rehearsed:
    """One origin: `expected` and `actual` (days, intervals per day), NaN where unknown; `lead_weeks` (days,)."""

    expected: Numbers
    actual: Numbers
    lead_weeks: Weekdays


@dataclass(frozen=True, eq=False, slots=True)
class Ranges:
    """The usual `spread` of an error, `low` and `high` (weeks,) standardised P10 (≤ 0) and P90 (≥ 0) per lead week from
    0, how errors of a day hang together, and whether all this was measured or only assumed.
    """

    spread: Spread
    low: Numbers
    high: Numbers
    dependence: Dependence = USUAL_DEPENDENCE
    measured: bool = True

    def around(self, expected: Numbers, lead_weeks: Weekdays) -> tuple[Numbers, Numbers]:
        """Distances down and up from `expected` (…, intervals per day), with its lead weeks in the same shape."""
        spread = self.spread.of(expected)
        known = np.minimum(lead_weeks, len(self.low) - 1)
        farther = 1 + GROWTH_PER_WEEK * (lead_weeks - known)
        return -self.low[known] * spread * farther, self.high[known] * spread * farther


def ranges(rehearsed: Sequence[Rehearsed], interval_minutes: int) -> Ranges:
    """Bands from rehearsed intervals (latest origin first), as wide as leaving each origin out shows that they must
    be.
    """
    errors = [np.where(one.expected > 0, one.actual - one.expected, np.nan) for one in rehearsed]
    if sum(np.isfinite(one).sum() for one in errors) < LEAST_ERRORS:
        return Ranges(Spread(USUAL_PHI), np.array([-NORMAL_P90]), np.array([NORMAL_P90]), measured=False)
    spread = fitted_spread(errors, [one.expected for one in rehearsed])
    tables = [spread.standardised(off, one.expected) for off, one in zip(errors, rehearsed, strict=True)]
    standardised = [_flat(table, one.lead_weeks) for table, one in zip(tables, rehearsed, strict=True)]
    low, high = _bands(standardised)
    widened = _widened(standardised)
    return Ranges(spread, widened * low, widened * high, dependence(np.concatenate(tables), interval_minutes))


def _flat(table: Numbers, lead_weeks: Weekdays) -> tuple[Numbers, Weekdays]:
    """Standardised errors and lead weeks of the intervals to judge."""
    there = np.isfinite(table)
    return table[there], np.broadcast_to(lead_weeks[:, None], table.shape)[there]


def _bands(standardised: list[tuple[Numbers, Weekdays]]) -> tuple[Numbers, Numbers]:
    """P10 and P90 of the standardised errors per lead week, of all weeks where one has too few."""
    scores, lead_weeks = (np.concatenate([one[part] for one in standardised]) for part in (0, 1))
    every = np.quantile(scores, (0.1, 0.9))
    own = [scores[lead_weeks == week] for week in range(int(lead_weeks.max()) + 1)]
    pairs = np.array([np.quantile(z, (0.1, 0.9)) if len(z) >= LEAST_ERRORS else every for z in own])
    both = (pairs[:, 1] - pairs[:, 0]) / 2
    low = (1 - TAILS_ALIKE) * pairs[:, 0] - TAILS_ALIKE * both
    high = (1 - TAILS_ALIKE) * pairs[:, 1] + TAILS_ALIKE * both
    return np.minimum(low, 0.0), np.maximum(high, 0.0)


def _widened(standardised: list[tuple[Numbers, Weekdays]]) -> float:
    """The factor by which bands of the other origins must grow to hold eight of ten outcomes of an origin.

    Latest origins count most, for series grow restless before a season (weights as in Barber, Candès, Ramdas &
    Tibshirani 2023). Split conformal prediction asks for the (n + 1) / n-th part more than that of n outcomes alike;
    those of one week hang together, so n counts the weeks rehearsed.
    """
    there = [one for one in standardised if len(one[0])]
    if len(there) < LEAST_ORIGINS:
        return USUALLY_WIDENED
    needed = [_needed(one, there[:number] + there[number + 1 :]) for number, one in enumerate(there)]
    weights = 0.5 ** (np.arange(len(there)) / HALF_LIFE_ORIGINS)
    alike = sum(len(np.unique(weeks)) for _, weeks in there)
    each = np.concatenate([np.full(len(one), weight / len(one)) for one, weight in zip(needed, weights, strict=True)])
    held = min(HELD * (alike + 1) / alike, 1.0)
    return float(np.clip(_weighted_quantile(np.concatenate(needed), each, held), LEAST_WIDENED, MOST_WIDENED))


def _weighted_quantile(values: Numbers, weights: Numbers, share: float) -> float:
    """The value below which a share of the weight lies, interpolated."""
    order = np.argsort(values)
    below = np.cumsum(weights[order]) - 0.5 * weights[order]
    return float(np.interp(share, below / weights.sum(), values[order]))


def _needed(one: tuple[Numbers, Weekdays], others: list[tuple[Numbers, Weekdays]]) -> Numbers:
    """The factor each outcome of an origin would have needed to lie within the bands of the others."""
    low, high = _bands(others)
    scores, weeks = one
    week = np.minimum(weeks, len(low) - 1)
    border = np.where(scores > 0, high[week], -low[week])
    return np.asarray(np.divide(np.abs(scores), border, out=np.full(len(scores), MOST_WIDENED), where=border > 0))

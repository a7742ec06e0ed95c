"""Ordinary days by a driver: planned visitors or orders × inquiry rate, blended with the other methods."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from forecasts.cleaning import Cleaned
from forecasts.driver import Driver, effective
from forecasts.horizon import Numbers
from forecasts.ordinary import Ordinary

RATE_WEEKS = 8
LEAST_RATES = 7
"""Days with both inquiries and driver that a rate needs."""
LEAST_REHEARSALS = 4
HALF = 0.5
"""Weight of the driver until rehearsals tell."""
SHARPNESS = 6.0
OWN_WEIGHT_AT = 0.5
"""A plan this far (in logarithms) from the driver's usual is followed alone, for the other methods know nothing of it;
less so when rehearsals showed that the driver tells little.
"""
LEAST_NARROWED = 0.5
"""Bands shrink by no more than this: a plan has errors of its own."""


@dataclass(frozen=True, eq=False, slots=True)
class Driven:
    """Ordinary days after the driver's word; `weight` it has, `rate` inquiries per unit, `planned` (days,) flags."""

    days: Ordinary
    weight: float
    rate: float
    planned: NDArray[np.bool_]


def driven(cleaned: Cleaned, days: Ordinary, driver: Driver, promoted: NDArray[np.bool_]) -> Driven | None:
    """Blend rate × driver into the daily totals where it is planned; None when no rate can be learnt. `promoted` days
    stay as they are: what the plan says about a phase is its growth, not a stronger ordinary day.

    The rate is the weekday's median over eight weeks of ordinary days. Half and half with the other methods until
    four rehearsals (with the driver as it came) tell, then by (1 / error)^6 as among those.
    """
    matrix = cleaned.matrix
    span = (days.first_day - matrix.first_day).days + len(days.counts)
    values = effective(driver, matrix.first_day, max(span, matrix.days))
    past = cleaned.past()
    rates = _rates(past.totals, values[: matrix.days], past.weekdays)
    if rates is None:
        return None
    weight, narrowed = _weight(cleaned, days, values)
    first = span - len(days.counts)
    ahead = values[first:span]
    weekdays = (matrix.first_day.weekday() + first + np.arange(len(ahead))) % 7
    said = rates[weekdays] * ahead
    usual = days.counts.sum(axis=1)
    planned = np.isfinite(said)
    alone = np.clip(np.abs(_departure(values, matrix.days, ahead)) / OWN_WEIGHT_AT, 0.0, 1.0)
    own = np.maximum(weight, alone * min(1.0, weight / HALF))
    total = np.where(planned & ~promoted, own * np.nan_to_num(said) + (1 - own) * usual, usual)
    factor = np.divide(total, usual, out=np.ones_like(usual), where=usual > 0)
    bands = replace(days.bands, low=narrowed * days.bands.low, high=narrowed * days.bands.high)
    told = replace(days, counts=days.counts * factor[:, None], bands=bands if planned.all() else days.bands)
    return Driven(told, weight, float(np.median(rates)), planned)


def _rates(totals: Numbers, values: Numbers, weekdays: NDArray[np.int64]) -> Numbers | None:
    """Median of inquiries / driver per weekday over the last eight weeks, of all days where a weekday has none."""
    known = np.flatnonzero(np.isfinite(totals) & np.isfinite(values) & (np.nan_to_num(values) > 0))
    known = known[known >= len(totals) - 7 * RATE_WEEKS]
    if len(known) < LEAST_RATES:
        return None
    ratios = totals[known] / values[known]
    rates = np.full(7, np.median(ratios))
    for weekday in np.unique(weekdays[known]):
        rates[weekday] = np.median(ratios[weekdays[known] == weekday])
    return rates


def _departure(values: Numbers, past_days: int, ahead: Numbers) -> Numbers:
    """Log of planned over usual driver (median of the last eight weeks); 0 where unknown."""
    recent = values[max(0, past_days - 7 * RATE_WEEKS) : past_days]
    recent = recent[np.isfinite(recent) & (np.nan_to_num(recent) > 0)]
    log = np.zeros(len(ahead))
    there = np.isfinite(ahead) & (np.nan_to_num(ahead) > 0)
    if len(recent):
        spread = np.log(np.quantile(recent, (0.1, 0.9)))
        log[there] = np.log(ahead[there])
        log[there] -= np.clip(log[there], spread[0], spread[1])
    return log


def _weight(cleaned: Cleaned, days: Ordinary, values: Numbers) -> tuple[float, float]:
    """Weight of the driver, and how much narrower the bands become by it."""
    past, errors = cleaned.past(), []
    for rehearsal in days.blend.rehearsals:
        rates = _rates(past.totals[: rehearsal.origin], values[: rehearsal.origin], past.weekdays[: rehearsal.origin])
        number = rehearsal.origin + rehearsal.leads - 1
        if rates is None:
            continue
        said = np.stack([rates[past.weekdays[number]] * values[number], days.blend.rehearsed(rehearsal)])
        off = said - rehearsal.actual
        if np.isfinite(off).all(axis=0).any():
            errors.append(off[:, np.isfinite(off).all(axis=0)])
    if len(errors) < LEAST_REHEARSALS:
        return HALF, 1.0
    off = np.concatenate(errors, axis=1)
    driver, other = np.maximum(np.abs(off).mean(axis=1), 1e-9)
    weight = float(1 / (1 + (driver / other) ** SHARPNESS))
    mixed = np.abs(weight * off[0] + (1 - weight) * off[1]).mean()
    return weight, float(np.clip(mixed / other, LEAST_NARROWED, 1.0))

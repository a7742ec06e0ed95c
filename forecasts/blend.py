"""The pool of small methods, weighted by how well each did in rehearsal."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from forecasts.horizon import Numbers
from forecasts.methods import METHODS, OF_A_YEAR
from forecasts.methods.last_year import YEAR_DAYS
from forecasts.past import Leads, Past
from forecasts.rehearsal import Rehearsal, rehearse

SHARPNESS = 6.0
"""Weight of a method is (1 / mean absolute error) to this power."""
WEEKS_TO_BLEND = 6
YEAR_AND_MORE = YEAR_DAYS + 28
"""Days of the past from which on methods that look a year back take part."""
ALONE = "core10"
"""The method used while the past is shorter than that."""


@dataclass(frozen=True, eq=False, slots=True)
class Blend:
    """Weights by method name, sum 1, the rehearsals they came from, and the names of the methods that take part."""

    weights: dict[str, float]
    rehearsals: tuple[Rehearsal, ...]
    pool: tuple[str, ...] = (ALONE,)

    def totals(self, past: Past, leads: Leads) -> Numbers:
        """Daily totals ahead, shape (leads,), never below 0."""
        parts = [weight * METHODS[name](past, leads) for name, weight in self.weights.items() if weight > 0]
        return np.asarray(np.maximum(np.sum(parts, axis=0), 0.0))

    def rehearsed(self, rehearsal: Rehearsal) -> Numbers:
        """What the blend would have said in one rehearsal, shape (leads,): with the weights that the other rehearsals
        give, for weights chosen on the very errors to be judged look better than they are.
        """
        others = tuple(other for other in self.rehearsals if other is not rehearsal)
        weights = _weights(others, self.pool) if others and self.name != ALONE else self.weights
        return np.asarray(np.array(list(weights.values())) @ rehearsal.totals)

    @property
    def name(self) -> str:
        """`core10` alone, or the blend."""
        return "blend" if sum(weight > 0 for weight in self.weights.values()) > 1 else ALONE


def blend(past: Past, leads: Leads) -> Blend:
    """Weights from up to eight rehearsals at the same distance; under six weeks of days the core method alone."""
    rehearsals = rehearse(past, leads, METHODS)
    alone = Blend({name: float(name == ALONE) for name in METHODS}, rehearsals)
    if _weeks(past) < WEEKS_TO_BLEND or not rehearsals:
        return alone
    pool = tuple(name for name in METHODS if name not in OF_A_YEAR or len(past.totals) >= YEAR_AND_MORE)
    return Blend(_weights(rehearsals, pool), rehearsals, pool)


def _weights(rehearsals: tuple[Rehearsal, ...], pool: Sequence[str]) -> dict[str, float]:
    errors = np.nanmean(np.concatenate([np.abs(r.totals - r.actual) for r in rehearsals], axis=1), axis=1)
    errors[[name not in pool for name in METHODS]] = np.inf
    best = errors.min()
    weights = (best / errors) ** SHARPNESS if best > 0 else (errors <= 0).astype(float)
    return dict(zip(METHODS, (weights / weights.sum()).tolist(), strict=True))


def _weeks(past: Past) -> float:
    known = past.known()
    open_weekdays = len(np.unique(past.weekdays[known]))
    return len(known) / open_weekdays if open_weekdays else 0.0

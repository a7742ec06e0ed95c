"""Inner backtests: every method forecasts stretches of the past it has not seen."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from forecasts.horizon import Numbers
from forecasts.methods import Method
from forecasts.past import Leads, Past

ORIGINS = 8
LONGEST_LEAD = 28
LEAST_PAST = 7
"""Known days an origin needs before it."""
LEAST_SEEN = 3
"""Known days an origin needs after it."""


@dataclass(frozen=True, eq=False, slots=True)
class Rehearsal:
    """One origin: the first `origin` days were known; `totals` (methods, leads) forecast, `actual` (leads,)."""

    origin: int
    leads: Leads
    totals: Numbers
    actual: Numbers


def rehearse(past: Past, leads: Leads, methods: Mapping[str, Method]) -> tuple[Rehearsal, ...]:
    """Up to eight rehearsals, a week apart, as far ahead as the past allows and the horizon asks; may be empty."""
    done: list[Rehearsal] = []
    inner = inner_leads(past, leads)
    for origin in range(len(past.totals) - int(inner[-1]), LEAST_PAST - 1, -7):
        if len(done) == ORIGINS:
            break
        known = past.until(origin)
        actual = past.totals[origin + inner - 1]
        if len(known.known()) >= LEAST_PAST and np.isfinite(actual).sum() >= LEAST_SEEN:
            totals = np.stack([method(known, inner) for method in methods.values()])
            done.append(Rehearsal(origin, inner, totals, actual))
    return tuple(done)


def inner_leads(past: Past, leads: Leads) -> Leads:
    """The leads to rehearse: at least a week, as far ahead as asked but leaving six weeks to learn from."""
    last = int(np.clip(min(leads[-1], len(past.totals) - 42, LONGEST_LEAD), 7, None))
    first = max(1, last - max(6, int(leads[-1] - leads[0])))
    return np.arange(first, last + 1)

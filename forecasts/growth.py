"""How much stronger a phase will be than the earlier one, by what a driver plans for it."""

from collections.abc import Sequence
from datetime import timedelta

import numpy as np

from forecasts.driver import Driver, effective
from forecasts.phase_calendar import NamedPhase, owners

USUAL_DAYS = 28
LEAST_USUAL_DAYS = 7
LARGEST = 5.0
"""A growth beyond five times either way is not believed."""


def driver_uplift(driver: Driver, named: NamedPhase, phases: Sequence[NamedPhase]) -> float | None:
    """The driver during a phase over its usual before it: mean of the phase's days (by their share of the phase) over
    the median of four weeks without phases before it. None where either is not known.
    """
    start, end = named.phase.start, named.phase.end
    first = start.date() - timedelta(days=USUAL_DAYS)
    days = (end.date() - first).days + 1
    values = effective(driver, first, days)
    owner = owners(phases, first, days).reshape(days, -1)
    usual = values[:USUAL_DAYS][(owner[:USUAL_DAYS] < 0).all(axis=1)]
    usual = usual[np.isfinite(usual)]
    inside = owners([named], first, days).reshape(days, -1) >= 0
    minutes = inside.sum(axis=1)
    within = minutes > 0
    if len(usual) < LEAST_USUAL_DAYS or not np.isfinite(values[within]).all() or np.median(usual) <= 0:
        return None
    return float(np.average(values[within], weights=minutes[within]) / np.median(usual))


def growth(
    driver: Driver, new: NamedPhase, earlier: Sequence[NamedPhase], phases: Sequence[NamedPhase]
) -> float | None:
    """Driver uplift of the new phase over that of the earlier ones it is learnt from; None where not known."""
    now = driver_uplift(driver, new, phases)
    then = [one for one in (driver_uplift(driver, other, phases) for other in earlier) if one is not None and one > 0]
    if now is None or now <= 0 or not then:
        return None
    return float(np.clip(now / np.exp(np.mean(np.log(then))), 1 / LARGEST, LARGEST))

"""Whether a series is long enough to forecast from."""

import numpy as np

from forecasts.cleaning import Cleaned
from forecasts.cleaning_findings import about
from forecasts.findings import Finding, Level
from forecasts.history import SeriesKey

LEAST_WHOLE_DAYS = 7
SURE_WEEKS = 4


def is_sure(cleaned: Cleaned) -> bool:
    """Whether four weeks of whole days are there, weekdays on which the shop is closed left aside."""
    known = cleaned.past().known()
    open_weekdays = max(1, len(np.unique(cleaned.matrix.weekdays()[known])))
    return cleaned.whole_days >= SURE_WEEKS * open_weekdays


def length_findings(key: SeriesKey, cleaned: Cleaned) -> list[Finding]:
    """FC01 for fewer than seven whole days, an error; FC02 for a short history, a warning."""
    if cleaned.whole_days < LEAST_WHOLE_DAYS:
        return [about("FC01", key, {"days": cleaned.whole_days, "needed": LEAST_WHOLE_DAYS}, Level.ERROR)]
    return [] if is_sure(cleaned) else [about("FC02", key, {"days": cleaned.whole_days}, Level.WARNING)]

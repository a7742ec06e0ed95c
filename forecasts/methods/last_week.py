"""Each weekday as it was last time."""

import numpy as np

from forecasts.horizon import Numbers
from forecasts.methods.same_weekdays import of_latest
from forecasts.past import Leads, Past


def last_week(past: Past, leads: Leads) -> Numbers:
    """Seasonal naive over a week."""
    return of_latest(past, leads, 1, np.mean)

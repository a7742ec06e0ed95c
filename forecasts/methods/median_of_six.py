"""The median of the last six same weekdays."""

import numpy as np

from forecasts.horizon import Numbers
from forecasts.methods.same_weekdays import of_latest
from forecasts.past import Leads, Past


def median_of_six(past: Past, leads: Leads) -> Numbers:
    """Median of the last six totals of the weekday."""
    return of_latest(past, leads, 6, np.median)

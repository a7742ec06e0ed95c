"""The mean of the last four same weekdays, the classic of planning."""

import numpy as np

from forecasts.horizon import Numbers
from forecasts.methods.same_weekdays import of_latest
from forecasts.past import Leads, Past


def mean_of_four(past: Past, leads: Leads) -> Numbers:
    """Mean of the last four totals of the weekday."""
    return of_latest(past, leads, 4, np.mean)

"""The latest totals of each weekday."""

from collections.abc import Callable

import numpy as np

from forecasts.horizon import Numbers
from forecasts.past import Leads, Past


def of_latest(past: Past, leads: Leads, number: int, summary: Callable[[Numbers], np.floating]) -> Numbers:
    """A summary of the latest `number` totals of the same weekday; 0 for a weekday never recorded."""
    known = past.known()
    weekdays = past.weekdays[known]
    by_weekday = np.zeros(7)
    for weekday in np.unique(weekdays):
        by_weekday[weekday] = summary(past.totals[known[weekdays == weekday]][-number:])
    return by_weekday[past.weekday(leads)]

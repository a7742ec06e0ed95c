from datetime import date

import numpy as np

from forecasts.history import Counts, History, SeriesKey
from forecasts.horizon import Horizon

HORIZON = Horizon(date(2026, 11, 9), 2, 60)


def counted(first: str, inquiries: list[float], minutes: int = 60, skill: str = "presale", shop: str = "") -> History:
    """A history of one series that begins at `first`."""
    starts = np.datetime64(first, "m") + np.arange(len(inquiries)) * np.timedelta64(minutes, "m")
    return History(minutes, {SeriesKey(shop, skill): Counts(starts, np.array(inquiries, dtype=float))})

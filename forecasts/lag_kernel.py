"""How inquiries follow orders by days: the share that comes 1, 2, … 14 days after the order."""

from dataclasses import dataclass

import numpy as np

from forecasts.horizon import Numbers
from forecasts.source import Source

LONGEST_LAG_DAYS = 14
SUM_TOLERANCE = 1e-12
USUAL_PEAK_DAYS = 3.0


@dataclass(frozen=True, slots=True)
class LagKernel:
    """`shares` of a day's after-effect by days after it, from 1; at most fourteen, none negative, sum 1."""

    shares: tuple[float, ...]
    source: Source = Source.TYPED

    def __post_init__(self) -> None:
        """Raise ValueError for no or more than fourteen shares, a negative one, or nothing but zeros."""
        if not 1 <= len(self.shares) <= LONGEST_LAG_DAYS:
            raise ValueError(f"a kernel has 1 to {LONGEST_LAG_DAYS} days, not {len(self.shares)}")
        if min(self.shares) < 0 or not 0 < sum(self.shares) < np.inf:
            raise ValueError(f"shares are at least 0 and not all 0: {self.shares}")
        total = sum(self.shares)
        if abs(total - 1) < SUM_TOLERANCE:  # stored shares come back with their bits
            return
        object.__setattr__(self, "shares", tuple(float(share / total) for share in self.shares))

    def lagged(self, per_day: Numbers) -> Numbers:
        """What follows from a daily series: weighted mean of the days before, NaN where one of them is missing."""
        spread = np.full(len(per_day), np.nan)
        days = len(self.shares)
        if len(per_day) > days:
            before = np.lib.stride_tricks.sliding_window_view(per_day[:-1], days)
            spread[days:] = before @ np.array(self.shares)[::-1]
        return spread


def usual_kernel() -> LagKernel:
    """The kernel assumed when none was typed or can be fitted: it peaks on the third day and dies away in two weeks.

    Parcels take two to four days and questions about them follow; a prior, not a measurement.
    """
    days = np.arange(1, LONGEST_LAG_DAYS + 1)
    shares = days * np.exp(-days / USUAL_PEAK_DAYS)
    return LagKernel(tuple((shares / shares.sum()).tolist()), Source.ASSUMED)

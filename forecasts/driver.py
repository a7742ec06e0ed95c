"""A driver: visitors or orders, counted in the past and planned ahead, that explain how many inquiries come."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from forecasts.history import Counts, SeriesKey
from forecasts.horizon import Numbers
from forecasts.lag_kernel import LagKernel

ENOUGH_OF_A_DAY = 0.5
"""A day with fewer than this part of the usual number of rows is missing."""


@dataclass(frozen=True, slots=True)
class Driver:
    """`counts` of visitors, orders … per day or interval, the plan for the days ahead included.

    A driver of one `shop` or `skill` drives only their series; "" stands for all. `lags`: inquiries follow days later,
    as after-sale ones follow orders, by the typed `kernel` or one fitted to the history.
    """

    name: str
    counts: Counts
    shop: str = ""
    skill: str = ""
    lags: bool = False
    kernel: LagKernel | None = None

    def drives(self, key: SeriesKey) -> bool:
        """Whether the driver is about a series."""
        return self.shop in ("", key.shop) and self.skill in ("", key.skill)

    def per_day(self, first_day: date, days: int) -> Numbers:
        """Daily sums, NaN for days without (enough) rows, shape (days,)."""
        first = np.datetime64(first_day, "D")
        number = (self.counts.starts.astype("datetime64[D]") - first).astype(np.int64)
        inside = (number >= 0) & (number < days) & np.isfinite(self.counts.inquiries)
        rows = np.bincount(number[inside], minlength=days)
        sums = np.bincount(number[inside], weights=self.counts.inquiries[inside], minlength=days)
        usual = np.median(rows[rows > 0]) if rows.any() else 1
        return np.where(rows >= max(ENOUGH_OF_A_DAY * usual, 1), sums, np.nan)


def driver_of(key: SeriesKey, drivers: Sequence[Driver]) -> Driver | None:
    """The driver of a series: of those that drive it the one that names it most exactly."""
    fitting = [driver for driver in drivers if driver.drives(key) and len(driver.counts)]
    return max(fitting, key=lambda driver: (driver.skill != "") + (driver.shop != ""), default=None)


def effective(driver: Driver, first_day: date, days: int) -> Numbers:
    """Daily values that act on the days from `first_day`: the day's own, or lagged ones of the days before."""
    if driver.kernel is None:
        return driver.per_day(first_day, days)
    lead = len(driver.kernel.shares)
    earlier = date.fromordinal(first_day.toordinal() - lead)
    return driver.kernel.lagged(driver.per_day(earlier, days + lead))[lead:]

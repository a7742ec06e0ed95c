"""How many days inquiries lag behind a driver, fitted to the history."""

from dataclasses import replace
from datetime import date

import numpy as np

from forecasts.driver import Driver
from forecasts.horizon import Numbers
from forecasts.lag_kernel import LONGEST_LAG_DAYS, LagKernel, usual_kernel
from forecasts.source import Source

SMOOTHING = 0.1
"""Weight of the kernel's bends against its fit, relative to the orders' own power."""
LEAST_DAYS = 42


def with_kernel(driver: Driver, first_day: date, totals: Numbers) -> Driver:
    """A lagging driver with its kernel: typed, else fitted to daily `totals` from `first_day` on, else assumed."""
    if not driver.lags or driver.kernel is not None:
        return driver
    fitted = fitted_kernel(driver.per_day(first_day, len(totals)), totals)
    return replace(driver, kernel=fitted or usual_kernel())


def fitted_kernel(orders: Numbers, inquiries: Numbers) -> LagKernel | None:
    """Kernel that explains daily inquiries by the orders of the fourteen days before, both (days,), NaN missing.

    Least squares with shares of at least 0 and a penalty on bends, days weighted by one over their size (chance grows
    with the count). None with fewer than 42 complete days, or when orders hardly vary and so cannot tell.
    """
    from scipy.optimize import nnls

    if len(orders) < LONGEST_LAG_DAYS + LEAST_DAYS:
        return None
    windows = np.lib.stride_tricks.sliding_window_view(orders[:-1], LONGEST_LAG_DAYS)[:, ::-1]
    answer = inquiries[LONGEST_LAG_DAYS:]
    complete = np.isfinite(windows).all(axis=1) & np.isfinite(answer)
    windows, answer = windows[complete], answer[complete]
    if len(answer) < LEAST_DAYS or answer.sum() <= 0 or not _varies(windows[:, 0]):
        return None
    weight = 1 / np.sqrt(np.maximum(windows.mean(axis=1), 1e-9))
    rows = windows * weight[:, None]
    bends = np.diff(np.eye(LONGEST_LAG_DAYS + 2), 2, axis=0)[:, 1:-1]
    stiff = bends * np.sqrt(SMOOTHING * (rows**2).mean(axis=0).mean() * np.sqrt(len(rows)))
    shares, _ = nnls(np.vstack([rows, stiff]), np.concatenate([answer * weight, np.zeros(len(bends))]))
    return LagKernel(tuple(shares.tolist()), Source.MEASURED) if shares.sum() > 0 else None


def _varies(values: Numbers) -> bool:
    return bool(values.std() > 0.2 * values.mean())

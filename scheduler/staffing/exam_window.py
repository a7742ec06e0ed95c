"""An exam window: clock span in which a platform measures a shop's replies, with metric and target."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from forecasts.horizon import MINUTES_PER_DAY, Horizon, Numbers

EVERY_DAY = (0, 1, 2, 3, 4, 5, 6)
REPLIES = "replies"
FIRST_RESPONSE = "first_response"
METRICS = (REPLIES, FIRST_RESPONSE)


@dataclass(frozen=True, slots=True)
class ExamWindow:
    """Of a shop, [start, end) in minutes from midnight on `weekdays` (Monday is 0): the share `target` of what `metric`
    names must come `within_seconds`. `replies` are all of them, turns of those who left unanswered counted as late;
    `first_response` the first ones, of all inquiries.
    """

    shop: str = ""
    metric: str = REPLIES
    start: int = 540
    end: int = 1380
    weekdays: tuple[int, ...] = EVERY_DAY
    within_seconds: float = 180.0
    target: float = 0.9

    def holds(self, horizon: Horizon) -> NDArray[np.bool_]:
        """Whether it holds in each interval, by where that begins, shape (intervals,)."""
        minutes = np.arange(horizon.intervals) * horizon.interval_minutes
        weekday = (minutes // MINUTES_PER_DAY + horizon.weekday(0)) % 7
        of_day = minutes % MINUTES_PER_DAY
        inside: NDArray[np.bool_] = (of_day >= self.start) & (of_day < self.end) & np.isin(weekday, self.weekdays)
        return inside


def exam_rate(window: ExamWindow, horizon: Horizon, share: Numbers, inquiries: Numbers) -> float:
    """The rate over all hours of a window, from the share in each interval, weighted by inquiries; NaN without any."""
    weight = np.where(window.holds(horizon) & np.isfinite(share), inquiries, 0.0)
    return float(np.nansum(share * weight) / weight.sum()) if weight.sum() > 0 else float("nan")

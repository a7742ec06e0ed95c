"""P10 and P90 of other methods, made as the product makes its own: from their errors at eight earlier origins."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np

from forecasts.cleaning import clean
from forecasts.day_matrix import DayMatrix
from forecasts.history import DEFAULT_SKILL, Counts, SeriesKey
from forecasts.horizon import Numbers
from forecasts.profiles import learnable
from forecasts.ranges import Rehearsed, ranges
from forecasts.rehearsal import ORIGINS
from tests.benchmarks.other_methods import Known

LEAST_BEFORE = 28
"""Days before the first origin that a method is rehearsed at."""


@dataclass(frozen=True, eq=False)
class Told:
    """One method on one history: what it says from an origin, said once, and how long each saying took."""

    method: Callable[[Known], Numbers]
    matrix: DayMatrix
    counts: Counts
    days: int
    seconds: list[float] = field(default_factory=list)
    said: dict[int, Numbers] = field(default_factory=dict)

    def middle(self, origin: int) -> Numbers:
        """The days after the first `origin` ones, (days, intervals per day)."""
        if origin not in self.said:
            begun = time.perf_counter()
            self.said[origin] = self.method(self._known(origin))
            self.seconds.append(time.perf_counter() - begun)
        return self.said[origin]

    def low_and_high(self, origin: int) -> tuple[Numbers, Numbers]:
        """P10 and P90 of the same days; judged, as the product's are, on ordinary days of the cleaned past only."""
        known = self._known(origin)
        minutes = self.matrix.interval_minutes
        cleaned = clean(SeriesKey("", DEFAULT_SKILL), known.counts, minutes, minutes)
        usable = np.full_like(known.matrix.counts, np.nan)
        usable[: cleaned.matrix.days] = learnable(cleaned.matrix, cleaned.ordinary)
        weeks = np.arange(self.days) // 7
        cuts = [origin - self.days - 7 * back for back in range(ORIGINS)]
        rehearsed = [
            Rehearsed(self.middle(cut), usable[cut : cut + self.days], weeks) for cut in cuts if cut >= LEAST_BEFORE
        ]
        said = self.middle(origin)
        down, up = ranges(rehearsed, minutes).around(said, np.broadcast_to(weeks[:, None], said.shape))
        return np.maximum(said - down, 0.0), said + up

    def _known(self, origin: int) -> Known:
        matrix = DayMatrix(self.matrix.first_day, self.matrix.interval_minutes, self.matrix.counts[:origin])
        end = np.datetime64(self.matrix.day(origin), "m")
        return Known(matrix, self.counts.between(self.counts.starts.min(), end), self.days)

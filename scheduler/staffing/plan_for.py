"""Which quantile is planned for at what time of day: `p50`, or `p50 00:00-02:00=p90` with others for some hours."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from forecasts.horizon import MINUTES_PER_DAY, Horizon

MEAN = "mean"
_QUANTILE = re.compile(r"p([1-8]\d|90)|mean")
_SPAN = re.compile(r"([01]\d|2[0-4]):([0-5]\d)-([01]\d|2[0-4]):([0-5]\d)=(\w+)")


@dataclass(frozen=True, slots=True)
class PlannedSpan:
    """[start, end) in minutes from midnight; it runs over midnight when it ends before it starts."""

    start: int
    end: int
    quantile: str

    def holds(self, minutes: NDArray[np.int64]) -> NDArray[np.bool_]:
        """Whether it holds at minutes of the day."""
        after, before = minutes >= self.start, minutes < self.end
        return after & before if self.start < self.end else after | before


@dataclass(frozen=True, slots=True)
class PlanFor:
    """A quantile (p10 … p90, or mean) for the whole day, and others in spans, of which the last one given holds."""

    usually: str
    spans: tuple[PlannedSpan, ...] = ()

    def by_interval(self, horizon: Horizon) -> NDArray[np.str_]:
        """The quantile of each interval, by where it begins, shape (intervals,)."""
        minutes = np.arange(horizon.intervals) * horizon.interval_minutes % MINUTES_PER_DAY
        names = np.full(horizon.intervals, self.usually, dtype="U4")
        for span in self.spans:
            names[span.holds(minutes)] = span.quantile
        return names


@lru_cache(maxsize=64)
def plan_for_of(text: str) -> PlanFor | None:
    """What a text says, None for one that says nothing of the kind."""
    usually, *spans = text.split() or [""]
    found = [_span(part) for part in spans]
    known = [span for span in found if span is not None]
    if _QUANTILE.fullmatch(usually) is None or len(known) < len(found):
        return None
    return PlanFor(usually, tuple(known))


def plan_for_text(usually: str, spans: Mapping[str, str]) -> str:
    """The text of a table: `usually` for the whole day and spans such as `00:00-02:00` with their quantiles."""
    return " ".join([usually, *(f"{span}={quantile}" for span, quantile in spans.items())])


def _span(text: str) -> PlannedSpan | None:
    match = _SPAN.fullmatch(text)
    if match is None or _QUANTILE.fullmatch(match[5]) is None:
        return None
    start, end = int(match[1]) * 60 + int(match[2]), int(match[3]) * 60 + int(match[4])
    if start == end or max(start, end) > MINUTES_PER_DAY:
        return None
    return PlannedSpan(start, end, match[5])

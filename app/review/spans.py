"""The parts of a horizon that are looked at one by one: all of it, its days, the phases, their first half hours."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from forecasts.horizon import Horizon
from forecasts.promotion import Promotion

HALF_HOUR = timedelta(minutes=30)
BURSTS = {"balance", "opening"}


class SpanKind(StrEnum):
    """What a span is a part of."""

    WHOLE = "whole"
    DAY = "day"
    PHASE = "phase"
    FIRST_HALF_HOUR = "first_half_hour"


@dataclass(frozen=True, slots=True)
class Span:
    """[start, end) of the horizon; `promotion` and `phase` say whose it is, "" for a day and for the whole."""

    kind: SpanKind
    start: datetime
    end: datetime
    promotion: str = ""
    phase: str = ""


def spans_of(horizon: Horizon, promotions: Iterable[Promotion]) -> tuple[Span, ...]:
    """The whole, then days, then the phases that begin or last in the horizon, a burst's first half hour after it."""
    days = [horizon.start + timedelta(days=number) for number in range(horizon.days)]
    found = [Span(SpanKind.WHOLE, horizon.start, horizon.end)]
    found += [Span(SpanKind.DAY, day, day + timedelta(days=1)) for day in days]
    for promotion in promotions:
        found += _phase_spans(promotion, horizon)
    return tuple(found)


def _phase_spans(promotion: Promotion, horizon: Horizon) -> list[Span]:
    found = []
    for phase in promotion.phases:
        start, end = max(phase.start, horizon.start), min(phase.end, horizon.end)
        if start >= end:
            continue
        found.append(Span(SpanKind.PHASE, start, end, promotion.name, phase.kind))
        if phase.kind in BURSTS and start == phase.start and horizon.interval_minutes <= 30:
            ended = min(start + HALF_HOUR, end)
            found.append(Span(SpanKind.FIRST_HALF_HOUR, start, ended, promotion.name, phase.kind))
    return found

"""Occasions of the calendar that no promotion plans for: they would pass for days like any other."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from forecasts.day_kinds import AS_SHIPPED, Calendar, DayKind, day_kind
from forecasts.findings import Finding, Level
from forecasts.horizon import Horizon
from forecasts.occasions import OCCASIONS_AS_SHIPPED, Occasions, occasions
from forecasts.promotion import Promotion


def occasion_findings(
    horizon: Horizon,
    promotions: Sequence[Promotion],
    edits: Occasions = OCCASIONS_AS_SHIPPED,
    calendar: Calendar = AS_SHIPPED,
) -> tuple[Finding, ...]:
    """FC41 for each day of the horizon with an occasion, shipped or written by a person, and no phase; statutory
    holidays are told by the forecast itself (FC21).
    """
    days = (horizon.day(number) for number in range(horizon.days))
    return tuple(
        Finding("FC41", Level.NOTICE, facts={"date": day, "what": what})
        for day in days
        if day_kind(day, calendar) is not DayKind.STATUTORY and not _planned(day, promotions)
        for what in ([edits[day]] if day in edits else occasions(day)[:1])
        if what
    )


def _planned(day: date, promotions: Sequence[Promotion]) -> bool:
    start = datetime.combine(day, time())
    return any(phase.overlaps(start, start + timedelta(days=1)) for one in promotions for phase in one.phases)

"""What a phase leaves behind: the hours and days after its end until inquiries are back to the ordinary.

A calendar often names only the opening hours of a sale or the day a letter goes out. The rest of such a day and the
days after it still differ; they are neither ordinary days to learn from nor ordinary days to forecast.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, time, timedelta

import numpy as np

from forecasts.as_of import AsOf, as_of
from forecasts.cleaning import Cleaned
from forecasts.phase_calendar import NamedPhase, analogs
from forecasts.promotion import Phase

LONGEST_DAYS = 42
NOTABLE = np.log(1.2)
"""A day within 20 % of the ordinary is back to it …"""
DEVIATIONS = 1.5
"""… and one within so many usual deviations of it."""
QUIET_DAYS = 2
"""So many days on end that are back to the ordinary end the aftermath."""


def aftermaths(cleaned: Cleaned, phases: Sequence[NamedPhase]) -> tuple[NamedPhase, ...]:
    """The aftermath of every phase whose end lies in the history, and of every later phase of its kind: the rest of
    the phase's last day and the days that still differ, until the next phase starts at the latest.
    """
    history_end = datetime.combine(cleaned.matrix.last_day, time()) + timedelta(days=1)
    lasted = {named: _days_after(cleaned, named, _next_start(named, phases)) for named in phases}
    found: list[NamedPhase] = []
    for named in phases:
        days = lasted[named]
        if days is None:
            earlier = [lasted[other] for other in analogs(named, phases, history_end)]
            days = max((known for known in earlier if known is not None), default=None)
        if days is not None:
            found += _aftermath(named, days, _next_start(named, phases))
    return tuple(sorted(found, key=lambda after: after.phase.start))


def _aftermath(named: NamedPhase, days: int, next_start: datetime) -> list[NamedPhase]:
    start = named.phase.end
    last = datetime.combine(start.date(), time()) + timedelta(days=days + _within_a_day(start))
    end = min(last, next_start)
    phase = Phase(f"after {named.phase.kind}", start, end)
    return [replace(named, phase=phase, aftermath=True)] if end > start else []


def _within_a_day(moment: datetime) -> bool:
    return moment.time() > time()


def _next_start(named: NamedPhase, phases: Sequence[NamedPhase]) -> datetime:
    """When the next phase begins; one that runs on across this one's end leaves no room."""
    end = named.phase.end
    if any(other.phase.start < end < other.phase.end for other in phases):
        return end
    return min((other.phase.start for other in phases if other.phase.start >= end), default=datetime.max)


def _days_after(cleaned: Cleaned, named: NamedPhase, next_start: datetime) -> int | None:
    """Whole days after the phase's last that still differ; None when unknown: outside the history, too little before
    it, or neither back to the ordinary nor at the next phase by the history's end.
    """
    matrix = cleaned.matrix
    eve = as_of(cleaned, (named.phase.start.date() - matrix.first_day).days)
    begin = (named.phase.end.date() - matrix.first_day).days + _within_a_day(named.phase.end)
    if eve is None or begin > matrix.days or not eve.enough():
        return None
    until_next = (next_start.date() - matrix.first_day).days
    end = min(begin + LONGEST_DAYS, matrix.days, until_next)
    lasted = quiet = 0
    for day, differs in enumerate(_differing(eve)[begin:end]):
        if differs is None:
            continue
        quiet = 0 if differs else quiet + 1
        lasted = day + 1 if differs else lasted
        if quiet == QUIET_DAYS:
            return lasted
    return lasted if end == until_next else None


def _differing(eve: AsOf) -> list[bool | None]:
    """Which days are notably off what the days before promise; None where nothing is known."""
    off = np.abs(eve.log_ratios())
    notable = max(NOTABLE, DEVIATIONS * eve.deviation())
    return [bool(one > notable) if np.isfinite(one) else None for one in off]

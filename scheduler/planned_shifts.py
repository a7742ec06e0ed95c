"""A project's shifts as a problem has them: with the tags that protections speak of, and with short rests."""

from collections.abc import Mapping
from dataclasses import replace

from scheduler.pay.basis import pay_basis
from scheduler.pay.night import NightHours, overlap
from scheduler.rulebook import STANDARD, Rulebook
from scheduler.shift import Break, Shift

NIGHT_BY_LAW, LONG_DAY, NIGHT = "night_by_law", "long_day", "night"
"""Tags: touches the night of the law; pays more than a standard day; the team's own word for a night shift."""
AWAY_FROM_BORDERS = 30
"""Minutes after a shift begins or before it ends, or the next stretch of it, in which nobody rests yet."""


def with_legal_tags(shifts: Mapping[str, Shift], rulebook: Rulebook) -> dict[str, Shift]:
    """The shifts with the tags that protections speak of."""
    day_minutes = rulebook.value("overtime_after_minutes_per_day", STANDARD)
    night = pay_basis(rulebook).night
    return {name: _tagged(shift, night, day_minutes) for name, shift in shifts.items()}


def _tagged(shift: Shift, hours: NightHours, day_minutes: float | None) -> Shift:
    night = any(overlap(shift.start, shift.end, *span) for span in hours.spans)
    long = day_minutes is not None and shift.paid_minutes > day_minutes
    tags = {tag for tag, holds in ((NIGHT_BY_LAW, night), (LONG_DAY, long)) if holds}
    return replace(shift, tags=shift.tags | tags)


def with_short_rests(shifts: Mapping[str, Shift], rulebook: Rulebook) -> dict[str, Shift]:
    """The shifts that are long enough with their short rests, each somewhere in its own stretch of the shift."""
    count, minutes = rulebook.value("short_rests"), rulebook.value("short_rest_minutes")
    least = rulebook.value("short_rests_from_minutes") or 0.0
    if not count or not minutes:
        return dict(shifts)
    return {
        name: replace(shift, rests=_rests(shift, int(count), int(minutes))) if shift.paid_minutes >= least else shift
        for name, shift in shifts.items()
    }


def _rests(shift: Shift, count: int, minutes: int) -> tuple[Break, ...]:
    stretch = shift.minutes // count
    windows = [
        (shift.start + number * stretch + AWAY_FROM_BORDERS, shift.start + (number + 1) * stretch - AWAY_FROM_BORDERS)
        for number in range(count)
    ]
    return tuple(Break(minutes, first, last - minutes) for first, last in windows if last - minutes >= first)

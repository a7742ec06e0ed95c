"""Night work: between 22:00 and 06:00 of the next day (劳安字〔1989〕1号)."""

from scheduler.roster import Assignment
from scheduler.shift import Shift

NIGHT_SPANS = ((0, 360), (1320, 1800), (2760, 3240))
"""22:00–06:00 in minutes from midnight of the day a shift starts, as far as a shift can reach."""


def night_minutes(shift: Shift, cell: Assignment) -> int:
    """Minutes at work between 22:00 and 06:00, breaks left out."""
    at_night = sum(overlap(shift.start, shift.end, *span) for span in NIGHT_SPANS)
    pauses = zip(cell.breaks, shift.breaks, strict=False)
    return at_night - sum(
        overlap(start, start + pause.minutes, *span) for start, pause in pauses for span in NIGHT_SPANS
    )


def overlap(start: int, end: int, other_start: int, other_end: int) -> int:
    """Minutes that two spans share."""
    return max(0, min(end, other_end) - max(start, other_start))

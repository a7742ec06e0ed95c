"""Where the breaks of a shift may lie: every way to place them all."""

from functools import lru_cache
from itertools import pairwise, product

from scheduler.shift import Break, Shift

Pattern = tuple[int, ...]
"""Start of each break, in the shift's order, in minutes from midnight of the shift's day."""


def starts(shift: Shift, pause: Break, interval_minutes: int) -> list[int]:
    """Starts that one break may have: inside its window and its shift, on an interval's border."""
    first, last = max(shift.start, pause.earliest), min(shift.end - pause.minutes, pause.latest)
    return list(range(-(-first // interval_minutes) * interval_minutes, last + 1, interval_minutes))


@lru_cache(maxsize=4096)
def break_patterns(shift: Shift, interval_minutes: int) -> tuple[Pattern, ...]:
    """Every pattern in which no two breaks overlap; `((),)` for a shift without breaks, empty when none fits."""
    choices = [starts(shift, pause, interval_minutes) for pause in shift.breaks]
    return tuple(pattern for pattern in product(*choices) if not overlap(shift, pattern))


def overlap(shift: Shift, pattern: Pattern) -> bool:
    """Whether two breaks placed like this overlap."""
    spans = sorted((start, start + pause.minutes) for start, pause in zip(pattern, shift.breaks, strict=True))
    return any(later[0] < earlier[1] for earlier, later in pairwise(spans))


@lru_cache(maxsize=65536)
def footprint(shift: Shift, pattern: Pattern, interval_minutes: int) -> tuple[int, ...]:
    """Intervals covered, counted from the shift's own midnight: those worked whole and touched by no break."""
    step = interval_minutes
    pauses = [(start, start + pause.minutes) for start, pause in zip(pattern, shift.breaks, strict=False)]
    whole = range(-(-shift.start // step), shift.end // step)
    return tuple(i for i in whole if not any(i * step < stop and start < (i + 1) * step for start, stop in pauses))

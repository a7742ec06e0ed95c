"""Where the breaks of a shift may lie: every way to place them all."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise, product

from forecasts.horizon import MINUTES_PER_DAY
from scheduler.problem import Problem
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


def free_patterns(problem: Problem, day: int, shift: str) -> tuple[Pattern, ...]:
    """The patterns of a shift on a day that keep out of the times without breaks."""
    worked = problem.shifts[shift]
    found = break_patterns(worked, problem.horizon.interval_minutes)
    if not problem.no_break:
        return found
    return tuple(pattern for pattern in found if not touched_spans(problem, day, worked, pattern))


def touched_spans(problem: Problem, day: int, shift: Shift, pattern: Sequence[int]) -> list[tuple[int, int]]:
    """The times without breaks that breaks placed like this on a day would touch."""
    midnight = day * MINUTES_PER_DAY
    pauses = [(midnight + start, midnight + start + p.minutes) for start, p in zip(pattern, shift.breaks, strict=False)]
    return [(first, last) for first, last in problem.no_break if any(b < last and first < e for b, e in pauses)]


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

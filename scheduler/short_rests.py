"""Where the short rests of a shift may lie: in their windows, off its breaks, outside times without breaks."""

from collections.abc import Sequence
from math import gcd

from forecasts.horizon import MINUTES_PER_DAY
from scheduler.break_patterns import starts
from scheduler.problem import Problem


def rest_starts(problem: Problem, day: int, shift: str, breaks: Sequence[int]) -> list[list[int]]:
    """For each rest the minutes of the shift's day at which it may begin, on borders of its own length or of an
    interval; in a time without breaks only where it fits nowhere else.
    """
    worked, found = problem.shifts[shift], []
    pauses = [(start, start + pause.minutes) for start, pause in zip(breaks, worked.breaks, strict=False)]
    for rest in worked.rests:
        step = gcd(problem.horizon.interval_minutes, rest.minutes)
        free = [s for s in starts(worked, rest, step) if all(s >= e or s + rest.minutes <= b for b, e in pauses)]
        midnight = day * MINUTES_PER_DAY
        calm = [
            s for s in free if all(midnight + s >= e or midnight + s + rest.minutes <= b for b, e in problem.no_break)
        ]
        found.append(calm or free)
    return found

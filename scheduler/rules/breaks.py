"""Every break of a shift lies in its window, inside the shift, on an interval's border, and on no other.

Agents of like skills and productivity are interchangeable on a break, so the model counts, for each shift on each day,
how many of them take their breaks in each pattern; who takes which is dealt out afterwards.
"""

from scheduler.break_patterns import Pattern, break_patterns
from scheduler.problem import Problem


def patterns(problem: Problem, shift: str) -> tuple[Pattern, ...]:
    """Every lawful pattern; a shift without one cannot be worked."""
    return break_patterns(problem.shifts[shift], problem.horizon.interval_minutes)

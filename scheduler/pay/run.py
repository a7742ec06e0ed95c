"""The longest run of days worked."""

from collections.abc import Collection


def longest_run(days: Collection[int], before: int = 0) -> int:
    """Most consecutive days worked, the `before` days up to day 0 included."""
    longest = run = before
    for day in range(max(days, default=-1) + 1):
        run = run + 1 if day in days else 0
        longest = max(longest, run)
    return longest


def run_until(days: Collection[int], day: int, before: int = 0) -> int:
    """Consecutive days worked up to and including a day; the `before` days count when it reaches back to day 0."""
    run = 0
    while day >= 0 and day in days:
        run, day = run + 1, day - 1
    return run + before if day < 0 else run

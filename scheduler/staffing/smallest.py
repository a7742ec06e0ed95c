"""The smallest number of agents that is enough, by doubling and halving."""

from collections.abc import Callable

LARGEST = 1_000_000


def smallest_agents(enough: Callable[[int], bool], at_least: int = 0, start: int | None = None) -> int:
    """Smallest n ≥ `at_least` with `enough(n)`, which must stay true once it is. `start` is a guess near it.

    Raises OverflowError when a million agents are not enough.
    """
    low, high = _bracket(enough, at_least, max(at_least, at_least if start is None else start))
    while high - low > 1:
        middle = (low + high) // 2
        if enough(middle):
            high = middle
        else:
            low = middle
    return high


def _bracket(enough: Callable[[int], bool], at_least: int, guess: int) -> tuple[int, int]:
    """(too few, enough), where at_least - 1 counts as too few unseen."""
    step = 1
    if enough(guess):
        while guess - step >= at_least and enough(guess - step):
            guess, step = guess - step, 2 * step
        return max(guess - step, at_least - 1), guess
    while not enough(guess + step):
        guess, step = guess + step, 2 * step
        if guess > LARGEST:
            raise OverflowError(f"{LARGEST} agents are not enough")
    return guess, guess + step

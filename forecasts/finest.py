"""Counts taken at several interval lengths, laid out at the finest of them. What was counted finely stays as it was."""

from collections.abc import Mapping
from itertools import pairwise
from math import gcd

import numpy as np
from numpy.typing import NDArray

from forecasts.horizon import Numbers

Minutes = NDArray[np.int64]
Column = tuple[Minutes, Numbers]
"""Starts in minutes, sorted and unique, and what was counted from each on."""


def finest_of(lengths: set[int]) -> int:
    """The longest interval that divides all of them."""
    return gcd(*lengths)


def at_finest(by_length: Mapping[int, Column], interval: int) -> Column:
    """Counts by the minutes of their intervals, as one column of `interval` minutes. Where a longer interval was
    counted in all its parts too, the parts are believed, else the longer one, spread along a smooth line that keeps its
    sum. Finer counts are added up.
    """
    found: Column = (np.zeros(0, dtype=np.int64), np.zeros(0))
    for length in sorted(by_length):
        column = added_up(*by_length[length], length, interval) if length < interval else by_length[length]
        found = _with_longer(found, column, max(length, interval), interval)
    return found


def added_up(starts: Minutes, inquiries: Numbers, length: int, interval: int) -> Column:
    """Counts of `length` minutes added up to `interval`; an interval that lacks one of its parts is missing."""
    if length == interval:
        return starts, inquiries
    wholes, where, parts = np.unique(starts // interval * interval, return_inverse=True, return_counts=True)
    totals = np.bincount(where, weights=inquiries, minlength=len(wholes))
    complete = parts == interval // length
    return wholes[complete], totals[complete]


def _with_longer(finer: Column, longer: Column, length: int, interval: int) -> Column:
    starts, inquiries = longer
    inside, where = np.unique(finer[0] // length * length, return_inverse=True)
    whole = np.bincount(where, minlength=len(inside)) == length // interval
    kept = ~np.isin(starts, inside[whole])
    beside = ~np.isin(finer[0] // length * length, starts[kept])
    spread_starts, spread_counts = spread(starts, inquiries, length, interval)
    new = np.repeat(kept, length // interval)
    together = np.concatenate((finer[0][beside], spread_starts[new]))
    order = np.argsort(together, kind="stable")
    return together[order], np.concatenate((finer[1][beside], spread_counts[new]))[order]


def spread(starts: Minutes, inquiries: Numbers, length: int, interval: int) -> Column:
    """Counts of `length` minutes in parts of `interval`: the running total of each stretch without a hole is
    interpolated monotonically (Fritsch and Carlson 1980), so that a burst is steeper at its beginning.
    """
    parts = length // interval
    if parts == 1:
        return starts, inquiries
    ends = np.flatnonzero(np.diff(starts) != length) + 1
    pieces = [_smooth(inquiries[first:last], parts) for first, last in pairwise([0, *ends.tolist(), len(starts)])]
    fine = starts[:, None] + np.arange(parts) * interval
    return fine.ravel(), np.concatenate(pieces)


def _smooth(counts: Numbers, parts: int) -> Numbers:
    """Of each count its parts, shape (counts × parts,): a cubic between running totals whose slopes keep it rising."""
    if not len(counts):
        return counts
    before, after = _slopes(counts)[:-1, None], _slopes(counts)[1:, None]
    at = np.arange(parts + 1) / parts
    running = counts[:, None] * at**2 * (3 - 2 * at) + before * at * (1 - at) ** 2 - after * at**2 * (1 - at)
    table = np.maximum(np.diff(running), 0.0)
    sums = table.sum(axis=1, keepdims=True)
    share = np.divide(table, sums, out=np.full_like(table, 1 / parts), where=sums > 0)
    return np.asarray((share * counts[:, None]).ravel())


def _slopes(counts: Numbers) -> Numbers:
    """Of the running total at each border, shape (counts + 1,): the harmonic mean of the counts beside it, at both ends
    along the parabola through the nearest three; as scipy.PchipInterpolator, which the window does without.
    """
    if len(counts) == 1:
        return np.repeat(counts, 2)
    left, right = counts[:-1], counts[1:]
    inner = np.divide(2 * left * right, left + right, out=np.zeros(len(left)), where=left * right > 0)
    first, last = (3 * counts[0] - counts[1]) / 2, (3 * counts[-1] - counts[-2]) / 2
    return np.asarray(np.maximum(np.concatenate(([first], inner, [last])), 0.0))

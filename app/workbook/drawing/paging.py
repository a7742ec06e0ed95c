"""Which agents stand on which page: groups stay together where that wastes little of a page."""

from collections.abc import Sequence

WELL_FILLED = 0.75
"""Share of a page that must be filled for the next group to begin on another."""


def pages_of(groups: Sequence[str], most: int) -> tuple[range, ...]:
    """Ranges of row numbers, at most `most` each, in order. `groups`: the group of every row."""
    pages, first = [], 0
    while first < len(groups):
        last = min(len(groups), first + most)
        if last < len(groups):
            border = _border(groups, last)
            last = border if border - first >= WELL_FILLED * most else last
        pages.append(range(first, last))
        first = last
    return tuple(pages)


def _border(groups: Sequence[str], last: int) -> int:
    """The beginning of the group that a cut at `last` would part, or `last` where no group is parted."""
    while last > 0 and groups[last - 1] == groups[last]:
        last -= 1
    return last

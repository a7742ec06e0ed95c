"""From a conflict to a smallest one: leave members out, in halves and then one by one, while the rest still conflicts.

Deletion filtering, after Chinneck & Dravnieks 1991. What remains cannot lose any member.
"""

from collections.abc import Callable, Sequence
from typing import TypeVar

Member = TypeVar("Member")


def smallest(
    members: Sequence[Member], impossible: Callable[[Sequence[Member]], bool], out_of_time: Callable[[], bool]
) -> list[Member]:
    """The members without any that the conflict does not need, given that all of them together are impossible."""
    kept, size = list(members), len(members) // 2
    while size:
        position = 0
        while position < len(kept) and not out_of_time():
            without = kept[:position] + kept[position + size :]
            if impossible(without):
                kept = without
            else:
                position += size
        size //= 2
    return kept

"""Which sets of skills bound what agents can cover: Hall's condition, one inequality per set instead of a variable
per agent, skill and interval (P. Hall 1935; for capacities: the max-flow min-cut theorem).

Skills that no agent connects are independent, so sets are taken inside each connected part only.
"""

from collections.abc import Collection, Iterable
from itertools import chain, combinations

Skills = frozenset[str]


def connected_parts(skills: Iterable[str], skill_sets: Collection[Skills]) -> list[tuple[str, ...]]:
    """The skills in groups, two of them together when some agent, perhaps over others, has both."""
    parts: list[set[str]] = [{skill} for skill in skills]
    for owned in skill_sets:
        touched = [part for part in parts if part & owned]
        if len(touched) > 1:
            parts = [part for part in parts if not part & owned] + [set().union(*touched)]
    return sorted(tuple(sorted(part)) for part in parts)


def cuts(part: Collection[str]) -> list[Skills]:
    """Every non-empty set of the skills, small ones first."""
    sizes = range(1, len(part) + 1)
    return [frozenset(cut) for cut in chain.from_iterable(combinations(part, size) for size in sizes)]

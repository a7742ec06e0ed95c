"""Which sets of skills bound what agents can cover: Hall's condition, one inequality per set instead of a variable
per agent, skill and interval (P. Hall 1935; for capacities: the max-flow min-cut theorem).

Skills that no agent connects are independent, so sets are taken inside each connected part only.
"""

from collections.abc import Collection, Iterable
from itertools import chain, combinations

Skills = frozenset[str]


class LevelSkill(str):
    """A skill as one load level asks for it. An agent covers one skill in each level, so that skills of different
    levels are never connected. `share`: the level's probability.
    """

    level: int
    share: float

    @classmethod
    def of(cls, skill: str, level: int, share: float) -> "LevelSkill":
        """The skill of a level, told apart from that of the others by its text too."""
        made = cls(f"{level}:{skill}")
        made.level, made.share = level, share
        return made


def share_of(skill: str) -> float:
    """The probability of the load level that a skill belongs to; 1 where there are no levels."""
    return skill.share if isinstance(skill, LevelSkill) else 1.0


def _of_one_level(owned: Skills) -> list[Skills]:
    """The skills of each load level by themselves."""
    levels: dict[int, set[str]] = {}
    for skill in owned:
        levels.setdefault(skill.level if isinstance(skill, LevelSkill) else 0, set()).add(skill)
    return [frozenset(skills) for skills in levels.values()]


def connected_parts(skills: Iterable[str], skill_sets: Collection[Skills]) -> list[tuple[str, ...]]:
    """The skills in groups, two of them together when some agent, perhaps over others, has both."""
    parts: list[set[str]] = [{skill} for skill in skills]
    for owned in (level for skills in skill_sets for level in _of_one_level(skills)):
        touched = [part for part in parts if part & owned]
        if len(touched) > 1:
            parts = [part for part in parts if not part & owned] + [set().union(*touched)]
    return sorted(tuple(sorted(part)) for part in parts)


def cuts(part: Collection[str]) -> list[Skills]:
    """Every non-empty set of the skills, small ones first."""
    sizes = range(1, len(part) + 1)
    return [frozenset(cut) for cut in chain.from_iterable(combinations(part, size) for size in sizes)]

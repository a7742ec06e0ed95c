"""Measured chat durations by number of chats held (平均接待时长 by level): `1=275 4=328 8=489`.

Between two levels measured the duration runs straight; above the last an agent finishes no more chats an hour than
there, so that chats take longer in proportion. No figure of the ±2 minute rule (最大同时接待) belongs here.
"""

import re
from bisect import bisect_right
from functools import lru_cache

_LEVEL = re.compile(r"(\d{1,3})=(\d*\.?\d+)")

Measured = tuple[tuple[int, float], ...]


@lru_cache(maxsize=64)
def measured_durations(text: str) -> Measured | None:
    """(chats held, seconds) with rising levels, None for a text that says nothing of the kind."""
    found = [_LEVEL.fullmatch(part) for part in text.split()]
    if not all(found):
        return None
    pairs = tuple((int(match[1]), float(match[2])) for match in found if match)
    levels = [level for level, _ in pairs]
    proper = levels == sorted(set(levels)) and all(level > 0 and seconds > 0 for level, seconds in pairs)
    return pairs if proper else None


def scaled_durations(text: str, factor: float) -> str:
    """The durations of chats that take so many times as long at every level; a text that says nothing as it is."""
    measured = measured_durations(text) or ()
    return " ".join(f"{level}={seconds * factor:.6f}" for level, seconds in measured) or text


def duration_at(measured: Measured, chats: int) -> float:
    """Seconds that a chat lasts at an agent who holds so many; below the first level measured as at that."""
    place = bisect_right(measured, chats, key=lambda pair: pair[0])
    if place == 0:
        return measured[0][1]
    level, seconds = measured[place - 1]
    if place == len(measured):
        return seconds * chats / level
    next_level, next_seconds = measured[place]
    return seconds + (next_seconds - seconds) * (chats - level) / (next_level - level)

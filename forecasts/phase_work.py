"""What serving an inquiry takes during a phase, where a person typed something else than the skill's own values."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

BySkill = tuple[tuple[str, float], ...]
"""Pairs of a skill and its number; the skill "" stands for every one that is not named."""

LONGEST_SECONDS = 3600.0
MOST_CHATS = 100


@dataclass(frozen=True, slots=True)
class PhaseWork:
    """`handling_time_seconds`: effort of one agent per inquiry; `max_concurrency`: most chats an agent holds at once.
    None leaves the skill's own.
    """

    handling_time_seconds: float | None = None
    max_concurrency: int | None = None


def of_skill(values: BySkill, skill: str) -> float | None:
    """The number that holds for a skill: its own, else that of all others; None where nothing was typed."""
    found = dict(values)
    return found.get(skill, found.get(""))


def by_skill(values: Mapping[str, float]) -> BySkill:
    """The pairs of a table, the number of all other skills first."""
    return tuple(sorted((skill, float(value)) for skill, value in values.items()))


def work_of_rows(seconds: Iterable[float | None], chats: Iterable[float | None]) -> tuple[PhaseWork | None, ...]:
    """Work by interval from columns of numbers; empty where none has any."""
    found = tuple(
        None if time is None and most is None else PhaseWork(time, None if most is None else round(most))
        for time, most in zip(seconds, chats, strict=True)
    )
    return found if any(found) else ()

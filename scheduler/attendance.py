"""Who was there: days as an attendance report tells them, and how a roster was kept."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class AttendedDay:
    """One agent's day as reported. `minutes` worked, 0 for a day not worked, None when the report says only that the
    agent was there; `word`: what it says, verbatim (正常, 迟到, 病假 …).
    """

    agent: str
    day: date
    minutes: int | None
    word: str = ""

    @property
    def present(self) -> bool:
        """Whether the agent was there at all."""
        return self.minutes is None or self.minutes > 0


@dataclass(frozen=True, slots=True)
class Adherence:
    """One agent over the days that were both rostered and reported. `planned_minutes`, `worked_minutes`: a day
    without reported minutes counts as worked as planned. `stayed_away`: rostered and not there; `came_in`: there
    without being rostered.
    """

    agent: str
    planned_minutes: int
    worked_minutes: int
    planned_days: int
    kept_days: int
    stayed_away: tuple[date, ...]
    came_in: tuple[date, ...]

    @property
    def share(self) -> float | None:
        """Kept part of the days rostered, None when there was none."""
        return self.kept_days / self.planned_days if self.planned_days else None


def adherence(planned: Mapping[tuple[str, date], int], attended: Iterable[AttendedDay]) -> tuple[Adherence, ...]:
    """Agents in order of the report. `planned`: agent and day to paid minutes; what is absent is a day off."""
    by_agent: dict[str, list[AttendedDay]] = {}
    for day in attended:
        by_agent.setdefault(day.agent, []).append(day)
    return tuple(_of_agent(agent, days, planned) for agent, days in by_agent.items())


def _of_agent(agent: str, days: list[AttendedDay], planned: Mapping[tuple[str, date], int]) -> Adherence:
    owed = {day.day: planned.get((agent, day.day), 0) for day in days}
    worked = {day.day: owed[day.day] if day.minutes is None else day.minutes for day in days}
    present = {day.day for day in days if day.present}
    rostered = {day for day, minutes in owed.items() if minutes}
    return Adherence(
        agent,
        sum(owed.values()),
        sum(worked.values()),
        len(rostered),
        len(rostered & present),
        tuple(sorted(rostered - present)),
        tuple(sorted(present - rostered)),
    )

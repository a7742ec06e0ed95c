"""What decides which days an agent may work, apart from single cells: run lengths, rest, and tallies.

Agents alike in all this are one family: their days are paths through one graph, entered where their past has left
them. Every rule of the format is in it but two: rest that outlasts a whole day off, and that a locked shift is worked.
"""

from dataclasses import dataclass

from forecasts.horizon import MINUTES_PER_DAY
from scheduler.agent import Agent
from scheduler.problem import Problem
from scheduler.search.paths.tallies import Start, Tally, tallies


@dataclass(frozen=True, slots=True)
class Family:
    """`lets_follow`: for each shift which shifts may come on the next day. `least_run`, `most_run`: working days in a
    row; `least_off`: days off in a row.
    """

    shifts: tuple[str, ...]
    lets_follow: tuple[tuple[bool, ...], ...]
    least_run: int
    most_run: int | None
    least_off: int
    tallies: tuple[Tally, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """Where an agent comes in: working days in a row before the horizon, and the start of each tally."""

    run: int
    starts: tuple[tuple[Tally, Start], ...]


def family_of(problem: Problem, agent: Agent, shifts: tuple[str, ...]) -> tuple[Family, Entry]:
    """The family of an agent to whom these shifts are open, and where the agent comes in."""
    found = tallies(problem, agent, shifts)
    family = Family(
        shifts=shifts,
        lets_follow=tuple(tuple(_lets_follow(problem, agent, a, b) for b in shifts) for a in shifts),
        least_run=max(agent.min_consecutive_days or 1, 1),
        most_run=agent.max_consecutive_days or None,
        least_off=max(agent.min_consecutive_days_off or 1, 1),
        tallies=tuple(tally for tally, _ in found),
    )
    return family, Entry(agent.carry_in.consecutive_days, tuple(found))


def _lets_follow(problem: Problem, agent: Agent, first: str, second: str) -> bool:
    rest = MINUTES_PER_DAY + problem.shifts[second].start - problem.shifts[first].end
    least = agent.min_rest_minutes
    return (first, second) not in problem.forbidden_successions and (least is None or rest >= least)

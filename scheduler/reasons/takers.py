"""Who could take over a shift, and what it would mean if two agents swapped."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from scheduler.kind import Kind
from scheduler.reasons.assignment import price_without
from scheduler.reasons.standing import Cells, Difference, Standing
from scheduler.roster import Assignment


@dataclass(frozen=True, slots=True)
class Taker:
    """Somebody who could work a shift instead; `instead_of`: what they work that day now, None a day off."""

    agent: str
    instead_of: str | None
    breaks: tuple[int, ...]
    difference: Difference


def takers(standing: Standing, agent: str, day: int) -> tuple[Taker, ...]:
    """Everybody else for the agent's shift of a day, who is then off; those who break no rule first, then by cost.

    Raises KeyError when the agent is off that day.
    """
    given = standing.roster.cells[agent, day]
    others = [n for n in standing.problem.agents if n != agent and standing.roster.shift(n, day) != given.shift]
    found = [_taker(standing, given, name, breaks) for name, breaks in _best_breaks(standing, given, others).items()]
    return tuple(sorted(found, key=lambda taker: (len(taker.difference.broken), taker.difference.total)))


def _best_breaks(standing: Standing, given: Assignment, names: Iterable[str]) -> dict[str, tuple[int, ...]]:
    """The breaks that each would best take in the shift; like agents who now do the same are reckoned once."""
    window, day, kinds = standing.window(given.day), given.day, standing.kinds
    alike: dict[tuple[Kind, str | None, tuple[int, ...]], list[str]] = {}
    for name in names:
        own = standing.roster.cells.get((name, day))
        alike.setdefault((kinds[name], own.shift if own else None, own.breaks if own else ()), []).append(name)
    window.exchange(kinds[given.agent], given, None)
    found = {}
    for group in alike.values():
        breaks = window.best_breaks(group[0], day, given.shift, price_without(standing, group[0], day))
        found.update(dict.fromkeys(group, breaks))
    window.exchange(kinds[given.agent], None, given)
    return found


def _taker(standing: Standing, given: Assignment, name: str, breaks: tuple[int, ...]) -> Taker:
    cells: Cells = {
        (given.agent, given.day): None,
        (name, given.day): Assignment(name, given.day, given.shift, breaks),
    }
    return Taker(name, standing.roster.shift(name, given.day), breaks, standing.difference(cells))


def swap(standing: Standing, first: tuple[str, int], second: tuple[str, int]) -> Difference:
    """What it would mean if two cells changed hands."""
    return standing.difference(swapped(standing, first, second))


def swapped(standing: Standing, first: tuple[str, int], second: tuple[str, int]) -> Cells:
    """Two cells that change hands: on one day two agents' shifts, else also those of two days.

    Breaks stay where they are. Of two days each agent takes over the other's cell and gives up their own.
    """
    given, taken = standing.roster.cells.get(first), standing.roster.cells.get(second)
    cells: dict[tuple[str, int], Assignment | None] = {first: None, second: None}
    cells[second[0], first[1]] = None if given is None else replace(given, agent=second[0])
    cells[first[0], second[1]] = None if taken is None else replace(taken, agent=first[0])
    return cells

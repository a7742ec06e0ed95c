"""Why an agent works what they work on a day: what it serves, and what anything else would cost or break."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from forecasts.horizon import Numbers
from scheduler.cover import cover
from scheduler.reasons.standing import Difference, Standing
from scheduler.reasons.window import Window, cut
from scheduler.roster import Assignment, Roster

WORTH = 1e-6
"""Yuan or standard agents below which nothing is served."""


@dataclass(frozen=True, slots=True)
class Served:
    """One interval of the horizon that an assignment covers to some use: without it the interval would cost `yuan`
    more, and skills would be short by so many standard agents more.
    """

    interval: int
    yuan: float
    short: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Choice:
    """What a cell could be, None a day off, with the breaks that would then be best, and what that would change."""

    shift: str | None
    breaks: tuple[int, ...]
    difference: Difference


def serves(standing: Standing, agent: str, day: int) -> tuple[Served, ...]:
    """The intervals that would cost more without an assignment; empty for a day off."""
    cell = standing.roster.cells.get((agent, day))
    if cell is None:
        return ()
    window = standing.window(day)
    before = window.cost
    window.exchange(standing.kinds[agent], cell, None)
    added = window.state.presence_cost() - before
    window.exchange(standing.kinds[agent], None, cell)
    short = _more_short(standing, window, cell)
    first = window.first * standing.problem.horizon.intervals_per_day
    return tuple(
        Served(
            first + int(interval),
            float(added[interval]),
            {skill: float(more[interval]) for skill, more in short.items() if more[interval] > WORTH},
        )
        for interval in window.intervals(cell)
        if added[interval] > WORTH
    )


def _more_short(standing: Standing, window: Window, cell: Assignment) -> dict[str, Numbers]:
    """Standard agents more that skills would be short of without an assignment, by interval of the window."""
    if not standing.problem.requirement:
        return {}
    days = range(window.first - 1, window.first + window.days)
    near = {key: window.moved(c) for key, c in standing.roster.cells.items() if c.day in days}
    part = cut(standing.problem, window.first, window.days)
    now = cover(part, Roster(near)).shortage
    del near[cell.agent, cell.day]
    then = cover(part, Roster(near)).shortage
    return {skill: then[skill] - now[skill] for skill in now}


def choices(standing: Standing, agent: str, day: int) -> tuple[Choice, ...]:
    """Every shift and the day off that the cell could be, the present one left out; what breaks no rule first, then by
    what it costs.
    """
    problem, now = standing.problem, standing.roster.shift(agent, day)
    presence = price_without(standing, agent, day)
    found = [] if now is None else [Choice(None, (), standing.difference({(agent, day): None}))]
    for shift in problem.shifts:
        if shift != now:
            breaks = standing.window(day).best_breaks(agent, day, shift, presence)
            cell = Assignment(agent, day, shift, breaks)
            found.append(Choice(shift, breaks, standing.difference({(agent, day): cell})))
    return tuple(sorted(found, key=lambda choice: (len(choice.difference.broken), choice.difference.total)))


def price_without(standing: Standing, agent: str, day: int) -> Numbers:
    """Yuan that the agent's presence would add in each interval of the day's window, were they off that day."""
    window, kind = standing.window(day), standing.kinds[agent]
    cell = standing.roster.cells.get((agent, day))
    window.exchange(kind, cell, None)
    price: Numbers = np.array(window.state.presence_price(kind))
    window.exchange(kind, None, cell)
    return price

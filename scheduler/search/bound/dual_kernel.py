"""The smoothed dual of the master problem, compiled: its value at given prices and how it rises with each of them.

Each agent's cheapest column and each duty's cheapest breaks become a mix of all, the more even the warmer, which takes
the corners out of the function (Nesterov 2005). A duty is a kind of agent, a day and a shift.
"""

from typing import NamedTuple

import numpy as np
from numba import njit
from numpy.typing import NDArray

from forecasts.horizon import Numbers
from scheduler.search.bound.covers import CoverMix
from scheduler.search.team.team_arrays import ShiftArrays, TeamArrays

NEVER = -1
NEGLIGIBLE = 1e-9

Reaches = NDArray[np.bool_]


class ColumnArrays(NamedTuple):
    """Ways to fill the days of so many agents: agent, yuan of pay and wishes, and for each day the duty or NEVER."""

    agents: int
    agent: NDArray[np.int64]
    cost: Numbers
    duty: NDArray[np.int32]


class PriceArrays(NamedTuple):
    """Yuan per standard agent by group and interval, by seat in an interval, by shift target."""

    presence: Numbers
    seats: Numbers
    targets: Numbers


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]  # numba has no types
def smooth_dual(
    team: TeamArrays,
    reaches: Reaches,
    columns: ColumnArrays,
    covers: CoverMix,
    used: NDArray[np.bool_],
    prices: PriceArrays,
    warmth: Numbers,
) -> tuple[float, PriceArrays, Numbers, Numbers]:
    """The value, its slopes, and the shares of each column and of each presence in the mix.

    `reaches[group, kind]`: whose presence a price is for. `used`: which duties are in any column. `warmth`: yuan by
    which an agent's, and a break's or presence's choice may be off.
    """
    rise = PriceArrays(np.zeros(prices.presence.shape), np.zeros(prices.seats.size), np.zeros(prices.targets.size))
    remainder = _remainder(team, prices, rise)
    short, presences = _cover_mix(covers, prices.presence, warmth[1], rise.presence)
    duty_price, patterns = _duty_prices(team, reaches, prices, used, warmth[1])
    choice, shares = _mix(columns, duty_price, warmth[0])
    counts = _duty_counts(columns, shares, used.size)
    _count_presence(team, reaches, counts, patterns, rise)
    return remainder + short + choice, rise, shares, presences


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]
def presence_prices(team: TeamArrays, reaches: Reaches, prices: PriceArrays) -> Numbers:
    """Yuan that an agent of each kind costs (mostly: brings) when present, (kinds, intervals)."""
    price = np.empty((team.skills.size, prices.seats.size))
    for kind in range(team.skills.size):
        for interval in range(prices.seats.size):
            cost = team.cover.surplus
            for group in range(reaches.shape[0]):
                if reaches[group, kind]:
                    cost -= prices.presence[group, interval]
            price[kind, interval] = team.productivity[kind] * cost + prices.seats[interval]
    return price


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]
def _remainder(team: TeamArrays, prices: PriceArrays, rise: PriceArrays) -> float:
    """Seats and targets, which do not depend on the agents; their slopes are added to `rise`."""
    total = 0.0
    for interval in range(prices.seats.size):
        if team.seats < np.inf:
            total -= team.seats * prices.seats[interval]
            rise.seats[interval] -= team.seats
    for target in range(prices.targets.size):
        total += prices.targets[target] * team.targets.heads[target]
        rise.targets[target] += team.targets.heads[target]
    return total


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]
def _cover_mix(covers: CoverMix, prices: Numbers, warmth: float, rise: Numbers) -> tuple[float, Numbers]:
    """The sum of every place's least cost of shortage and presence, without corners, and the share of each presence."""
    shares = covers.cost.copy()
    for one in range(shares.size):
        for group in range(prices.shape[0]):
            shares[one] += prices[group, covers.interval[one]] * covers.present[one, group]
    total = _even_out(covers.place, covers.places, warmth, shares)
    for one in range(shares.size):
        if shares[one] > NEGLIGIBLE:
            for group in range(prices.shape[0]):
                rise[group, covers.interval[one]] += shares[one] * covers.present[one, group]
    return total, shares


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]
def _duty_prices(
    team: TeamArrays, reaches: Reaches, prices: PriceArrays, used: NDArray[np.bool_], warmth: float
) -> tuple[Numbers, Numbers]:
    """Price of each duty that is used, and the shares of its break patterns, (days, patterns) for each kind."""
    presence, shifts = presence_prices(team, reaches, prices), team.shifts
    days, count = shifts.lawful.shape[0], shifts.first_pattern.size - 1
    price, patterns = np.zeros(used.size), np.zeros((len(presence), days, shifts.lawful.shape[1]))
    summed = np.zeros(presence.shape[1] + 1)
    for duty in range(used.size):
        kind, day, shift = duty // (days * count), duty // count % days, duty % count
        if duty % (days * count) == 0:
            for interval in range(summed.size - 1):
                summed[interval + 1] = summed[interval] + presence[kind, interval]
        if used[duty]:
            chosen = patterns[kind, day, shifts.first_pattern[shift] : shifts.first_pattern[shift + 1]]
            price[duty] = _breaks(shifts, summed, day, shifts.first_pattern[shift], warmth, chosen)
    for target in range(prices.targets.size):
        first = team.targets.day[target] * count + team.targets.shift[target]
        for duty in range(first, used.size, days * count):
            price[duty] -= prices.targets[target]
    return price, patterns


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]
def _breaks(shifts: ShiftArrays, summed: Numbers, day: int, first: int, warmth: float, shares: Numbers) -> float:
    """The least price over break patterns, without corners; `shares` become those of the patterns."""
    last, midnight, least = summed.size - 1, day * shifts.per_day, np.inf
    for number in range(shares.size):
        pattern = first + number
        price = 0.0 if shifts.lawful[day, pattern] else np.inf
        for stretch in range(shifts.first_stretch[pattern], shifts.first_stretch[pattern + 1]):
            price += summed[min(midnight + shifts.stretches[stretch, 1], last)]
            price -= summed[min(midnight + shifts.stretches[stretch, 0], last)]
        shares[number] = price
        least = min(least, price)
    total = 0.0
    for number in range(shares.size):
        shares[number] = np.exp((least - shares[number]) / warmth)
        total += shares[number]
    for number in range(shares.size):
        shares[number] /= total
    return float(least - warmth * np.log(total))


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]
def _mix(columns: ColumnArrays, duty_price: Numbers, warmth: float) -> tuple[float, Numbers]:
    """The sum of everybody's least cost, without corners, and the share of each column."""
    shares = columns.cost.copy()
    for column in range(shares.size):
        for day in range(columns.duty.shape[1]):
            if columns.duty[column, day] != NEVER:
                shares[column] += duty_price[columns.duty[column, day]]
    return _even_out(columns.agent, columns.agents, warmth, shares), shares


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]
def _even_out(owner: NDArray[np.int64], owners: int, warmth: float, costs: Numbers) -> float:
    """The sum of each owner's least cost, without corners; the costs become their shares."""
    least, totals = np.full(owners, np.inf), np.zeros(owners)
    for one in range(costs.size):
        least[owner[one]] = min(least[owner[one]], costs[one])
    for one in range(costs.size):
        costs[one] = np.exp((least[owner[one]] - costs[one]) / warmth)
        totals[owner[one]] += costs[one]
    for one in range(costs.size):
        costs[one] /= totals[owner[one]]
    total = 0.0
    for one in range(owners):
        if totals[one] > 0.0:
            total += least[one] - warmth * np.log(totals[one])
    return total


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]
def _duty_counts(columns: ColumnArrays, shares: Numbers, duties: int) -> Numbers:
    """How many agents work each duty in the mix."""
    counts = np.zeros(duties)
    for column in range(shares.size):
        if shares[column] > NEGLIGIBLE:
            for day in range(columns.duty.shape[1]):
                if columns.duty[column, day] != NEVER:
                    counts[columns.duty[column, day]] += shares[column]
    return counts


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]
def _count_presence(team: TeamArrays, reaches: Reaches, counts: Numbers, patterns: Numbers, rise: PriceArrays) -> None:
    """Take what the mix covers, its heads and its shifts from the slopes."""
    shifts, size = team.shifts, rise.seats.size
    days, count = shifts.lawful.shape[0], shifts.first_pattern.size - 1
    for kind in range(team.skills.size):
        change = np.zeros(size + 1)
        for duty in range(days * count):
            heads = counts[kind * days * count + duty]
            if heads > 0.0:
                shares = patterns[kind, duty // count]
                _add_stretches(shifts, duty // count, duty % count, heads, shares, change)
        level = 0.0
        for interval in range(size):
            level += change[interval]
            rise.seats[interval] += level
            for group in range(reaches.shape[0]):
                if reaches[group, kind]:
                    rise.presence[group, interval] -= level * team.productivity[kind]
    for target in range(rise.targets.size):
        first = team.targets.day[target] * count + team.targets.shift[target]
        for duty in range(first, counts.size, days * count):
            rise.targets[target] -= counts[duty]


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]
def _add_stretches(shifts: ShiftArrays, day: int, shift: int, heads: float, shares: Numbers, change: Numbers) -> None:
    """Where presence comes and goes, for so many heads on a shift with their breaks in these shares."""
    last, midnight = change.size - 1, day * shifts.per_day
    for pattern in range(shifts.first_pattern[shift], shifts.first_pattern[shift + 1]):
        there = heads * shares[pattern]
        for stretch in range(shifts.first_stretch[pattern], shifts.first_stretch[pattern + 1]):
            change[min(midnight + shifts.stretches[stretch, 0], last)] += there
            change[min(midnight + shifts.stretches[stretch, 1], last)] -= there

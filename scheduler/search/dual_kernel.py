"""The smoothed dual of the master problem, compiled: its value at given prices and how it rises with each of them."""

from typing import NamedTuple

import numpy as np
from numba import njit
from numpy.typing import NDArray

from forecasts.horizon import Numbers
from scheduler.search.team_arrays import CoverArrays, ShiftArrays, TeamArrays

NEVER = -1


class ColumnArrays(NamedTuple):
    """Ways to fill agents' days: agent, yuan of pay and wishes, and for each day the position of the duty or NEVER."""

    agent: NDArray[np.int64]
    cost: Numbers
    duty: NDArray[np.int32]


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]  # numba has no types
def smooth_remainder(cover: CoverArrays, cuts: Numbers, warmth: float, rise: Numbers) -> float:
    """What does not depend on the agents, at its least: the requirement at its price, and each piece of shortage that
    is cheaper. Adds its slopes to `rise`, (cuts, intervals).
    """
    total = 0.0
    skills, size = cover.holds.shape[1], cuts.shape[1]
    worth, slope = np.zeros(skills), np.zeros(skills)
    for interval in range(size):
        worth[:] = 0.0
        slope[:] = 0.0
        for one in range(cuts.shape[0]):
            for skill in range(skills):
                if cover.holds[one, skill]:
                    worth[skill] += cuts[one, interval]
        for piece in range(cover.amount.shape[0]):
            amount, skill = cover.amount[piece, interval], cover.skill[piece, interval]
            if amount <= 0.0:
                continue
            saved = worth[skill] - cover.price[piece, interval] - cover.surplus
            above = max(saved, 0.0) + warmth * np.log1p(np.exp(-abs(saved) / warmth))
            total += amount * (worth[skill] - cover.surplus - above)
            slope[skill] += amount / (1.0 + np.exp(min(saved / warmth, 500.0)))
        for one in range(cuts.shape[0]):
            for skill in range(skills):
                if cover.holds[one, skill]:
                    rise[one, interval] += slope[skill]
    return total


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]
def pattern_prices(shifts: ShiftArrays, summed: Numbers, day: int, shift: int, prices: Numbers) -> int:
    """Price of each lawful break pattern of a shift on a day, infinite for others; how many patterns there are."""
    last, midnight, first = summed.size - 1, day * shifts.per_day, shifts.first_pattern[shift]
    count = shifts.first_pattern[shift + 1] - first
    for number in range(count):
        pattern = first + number
        prices[number] = 0.0 if shifts.lawful[day, pattern] else np.inf
        for stretch in range(shifts.first_stretch[pattern], shifts.first_stretch[pattern + 1]):
            begin = min(midnight + shifts.stretches[stretch, 0], last)
            end = min(midnight + shifts.stretches[stretch, 1], last)
            prices[number] += summed[end] - summed[begin]
    return count


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]
def presence_prices(team: TeamArrays, cuts: Numbers, seats: Numbers) -> Numbers:
    """Yuan that an agent of each kind costs (mostly: brings) when present, (kinds, intervals)."""
    kinds = team.skills.size
    price = np.empty((kinds, seats.size))
    for kind in range(kinds):
        for interval in range(seats.size):
            worth = 0.0
            for one in range(cuts.shape[0]):
                if team.cover.reaches[one, team.skills[kind]]:
                    worth += cuts[one, interval]
            price[kind, interval] = team.productivity[kind] * (team.cover.surplus - worth) + seats[interval]
    return price


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]
def smooth_minimum(values: Numbers, count: int, warmth: float, shares: Numbers) -> float:
    """A minimum without corners; `shares` become the slopes by value (Nesterov 2005)."""
    least, total = np.inf, 0.0
    for number in range(count):
        least = min(least, values[number])
    for number in range(count):
        shares[number] = np.exp((least - values[number]) / warmth)
        total += shares[number]
    for number in range(count):
        shares[number] /= total
    return least - warmth * np.log(total)


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]
def smooth_dual(
    team: TeamArrays,
    columns: ColumnArrays,
    used: NDArray[np.bool_],
    cuts: Numbers,
    seats: Numbers,
    targets: Numbers,
    agents: int,
    warmth: float,
    break_warmth: float,
    shares: Numbers,
) -> tuple[float, Numbers, Numbers, Numbers]:
    """Value and slopes by cut, seat and target; `shares` become those of the columns in the mix.

    `used`: whether a duty (kind, day, shift) is in any column. `warmth`: yuan by which an agent's choice may be off.
    """
    days, shifts, size = team.shifts.lawful.shape[0], team.shifts.first_pattern.size - 1, seats.size
    rise = np.zeros_like(cuts)
    total = smooth_remainder(team.cover, cuts, break_warmth, rise)
    presence = presence_prices(team, cuts, seats)
    kinds = presence.shape[0]
    widest = 0
    for shift in range(shifts):
        widest = max(widest, team.shifts.first_pattern[shift + 1] - team.shifts.first_pattern[shift])
    patterns = np.zeros((used.size, widest))
    duty_price, prices = np.zeros(used.size), np.zeros(widest)
    summed = np.zeros(size + 1)
    for kind in range(kinds):
        for interval in range(size):
            summed[interval + 1] = summed[interval] + presence[kind, interval]
        for day in range(days):
            for shift in range(shifts):
                duty = (kind * days + day) * shifts + shift
                if used[duty]:
                    count = pattern_prices(team.shifts, summed, day, shift, prices)
                    duty_price[duty] = smooth_minimum(prices, count, break_warmth, patterns[duty])
    for target in range(targets.size):
        for kind in range(kinds):
            duty_price[(kind * days + team.targets.day[target]) * shifts + team.targets.shift[target]] -= targets[
                target
            ]
    number = columns.cost.size
    least, summed_shares = np.full(agents, np.inf), np.zeros(agents)
    for column in range(number):
        value = columns.cost[column]
        for day in range(days):
            if columns.duty[column, day] != NEVER:
                value += duty_price[columns.duty[column, day]]
        shares[column] = value
        least[columns.agent[column]] = min(least[columns.agent[column]], value)
    for column in range(number):
        shares[column] = np.exp((least[columns.agent[column]] - shares[column]) / warmth)
        summed_shares[columns.agent[column]] += shares[column]
    for agent in range(agents):
        total += least[agent] - warmth * np.log(summed_shares[agent])
    counts = np.zeros(used.size)
    for column in range(number):
        shares[column] /= summed_shares[columns.agent[column]]
        if shares[column] > 1e-12:
            for day in range(days):
                if columns.duty[column, day] != NEVER:
                    counts[columns.duty[column, day]] += shares[column]
    seat_rise, target_rise = np.full(size, 0.0), np.zeros(targets.size)
    change = np.zeros(size + 1)
    for kind in range(kinds):
        change[:] = 0.0
        for day in range(days):
            for shift in range(shifts):
                duty = (kind * days + day) * shifts + shift
                if counts[duty] > 0.0:
                    first = team.shifts.first_pattern[shift]
                    for chosen in range(team.shifts.first_pattern[shift + 1] - first):
                        there = counts[duty] * patterns[duty, chosen]
                        for stretch in range(
                            team.shifts.first_stretch[first + chosen], team.shifts.first_stretch[first + chosen + 1]
                        ):
                            change[min(day * team.shifts.per_day + team.shifts.stretches[stretch, 0], size)] += there
                            change[min(day * team.shifts.per_day + team.shifts.stretches[stretch, 1], size)] -= there
        level = 0.0
        for interval in range(size):
            level += change[interval]
            seat_rise[interval] += level
            for one in range(cuts.shape[0]):
                if team.cover.reaches[one, team.skills[kind]]:
                    rise[one, interval] -= level * team.productivity[kind]
    if team.seats < np.inf:
        for interval in range(size):
            total -= seats[interval] * team.seats
            seat_rise[interval] -= team.seats
    for target in range(targets.size):
        total += targets[target] * team.targets.heads[target]
        target_rise[target] = team.targets.heads[target]
        for kind in range(kinds):
            target_rise[target] -= counts[
                (kind * days + team.targets.day[target]) * shifts + team.targets.shift[target]
            ]
    return total, rise, seat_rise, target_rise

"""Presence of a team and what one more agent is worth in it, compiled. Arrays are those of `team_arrays`."""

import numpy as np
from numba import njit
from numpy.typing import NDArray

from forecasts.horizon import Numbers
from scheduler.search.paths.path_kernel import OFF
from scheduler.search.team.team_arrays import CoverArrays, ShiftArrays, TeamArrays

COVERED = 1e-9
"""Yuan of shortage below which there is none."""

Row = NDArray[np.int16]
"""For each day a position of a shift or of a pattern, or OFF."""


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]  # numba has no types
def interval_cost(
    cover: CoverArrays, capacity: Numbers, interval: int, skills: int, more: float, room: Numbers
) -> float:
    """Yuan of shortage and surplus in an interval, with `more` of agents with these skills. Each piece of requirement,
    dearest first, gets what the tightest set around its skill still has room for. `room` is for notes, one a set.
    """
    surplus = _fill(cover, capacity, interval, skills, more, room)
    bound, cost = cover.bound[interval], 0.0
    for piece in range(cover.amount.shape[0]):
        amount, skill = cover.amount[piece, interval], cover.skill[piece, interval]
        if amount <= 0.0:
            continue
        gained = amount
        for number in range(bound):
            one = cover.binding[interval, number]
            if cover.holds[one, skill]:
                gained = min(gained, max(room[one], 0.0))
        if gained > 0.0:
            for number in range(bound):
                one = cover.binding[interval, number]
                if cover.holds[one, skill]:
                    room[one] -= gained
            surplus -= gained
        cost += cover.price[piece, interval] * (amount - gained)
    return float(cost + cover.surplus * surplus)


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]
def _fill(cover: CoverArrays, capacity: Numbers, interval: int, skills: int, more: float, room: Numbers) -> float:
    """`room` becomes what each set of skills that binds can take; returns all who are present."""
    present, bound = 0.0, cover.bound[interval]
    for number in range(bound):
        room[cover.binding[interval, number]] = 0.0
    for owned in range(capacity.shape[0]):
        there = capacity[owned, interval] + (more if owned == skills else 0.0)
        if there != 0.0:
            present += there
            for number in range(bound):
                one = cover.binding[interval, number]
                if cover.reaches[one, owned]:
                    room[one] += there
    return present


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]
def add_row(team: TeamArrays, kind: int, shifts: Row, patterns: Row, sign: int) -> None:
    """Put an agent's days in, or with `sign` -1 take them out."""
    intervals, skills, room = team.present.heads.size, team.skills[kind], np.empty(team.cover.reaches.shape[0])
    for day in range(shifts.size):
        if shifts[day] == OFF:
            continue
        for target in range(team.targets.day.size):
            if team.targets.day[target] == day and team.targets.shift[target] == shifts[day]:
                team.present.counted[target] += sign
        pattern, midnight = patterns[day], day * team.shifts.per_day
        for stretch in range(team.shifts.first_stretch[pattern], team.shifts.first_stretch[pattern + 1]):
            begin, end = midnight + team.shifts.stretches[stretch, 0], midnight + team.shifts.stretches[stretch, 1]
            for interval in range(begin, min(end, intervals)):
                team.present.heads[interval] += sign
                team.present.capacity[skills, interval] += sign * team.productivity[kind]
                cost = interval_cost(team.cover, team.present.capacity, interval, skills, 0.0, room)
                team.present.cost[interval] = cost


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]
def presence_price(team: TeamArrays, kind: int, width: float) -> Numbers:
    """Yuan that one more agent of a kind adds in each interval; infinite without a free seat. With `width`, the mean
    over a presence that may be so many standard agents more or less: prices that look beyond the next step.
    """
    skills, worth = team.skills[kind], team.productivity[kind]
    price, room = np.empty(team.present.heads.size), np.empty(team.cover.reaches.shape[0])
    for interval in range(price.size):
        if team.present.heads[interval] >= team.seats:
            price[interval] = np.inf
            continue
        before = team.present.cost[interval]
        if width <= 0.0 and _nothing_short(team, interval):
            price[interval] = team.cover.surplus * worth
            continue
        if width > 0.0:
            before = interval_cost(team.cover, team.present.capacity, interval, skills, -width, room)
        after = interval_cost(team.cover, team.present.capacity, interval, skills, worth + width, room)
        price[interval] = (after - before) * worth / (worth + 2 * width)
    return price


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]
def _nothing_short(team: TeamArrays, interval: int) -> bool:
    """Whether an interval costs no more than its surplus does when all that is required is covered."""
    spare = -team.cover.required[interval]
    for owned in range(team.present.capacity.shape[0]):
        spare += team.present.capacity[owned, interval]
    return bool(team.present.cost[interval] <= team.cover.surplus * spare + COVERED)


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]
def shift_prices(shifts: ShiftArrays, presence: Numbers) -> tuple[Numbers, NDArray[np.int16]]:
    """Least price of each shift by day, shape (days, shifts), and the break pattern it comes with."""
    days, kinds = shifts.lawful.shape[0], shifts.first_pattern.size - 1
    least, chosen = np.full((days, kinds), np.inf), np.full((days, kinds), OFF, np.int16)
    summed, blocked = np.zeros(presence.size + 1), np.zeros(presence.size + 1, np.int64)
    for interval in range(presence.size):
        free = presence[interval] < np.inf
        summed[interval + 1] = summed[interval] + (presence[interval] if free else 0.0)
        blocked[interval + 1] = blocked[interval] + (0 if free else 1)
    for day in range(days):
        midnight = day * shifts.per_day
        for shift in range(kinds):
            for pattern in range(shifts.first_pattern[shift], shifts.first_pattern[shift + 1]):
                if not shifts.lawful[day, pattern]:
                    continue
                price, seatless = 0.0, 0
                for stretch in range(shifts.first_stretch[pattern], shifts.first_stretch[pattern + 1]):
                    begin = min(midnight + shifts.stretches[stretch, 0], presence.size)
                    end = min(midnight + shifts.stretches[stretch, 1], presence.size)
                    price += summed[end] - summed[begin]
                    seatless += blocked[end] - blocked[begin]
                if seatless == 0 and price < least[day, shift]:
                    least[day, shift], chosen[day, shift] = price, pattern
    return least, chosen

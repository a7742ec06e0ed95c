"""Running counts that limit an agent's days, each as a small automaton: paid minutes, weeks, weekends, kinds of shift.

A tally says what each shift does to it. Agents with the same tallies share the states and differ only in where they
start, because what counts is not what has been used but what is left.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import gcd

import numpy as np
from numpy.typing import NDArray

from scheduler.agent import Agent
from scheduler.problem import Problem

DEAD = -1
Start = tuple[int, ...]
"""Where an agent begins in a tally."""


@dataclass(frozen=True, eq=False)
class Table:
    """`after[s, state]`: state after working shift s, or DEAD. `good` states may be final. `index`: the state of each
    start. `minutes`: paid minutes of the week that a state stands for, where overtime asks for them. `fresh`: whether a
    day off leads back to state 0.
    """

    after: NDArray[np.int32]
    good: NDArray[np.bool_]
    index: Mapping[Start, int]
    minutes: NDArray[np.int32] | None = None
    fresh: bool = False


@dataclass(frozen=True, slots=True)
class Budget:
    """An amount that each shift takes from: `steps`, by shift. It may not fall below zero when it `dies`, else stays
    there; in the end at most `slack` of it may be left. `weekend`: counts only on a Saturday, and on a Sunday after a
    Saturday off. `key`: the kind of shift that it limits, for one that a search can do without at the price of repair.
    `days`: the first and last day on which it counts, None: all.
    """

    steps: tuple[int, ...]
    dies: bool
    slack: int | None = None
    weekend: bool = False
    key: str | None = None
    weekly: bool = False
    days: tuple[int, int] | None = None

    def table(self, starts: Collection[Start]) -> Table:
        """A state for each amount."""
        amounts = np.arange(max(amount for (amount,) in starts) + 1, dtype=np.int32)
        left = amounts - np.array(self.steps, dtype=np.int32).reshape(-1, 1)
        after = np.maximum(left, DEAD if self.dies else 0)
        good = amounts <= (amounts.size if self.slack is None else self.slack)
        return Table(after, good, {start: start[0] for start in starts})


@dataclass(frozen=True, slots=True)
class Week:
    """Paid minutes (`paid`, by shift) and working days of a week, back to none at each Monday; both limits in one.
    Starts are pairs of minutes and days. Without `most_minutes`, minutes past `enough` are all alike: only overtime
    asks for them.
    """

    paid: tuple[int, ...]
    most_minutes: int | None
    most_days: int | None
    enough: int | None
    weekend: bool = False
    key: str | None = None
    weekly: bool = True
    days: tuple[int, int] | None = None

    def table(self, starts: Collection[Start]) -> Table:
        """A state for each pair that can be reached; state 0 is an empty week."""
        pairs = list(dict.fromkeys([(0, 0), *starts]))
        known = set(pairs)
        for pair in pairs:  # grows while it is read
            then = (self._then(pair, minutes) for minutes in self.paid)
            reached = {one for one in then if one is not None} - known
            pairs += sorted(reached)
            known |= reached
        index: dict[Start | None, int] = {None: DEAD, **{pair: number for number, pair in enumerate(pairs)}}
        after = np.array(
            [[index[self._then(pair, minutes)] for pair in pairs] for minutes in self.paid], dtype=np.int32
        )
        begun = {pair: number for number, pair in enumerate(pairs)}
        minutes_before = np.array([minutes for minutes, _ in pairs], dtype=np.int32)
        return Table(after.reshape(len(self.paid), len(pairs)), np.ones(len(pairs), np.bool_), begun, minutes_before)

    def start(self, minutes: int, days: int) -> Start:
        """What has been worked of a week, as far as it matters."""
        if self.most_minutes is None:
            minutes = min(minutes, self.enough or 0)
        return minutes, 0 if self.most_days is None else days

    def _then(self, pair: Start, minutes: int) -> Start | None:
        worked, days = pair[0] + minutes, pair[1] + 1
        if self.most_minutes is not None and worked > self.most_minutes:
            return None
        return None if self.most_days is not None and days > self.most_days else self.start(worked, days)


@dataclass(frozen=True, slots=True)
class Streak:
    """Days in a row with shifts of a kind, `counts` by shift, at most so many; any other day begins anew. A search can
    do without it at the price of repair.
    """

    counts: tuple[bool, ...]
    most: int
    key: str
    weekend: bool = False
    weekly: bool = False
    days: tuple[int, int] | None = None

    def table(self, starts: Collection[Start]) -> Table:
        """A state for each length."""
        lengths = np.arange(self.most + 1, dtype=np.int32)
        longer = np.where(lengths < self.most, lengths + 1, DEAD)
        after = np.array([longer if counts else np.zeros_like(lengths) for counts in self.counts], dtype=np.int32)
        return Table(after, np.ones(lengths.size, np.bool_), {start: start[0] for start in starts}, fresh=True)


@dataclass(frozen=True, slots=True)
class Turn:
    """Working days of one week, on the `days` it has, back to none at the next Monday; at most so many in its turn."""

    shifts: int
    most: int
    days: tuple[int, int] | None
    weekend: bool = False
    key: str | None = None
    weekly: bool = True

    def table(self, starts: Collection[Start]) -> Table:
        """A state for each number of days."""
        worked = np.arange(self.most + 1, dtype=np.int32)
        after = np.tile(np.where(worked < self.most, worked + 1, DEAD), (self.shifts, 1)).astype(np.int32)
        return Table(after, np.ones(worked.size, np.bool_), {start: start[0] for start in starts})


Tally = Budget | Week | Streak | Turn


def tallies(problem: Problem, agent: Agent, shifts: Sequence[str]) -> list[tuple[Tally, Start]]:
    """The tallies that can bind for an agent who may work these shifts, each with where the agent begins."""
    paid = tuple(problem.shifts[shift].paid_minutes for shift in shifts)
    found = [
        _total(agent, paid, problem.horizon.days),
        _week(problem, agent, paid),
        _weekends(problem, agent, len(shifts)),
    ]
    for key, most in agent.max_shifts.items():
        steps = tuple(int(problem.shifts[shift].carries(key)) for shift in shifts)
        if any(steps) and most < problem.horizon.days:
            found.append((Budget(steps, dies=True, key=key), (most,)))
    found += [*_streaks(problem, agent, shifts), *_spans(agent, paid), *_turns(problem, agent, len(shifts))]
    return [tally for tally in found if tally is not None]


def _streaks(problem: Problem, agent: Agent, shifts: Sequence[str]) -> list[tuple[Tally, Start]]:
    found: list[tuple[Tally, Start]] = []
    for key, most in agent.max_consecutive_shifts.items():
        counts = tuple(problem.shifts[shift].carries(key) for shift in shifts)
        if any(counts) and most < min(problem.horizon.days, agent.max_consecutive_days or problem.horizon.days):
            found.append((Streak(counts, most, key), (0,)))
    return found


def _spans(agent: Agent, paid: Sequence[int]) -> list[tuple[Tally, Start]]:
    """Paid minutes of stretches of days, the least for each stretch, those that can bind."""
    unit = gcd(*paid) or 1
    steps = tuple(minutes // unit for minutes in paid)
    least: dict[tuple[int, int], int] = {}
    for limit in agent.max_minutes_in_days:
        days = limit.first, limit.last
        least[days] = min(limit.minutes, least.get(days, limit.minutes))
    return [
        (Budget(steps, dies=True, days=(first, last)), (minutes // unit,))
        for (first, last), minutes in least.items()
        if minutes < max(paid, default=0) * (last - first + 1)
    ]


def _turns(problem: Problem, agent: Agent, shifts: int) -> Iterator[tuple[Tally, Start]]:
    """The weeks whose turn (大小周) allows fewer days than every week does."""
    turn, usual = agent.alternating_weeks, 7 if agent.max_days_per_week is None else agent.max_days_per_week
    for number, week in enumerate(problem.weeks) if turn else ():
        carried = agent.carry_in.week_days if number == 0 and problem.first_week_began_before else 0
        most = turn.most_days(problem.horizon.day(week[0])) if turn else usual
        if most < min(usual, len(week) + carried):
            yield Turn(shifts, most, (week[0], week[-1])), (min(carried, most),)


def _total(agent: Agent, paid: Sequence[int], days: int) -> tuple[Tally, Start] | None:
    """Paid minutes of the horizon: what may still be worked; without a most, what is still owed."""
    unit = gcd(*paid) or 1
    least = -(-(agent.min_minutes or 0) // unit)
    steps = tuple(minutes // unit for minutes in paid)
    most = None if agent.max_minutes is None else agent.max_minutes // unit
    if most is not None and most < max(steps, default=0) * days:
        return Budget(steps, dies=True, slack=most - least), (most,)
    return (Budget(steps, dies=False, slack=0), (least,)) if least else None


def _weekends(problem: Problem, agent: Agent, shifts: int) -> tuple[Tally, Start] | None:
    weekends = sum(any(problem.horizon.weekday(day) >= 5 for day in week) for week in problem.weeks)
    if agent.max_weekends is None or agent.max_weekends >= weekends:
        return None
    return Budget((1,) * shifts, dies=True, weekend=True), (agent.max_weekends,)


def _week(problem: Problem, agent: Agent, paid: tuple[int, ...]) -> tuple[Tally, Start] | None:
    """Paid minutes and working days of a week."""
    most_minutes, most_days = agent.max_minutes_per_week, agent.max_days_per_week
    enough = agent.overtime.after_minutes_per_week if agent.overtime and agent.hourly_cost else None
    if most_minutes is None and (most_days is None or most_days >= 7) and enough is None:
        return None
    week = Week(paid, most_minutes, most_days, enough)
    carried = (agent.carry_in.week_minutes, agent.carry_in.week_days) if problem.first_week_began_before else (0, 0)
    return week, week.start(*carried)

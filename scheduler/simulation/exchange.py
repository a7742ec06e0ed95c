"""Agents moved within a plan from where they are missed least to where they help most, at the same agent-hours.

A goal met by an interval's average may be met narrowly where a backlog forms, and with room to spare elsewhere. What an
agent more or fewer changes is found by simulation with the same customers. Intervals some way apart hardly touch one
another, so every `APART`-th is tried at once.
"""

from dataclasses import dataclass, replace

import numpy as np

from forecasts.horizon import Numbers
from scheduler.simulation.simulated_plan import Plan, simulated_plan
from scheduler.simulation.trials import Trials, part_of
from scheduler.staffing.arrivals import Arrivals
from scheduler.staffing.goals import Goals

APART = 4
PLAYED = 2 * APART + 1
"""Simulations in one round of exchange: agents more, agents fewer, and the plan that comes of it."""
STEP = 0.03
"""Part of an interval's agents that moves at a time, at least one of them."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """One skill's customers; `parts` simulations in all, of which `played` are done."""

    arrivals: Arrivals
    goals: Goals
    trials: Trials
    parts: int

    def plan(self, present: Numbers, like: Plan, played: int) -> Plan:
        """The plan with other agents present."""
        trials = replace(self.trials, on_progress=part_of(self.trials.on_progress, played, self.parts))
        return simulated_plan(self.arrivals, present, like.binding_goals, self.goals, trials)

    def stopped(self) -> bool:
        """Whether somebody has asked for an end."""
        return bool(self.trials.stop and self.trials.stop())


def exchanged(exchange: Exchange, plan: Plan, rounds: int, played: int) -> Plan:
    """The plan, its agents moved in up to `rounds` rounds while that misses less of the goals or, missing no more,
    serves more customers.
    """
    import os
    for _ in range(rounds):
        moved = _moved(exchange, plan, played)
        if moved is None or exchange.stopped() or _rank(exchange.goals, moved) >= _rank(exchange.goals, plan):
            return plan
        plan, played = moved, played + PLAYED
    return plan


def _moved(exchange: Exchange, plan: Plan, played: int) -> Plan | None:
    """The best moves by what was tried, made together; None when there are none or it was stopped."""
    step = np.maximum(1.0, np.round(STEP * plan.present))
    gains = _changes(exchange, plan, step, played)
    losses = None if gains is None else _changes(exchange, plan, -np.ones(len(step)), played + APART)
    if gains is None or losses is None:
        return None
    present = _with_moves(plan.present, step, gains / step, losses, exchange.goals)
    print('fin losses',np.isfinite(losses).sum(),np.sort(losses)[:12].round(1),'gains',np.sort(gains/step)[-8:].round(1),'moved',np.abs(present-plan.present).sum()/2,flush=True)
    return None if np.array_equal(present, plan.present) else exchange.plan(present, plan, played + 2 * APART)


def _with_moves(present: Numbers, step: Numbers, gains: Numbers, losses: Numbers, goals: Goals) -> Numbers:
    """Agents go one by one from the smallest loss to the largest gain while that is the larger one, only one move to or
    from an interval and those near it.
    """
    losses = np.where(present - 1 >= max(1, goals.minimum_present), losses, np.inf)
    after, free = present.copy(), np.ones(len(present), dtype=bool)
    for to in np.argsort(-gains, kind="stable"):
        givers: list[int] = []
        left = free & (np.abs(np.arange(len(free)) - to) >= APART)
        while free[to] and len(givers) < step[to]:
            giver = int(np.argmin(np.where(left, losses, np.inf)))
            if not left[giver] or not losses[giver] < gains[to]:
                break
            givers.append(giver)
            left[_near(giver)] = False
        for giver in givers:
            after[giver] -= 1
            free[_near(giver)] = False
        after[to] += len(givers)
        free[_near(int(to))] &= not givers
    return after


def _near(interval: int) -> slice:
    return slice(max(0, interval - APART + 1), interval + APART)


def _changes(exchange: Exchange, plan: Plan, by: Numbers, played: int) -> Numbers | None:
    """Customers served more or less when an interval alone has so many agents more, shape (intervals,), as amounts; the
    loss is endless where a goal is missed that was met. None when stopped.
    """
    found = np.zeros(len(by))
    for first in range(APART):
        chosen = np.arange(len(by)) % APART == first
        other = exchange.plan(np.maximum(plan.present + by * chosen, 0), plan, played + first)
        if exchange.stopped():
            return None
        change = _served(exchange.goals, other) - _served(exchange.goals, plan)
        worse = np.where((other.misses > plan.misses) & (by.max() < 0), np.inf, 0.0)
        for at in np.flatnonzero(chosen):
            near = slice(at, at + APART)
            found[at] = float(np.sign(by[at]) * change[near].sum()) + float(worse[near].max())
    return found


def _served(goals: Goals, plan: Plan) -> Numbers:
    """Customers served as the goals have it: in time, or at all, by interval."""
    name = "answered" if goals.goal.service_level is None else "in_time"
    return plan.simulated.sums[name].mean(axis=0)


def _rank(goals: Goals, plan: Plan) -> tuple[float, float]:
    return plan.missed, -float(_served(goals, plan).sum())

"""Staffing forward in time: the fewest agents in each interval that meet every goal, given what the one before left."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from forecasts.horizon import Numbers
from scheduler.staffing.baseline import staff_steady
from scheduler.staffing.chain import Pools, State, advance, steady_state
from scheduler.staffing.goals import Goals
from scheduler.staffing.measures import Decision, Measures, binding_goal, misses
from scheduler.staffing.smallest import smallest_agents

MODEL_MARGIN = 0.05
"""Part of the allowed failures kept back for the chain's own error: against simulation a quarter hour's service level
is off by less than 0.01 on average, by 0.03 and once by 0.06 at worst. It costs about half a percent of agent-hours.
"""


def staff_forward(
    volumes: Numbers, step_seconds: float, before: float, goals: Goals, own: Sequence[Goals] | None = None
) -> Iterator[Decision]:
    """A decision for each interval; `volumes` of shape (intervals, steps), inquiries per step of `step_seconds`.

    The horizon begins where agents just enough for `before` inquiries a step have settled. `own`: the goals, and the
    work, in each interval in place of `goals`.
    """
    own = own or [goals] * len(volumes)
    pools, state = beginning(volumes, step_seconds, before, goals, own)
    for interval, held in zip(volumes, own, strict=True):
        decision, state = staff_interval(pools, state, interval, step_seconds, held)
        yield decision


def predict_forward(
    volumes: Numbers,
    present: Numbers,
    step_seconds: float,
    before: float,
    goals: Goals,
    own: Sequence[Goals] | None = None,
) -> Iterator[Measures]:
    """What the agents present give in each interval, `present` of shape (intervals,), fractions allowed; `own` as in
    `staff_forward`.
    """
    own = own or [goals] * len(volumes)
    pools, state = beginning(volumes, step_seconds, before, goals, own)
    for interval, agents, held in zip(volumes, present, own, strict=True):
        measures, state = advance(state, pools.of(float(agents), held), interval, step_seconds)
        yield measures


def beginning(
    volumes: Numbers, step_seconds: float, before: float, goals: Goals, own: Sequence[Goals] = ()
) -> tuple[Pools, State]:
    """The pools of a skill, and the state in which the horizon finds them."""
    pools = Pools(goals, float(volumes.max(initial=before)) / step_seconds, own)
    return pools, steady_state(pools.of(settled_agents(before, step_seconds, goals), goals), before / step_seconds)


def settled_agents(before: float, step_seconds: float, goals: Goals) -> int:
    """Agents just enough for a lasting volume of `before` inquiries in `step_seconds`, outside every exam window."""
    return staff_steady(np.array([before]), step_seconds, [replace(goals, exam_windows=())])[0].agents


def staff_interval(
    pools: Pools, state: State, volumes: Numbers, seconds: float, goals: Goals
) -> tuple[Decision, State]:
    """The fewest agents that meet every goal in an interval that begins in `state`, and the state they leave."""
    tried: dict[int, tuple[Measures, State]] = {}

    def enough(agents: int) -> bool:
        tried[agents] = advance(state, pools.of(agents, goals), volumes, seconds)
        return not misses(tried[agents][0], goals, MODEL_MARGIN)

    agents = smallest_agents(enough, goals.minimum_present, int(state.pool.agents))
    fewer = tried.get(agents - 1)
    measures, after = tried[agents]
    decided = binding_goal(fewer[0] if fewer else None, agents, goals, MODEL_MARGIN)
    return Decision(agents, decided, measures), after

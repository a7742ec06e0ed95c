"""What the agents of a replication can do: receive limit and speed by number of chats held."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from forecasts.horizon import Numbers
from scheduler.simulation.window import AgentWindow
from scheduler.staffing.concurrency import ConcurrencyCurve, curve_of
from scheduler.staffing.goals import Goals


@dataclass(frozen=True, eq=False, slots=True)
class Desks:
    """One desk for each window, in order of start. `limits`: most chats held as a rule; `limit_rows`: those and every
    other limit in force at some time, shape (rows, desks), and `limit_of` which row holds in each interval (the first
    one before the horizon, and always where it is empty). Arrays of shape (desks, levels + 1), by chats held: `speeds`
    of work per chat a second, `replies` a second, `responses` in seconds, `slow` shares.

    An agent of productivity p needs 1 / p times the effort for a reply and is given p times the chats (at least one,
    at most the platform's limit), so that replies keep their pace.
    """

    windows: Sequence[AgentWindow]
    limits: NDArray[np.int64]
    limit_rows: NDArray[np.int64]
    limit_of: NDArray[np.int64]
    starts: Numbers
    ends: Numbers
    productivity: Numbers
    speeds: Numbers
    replies: Numbers
    responses: Numbers
    slow: Numbers


def desks_of(windows: Sequence[AgentWindow], goals: Goals, own: Sequence[Goals] = ()) -> Desks:
    """Desks for windows in order of start, those of no use left out; `own` goals of each interval."""
    most = list(dict.fromkeys(one.max_concurrency for one in (goals, *own)))
    goals = replace(goals, max_concurrency=max(most))
    useful = sorted(window for window in windows if window.end > window.start and window.productivity > 0)
    curves = [_curve(goals, window.productivity) for window in useful]
    limits = [[_limit(chats, window.productivity) for window in useful] for chats in most]
    return Desks(
        windows=useful,
        limits=np.array(limits[0], dtype=np.int64),
        limit_rows=np.array(limits, dtype=np.int64),
        limit_of=np.array([most.index(one.max_concurrency) for one in own], dtype=np.int64),
        starts=np.array([window.start for window in useful]),
        ends=np.array([window.end for window in useful]),
        productivity=np.array([window.productivity for window in useful]),
        speeds=_by_level([1 / curve.chat_duration_seconds for curve in curves], goals),
        replies=_by_level([curve.replies_per_second for curve in curves], goals),
        responses=_by_level([curve.response_seconds for curve in curves], goals),
        slow=_by_level([curve.slow_share for curve in curves], goals),
    )


def _limit(chats: int, productivity: float) -> int:
    return min(chats, max(1, round(chats * productivity)))


def _curve(goals: Goals, productivity: float) -> ConcurrencyCurve:
    return curve_of(replace(goals, seconds_per_reply=goals.seconds_per_reply / productivity))


def _by_level(rows: Sequence[Numbers], goals: Goals) -> Numbers:
    """Rows of values at levels 1 … K, each with a 0 for no chat before them."""
    table = np.zeros((len(rows), goals.max_concurrency + 1))
    for number, row in enumerate(rows):
        table[number, 1:] = row
    return table

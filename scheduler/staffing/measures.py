"""What customers got in an interval, from where the pool was and what arrivals found; and which goals that misses."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from forecasts.horizon import Numbers
from scheduler.staffing.exam_window import REPLIES
from scheduler.staffing.goals import Goals
from scheduler.staffing.pool import Pool
from scheduler.staffing.requirement import Service, exam_curve

MINIMUM_PRESENT = "minimum_present"
EXAM_WINDOW = "exam_window"
_TOLERANCE = 1e-9


@dataclass(frozen=True, slots=True)
class Measures:
    """One interval. Shares and times are NaN where nobody arrived or nobody was answered. `exams`: the share that each
    exam window of the goals measures, whether it holds or not.
    """

    service_level: float
    first_response_seconds: float
    average_response_seconds: float
    reply_rate: float
    slow_share: float
    utilisation: float
    lost: float
    backlog: float
    exams: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Decision:
    """How many agents an interval needs, the goal that decided, and what they give."""

    agents: int
    binding_goal: str
    measures: Measures


def measure(pool: Pool, lived: Numbers, found: Numbers, backlog: float) -> Measures:
    """Measures of an interval. By number of chats: `lived` seconds spent, `found` arrivals that found so many."""
    arrivals = float(found.sum())
    answered = float(found @ pool.answered)
    replies = float(lived @ pool.replies)
    working = pool.agents * float(lived.sum())
    return Measures(
        service_level=_ratio(float(found @ pool.answered_within), arrivals),
        first_response_seconds=_ratio(float(found @ pool.first_response), answered),
        average_response_seconds=_ratio(float(lived @ pool.messages), replies),
        reply_rate=_ratio(answered, arrivals),
        slow_share=_ratio(float(lived @ pool.slow_replies), replies),
        utilisation=_ratio(replies * pool.goals.seconds_per_reply, working) if working else 0.0,
        lost=float(lived @ pool.queue) / pool.goals.patience_seconds,
        backlog=backlog,
        exams=_exams(pool, lived, found),
    )


def _exams(pool: Pool, lived: Numbers, found: Numbers) -> tuple[float, ...]:
    """Replies in time ÷ all that were due; whoever leaves unanswered had one due."""
    rounds = pool.goals.replies_per_chat
    further = float(lived @ pool.replies) * (rounds - 1) / rounds
    return tuple(
        _ratio(
            float(found @ first) + float(lived @ later),
            float(found.sum()) + (further if window.metric == REPLIES else 0.0),
        )
        for window, (first, later) in zip(pool.goals.exam_windows, pool.exams, strict=True)
    )


def misses(measures: Measures, goals: Goals, margin: float = 0.0) -> dict[str, float]:
    """Goals that are missed, each with the miss relative to the goal; NaN misses nothing.

    With a `margin` only 1 - margin of the failures that service level and reply rate allow may be used up.
    """
    goal = goals.goal
    shortfalls = {
        "service_level": _below(measures.service_level, goal.service_level, margin),
        "first_response": _above(measures.first_response_seconds, goal.first_response_seconds),
        "average_response": _above(measures.average_response_seconds, goal.average_response_seconds),
        "reply_rate": _below(measures.reply_rate, goal.reply_rate, margin),
        "slow_share": _above(measures.slow_share, goal.slow_share),
        "utilisation": _above(measures.utilisation, goal.utilisation),
        EXAM_WINDOW: _worst_exam(measures, goals, margin),
    }
    return {name: miss for name, miss in shortfalls.items() if miss > _TOLERANCE}


def binding_goal(one_agent_fewer: Measures | None, agents: int, goals: Goals, margin: float = 0.0) -> str:
    """The goal that decided on `agents`: the one that one agent fewer misses by most; "" where none did."""
    if one_agent_fewer is None or agents <= goals.minimum_present:
        return MINIMUM_PRESENT if agents else ""
    missed = misses(one_agent_fewer, goals, margin)
    return max(missed, key=missed.__getitem__, default="")


def service_of(intervals: Iterable[Measures]) -> Service:
    """The intervals of a horizon, in order, as arrays."""
    given = tuple(intervals)

    def column(name: str) -> Numbers:
        return np.array([getattr(measures, name) for measures in given], dtype=float)

    return Service(**{name: column(name) for name in Service.__dataclass_fields__})


def _worst_exam(measures: Measures, goals: Goals, margin: float) -> float:
    """The largest miss among the exam windows that hold."""
    pairs = zip(measures.exams, goals.exam_windows, strict=False)
    return max((_below(share, window.target, margin) for share, window in pairs if window.target > 0), default=0.0)


def exam_curves(given: Sequence[Measures]) -> dict[str, Numbers]:
    """The share that each exam window measures, by `exam_curve` of its number, arrays of shape (intervals,)."""
    columns = zip(*(measures.exams for measures in given), strict=True)
    return {exam_curve(number): np.array(column) for number, column in enumerate(columns)}


def _ratio(part: float, whole: float) -> float:
    return part / whole if whole > 0 else float("nan")


def _below(value: float, goal: float | None, margin: float) -> float:
    if goal is None:
        return 0.0
    wanted = goal + margin * (1 - goal)
    return (wanted - value) / wanted if value < wanted else 0.0


def _above(value: float, goal: float | None) -> float:
    return 0.0 if goal is None or not value > goal else (value - goal) / goal

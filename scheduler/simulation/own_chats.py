"""Chats of customers who come while a phase has work of its own: longer or shorter than the skill's usual ones."""

from dataclasses import dataclass, replace

import numpy as np

from forecasts.horizon import Numbers
from scheduler.staffing.arrivals import Arrivals
from scheduler.staffing.chain import work_of
from scheduler.staffing.concurrency import curve_of
from scheduler.staffing.goals import Goals


@dataclass(frozen=True, eq=False, slots=True)
class OwnChats:
    """By customer, in order of arrival, shape (customers,): mean replies; work, and effort for a reply, in parts of a
    usual chat's.
    """

    replies: Numbers
    work: Numbers
    effort: Numbers


def own_chats(arrivals: Arrivals, goals: Goals, arrived: Numbers) -> OwnChats | None:
    """What the chats of customers who `arrived` at these seconds are like; None where all are usual ones."""
    kinds = list(dict.fromkeys([work_of(goals), *map(work_of, arrivals.own)]))
    if len(kinds) == 1:
        return None
    held = {work_of(own): own for own in (goals, *arrivals.own)}
    by_interval = np.array([kinds.index(work_of(own)) for own in arrivals.own])
    when = (arrived // arrivals.interval_seconds).astype(int)
    kind = np.where(when < 0, 0, by_interval[np.clip(when, 0, len(by_interval) - 1)])
    own = [held[work] for work in kinds]
    return OwnChats(
        replies=np.array([one.replies_per_chat for one in own])[kind],
        work=np.array([_length(goals, one) for one in own])[kind],
        effort=np.array([one.seconds_per_reply / goals.seconds_per_reply for one in own])[kind],
    )


def _length(goals: Goals, own: Goals) -> float:
    """How much longer a chat takes at an agent who holds as many as allowed."""
    usual = curve_of(replace(goals, max_concurrency=own.max_concurrency)).chat_duration_seconds[-1]
    return float(curve_of(own).chat_duration_seconds[-1] / usual)

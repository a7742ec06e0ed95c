"""The floor of one replication in arrays: who comes, who is there, the one queue before them, and what is counted."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from forecasts.horizon import Numbers
from scheduler.simulation.agenda import Agenda, empty_agenda
from scheduler.simulation.customers import Customers
from scheduler.simulation.desks import Desks
from scheduler.simulation.manner import EndOfShift, Manner
from scheduler.staffing.goals import Goals

NEVER = -1e18
NOBODY = -1
COUNTED = (
    "arrivals",
    "answered",
    "in_time",
    "long",
    "lost",
    "backlog",
    "measured_concurrency",
    "overtime_seconds",
    "replies",
    "response_seconds",
    "effort_seconds",
    "slow",
    "slow_of",
    "first_response_seconds",
)
"""Rows of a floor's `sums`."""

Whole = NDArray[np.int64]
Flags = NDArray[np.bool_]


class Floor(NamedTuple):
    """By customer: what `Customers` brings, then `started`, `ended`, `first_reply_at` (moments, NEVER where not),
    `desk_of`, `joined` (chats its agent held with it) and `slow_responses`.

    By desk: what `Desks` brings, then who is `there`, the `level` of chats held `since` a moment, and the mode's own
    accounts. `marks`: heads and tails of the two queues, and the range of desks outside which nobody is there. `sums` of shape (len(COUNTED), intervals).
    """

    by_message: bool
    transfers: bool
    interval_seconds: float
    seconds_per_reply: float
    answer_within_seconds: float
    long_chat_seconds: float
    arrived: Numbers
    patience: Numbers
    work: Numbers
    next_reply: Whole
    last_reply: Whole
    efforts: Numbers
    thinking: Numbers
    started: Numbers
    ended: Numbers
    first_reply_at: Numbers
    desk_of: Whole
    joined: Whole
    slow_responses: Whole
    written: Numbers
    at: Whole
    starts: Numbers
    ends: Numbers
    limits: Whole
    slowness: Numbers
    speeds: Numbers
    replies: Numbers
    responses: Numbers
    slow: Numbers
    there: Flags
    level: Whole
    since: Numbers
    version: Whole
    done: Numbers
    told: Numbers
    targets: Numbers
    held: Whole
    messages: Whole
    oldest: Whole
    unread: Whole
    replying_to: Whole
    waiting: Whole
    handed_back: Whole
    marks: Whole
    agenda: Agenda
    sums: Numbers


def floor_of(customers: Customers, desks: Desks, goals: Goals, manner: Manner, edges: Numbers) -> Floor:
    """Everybody before the day begins. `edges`: borders of the intervals in seconds, all of one length."""
    came, there = len(customers.arrived), len(desks.ends)
    most = int(desks.limits.max(initial=1))
    last = customers.first_reply + customers.replies
    return Floor(
        by_message=manner.by_message,
        transfers=manner.end_of_shift is EndOfShift.TRANSFER,
        interval_seconds=float(edges[1] - edges[0]),
        seconds_per_reply=goals.seconds_per_reply,
        answer_within_seconds=goals.goal.answer_within_seconds,
        long_chat_seconds=manner.long_chat_seconds,
        arrived=customers.arrived,
        patience=customers.patience,
        work=customers.work.copy(),
        next_reply=customers.first_reply.copy(),
        last_reply=last,
        efforts=customers.efforts,
        thinking=customers.thinking,
        started=np.full(came, NEVER),
        ended=np.full(came, NEVER),
        first_reply_at=np.full(came, NEVER),
        desk_of=np.full(came, NOBODY),
        joined=np.zeros(came, np.int64),
        slow_responses=np.zeros(came, np.int64),
        written=np.full(came, -np.inf),
        at=np.full(came, NOBODY),
        starts=desks.starts,
        ends=desks.ends,
        limits=desks.limits,
        slowness=1 / desks.productivity,
        speeds=desks.speeds,
        replies=desks.replies,
        responses=desks.responses,
        slow=desks.slow,
        there=np.zeros(there, np.bool_),
        level=np.zeros(there, np.int64),
        since=np.zeros(there),
        version=np.zeros(there, np.int64),
        done=np.zeros(there),
        told=np.zeros(there),
        targets=np.empty((there, most)),
        held=np.empty((there, most), np.int64),
        messages=np.empty((there, most), np.int64),
        oldest=np.zeros(there, np.int64),
        unread=np.zeros(there, np.int64),
        replying_to=np.full(there, NOBODY),
        waiting=np.empty(came, np.int64),
        handed_back=np.empty(there * most, np.int64),
        marks=np.zeros(6, np.int64),
        agenda=empty_agenda(_room(customers, desks, manner.by_message)),
        sums=np.zeros((len(COUNTED), len(edges) - 1)),
    )


def _room(customers: Customers, desks: Desks, by_message: bool) -> int:
    """Happenings that can be noted at once: coming and leaving; a message written and a reply given up by each
    customer, or each desk's next end of a chat foreseen anew at every beginning, end and return.
    """
    customers_came, places = len(customers.arrived), int(desks.limits.sum())
    noted = customers_came + places if by_message else 2 * customers_came + 2 * places
    return 2 * len(desks.ends) + noted + 16

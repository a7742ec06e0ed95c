"""The floor of one replication in arrays: who comes, who is there, the one queue before them, and what is counted."""

from typing import Any, NamedTuple

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
_MOMENT, _NUMBER, _AMOUNT = np.float64, np.int64, np.float64
CUSTOMER = np.dtype(
    [
        ("arrived", _MOMENT),
        ("patience", _AMOUNT),
        ("work", _AMOUNT),
        ("next_reply", _NUMBER),
        ("last_reply", _NUMBER),
        ("started", _MOMENT),
        ("ended", _MOMENT),
        ("first_reply_at", _MOMENT),
        ("written", _MOMENT),
        ("desk_of", _NUMBER),
        ("joined", _NUMBER),
        ("at", _NUMBER),
        ("slow_responses", _NUMBER),
    ]
)
"""`started`, `ended`, `first_reply_at`: NEVER where not. `desk_of`: first served by; `at`: served by now; `joined`:
chats its agent held with it; `written`: the message that waits for its reply.
"""
DESK = np.dtype(
    [
        ("comes", _MOMENT),
        ("leaves", _MOMENT),
        ("slowness", _AMOUNT),
        ("there", np.bool_),
        ("level", _NUMBER),
        ("since", _MOMENT),
        ("version", _NUMBER),
        ("done", _AMOUNT),
        ("told", _MOMENT),
        ("oldest", _NUMBER),
        ("unread", _NUMBER),
        ("replying_to", _NUMBER),
    ]
)
"""`level` chats are held `since`. By rates: work `done` for each chat as `told` at a moment. By message: `unread` ones
from place `oldest` on. Happenings foreseen for an earlier `version` are void.
"""
PACE = np.dtype([("speed", _AMOUNT), ("replies", _AMOUNT), ("response", _AMOUNT), ("slow", _AMOUNT)])
"""Of a desk at a level of chats, as in `Desks`."""
PLACE = np.dtype([("customer", _NUMBER), ("target", _AMOUNT), ("message", _NUMBER)])
"""By rates a chat held and the account's value at its end; by message one that waits for the agent."""

Records = NDArray[Any]


class Floor(NamedTuple):
    """`customers`, `desks` (both in order of coming), `paces` of shape (desks, levels + 1), `limit_rows` and `limit_of`
    as in `Desks`, `places` of shape (desks, levels); one effort and one thinking per reply; the queue and before it
    those handed back, both as numbers of customers; `marks`: heads and tails of these two, and the range of desks
    outside which nobody is there; `sums` of shape (len(COUNTED), intervals).
    """

    by_message: bool
    transfers: bool
    interval_seconds: float
    seconds_per_reply: float
    answer_within_seconds: float
    long_chat_seconds: float
    customers: Records
    desks: Records
    paces: Records
    limit_rows: NDArray[np.int64]
    limit_of: NDArray[np.int64]
    places: Records
    efforts: Numbers
    thinking: Numbers
    waiting: NDArray[np.int64]
    handed_back: NDArray[np.int64]
    marks: NDArray[np.int64]
    agenda: Agenda
    sums: Numbers


def floor_of(customers: Customers, desks: Desks, goals: Goals, manner: Manner, edges: Numbers) -> Floor:
    """Everybody before the day begins. `edges`: borders of the intervals in seconds, all of one length."""
    came, there = len(customers.arrived), len(desks.ends)
    most = int(desks.limit_rows.max(initial=1))
    return Floor(
        by_message=manner.by_message,
        transfers=manner.end_of_shift is EndOfShift.TRANSFER,
        interval_seconds=float(edges[1] - edges[0]),
        seconds_per_reply=goals.seconds_per_reply,
        answer_within_seconds=goals.goal.answer_within_seconds,
        long_chat_seconds=manner.long_chat_seconds,
        customers=_customers(customers),
        desks=_desks(desks),
        paces=_paces(desks),
        limit_rows=desks.limit_rows,
        limit_of=desks.limit_of,
        places=np.zeros((there, most), PLACE),
        efforts=customers.efforts,
        thinking=customers.thinking,
        waiting=np.empty(came, np.int64),
        handed_back=np.empty(there * most, np.int64),
        marks=np.zeros(6, np.int64),
        agenda=empty_agenda(_room(customers, desks, manner.by_message)),
        sums=np.zeros((len(COUNTED), len(edges) - 1)),
    )


def _customers(given: Customers) -> Records:
    made = np.zeros(len(given.arrived), CUSTOMER)
    made["arrived"], made["patience"], made["work"] = given.arrived, given.patience, given.work
    made["next_reply"], made["last_reply"] = given.first_reply, given.first_reply + given.replies
    made["started"] = made["ended"] = made["first_reply_at"] = NEVER
    made["written"] = -np.inf
    made["desk_of"] = made["at"] = NOBODY
    return made


def _desks(given: Desks) -> Records:
    made = np.zeros(len(given.ends), DESK)
    made["comes"], made["leaves"] = given.starts, given.ends
    made["slowness"] = 1 / given.productivity
    made["replying_to"] = NOBODY
    return made


def _paces(given: Desks) -> Records:
    made = np.zeros(given.speeds.shape, PACE)
    made["speed"], made["replies"] = given.speeds, given.replies
    made["response"], made["slow"] = given.responses, given.slow
    return made


def _room(customers: Customers, desks: Desks, by_message: bool) -> int:
    """Happenings that can be noted at once: coming and leaving; a message written by each customer and a reply given
    up by each desk, or each desk's next end of a chat, foreseen anew at every beginning, end and return.
    """
    came, places = len(customers.arrived), int(desks.limit_rows.max(axis=0).sum())
    noted = came + places if by_message else 2 * came + 2 * places
    return 2 * len(desks.ends) + noted + 16

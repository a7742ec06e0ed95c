"""What one replication gave, summed by interval in the rows of a floor's `sums`; compiled.

Customers count where they arrived, replies and time where they fell; outside the horizon nothing counts.
"""

from math import ceil
from math import floor as whole_part

import numpy as np
from numba import njit

from scheduler.simulation.floor import COUNTED, NEVER, Floor
from scheduler.staffing.goals import SLOW_RESPONSE_SECONDS, SLOW_RESPONSES_ALLOWED

MEASURED_SECONDS = 120.0
"""A platform counts a customer as being served from this long before the chat to as long after it."""
_ARRIVALS, _ANSWERED, _IN_TIME, _LONG = (COUNTED.index(name) for name in ("arrivals", "answered", "in_time", "long"))
_LOST, _BACKLOG, _MEASURED = (COUNTED.index(name) for name in ("lost", "backlog", "measured_concurrency"))
_OVERTIME, _REPLIES, _RESPONSE = (COUNTED.index(name) for name in ("overtime_seconds", "replies", "response_seconds"))
_EFFORT, _SLOW, _SLOW_OF = (COUNTED.index(name) for name in ("effort_seconds", "slow", "slow_of"))
_FIRST = COUNTED.index("first_response_seconds")


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]  # numba has no types
def count_stretch(floor: Floor, desk: int, start: float, end: float) -> None:
    """An agent held `level` chats from start to end; by rates, replies are given as that lets expect them."""
    paid_until = max(floor.ends[desk], start)
    _spread(floor, _OVERTIME, paid_until, end, 1.0)
    if not floor.by_message:
        level = floor.level[desk]
        rate = floor.replies[desk, level]
        _spread(floor, _REPLIES, start, end, rate)
        _spread(floor, _RESPONSE, start, end, rate * floor.responses[desk, level])
        _spread(floor, _EFFORT, start, min(end, paid_until), rate * floor.seconds_per_reply * floor.slowness[desk])
        _spread(floor, _SLOW, start, end, rate * floor.slow[desk, level])
        _spread(floor, _SLOW_OF, start, end, rate)


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]
def count_reply(floor: Floor, customer: int, desk: int, now: float) -> None:
    """A reply as it was given."""
    response = now - floor.written[customer]
    if floor.first_reply_at[customer] == NEVER:
        floor.first_reply_at[customer] = now
    if response > SLOW_RESPONSE_SECONDS:
        floor.slow_responses[customer] += 1
    _add(floor, _REPLIES, now, 1.0)
    _add(floor, _RESPONSE, now, response)
    if now < floor.ends[desk]:
        _add(floor, _EFFORT, now, floor.efforts[floor.next_reply[customer]] * floor.slowness[desk])


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]
def count_customers(floor: Floor) -> None:
    """What became of each customer, and what a platform would report as the concurrency."""
    for customer in range(len(floor.arrived)):
        _count_customer(floor, customer)
    places = np.argsort(floor.desk_of, kind="mergesort")
    first = 0
    while first < len(places):
        desk, last = floor.desk_of[places[first]], first
        while last < len(places) and floor.desk_of[places[last]] == desk:
            last += 1
        if desk >= 0:
            _most_at_once(floor, places[first:last])
        first = last


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]
def _count_customer(floor: Floor, customer: int) -> None:
    arrived, started = floor.arrived[customer], floor.started[customer]
    _add(floor, _ARRIVALS, arrived, 1.0)
    if started == NEVER:
        gone = arrived + floor.patience[customer]
        _add(floor, _LOST, gone, 1.0)
        _wait(floor, arrived, gone)
        return
    _wait(floor, arrived, started)
    _add(floor, _ANSWERED, arrived, 1.0)
    if started - arrived <= floor.answer_within_seconds:
        _add(floor, _IN_TIME, arrived, 1.0)
    if floor.ended[customer] - started > floor.long_chat_seconds:
        _add(floor, _LONG, arrived, 1.0)
    if floor.by_message:
        _add(floor, _SLOW_OF, arrived, 1.0)
        _add(floor, _FIRST, arrived, floor.first_reply_at[customer] - arrived)
        if floor.slow_responses[customer] > SLOW_RESPONSES_ALLOWED:
            _add(floor, _SLOW, arrived, 1.0)
    else:
        response = floor.responses[floor.desk_of[customer], floor.joined[customer]]
        _add(floor, _FIRST, arrived, started - arrived + response)


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]
def _wait(floor: Floor, start: float, end: float) -> None:
    """One in the queue at every interval's end from start until before end."""
    intervals = floor.sums.shape[1]
    place = max(0, int(ceil(start / floor.interval_seconds)) - 1)
    while place < intervals and (place + 1) * floor.interval_seconds < end:
        floor.sums[_BACKLOG, place] += 1
        place += 1


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]
def _add(floor: Floor, row: int, moment: float, amount: float) -> None:
    place = int(whole_part(moment / floor.interval_seconds))
    if 0 <= place < floor.sums.shape[1]:
        floor.sums[row, place] += amount


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]
def _spread(floor: Floor, row: int, start: float, end: float, rate: float) -> None:
    """Rate × seconds of [start, end) in each interval."""
    length, intervals = floor.interval_seconds, floor.sums.shape[1]
    start, end = max(start, 0.0), min(end, intervals * length)
    place = int(start / length) if start < end else intervals
    while start < end:
        until = min(end, (place + 1) * length)
        floor.sums[row, place] += rate * (until - start)
        start = until
        place += 1


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]
def _most_at_once(floor: Floor, customers: np.ndarray) -> None:
    """One agent's chats, each longer by the margins that a platform counts: most at once in each interval."""
    length, intervals = floor.interval_seconds, floor.sums.shape[1]
    most = floor.sums[_MEASURED]
    starts = floor.started[customers] - MEASURED_SECONDS
    ends = np.sort(floor.ended[customers] + MEASURED_SECONDS)
    begun, over = 0, 0
    for place in range(intervals):
        while begun < len(starts) and starts[begun] < place * length:
            begun += 1
        while over < len(ends) and ends[over] <= place * length:
            over += 1
        most[place] = max(most[place], begun - over)
        while begun < len(starts) and starts[begun] < (place + 1) * length:
            while over < len(ends) and ends[over] <= starts[begun]:
                over += 1
            begun += 1
            most[place] = max(most[place], begun - over)

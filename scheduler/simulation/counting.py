"""What one replication gave, summed by interval in the rows of a floor's `sums`; compiled.

Customers count where they arrived, replies and time where they fell; outside the horizon nothing counts.
"""

from math import ceil
from math import floor as whole_part

import numpy as np

from forecasts.horizon import Numbers
from scheduler.simulation.compiled import compiled
from scheduler.simulation.floor import COUNTED, NEVER, Floor
from scheduler.staffing.goals import SLOW_RESPONSE_SECONDS, SLOW_RESPONSES_ALLOWED

MEASURED_SECONDS = 120.0
"""A platform counts a customer as being served from this long before the chat to as long after it."""
_ARRIVALS, _ANSWERED, _IN_TIME, _LONG = (COUNTED.index(name) for name in ("arrivals", "answered", "in_time", "long"))
_LOST, _BACKLOG, _MEASURED = (COUNTED.index(name) for name in ("lost", "backlog", "measured_concurrency"))
_OVERTIME, _REPLIES, _RESPONSE = (COUNTED.index(name) for name in ("overtime_seconds", "replies", "response_seconds"))
_EFFORT, _SLOW, _SLOW_OF = (COUNTED.index(name) for name in ("effort_seconds", "slow", "slow_of"))
_FIRST = COUNTED.index("first_response_seconds")


@compiled
def count_stretch(floor: Floor, desk: int, start: float, end: float) -> None:
    """An agent held `level` chats from start to end; by rates, replies are given as that lets expect them."""
    length, paid_until = floor.interval_seconds, floor.desks[desk].leaves
    start, end = max(start, 0.0), min(end, floor.sums.shape[1] * length)
    place = int(start / length)
    while start < end:
        until = min(end, (place + 1) * length)
        paid = min(max(paid_until - start, 0.0), until - start)
        floor.sums[_OVERTIME, place] += until - start - paid
        if not floor.by_message:
            _count_rates(floor, desk, place, until - start, paid)
        start = until
        place += 1


@compiled
def _count_rates(floor: Floor, desk: int, place: int, seconds: float, paid: float) -> None:
    pace = floor.paces[desk, floor.desks[desk].level]
    floor.sums[_REPLIES, place] += pace.replies * seconds
    floor.sums[_RESPONSE, place] += pace.replies * seconds * pace.response
    floor.sums[_EFFORT, place] += pace.replies * paid * floor.seconds_per_reply * floor.desks[desk].slowness
    floor.sums[_SLOW, place] += pace.replies * seconds * pace.slow
    floor.sums[_SLOW_OF, place] += pace.replies * seconds


@compiled
def count_reply(floor: Floor, customer: int, desk: int, now: float) -> None:
    """A reply as it was given."""
    response = now - floor.customers[customer].written
    if floor.customers[customer].first_reply_at == NEVER:
        floor.customers[customer].first_reply_at = now
    if response > SLOW_RESPONSE_SECONDS:
        floor.customers[customer].slow_responses += 1
    _add(floor, _REPLIES, now, 1.0)
    _add(floor, _RESPONSE, now, response)
    if now < floor.desks[desk].leaves:
        _add(floor, _EFFORT, now, floor.efforts[floor.customers[customer].next_reply] * floor.desks[desk].slowness)


@compiled
def count_customers(floor: Floor) -> None:
    """What became of each customer, and what a platform would report as the concurrency."""
    count = len(floor.customers)
    desk_of, starts, ends = np.empty(count, np.int64), np.empty(count), np.empty(count)
    for customer in range(count):
        _count_customer(floor, customer)
        one = floor.customers[customer]
        desk_of[customer], starts[customer], ends[customer] = one.desk_of, one.started, one.ended
    places = np.argsort(desk_of, kind="mergesort")
    first = 0
    while first < count:
        desk, last = desk_of[places[first]], first
        while last < count and desk_of[places[last]] == desk:
            last += 1
        if desk >= 0:
            _most_at_once(floor, starts[places[first:last]], ends[places[first:last]])
        first = last


@compiled
def _count_customer(floor: Floor, customer: int) -> None:
    arrived, started = floor.customers[customer].arrived, floor.customers[customer].started
    _add(floor, _ARRIVALS, arrived, 1.0)
    if started == NEVER:
        gone = arrived + floor.customers[customer].patience
        _add(floor, _LOST, gone, 1.0)
        _wait(floor, arrived, gone)
        return
    _wait(floor, arrived, started)
    _add(floor, _ANSWERED, arrived, 1.0)
    if started - arrived <= floor.answer_within_seconds:
        _add(floor, _IN_TIME, arrived, 1.0)
    if floor.customers[customer].ended - started > floor.long_chat_seconds:
        _add(floor, _LONG, arrived, 1.0)
    if floor.by_message:
        _add(floor, _SLOW_OF, arrived, 1.0)
        _add(floor, _FIRST, arrived, floor.customers[customer].first_reply_at - arrived)
        if floor.customers[customer].slow_responses > SLOW_RESPONSES_ALLOWED:
            _add(floor, _SLOW, arrived, 1.0)
    else:
        response = floor.paces[floor.customers[customer].desk_of, floor.customers[customer].joined].response
        _add(floor, _FIRST, arrived, started - arrived + response)


@compiled
def _wait(floor: Floor, start: float, end: float) -> None:
    """One in the queue at every interval's end from start until before end."""
    intervals = floor.sums.shape[1]
    place = max(0, ceil(start / floor.interval_seconds) - 1)
    while place < intervals and (place + 1) * floor.interval_seconds < end:
        floor.sums[_BACKLOG, place] += 1
        place += 1


@compiled
def _add(floor: Floor, row: int, moment: float, amount: float) -> None:
    place = whole_part(moment / floor.interval_seconds)
    if 0 <= place < floor.sums.shape[1]:
        floor.sums[row, place] += amount


@compiled
def _most_at_once(floor: Floor, starts: Numbers, ends: Numbers) -> None:
    """One agent's chats, each longer by the margins that a platform counts: most at once in each interval."""
    length, intervals = floor.interval_seconds, floor.sums.shape[1]
    most = floor.sums[_MEASURED]
    starts = starts - MEASURED_SECONDS
    ends = np.sort(ends + MEASURED_SECONDS)
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

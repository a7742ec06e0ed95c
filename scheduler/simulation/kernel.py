"""The floor played through, compiled: a chat goes to the agent with the fewest; customers wait in order of arrival and
leave when their patience ends. Everything lies in the arrays of a `Floor`, which are changed in place.

Two modes. By message: the customer writes, the agent replies to one message at a time, the customer thinks. By rates:
each chat is work done at a speed given by the number of chats its agent holds (limited processor sharing), kept as one
account a desk of the work `done` for each of its chats, and by chat the account's value at which it ends.
"""

import numpy as np
from numba import njit

from scheduler.simulation.agenda import add, take
from scheduler.simulation.counting import count_customers, count_reply, count_stretch
from scheduler.simulation.floor import NEVER, NOBODY, Floor

COMES, LEAVES, FINISHES, REPLIED, WRITES = 0, 1, 2, 2, 3
UNREAD, THINKING = -np.inf, np.inf
"""In place of the moment of a message: the first one waits in the queue; the customer has not written yet."""
_HEAD, _TAIL, _BACK_HEAD, _BACK_TAIL, _FIRST, _PAST = 0, 1, 2, 3, 4, 5


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]  # numba has no types
def play_through(floor: Floor) -> None:
    """Until everybody is served or gone; then count."""
    for desk in range(len(floor.ends)):
        add(floor.agenda, floor.starts[desk], COMES, desk, 0)
        if floor.ends[desk] < np.inf:
            add(floor.agenda, floor.ends[desk], LEAVES, desk, 0)
    for customer in range(len(floor.arrived)):
        moment = floor.arrived[customer]
        _until(floor, moment)
        desk = _least_busy(floor)
        if desk == NOBODY:
            floor.waiting[floor.marks[_TAIL]] = customer
            floor.marks[_TAIL] += 1
        else:
            _serve(floor, customer, desk, moment)
    _until(floor, np.inf)
    count_customers(floor)


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]
def _until(floor: Floor, moment: float) -> None:
    agenda = floor.agenda
    while agenda.size[0] > 0 and agenda.moments[0] <= moment:
        now, kind, first, second = take(agenda)
        if kind == COMES:
            floor.there[first] = True
            floor.marks[_PAST] = first + 1
            _serve_queue(floor, now)
        elif kind == LEAVES:
            _leave(floor, first, now)
        elif kind == WRITES:
            floor.written[first] = now
            if floor.at[first] != NOBODY:
                _ask(floor, first, floor.at[first], now)
        elif second == floor.version[first]:
            if floor.by_message:
                _replied(floor, first, now)
            else:
                _worked_off(floor, first, now)


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]
def _leave(floor: Floor, desk: int, now: float) -> None:
    floor.there[desk] = False
    while floor.marks[_FIRST] < floor.marks[_PAST] and not floor.there[floor.marks[_FIRST]]:
        floor.marks[_FIRST] += 1
    if floor.transfers and floor.level[desk] > 0:
        _hand_back(floor, desk, now)
        _serve_queue(floor, now)


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]
def _least_busy(floor: Floor) -> int:
    """The desk with the fewest chats that may take one more, the first of several; NOBODY when all are full."""
    best, fewest = NOBODY, np.iinfo(np.int64).max
    for desk in range(floor.marks[_FIRST], floor.marks[_PAST]):
        if floor.there[desk] and floor.level[desk] < min(fewest, floor.limits[desk]):
            best, fewest = desk, floor.level[desk]
    return best


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]
def _serve_queue(floor: Floor, now: float) -> None:
    marks = floor.marks
    while marks[_BACK_HEAD] < marks[_BACK_TAIL] or marks[_HEAD] < marks[_TAIL]:
        desk = _least_busy(floor)
        if desk == NOBODY:
            return
        if marks[_BACK_HEAD] < marks[_BACK_TAIL]:
            marks[_BACK_HEAD] += 1
            _serve(floor, floor.handed_back[marks[_BACK_HEAD] - 1], desk, now)
            continue
        customer = floor.waiting[marks[_HEAD]]
        marks[_HEAD] += 1
        if floor.arrived[customer] + floor.patience[customer] > now:
            _serve(floor, customer, desk, now)


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]
def _serve(floor: Floor, customer: int, desk: int, now: float) -> None:
    """A desk takes a chat, for the first time or from one who left."""
    _hold(floor, desk, floor.level[desk] + 1, now)
    if floor.started[customer] == NEVER:
        floor.started[customer] = now
        floor.joined[customer] = floor.level[desk]
        floor.desk_of[customer] = desk
    floor.at[customer] = desk
    if not floor.by_message:
        _account(floor, desk, floor.level[desk] - 1, now)
        place = floor.level[desk] - 1
        floor.targets[desk, place], floor.held[desk, place] = floor.done[desk] + floor.work[customer], customer
        _expect(floor, desk, now)
        return
    if floor.written[customer] == UNREAD:
        floor.written[customer] = now
    if floor.written[customer] != THINKING:
        _ask(floor, customer, desk, now)


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]
def _finish(floor: Floor, customer: int, desk: int, now: float) -> None:
    floor.at[customer] = NOBODY
    floor.ended[customer] = now
    _hold(floor, desk, floor.level[desk] - 1, now)


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]
def _hold(floor: Floor, desk: int, level: int, now: float) -> None:
    """The desk holds `level` chats from now on."""
    if floor.level[desk] > 0:
        count_stretch(floor, desk, floor.since[desk], now)
    floor.level[desk], floor.since[desk] = level, now


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]
def _hand_back(floor: Floor, desk: int, now: float) -> None:
    """The chats of an agent who leaves go to the head of the queue, oldest first."""
    if not floor.by_message:
        _account(floor, desk, floor.level[desk], now)
        for place in range(floor.level[desk]):
            floor.work[floor.held[desk, place]] = floor.targets[desk, place] - floor.done[desk]
    floor.version[desk] += 1
    floor.unread[desk] = 0
    floor.replying_to[desk] = NOBODY
    for customer in range(len(floor.at)):
        if floor.at[customer] == desk:
            floor.at[customer] = NOBODY
            floor.handed_back[floor.marks[_BACK_TAIL]] = customer
            floor.marks[_BACK_TAIL] += 1
    _hold(floor, desk, 0, now)


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]
def _ask(floor: Floor, customer: int, desk: int, now: float) -> None:
    """A message lies before the agent, who begins at once or finishes other replies first."""
    if floor.replying_to[desk] == NOBODY:
        _reply(floor, customer, desk, now)
        return
    room = floor.messages.shape[1]
    floor.messages[desk, (floor.oldest[desk] + floor.unread[desk]) % room] = customer
    floor.unread[desk] += 1


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]
def _reply(floor: Floor, customer: int, desk: int, now: float) -> None:
    floor.replying_to[desk] = customer
    effort = floor.efforts[floor.next_reply[customer]] * floor.slowness[desk]
    add(floor.agenda, now + effort, REPLIED, desk, floor.version[desk])


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]
def _replied(floor: Floor, desk: int, now: float) -> None:
    customer = floor.replying_to[desk]
    count_reply(floor, customer, desk, now)
    floor.next_reply[customer] += 1
    floor.replying_to[desk] = NOBODY
    if floor.unread[desk] > 0:
        following = floor.messages[desk, floor.oldest[desk]]
        floor.oldest[desk] = (floor.oldest[desk] + 1) % floor.messages.shape[1]
        floor.unread[desk] -= 1
        _reply(floor, following, desk, now)
    if floor.next_reply[customer] == floor.last_reply[customer]:
        _finish(floor, customer, desk, now)
        _serve_queue(floor, now)
    else:
        floor.written[customer] = THINKING
        add(floor.agenda, now + floor.thinking[floor.next_reply[customer]], WRITES, customer, 0)


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]
def _worked_off(floor: Floor, desk: int, now: float) -> None:
    """The desk's chat that is nearest to its end has reached it."""
    _account(floor, desk, floor.level[desk], now)
    place, last = _nearest(floor, desk), floor.level[desk] - 1
    customer = floor.held[desk, place]
    floor.targets[desk, place], floor.held[desk, place] = floor.targets[desk, last], floor.held[desk, last]
    _finish(floor, customer, desk, now)
    _expect(floor, desk, now)
    _serve_queue(floor, now)


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]
def _account(floor: Floor, desk: int, level: int, now: float) -> None:
    floor.done[desk] += floor.speeds[desk, level] * (now - floor.told[desk])
    floor.told[desk] = now


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]
def _expect(floor: Floor, desk: int, now: float) -> None:
    """Note when the desk's next chat will be finished, if nothing changes before."""
    floor.version[desk] += 1
    level = floor.level[desk]
    if level > 0:
        left = max(0.0, floor.targets[desk, _nearest(floor, desk)] - floor.done[desk])
        add(floor.agenda, now + left / floor.speeds[desk, level], FINISHES, desk, floor.version[desk])


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]
def _nearest(floor: Floor, desk: int) -> int:
    """The place of the chat that ends first."""
    best = 0
    for place in range(1, floor.level[desk]):
        nearer = floor.targets[desk, place] < floor.targets[desk, best]
        same = floor.targets[desk, place] == floor.targets[desk, best]
        if nearer or (same and floor.held[desk, place] < floor.held[desk, best]):
            best = place
    return best

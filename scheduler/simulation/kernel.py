"""The floor played through, compiled: a chat goes to the agent with the fewest; customers wait in order of arrival and
leave when their patience ends. Everything lies in the arrays of a `Floor`, which are changed in place.

Two modes. By message: the customer writes, the agent replies to one message at a time, the customer thinks. By rates:
each chat is work done at a speed given by the number of chats its agent holds (limited processor sharing), kept as one
account a desk of the work `done` for each of its chats, and by chat the account's value at which it ends.
"""

import numpy as np

from scheduler.simulation.agenda import add, take
from scheduler.simulation.compiled import compiled
from scheduler.simulation.counting import count_customers, count_reply, count_stretch
from scheduler.simulation.floor import NEVER, NOBODY, Floor

COMES, LEAVES, FINISHES, REPLIED, WRITES = 0, 1, 2, 2, 3
UNREAD, THINKING = -np.inf, np.inf
"""In place of the moment of a message: the first one waits in the queue; the customer has not written yet."""
_HEAD, _TAIL, _BACK_HEAD, _BACK_TAIL, _FIRST, _PAST = 0, 1, 2, 3, 4, 5


@compiled
def play_through(floor: Floor) -> None:
    """Until everybody is served or gone; then count."""
    for desk in range(len(floor.desks)):
        add(floor.agenda, floor.desks[desk].comes, COMES, desk, 0)
        if floor.desks[desk].leaves < np.inf:
            add(floor.agenda, floor.desks[desk].leaves, LEAVES, desk, 0)
    for customer in range(len(floor.customers)):
        moment = floor.customers[customer].arrived
        _until(floor, moment)
        desk = _least_busy(floor, moment)
        if desk == NOBODY:
            floor.waiting[floor.marks[_TAIL]] = customer
            floor.marks[_TAIL] += 1
        else:
            _serve(floor, customer, desk, moment)
    _until(floor, np.inf)
    count_customers(floor)


@compiled
def _until(floor: Floor, moment: float) -> None:
    agenda = floor.agenda
    while agenda.size[0] > 0 and agenda.moments[0] <= moment:
        now, kind, first, second = take(agenda)
        if kind == COMES:
            floor.desks[first].there = True
            floor.marks[_PAST] = first + 1
            _serve_queue(floor, now)
        elif kind == LEAVES:
            _leave(floor, first, now)
        elif kind == WRITES:
            floor.customers[first].written = now
            if floor.customers[first].at != NOBODY:
                _ask(floor, first, floor.customers[first].at, now)
        elif second == floor.desks[first].version:
            if floor.by_message:
                _replied(floor, first, now)
            else:
                _worked_off(floor, first, now)


@compiled
def _leave(floor: Floor, desk: int, now: float) -> None:
    floor.desks[desk].there = False
    while floor.marks[_FIRST] < floor.marks[_PAST] and not floor.desks[floor.marks[_FIRST]].there:
        floor.marks[_FIRST] += 1
    if floor.transfers and floor.desks[desk].level > 0:
        _hand_back(floor, desk, now)
        _serve_queue(floor, now)


@compiled
def _least_busy(floor: Floor, now: float) -> int:
    """The desk with the fewest chats that may take one more, the first of several; NOBODY when all are full."""
    best, fewest = NOBODY, np.iinfo(np.int64).max
    limits = floor.limit_rows[_limit_row(floor, now)]
    for desk in range(floor.marks[_FIRST], floor.marks[_PAST]):
        one = floor.desks[desk]
        if one.there and one.level < fewest and one.level < limits[desk]:
            best, fewest = desk, one.level
    return best


@compiled
def _limit_row(floor: Floor, now: float) -> int:
    """The row of limits in force; after the horizon that of its last interval."""
    if len(floor.limit_rows) == 1 or now < 0:
        return 0
    row: int = floor.limit_of[min(int(now / floor.interval_seconds), len(floor.limit_of) - 1)]
    return row


@compiled
def _serve_queue(floor: Floor, now: float) -> None:
    marks = floor.marks
    while marks[_BACK_HEAD] < marks[_BACK_TAIL] or marks[_HEAD] < marks[_TAIL]:
        desk = _least_busy(floor, now)
        if desk == NOBODY:
            return
        if marks[_BACK_HEAD] < marks[_BACK_TAIL]:
            marks[_BACK_HEAD] += 1
            _serve(floor, floor.handed_back[marks[_BACK_HEAD] - 1], desk, now)
            continue
        customer = floor.waiting[marks[_HEAD]]
        marks[_HEAD] += 1
        if floor.customers[customer].arrived + floor.customers[customer].patience > now:
            _serve(floor, customer, desk, now)


@compiled
def _serve(floor: Floor, customer: int, desk: int, now: float) -> None:
    """A desk takes a chat, for the first time or from one who left."""
    _hold(floor, desk, floor.desks[desk].level + 1, now)
    if floor.customers[customer].started == NEVER:
        floor.customers[customer].started = now
        floor.customers[customer].joined = floor.desks[desk].level
        floor.customers[customer].desk_of = desk
    floor.customers[customer].at = desk
    if not floor.by_message:
        _account(floor, desk, floor.desks[desk].level - 1, now)
        place = floor.desks[desk].level - 1
        floor.places[desk, place].target, floor.places[desk, place].customer = (
            floor.desks[desk].done + floor.customers[customer].work,
            customer,
        )
        _expect(floor, desk, now)
        return
    if floor.customers[customer].written == UNREAD:
        floor.customers[customer].written = now
    if floor.customers[customer].written != THINKING:
        _ask(floor, customer, desk, now)


@compiled
def _finish(floor: Floor, customer: int, desk: int, now: float) -> None:
    floor.customers[customer].at = NOBODY
    floor.customers[customer].ended = now
    _hold(floor, desk, floor.desks[desk].level - 1, now)


@compiled
def _hold(floor: Floor, desk: int, level: int, now: float) -> None:
    """The desk holds `level` chats from now on."""
    if floor.desks[desk].level > 0:
        count_stretch(floor, desk, floor.desks[desk].since, now)
    floor.desks[desk].level, floor.desks[desk].since = level, now


@compiled
def _hand_back(floor: Floor, desk: int, now: float) -> None:
    """The chats of an agent who leaves go to the head of the queue, oldest first."""
    if not floor.by_message:
        _account(floor, desk, floor.desks[desk].level, now)
        for place in range(floor.desks[desk].level):
            floor.customers[floor.places[desk, place].customer].work = (
                floor.places[desk, place].target - floor.desks[desk].done
            )
    floor.desks[desk].version += 1
    floor.desks[desk].unread = 0
    floor.desks[desk].replying_to = NOBODY
    for customer in range(len(floor.customers)):
        if floor.customers[customer].at == desk:
            floor.customers[customer].at = NOBODY
            floor.handed_back[floor.marks[_BACK_TAIL]] = customer
            floor.marks[_BACK_TAIL] += 1
    _hold(floor, desk, 0, now)


@compiled
def _ask(floor: Floor, customer: int, desk: int, now: float) -> None:
    """A message lies before the agent, who begins at once or finishes other replies first."""
    if floor.desks[desk].replying_to == NOBODY:
        _reply(floor, customer, desk, now)
        return
    room = floor.places.shape[1]
    floor.places[desk, (floor.desks[desk].oldest + floor.desks[desk].unread) % room].message = customer
    floor.desks[desk].unread += 1


@compiled
def _reply(floor: Floor, customer: int, desk: int, now: float) -> None:
    floor.desks[desk].replying_to = customer
    effort = floor.efforts[floor.customers[customer].next_reply] * floor.desks[desk].slowness
    add(floor.agenda, now + effort, REPLIED, desk, floor.desks[desk].version)


@compiled
def _replied(floor: Floor, desk: int, now: float) -> None:
    customer = floor.desks[desk].replying_to
    count_reply(floor, customer, desk, now)
    floor.customers[customer].next_reply += 1
    floor.desks[desk].replying_to = NOBODY
    if floor.desks[desk].unread > 0:
        following = floor.places[desk, floor.desks[desk].oldest].message
        floor.desks[desk].oldest = (floor.desks[desk].oldest + 1) % floor.places.shape[1]
        floor.desks[desk].unread -= 1
        _reply(floor, following, desk, now)
    if floor.customers[customer].next_reply == floor.customers[customer].last_reply:
        _finish(floor, customer, desk, now)
        _serve_queue(floor, now)
    else:
        floor.customers[customer].written = THINKING
        add(floor.agenda, now + floor.thinking[floor.customers[customer].next_reply], WRITES, customer, 0)


@compiled
def _worked_off(floor: Floor, desk: int, now: float) -> None:
    """The desk's chat that is nearest to its end has reached it."""
    _account(floor, desk, floor.desks[desk].level, now)
    place, last = _nearest(floor, desk), floor.desks[desk].level - 1
    customer = floor.places[desk, place].customer
    floor.places[desk, place].target, floor.places[desk, place].customer = (
        floor.places[desk, last].target,
        floor.places[desk, last].customer,
    )
    _finish(floor, customer, desk, now)
    _expect(floor, desk, now)
    _serve_queue(floor, now)


@compiled
def _account(floor: Floor, desk: int, level: int, now: float) -> None:
    floor.desks[desk].done += floor.paces[desk, level].speed * (now - floor.desks[desk].told)
    floor.desks[desk].told = now


@compiled
def _expect(floor: Floor, desk: int, now: float) -> None:
    """Note when the desk's next chat will be finished, if nothing changes before."""
    floor.desks[desk].version += 1
    level = floor.desks[desk].level
    if level > 0:
        left = max(0.0, floor.places[desk, _nearest(floor, desk)].target - floor.desks[desk].done)
        add(floor.agenda, now + left / floor.paces[desk, level].speed, FINISHES, desk, floor.desks[desk].version)


@compiled
def _nearest(floor: Floor, desk: int) -> int:
    """The place of the chat that ends first."""
    best = 0
    for place in range(1, floor.desks[desk].level):
        nearer = floor.places[desk, place].target < floor.places[desk, best].target
        same = floor.places[desk, place].target == floor.places[desk, best].target
        if nearer or (same and floor.places[desk, place].customer < floor.places[desk, best].customer):
            best = place
    return best

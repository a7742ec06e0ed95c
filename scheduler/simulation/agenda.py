"""What is going to happen, earliest first: a binary heap in arrays, for compiled code.

Each happening has a moment and a key of three whole numbers; the key decides between happenings of one moment.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from forecasts.horizon import Numbers
from scheduler.simulation.compiled import compiled

_BITS = 30
_MASK = (1 << _BITS) - 1


class Agenda(NamedTuple):
    """`size` holds one number, how many entries are in use."""

    moments: Numbers
    keys: NDArray[np.int64]
    size: NDArray[np.int64]


def empty_agenda(room: int) -> Agenda:
    """An agenda for at most `room` happenings at once."""
    return Agenda(np.empty(room), np.empty(room, np.int64), np.zeros(1, np.int64))


@compiled
def add(agenda: Agenda, moment: float, kind: int, first: int, second: int) -> None:
    """Note a happening; `first` and `second` are below 2^30, `kind` below 4."""
    moments, keys = agenda.moments, agenda.keys
    key = (((kind << _BITS) | first) << _BITS) | second
    place = agenda.size[0]
    agenda.size[0] += 1
    while place > 0:
        above = (place - 1) >> 1
        if moments[above] < moment or (moments[above] == moment and keys[above] <= key):
            break
        moments[place], keys[place] = moments[above], keys[above]
        place = above
    moments[place], keys[place] = moment, key


@compiled
def take(agenda: Agenda) -> tuple[float, int, int, int]:
    """The earliest happening, taken off: moment, kind, first, second."""
    moments, keys = agenda.moments, agenda.keys
    moment, key = moments[0], keys[0]
    agenda.size[0] -= 1
    size = agenda.size[0]
    last_moment, last_key = moments[size], keys[size]
    place = 0
    while True:
        below = 2 * place + 1
        if below >= size:
            break
        other = below + 1
        if other < size and (
            moments[other] < moments[below] or (moments[other] == moments[below] and keys[other] < keys[below])
        ):
            below = other
        if last_moment < moments[below] or (last_moment == moments[below] and last_key <= keys[below]):
            break
        moments[place], keys[place] = moments[below], keys[below]
        place = below
    moments[place], keys[place] = last_moment, last_key
    return moment, key >> (2 * _BITS), (key >> _BITS) & _MASK, key & _MASK

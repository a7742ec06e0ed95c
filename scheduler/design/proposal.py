"""A design as the shifts a team could work: added to those it has."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from scheduler.shift import Shift


def with_proposed(shifts: Mapping[str, Shift], proposed: Iterable[Shift]) -> dict[str, Shift]:
    """The team's shifts and the proposed ones it does not have yet under another name; an id that is taken gets a
    number behind it.
    """
    found = dict(shifts)
    known = {_substance(shift) for shift in shifts.values()}
    for shift in proposed:
        if _substance(shift) not in known:
            name = _free_name(shift.id, found)
            found[name] = replace(shift, id=name)
    return found


def _substance(shift: Shift) -> Shift:
    """What makes two shifts the same: times, breaks and rests, not what they are called."""
    return replace(shift, id="", code="", name="", tags=frozenset())


def _free_name(name: str, taken: Mapping[str, Shift]) -> str:
    number, free = 1, name
    while free in taken:
        number += 1
        free = f"{name}.{number}"
    return free

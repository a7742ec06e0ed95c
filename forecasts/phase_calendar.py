"""Phases on the clock: which one is in force in each minute, and which earlier one teaches a new one."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

import numpy as np
from numpy.typing import NDArray

from forecasts.horizon import MINUTES_PER_DAY, Numbers
from forecasts.phase_work import PhaseWork
from forecasts.promotion import Phase, Promotion

BURST_KINDS = ("deposit", "balance", "opening", "spot_sale")
"""Kinds that begin with a burst at their start time."""
GRADUAL_KINDS = ("warm_up", "shipping", "returns")
"""Kinds that come and go over days, whatever the clock says."""


@dataclass(frozen=True, slots=True)
class NamedPhase:
    """A phase with its promotion's name and its number among the promotion's phases of that kind, from 0.

    An `aftermath` is no phase of the calendar but what one leaves behind.
    """

    promotion: str
    ordinal: int
    phase: Phase
    aftermath: bool = False

    @property
    def minutes(self) -> int:
        """Length in minutes."""
        return int((self.phase.end - self.phase.start).total_seconds() // 60)

    @property
    def bursts(self) -> bool:
        """Whether it is aligned by minutes from its start: burst kinds, and own words shorter than a day."""
        if self.aftermath:
            return False
        if self.phase.kind in BURST_KINDS:
            return True
        return self.phase.kind not in GRADUAL_KINDS and self.minutes < MINUTES_PER_DAY

    @property
    def stem(self) -> str:
        """The promotion's name without numbers after words, so that 双11 2024 and 双11 2025 are of one family."""
        return re.sub(r"(19|20)\d\d\s*年?", "", self.promotion).strip().casefold()


def named_phases(promotions: Sequence[Promotion]) -> tuple[NamedPhase, ...]:
    """All phases that have a length, by start; of two that overlap the later one is the later in this order."""
    named: list[NamedPhase] = []
    for promotion in promotions:
        seen: dict[str, int] = {}
        for phase in sorted(promotion.phases, key=lambda p: p.start):
            if phase.end > phase.start:
                named.append(NamedPhase(promotion.name, seen.get(phase.kind, 0), phase))
                seen[phase.kind] = seen.get(phase.kind, 0) + 1
    return tuple(sorted(dict.fromkeys(named), key=lambda n: n.phase.start))


def owners(phases: Sequence[NamedPhase], first_day: date, days: int) -> NDArray[np.int64]:
    """The number of the phase in force in each minute from a midnight, −1 for none, shape (days × 1440,)."""
    midnight = datetime.combine(first_day, time())
    owner = np.full(days * MINUTES_PER_DAY, -1)
    for number, named in enumerate(phases):
        start = int((named.phase.start - midnight).total_seconds() // 60)
        end = int((named.phase.end - midnight).total_seconds() // 60)
        owner[max(start, 0) : max(end, 0)] = number
    return owner


def owned_share(owner: NDArray[np.int64], number: int, interval_minutes: int) -> Numbers:
    """Share of each interval that a phase owns, 0–1, flat."""
    return np.asarray((owner == number).reshape(-1, interval_minutes).mean(axis=1))


def in_force(owner: NDArray[np.int64], interval_minutes: int) -> NDArray[np.int64]:
    """The phase that owns most of each interval's owned minutes, −1 where none owns any, flat."""
    table = owner.reshape(-1, interval_minutes)
    number = np.full(len(table), -1)
    for row in np.flatnonzero((table >= 0).any(axis=1)):
        number[row] = np.bincount(table[row][table[row] >= 0]).argmax()
    return number


def work_in_force(phases: Sequence[NamedPhase], numbers: NDArray[np.int64], skill: str) -> tuple[PhaseWork | None, ...]:
    """What the phases that `in_force` found were typed to take to serve, by interval; empty without any."""
    typed = [named.phase.work(skill) for named in phases]
    found = tuple(typed[number] if number >= 0 else None for number in numbers)
    return found if any(found) else ()


def analogs(new: NamedPhase, phases: Sequence[NamedPhase], history_end: datetime) -> tuple[NamedPhase, ...]:
    """Earlier phases of the same kind inside the history: of the same family of promotions if there are any,
    with the same number within their promotion if there are any. A phase already running teaches itself. Analogs that
    a person named are taken instead of the family.
    """
    earlier = [
        other
        for other in phases
        if other.phase.kind == new.phase.kind and other.phase.start < min(new.phase.start, history_end)
    ]
    if new.phase.analogs:
        earlier = [other for other in earlier if other.promotion in new.phase.analogs]
    for alike in (_same_family, _same_ordinal):
        earlier = [other for other in earlier if alike(new, other)] or earlier
    if not earlier and not new.phase.analogs and new.phase.start < history_end:
        return (new,)
    return tuple(earlier)


def _same_family(new: NamedPhase, other: NamedPhase) -> bool:
    return bool(new.phase.analogs) or new.stem == other.stem


def _same_ordinal(new: NamedPhase, other: NamedPhase) -> bool:
    return new.ordinal == other.ordinal

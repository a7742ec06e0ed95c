"""The days to be laid out for one series and the phases in force on them."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

import numpy as np
from numpy.typing import NDArray

from forecasts.horizon import Horizon, Numbers
from forecasts.phase_calendar import NamedPhase, in_force, owned_share, owners, work_in_force
from forecasts.phase_work import PhaseWork


@dataclass(frozen=True, eq=False, slots=True)
class Ahead:
    """The horizon and, around it, the rest of every phase that touches it.

    `phases` are all phases, later ones win; `near` those that touch the horizon; `owner` the number of the phase in
    force in each minute from `first_day` on.
    """

    horizon: Horizon
    first_day: date
    days: int
    phases: tuple[NamedPhase, ...]
    near: tuple[NamedPhase, ...]
    owner: NDArray[np.int64]

    @property
    def inside(self) -> slice:
        """The horizon's intervals among those laid out."""
        first = (self.horizon.first_day - self.first_day).days * self.horizon.intervals_per_day
        return slice(first, first + self.horizon.intervals)

    def share(self, named: NamedPhase) -> Numbers:
        """Share of each interval that a phase owns, 0–1, flat."""
        return owned_share(self.owner, self.phases.index(named), self.horizon.interval_minutes)

    def outside(self) -> Numbers:
        """Share of each interval that no phase owns, 0–1, flat."""
        return np.asarray((self.owner < 0).reshape(-1, self.horizon.interval_minutes).mean(axis=1))

    def promoted(self) -> NDArray[np.bool_]:
        """Which days a phase touches, shape (days,)."""
        return np.asarray((self.owner >= 0).reshape(self.days, -1).any(axis=1))

    def kinds(self) -> tuple[str, ...]:
        """The phase kind in force in each interval of the horizon, "" outside and in an aftermath."""
        numbers = in_force(self.owner, self.horizon.interval_minutes)[self.inside]
        named = ["" if phase.aftermath else phase.phase.kind for phase in self.phases]
        return tuple(named[number] if number >= 0 else "" for number in numbers)

    def work(self, skill: str) -> tuple[PhaseWork | None, ...]:
        """What the phase in force was typed to take to serve in each interval of the horizon; empty without any."""
        return work_in_force(self.phases, in_force(self.owner, self.horizon.interval_minutes)[self.inside], skill)


def lay_out(horizon: Horizon, phases: tuple[NamedPhase, ...], last_day: date) -> Ahead:
    """Days from the first phase's start that touches the horizon to the last one's end, after `last_day`."""
    near = tuple(named for named in phases if named.phase.overlaps(horizon.start, horizon.end))
    start = min([horizon.start, *(named.phase.start for named in near)])
    end = max([horizon.end, *(named.phase.end for named in near)])
    first = min(horizon.first_day, max(start.date(), last_day + timedelta(days=1)))
    days = -(-(end - datetime.combine(first, time())) // timedelta(days=1))
    return Ahead(horizon, first, days, phases, near, owners(phases, first, days))

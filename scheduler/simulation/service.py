"""What a simulation found: the service of a staffing, and how far chance may have moved it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from forecasts.horizon import Numbers
from scheduler.staffing.measures import Measures
from scheduler.staffing.requirement import Service

Sums = Mapping[str, Numbers]
"""One replication: name to sums of shape (intervals,)."""
PARTS = {
    "service_level": ("in_time", "arrivals"),
    "first_response_seconds": ("first_response_seconds", "answered"),
    "average_response_seconds": ("response_seconds", "replies"),
    "reply_rate": ("answered", "arrivals"),
    "slow_share": ("slow", "slow_of"),
    "long_share": ("long", "answered"),
    "utilisation": ("effort_seconds", "present_seconds"),
    "backlog": ("backlog", ""),
    "lost": ("lost", ""),
    "measured_concurrency": ("measured_concurrency", ""),
}
"""Measure to what is summed and by what it is divided; "" is the replication itself."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """A mean and its standard error, NaN with a single replication."""

    value: float
    error: float


@dataclass(frozen=True, eq=False)
class SimulatedService:
    """One skill's replications. `sums`: name to array of shape (replications, intervals)."""

    sums: Mapping[str, Numbers]

    @classmethod
    def of(cls, replications: Sequence[Sums]) -> "SimulatedService":
        """Of at least one replication."""
        return cls({name: np.array([sums[name] for sums in replications]) for name in replications[0]})

    @property
    def replications(self) -> int:
        """How many days were played."""
        return len(self.sums["arrivals"])

    @property
    def service(self) -> Service:
        """Means by interval."""
        return Service(**{name: self.measure(name)[0] for name in Service.__dataclass_fields__})

    @property
    def sampling_error(self) -> Service:
        """Standard errors of `service`."""
        return Service(**{name: self.measure(name)[1] for name in Service.__dataclass_fields__})

    @property
    def slow_share(self) -> Numbers:
        """Slow chats, by interval of arrival."""
        return self.measure("slow_share")[0]

    @property
    def long_share(self) -> Numbers:
        """Chats longer than the limit, by interval of arrival."""
        return self.measure("long_share")[0]

    @property
    def measured_concurrency(self) -> Numbers:
        """The highest number of chats that a platform's ±2 minute rule would report for any agent: a figure to
        compare with reports, about twice what was really held at once.
        """
        return self.measure("measured_concurrency")[0]

    @property
    def overtime_hours(self) -> float:
        """Hours a replication in which agents finished chats after their shift."""
        return float(self.sums["overtime_seconds"].sum(axis=1).mean() / 3600)

    def measure(self, name: str) -> tuple[Numbers, Numbers]:
        """A measure of `PARTS` by interval and its standard error, each of shape (intervals,)."""
        part, whole = PARTS[name]
        return ratio(self.sums[part], self.sums[whole] if whole else np.ones_like(self.sums[part]))

    def over(self, name: str, chosen: slice = slice(None)) -> Estimate:
        """A measure over several intervals together: shares and times over all their customers, `lost` added up."""
        part, whole = PARTS[name]
        above = self.sums[part][:, chosen].sum(axis=1)
        below = self.sums[whole][:, chosen].sum(axis=1) if whole else np.ones_like(above)
        value, error = ratio(above[:, np.newaxis], below[:, np.newaxis])
        return Estimate(float(value[0]), float(error[0]))

    def intervals(self) -> list[Measures]:
        """The means of each interval, to be judged against goals."""
        names = Measures.__dataclass_fields__.keys() & PARTS.keys()
        columns = [self.measure(name)[0].tolist() for name in names]
        return [Measures(**dict(zip(names, row, strict=True))) for row in zip(*columns, strict=True)]


def ratio(part: Numbers, whole: Numbers) -> tuple[Numbers, Numbers]:
    """Mean of part ÷ mean of whole over replications (rows), and its standard error by linearisation; NaN where the
    whole is 0.
    """
    count = len(part)
    below = whole.mean(axis=0)
    known = below > 0
    value = np.divide(part.mean(axis=0), below, out=np.full(below.shape, np.nan), where=known)
    if count == 1:
        return value, np.full(below.shape, np.nan)
    spread = np.sqrt(((part - value * whole) ** 2).sum(axis=0) / (count * (count - 1)))
    return value, np.divide(spread, below, out=np.full(below.shape, np.nan), where=known)

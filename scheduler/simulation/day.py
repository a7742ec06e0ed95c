"""One day of one skill, ready to be played as often as one likes."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from forecasts.horizon import Numbers
from scheduler.simulation.customers import draw_customers
from scheduler.simulation.desks import Desks
from scheduler.simulation.floor import COUNTED, floor_of
from scheduler.simulation.kernel import play_through
from scheduler.simulation.manner import Manner
from scheduler.simulation.service import Sums
from scheduler.simulation.uncompiled import as_compiled_or_not
from scheduler.staffing.arrivals import Arrivals
from scheduler.staffing.goals import Goals


@dataclass(frozen=True, eq=False)
class Day:
    """Who is expected, who serves, and how it is played."""

    arrivals: Arrivals
    desks: Desks
    goals: Goals
    manner: Manner

    def played(self, seed: np.random.SeedSequence) -> Sums:
        """One replication, summed by interval."""
        customers = draw_customers(self.arrivals, self.goals, self.manner.length, seed)
        floor = as_compiled_or_not(floor_of(customers, self.desks, self.goals, self.manner, self.edges))
        play_through(floor)
        return dict(zip(COUNTED, floor.sums, strict=True)) | {"present_seconds": self.present_seconds}

    @cached_property
    def edges(self) -> Numbers:
        """Borders of the intervals in seconds."""
        edges: Numbers = np.arange(len(self.arrivals.steps) + 1, dtype=np.float64) * self.arrivals.interval_seconds
        return edges

    @cached_property
    def present_seconds(self) -> Numbers:
        """Seconds of presence that all desks together have in each interval."""
        starts, ends = self.desks.starts[:, np.newaxis], self.desks.ends[:, np.newaxis]
        inside = np.minimum(ends, self.edges[1:]) - np.maximum(starts, self.edges[:-1])
        present: Numbers = np.maximum(inside, 0).sum(axis=0)
        return present

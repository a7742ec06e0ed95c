"""Shadow prices: what one more standard agent present, seat or head on a shift would be worth at the proven bound."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from forecasts.horizon import Numbers
from scheduler.hall import Skills
from scheduler.kind import Kind


@dataclass(frozen=True, eq=False)
class Prices:
    """Yuan per standard agent for each set of skills, `cuts`, shape (intervals,); per seat, `seats`; and per head of
    each shift target, `targets`. Any such prices of the right sign prove a bound on any problem with these skills,
    intervals and targets, see `scheduler.search.bound.prices`.
    """

    cuts: Mapping[Skills, Numbers]
    seats: Numbers
    targets: Numbers

    def presence(self, kind: Kind, surplus: float) -> Numbers:
        """Yuan that an agent of a kind costs (mostly: brings) when present, by interval; `surplus`: yuan for a standard
        agent present and not required, an interval.
        """
        worth = sum((price for cut, price in self.cuts.items() if cut & kind.skills), np.zeros_like(self.seats))
        return kind.productivity * (surplus - worth) + self.seats

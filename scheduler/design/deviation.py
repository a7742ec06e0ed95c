"""What it costs to have other than the agents wanted, and how much of that is whole agents."""

from dataclasses import dataclass

import numpy as np

from forecasts.horizon import Numbers

UNITS = (1, 2, 4, 5, 10, 100)


@dataclass(frozen=True, slots=True)
class DeviationCost:
    """Price of an interval's deviation, per agent: `shortage` as (agents, price) pieces whose price never falls, the
    last for any further agent (None); `surplus`; and `kind`, once for every distinct shift offered.
    """

    shortage: tuple[tuple[float | None, float], ...] = ((1, 1.0), (2, 2.0), (None, 4.0))
    surplus: float = 1.0
    kind: float = 3.0

    def of(self, missing: Numbers) -> float:
        """The price of agents missing by interval, below zero too many, each shape (intervals,)."""
        left = np.maximum(0.0, missing)
        cost = self.surplus * float(np.maximum(0.0, -missing).sum())
        for agents, price in self.shortage:
            piece = left if agents is None else np.minimum(left, agents)
            cost += price * float(piece.sum())
            left = left - piece
        return cost


def units_of(wanted: Numbers) -> int:
    """The fewest parts of an agent that make every requirement whole, else hundredths."""
    whole = (units for units in UNITS if np.allclose(wanted * units, np.round(wanted * units), 0, 1e-6))
    return next(whole, UNITS[-1])

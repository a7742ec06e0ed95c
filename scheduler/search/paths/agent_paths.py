"""The cheapest days of one agent at given prices: a shortest path through the graph of the agent's family.

It knows what the graph knows; what that leaves out is left to the checks, and makes its cost a lower bound.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from forecasts.horizon import Numbers
from scheduler.search.paths.day_graph import Arcs
from scheduler.search.paths.path_kernel import OFF, cheapest_paths

__all__ = ["OFF", "AgentPaths", "Path"]

Path = tuple[int, ...]
"""For each day the position of the shift worked in `AgentPaths.shifts`, or OFF."""


@dataclass(frozen=True, eq=False)
class AgentPaths:
    """Cheapest days of one agent, for any prices. `shifts`: those open to the agent; `open`: (days, shifts);
    `premium`: yuan that a minute of overtime costs more, by day; `entry`: the agent's node in the graph.
    """

    shifts: tuple[str, ...]
    open: NDArray[np.bool_]
    premium: Numbers
    arcs: Arcs
    entry: int

    def cheapest(self, price: Numbers, off_price: Numbers) -> tuple[float, Path] | None:
        """Cost and days of the cheapest path. `price`: yuan by day and shift, `off_price`: by day; overtime premiums
        are added here. None when no path keeps the rules.
        """
        priced = np.where(self.open, price, np.inf)[np.newaxis]
        entry, premium = np.array([self.entry]), self.premium[np.newaxis]
        least, paths = cheapest_paths(self.arcs, entry, priced, off_price[np.newaxis], premium)
        return (float(least[0]), tuple(paths[0].tolist())) if np.isfinite(least[0]) else None

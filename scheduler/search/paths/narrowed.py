"""The part of a graph on which an agent's near-cheapest days lie, for searches that look at all of them at once."""

import numpy as np

from forecasts.horizon import Numbers
from scheduler.search.paths.agent_paths import AgentPaths
from scheduler.search.paths.day_graph import Arcs, Layer, joined
from scheduler.search.paths.narrowed_kernel import cheap_targets


def narrowed(paths: AgentPaths, price: Numbers, off_price: Numbers, slack: float) -> tuple[Arcs, int]:
    """Arcs that hold every path of at most `slack` yuan above the cheapest, and the node of the entry. Each shift is a
    move of its own; nodes with the same future are joined anew. Prices as for `AgentPaths.cheapest`.
    """
    priced = np.where(paths.open, price, np.inf)
    targets, extra = cheap_targets(paths.arcs, paths.entry, priced, off_price, paths.premium, slack)
    first = paths.arcs.first_node
    days = [slice(first[day], first[day + 1]) for day in range(len(priced))]
    layers = [Layer(targets[day], extra[day]) for day in days]
    moves = np.arange(len(paths.shifts), dtype=np.int16)
    arcs, standing = joined(layers, np.zeros(1, dtype=np.int64), moves)
    return arcs, int(standing[paths.entry])

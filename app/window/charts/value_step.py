"""Round steps for an axis of numbers; without pyqtgraph, so that painted charts share them."""

from math import floor, log10

GRIDLINES = 6
"""Most parts an axis is cut into."""


def value_step(highest: float, gridlines: int = GRIDLINES) -> float:
    """A step of 1, 2 or 5 times a power of ten that cuts 0 … highest into at most `gridlines` parts."""
    if highest <= 0:
        return 1.0
    power = 10.0 ** floor(log10(highest / gridlines))
    return next((factor * power for factor in (1, 2, 5) if highest / (factor * power) <= gridlines), 10 * power)

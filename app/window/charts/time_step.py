"""Round steps for an axis of hours; without pyqtgraph, so that painted charts share them."""

HOUR_STEPS = (1, 2, 3, 4, 6, 12, 24, 48, 72, 168, 336, 672, 2016, 8760)
LABEL_WIDTH = {True: 44, False: 62}
"""Room for a clock time and for a day, px before zoom."""


def hour_step(hours: float, width: float) -> int:
    """The smallest step in hours whose labels have room over a stretch drawn `width` px wide (before zoom)."""
    for step in HOUR_STEPS:
        if hours / step * LABEL_WIDTH[step < 24] <= width:
            return step
    return HOUR_STEPS[-1]

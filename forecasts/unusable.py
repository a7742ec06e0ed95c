"""Counts that no forecast can be made from."""

import numpy as np

from forecasts.cleaning_findings import about
from forecasts.findings import Finding, Level
from forecasts.history import Counts, SeriesKey


def unusable(key: SeriesKey, counts: Counts, interval_minutes: int) -> list[Finding]:
    """FC01 no counts, FC35 negative or infinite ones, FC36 starts off the clock grid, FC34 nothing but zeros.

    Fractions are counts too: exports that share an inquiry between queues have them.
    """
    if not len(counts):
        return [about("FC01", key, {"days": 0, "needed": 7}, Level.ERROR)]
    wrong = np.flatnonzero((counts.inquiries < 0) | np.isinf(counts.inquiries))
    minutes = counts.starts.astype("datetime64[m]").astype(np.int64)
    off = np.flatnonzero(minutes % interval_minutes)
    if len(wrong):
        return [_first(key, "FC35", counts, wrong, {})]
    if len(off):
        return [_first(key, "FC36", counts, off, {"minutes": interval_minutes})]
    return [] if np.nansum(counts.inquiries) > 0 else [about("FC34", key, {}, Level.ERROR)]


def _first(
    key: SeriesKey, code: str, counts: Counts, rows: np.ndarray[tuple[int], np.dtype[np.int64]], facts: dict[str, int]
) -> Finding:
    """How many rows, and the first of them."""
    row = int(rows[0])
    start = f"{counts.starts[row].astype('datetime64[m]').item():%Y-%m-%d %H:%M}"
    return about(
        code, key, {"rows": len(rows), "start": start, "inquiries": float(counts.inquiries[row]), **facts}, Level.ERROR
    )

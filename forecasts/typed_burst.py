"""The first two hours of a phase as a person typed them, in place of what was learnt or assumed."""

from dataclasses import replace

import numpy as np

from forecasts.horizon import Numbers
from forecasts.ordinary import Ordinary
from forecasts.phase_calendar import NamedPhase
from forecasts.phase_draft import Draft, own_minutes
from forecasts.promotion import BURST_MINUTES


def with_burst(made: Draft, new: NamedPhase, days: Ordinary) -> Draft:
    """The draft with shares of the first day typed for equal parts of the first two hours; as it is without any.

    The rest of the day on which the phase starts stays as drafted (ordinary outside the phase); the head is as large as
    makes the shares true. Parts beyond the phase's end fall away.
    """
    if not new.phase.burst or not new.bursts:
        return made
    begin, end = own_minutes(new, days)
    head = (made.share > 0) & (begin < BURST_MINUTES) & (end > begin)
    first_day = (new.phase.start.date() - days.first_day).days
    if not head.any() or first_day < 0:
        return made
    parts = np.where(head, _until(end, new.phase.burst) - _until(begin, new.phase.burst), 0.0)
    whole = made.volume + (1 - made.share) * days.counts.ravel()
    rest = float(np.where(head, 0.0, whole).reshape(days.counts.shape)[first_day].sum())
    return replace(made, volume=np.where(head, parts * rest / (1 - parts.sum()), made.volume))


def _until(minutes: Numbers, shares: tuple[float, ...]) -> Numbers:
    """The share of the day until some minutes after the start, even within each part."""
    borders = np.linspace(0.0, BURST_MINUTES, len(shares) + 1)
    return np.asarray(np.interp(minutes, borders, np.append(0.0, np.cumsum(shares))))

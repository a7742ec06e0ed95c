"""Planned series put together: ordinary days and phases, typed totals, and the range around them."""

from collections.abc import Sequence

import numpy as np

from forecasts.forecast import Volume
from forecasts.history import History
from forecasts.horizon import Numbers
from forecasts.phase_calendar import NamedPhase
from forecasts.phase_draft import Basis, Draft
from forecasts.ranges import NORMAL_P90
from forecasts.series_plan import SeriesPlan
from forecasts.typed_totals import scaled, seen_already

SPREAD_TYPED = 0.5
"""Log deviation of a phase's volume that was typed or assumed."""
SPREAD_OF_KIND = 0.15
"""Log deviation of one phase from another of its kind and day."""


def volumes(plans: Sequence[SeriesPlan], history: History) -> list[Volume]:
    """The horizon's volume of every plan; a typed total is shared by all of them."""
    totals = [plan.days.counts.ravel() * plan.ahead.outside() for plan in plans]
    for named in dict.fromkeys(named for plan in plans for named in plan.drafts):
        concerned = [number for number, plan in enumerate(plans) if named in plan.drafts]
        drafts = [plans[number].drafts[named] for number in concerned]
        for number, volume in zip(
            concerned, scaled(named.phase, drafts, seen_already(named.phase, history)), strict=True
        ):
            totals[number] = totals[number] + volume
    return [_volume(plan, total) for plan, total in zip(plans, totals, strict=True)]


def _volume(plan: SeriesPlan, total: Numbers) -> Volume:
    table = total.reshape(plan.days.counts.shape)
    weeks = np.broadcast_to(plan.days.lead_weeks[:, None], table.shape)
    down, up = (distance.ravel() for distance in plan.days.bands.around(table, weeks))
    spread = _phase_spread(plan)
    down = np.hypot(plan.widened * down, total * (1 - np.exp(-NORMAL_P90 * spread)))
    up = np.hypot(plan.widened * up, total * (np.exp(NORMAL_P90 * spread) - 1))
    inside = plan.ahead.inside
    middle = total[inside]
    low, high = np.maximum(middle - down[inside], 0.0), middle + up[inside]
    kinds, work = plan.ahead.kinds(), plan.ahead.work(plan.key.skill)
    return Volume(low, middle, high, middle.copy(), kinds, plan.days.bands.dependence, work)


def _phase_spread(plan: SeriesPlan) -> Numbers:
    """Log deviation that phases add per interval, 0 outside."""
    spread = np.zeros(plan.days.counts.size)
    for named, draft in plan.drafts.items():
        spread = np.maximum(spread, (draft.share > 0) * _spread(named, draft))
    return spread


def _spread(named: NamedPhase, draft: Draft) -> float:
    """Learnt from n earlier phases: the new one deviates from the kind's mean, and so does the mean of n."""
    if named.aftermath and not draft.lessons:
        return 0.0
    typed = named.phase.uplift is not None or named.phase.expected_inquiries is not None
    if typed or draft.basis is not Basis.LEARNT:
        return SPREAD_TYPED
    return SPREAD_OF_KIND * float(np.sqrt(1 + 1 / len(draft.lessons)))

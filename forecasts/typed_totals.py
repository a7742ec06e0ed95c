"""What a person typed for a phase wins over what was learnt; the learnt shape stays."""

from collections.abc import Sequence

import numpy as np

from forecasts.history import History
from forecasts.horizon import Numbers
from forecasts.phase_draft import Draft
from forecasts.promotion import Phase


def scaled(phase: Phase, drafts: Sequence[Draft], seen: float) -> tuple[Numbers, ...]:
    """The drafts of all series for one phase, scaled to the typed uplift (each series over its own ordinary days)
    or, without one, to the typed total of all series together, less what was `seen` already.
    """
    if phase.uplift is not None:
        return tuple(_to_total(draft, phase.uplift * draft.usual.sum()) for draft in drafts)
    if phase.expected_inquiries is None:
        return tuple(draft.volume for draft in drafts)
    left = max(phase.expected_inquiries - seen, 0.0)
    together = sum(draft.volume.sum() for draft in drafts)
    parts = [draft.volume.sum() / together if together > 0 else 1 / len(drafts) for draft in drafts]
    return tuple(_to_total(draft, left * part) for draft, part in zip(drafts, parts, strict=True))


def _to_total(draft: Draft, total: float) -> Numbers:
    drafted = draft.volume.sum()
    if drafted > 0:
        return np.asarray(draft.volume * (total / drafted))
    owned = draft.share.sum()
    return np.asarray(draft.share * (total / owned)) if owned > 0 else draft.volume


def seen_already(phase: Phase, history: History) -> float:
    """Inquiries counted within a phase so far, all series."""
    start, end = np.datetime64(phase.start, "m"), np.datetime64(phase.end, "m")
    return float(sum(np.nansum(counts.between(start, end).inquiries) for _, counts in history))

"""Phases that overlap: allowed, but worth a word, for only one of them counts where they do."""

from collections.abc import Sequence

from forecasts.findings import Finding, Level, errors
from forecasts.promotion import Promotion, promotion_findings


def overlap_findings(promotions: Sequence[Promotion]) -> list[Finding]:
    """IN08 for phases of one promotion, FC38 for phases of two promotions: notices, the later start wins."""
    found = promotion_findings(promotions)
    blocking = errors(found)
    within = [finding for finding in found if finding not in blocking]
    between = [
        finding
        for number, one in enumerate(promotions)
        for other in promotions[number + 1 :]
        for finding in _between(one, other)
    ]
    return within + between


def _between(one: Promotion, other: Promotion) -> list[Finding]:
    return [
        Finding(
            "FC38",
            Level.NOTICE,
            facts={
                "promotion": one.name,
                "phase": phase.kind,
                "other_promotion": other.name,
                "other": second.kind,
                "start": f"{max(phase.start, second.start):%Y-%m-%d %H:%M}",
            },
        )
        for phase in one.phases
        for second in other.phases
        if phase.overlaps(second.start, second.end)
    ]

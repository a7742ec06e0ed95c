"""A promotion as an object: phases with clock times. Times are data, never code."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from forecasts.findings import Finding, Level, Place

PHASE_KINDS = ("warm_up", "deposit", "balance", "opening", "spot_sale", "shipping", "returns")
"""The kinds the product knows; a word of the team's own is allowed too."""

BURST_MINUTES = 120


@dataclass(frozen=True, slots=True)
class Phase:
    """Part of a promotion, [start, end). `uplift`, `expected_inquiries` and `growth` over the earlier phases are typed
    by a person or None; `analogs` names the earlier promotions to learn from, none for those that the product chooses;
    `burst` the shares (0–1) of the first day's inquiries that equal parts of the first two hours bring, none for
    learnt or assumed ones.
    """

    kind: str
    start: datetime
    end: datetime
    uplift: float | None = None
    expected_inquiries: float | None = None
    analogs: tuple[str, ...] = ()
    growth: float | None = None
    burst: tuple[float, ...] = ()

    def overlaps(self, start: datetime, end: datetime) -> bool:
        """Whether any moment of [start, end) lies in this phase."""
        return self.start < end and start < self.end


@dataclass(frozen=True, slots=True)
class Promotion:
    """A sales event with a name and its phases."""

    name: str
    phases: tuple[Phase, ...]


def promotion_findings(promotions: Iterable[Promotion], file: str = "") -> list[Finding]:
    """Everything wrong in a promotion calendar: a phase that ends before it starts (PE01), a negative uplift
    or expectation (PE02), a burst of the whole day or more (PE03), phases of one promotion that overlap (IN08, a
    notice: the later one wins there).
    """
    found: list[Finding] = []
    for promotion in promotions:
        for number, phase in enumerate(promotion.phases):
            found += _phase_findings(promotion, number, phase, file)
    return found


def _phase_findings(promotion: Promotion, number: int, phase: Phase, file: str) -> list[Finding]:
    place = Place(file=file, path=f"promotion[{promotion.name}].phase[{number}]")
    facts = {"promotion": promotion.name, "phase": phase.kind, "start": phase.start, "end": phase.end}
    found = []
    if phase.end <= phase.start:
        found.append(Finding("PE01", place=place, value=str(phase.end), facts=facts))
    typed = ("uplift", phase.uplift), ("expected_inquiries", phase.expected_inquiries), ("growth", phase.growth)
    for name, value in typed:
        if value is not None and value < 0:
            found.append(Finding("PE02", place=place, value=str(value), facts=facts | {"name": name}))
    if phase.burst and (min(phase.burst) < 0 or not 0 < sum(phase.burst) < 1):
        found.append(Finding("PE03", place=place, value=" ".join(f"{share:g}" for share in phase.burst), facts=facts))
    for earlier in promotion.phases[:number]:
        if earlier.overlaps(phase.start, phase.end):
            found.append(Finding("IN08", Level.NOTICE, place, facts=facts | {"other": earlier.kind}))
    return found

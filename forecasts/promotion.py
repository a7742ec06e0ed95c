"""A promotion as an object: phases with clock times. Times are data, never code."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime

from forecasts.findings import Finding, Level, Place
from forecasts.phase_work import LONGEST_SECONDS, MOST_CHATS, BySkill, PhaseWork, of_skill

PHASE_KINDS = ("warm_up", "deposit", "balance", "opening", "spot_sale", "shipping", "returns")
"""The kinds the product knows; a word of the team's own is allowed too."""

BURST_MINUTES = 120
WRONG_WORK = ("PE04", "PE05")


@dataclass(frozen=True, slots=True)
class Phase:
    """Part of a promotion, [start, end). `uplift`, `expected_inquiries` and `growth` over the earlier phases are typed
    by a person or None; `analogs` names the earlier promotions to learn from, none for those that the product chooses;
    `burst` the shares (0–1) of the first day's inquiries that equal parts of the first two hours bring, none for
    learnt or assumed ones. `handling_time_seconds` (effort of one agent per inquiry) and `max_concurrency` hold for
    chats of the phase in place of a skill's own.
    """

    kind: str
    start: datetime
    end: datetime
    uplift: float | None = None
    expected_inquiries: float | None = None
    analogs: tuple[str, ...] = ()
    growth: float | None = None
    burst: tuple[float, ...] = ()
    handling_time_seconds: BySkill = field(default=(), metadata={"later": True})
    max_concurrency: BySkill = field(default=(), metadata={"later": True})

    def work(self, skill: str) -> PhaseWork | None:
        """What was typed of serving a skill's inquiries, None where nothing was."""
        seconds, chats = of_skill(self.handling_time_seconds, skill), of_skill(self.max_concurrency, skill)
        if seconds is None and chats is None:
            return None
        return PhaseWork(seconds, None if chats is None else round(chats))

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
    or expectation (PE02), a burst of the whole day or more (PE03), a handling time of no or more than an hour (PE04),
    no whole number of chats an agent may hold (PE05), phases of one promotion that overlap (IN08, a notice: the later
    one wins there).
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
    found += [Finding(code, place=place, value=value, facts=facts) for code, value in _wrong_work(phase)]
    for earlier in promotion.phases[:number]:
        if earlier.overlaps(phase.start, phase.end):
            found.append(Finding("IN08", Level.NOTICE, place, facts=facts | {"other": earlier.kind}))
    return found


def _wrong_work(phase: Phase) -> Iterator[tuple[str, str]]:
    for _skill, seconds in phase.handling_time_seconds:
        if not 0 < seconds <= LONGEST_SECONDS:
            yield WRONG_WORK[0], f"{seconds:g}"
    for _skill, chats in phase.max_concurrency:
        if not (1 <= chats <= MOST_CHATS and chats == round(chats)):
            yield WRONG_WORK[1], f"{chats:g}"

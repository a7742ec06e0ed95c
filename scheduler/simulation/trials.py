"""How often a horizon is simulated, in which manner, and how its progress is told."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from forecasts.findings import Finding, Place
from scheduler.simulation.manner import Manner
from scheduler.staffing.arrivals import Arrivals

REPLICATIONS = 20
RANGES = {"replications": (1, 1000), "seed": (0, 2**32 - 1)}
MOST_CUSTOMERS = 1_000_000
"""In one replication and skill."""

OnProgress = Callable[[float], None]
"""Called with the share done, 0–1."""
Stop = Callable[[], bool]
"""Asked after each replication."""


@dataclass(frozen=True, slots=True)
class Trials:
    """How often and how a day is played. The same seed and inputs give the same result; every staffing meets the same
    customers. `stop` ends after the replication under way, with those done.
    """

    replications: int = REPLICATIONS
    seed: int = 0
    manner: Manner = field(default_factory=Manner)
    on_progress: OnProgress | None = None
    stop: Stop | None = None


def trials_findings(trials: Trials) -> list[Finding]:
    """Numbers out of range (ST13)."""
    return [
        Finding("ST13", place=Place(path=name), value=str(value), facts={"name": name, "least": least, "most": most})
        for name, (least, most) in RANGES.items()
        for value in (getattr(trials, name),)
        if not least <= value <= most
    ]


def crowd_findings(skill: str, arrivals: Arrivals) -> list[Finding]:
    """More customers than can be played one by one (ST14)."""
    inquiries = round(float(arrivals.steps.sum()))
    facts = {"skill": skill, "inquiries": inquiries, "most": MOST_CUSTOMERS}
    return [Finding("ST14", place=Place(path=skill), facts=facts)] if inquiries > MOST_CUSTOMERS else []


def part_of(report: OnProgress | None, number: int, of: int) -> OnProgress | None:
    """The progress of one of several parts, reported as a share of the whole."""
    return None if report is None else lambda done: report((number + done) / of)


def for_skill(trials: Trials, number: int, of: int) -> Trials:
    """Trials of one skill out of several, each with customers of its own."""
    return replace(trials, seed=trials.seed * of + number, on_progress=part_of(trials.on_progress, number, of))

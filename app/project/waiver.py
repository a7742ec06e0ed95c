"""An exception: a violation that the lead has accepted, with the reason."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from forecasts.horizon import Horizon
from scheduler.violation import Violation


@dataclass(frozen=True, slots=True)
class Waiver:
    """One violation of a scenario's roster by its rule, agent (empty for a rule of the whole team) and date (None for
    one of the whole horizon), and why it is accepted.
    """

    scenario: str
    rule: str
    agent: str
    day: date | None
    reason: str


def reason_of(waivers: Iterable[Waiver], scenario: str, violation: Violation, horizon: Horizon) -> str:
    """Why a violation is accepted; empty when it is not."""
    day = None if violation.day is None else horizon.day(violation.day)
    wanted = (scenario, violation.rule, violation.agent, day)
    return next((w.reason for w in waivers if (w.scenario, w.rule, w.agent, w.day) == wanted), "")


def with_reason(
    waivers: Iterable[Waiver], scenario: str, violation: Violation, horizon: Horizon, reason: str
) -> tuple[Waiver, ...]:
    """The exceptions with one violation accepted for a reason, or no longer accepted when it is empty."""
    day = None if violation.day is None else horizon.day(violation.day)
    place = (scenario, violation.rule, violation.agent, day)
    others = tuple(w for w in waivers if (w.scenario, w.rule, w.agent, w.day) != place)
    return (*others, Waiver(*place, reason)) if reason else others

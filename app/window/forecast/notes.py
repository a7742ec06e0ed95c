"""What the forecast says that a person should know: assumed bursts, promotions that cannot teach, plans that end."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from app.window.tables.sentences import Line
from app.wording.findings import sentence
from app.wording.names import name_of
from forecasts.findings import Finding, Level
from forecasts.promotion import Phase, Promotion

OF_HISTORY = frozenset({"FC03", "FC04", "FC05", "FC06", "FC07", "FC08", "FC09", "FC16", "FC23", "FC25", "FC37", "FC39"})
"""Told on the history page, each with the act that takes it back."""
UNPLANNED = "FC41"


def notes(findings: Sequence[Finding], skill: str) -> tuple[Finding, ...]:
    """What concerns a skill, what needs attention first; what the history page tells is left to it."""
    own = [one for one in findings if one.code not in OF_HISTORY and one.facts.get("skill", skill) == skill]
    return tuple(sorted(own, key=lambda one: list(Level).index(one.level)))


def lines(told: Sequence[Finding]) -> list[Line]:
    """As sentences with their level."""
    return [(one.level, sentence(one)) for one in told]


def unplanned_promotion(told: Finding) -> Promotion | None:
    """The promotion to begin with for an occasion that no phase covers: its main day, to be given its true phases."""
    if told.code != UNPLANNED:
        return None
    day = date.fromisoformat(str(told.facts["date"]))
    start = datetime.combine(day, time())
    name = f"{name_of(str(told.facts['what']))} {day.year}"
    return Promotion(name, (Phase("opening", start, start + timedelta(days=1)),))

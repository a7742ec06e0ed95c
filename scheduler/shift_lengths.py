"""Shifts that may be worked but are long: told where the shifts are kept, never forbidden."""

from collections.abc import Iterator, Mapping

from forecasts.findings import Finding, Level
from scheduler.rulebook import Rulebook
from scheduler.shift import Shift

TOLD = {"TM10": "told_from_minutes_per_day", "TM11": "told_from_minutes_on_site"}


def shift_findings(shifts: Mapping[str, Shift], rulebook: Rulebook) -> Iterator[Finding]:
    """Shifts with so much overtime that the law asks for a special reason (TM10, paid minutes), and shifts that keep an
    agent on site too long, breaks included (TM11); each told once with all its shifts.
    """
    for code, key in TOLD.items():
        rule = rulebook.rule(key)
        if rule is None or rule.value is None:
            continue
        lengths = {s.code or s.id: s.paid_minutes if code == "TM10" else s.minutes for s in shifts.values()}
        long = [name for name, minutes in lengths.items() if minutes > rule.value]
        if long:
            facts = {"most": rule.value / 60, "article": rule.article}
            yield Finding(code, Level.WARNING, value="、".join(long), facts=facts)

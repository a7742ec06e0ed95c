"""What a forecast tells: codes with facts, so that they are read in whatever language is in force then."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from forecasts.findings import Finding, Level

Stored = dict[str, object]


def findings_stored(findings: Sequence[Finding]) -> list[Stored]:
    """As JSON; days and moments as people write them, the place left out, for it is the project itself."""
    return [
        {"code": one.code, "level": one.level.value, "value": one.value, "facts": _plain(one.facts)} for one in findings
    ]


def findings_read(rows: Sequence[Mapping[str, object]]) -> tuple[Finding, ...]:
    """As stored, in order."""
    return tuple(_finding(row) for row in rows)


def _finding(row: Mapping[str, object]) -> Finding:
    facts = row["facts"]
    known = facts if isinstance(facts, dict) else {}
    return Finding(str(row["code"]), Level(str(row["level"])), value=str(row["value"]), facts=known)


def _plain(facts: Mapping[str, object]) -> dict[str, object]:
    return {name: _text(value) for name, value in facts.items()}


def _text(value: object) -> object:
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M}"
    return value.isoformat() if isinstance(value, date) else value

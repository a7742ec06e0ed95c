"""What is wrong with an input, as codes with facts; `app.wording` turns them into sentences."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Level(StrEnum):
    """How much a finding matters: an error blocks, a warning asks, a notice only tells."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a finding is: file, sheet, row as Excel shows it (1-based), column name, or a JSON path."""

    file: str = ""
    sheet: str = ""
    row: int | None = None
    column: str = ""
    path: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing worth telling about an input.

    `code` names the sentence (IE07, PE03 …), `facts` fill it, `value` is what stood there verbatim.
    """

    code: str
    level: Level = Level.ERROR
    place: Place = field(default_factory=Place)
    value: str = ""
    facts: Mapping[str, object] = field(default_factory=dict)


class InputError(Exception):
    """An input cannot be used; carries every finding, not only the first."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = tuple(findings)
        super().__init__("; ".join(f"{f.code} {f.place} {f.value!r} {dict(f.facts)}" for f in self.findings))


def errors(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings that block."""
    return tuple(f for f in findings if f.level is Level.ERROR)


def refuse_if_any(findings: Iterable[Finding]) -> None:
    """Raise `InputError` with all findings if at least one of them is an error."""
    found = tuple(findings)
    if errors(found):
        raise InputError(found)

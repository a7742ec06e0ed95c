"""What is found while one file is read: every finding, and what was counted, refused, left out, missing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from app.files.grid import Value, text_of
from app.files.values.missing import Unreadable
from forecasts.findings import Finding, Level, Place

MOST_PER_CODE = 100
"""Problems of one kind told one by one; a broken export of a million rows has a million of them."""


@dataclass(slots=True)
class Log:
    """Filled by the readers of one sheet or text table."""

    file: str
    sheet: str = ""
    findings: list[Finding] = field(default_factory=list)
    rows: int = 0
    refused: set[int] = field(default_factory=set)
    summaries: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    missing: int = 0

    def problem(
        self,
        code: str,
        row: int | None = None,
        column: str = "",
        value: Value = "",
        level: Level = Level.ERROR,
        facts: Mapping[str, object] | None = None,
        path: str = "",
    ) -> None:
        """Note something. A problem of a row counts the row as refused."""
        if row is not None and level is Level.ERROR:
            self.refused.add(row)
        if sum(1 for finding in self.findings if finding.code == code) < MOST_PER_CODE:
            place = Place(self.file, self.sheet, row, column, path)
            self.findings.append(Finding(code, level, place, text_of(value), facts or {}))

    def unreadable(self, error: Unreadable, row: int, column: str, value: Value) -> None:
        """Note a cell that could not be read."""
        self.problem(error.code, row, column, value, facts=error.facts)

    def notice(self, code: str, **facts: object) -> None:
        """Tell something that needs no correction."""
        self.problem(code, level=Level.NOTICE, facts=facts)


def listed(names: Sequence[str], most: int = 8) -> str:
    """Names for a sentence, the first few of many."""
    shown = ", ".join(names[:most])
    return f"{shown} … (+{len(names) - most})" if len(names) > most else shown

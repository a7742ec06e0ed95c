"""What is found while one file is read: every finding, and what was counted, refused, left out, missing."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

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

    def add(self, other: "Log", but: Collection[str]) -> None:
        """Take over what was found in another part of the same table; a notice given before is only counted up. Codes
        in `but` are left to be told for all parts together.
        """
        self.rows += other.rows
        self.missing += other.missing
        self.refused |= other.refused
        self.summaries += other.summaries
        self.notes += other.notes
        for finding in other.findings:
            if finding.code not in but:
                self._add(finding)

    def _add(self, finding: Finding) -> None:
        if finding.level is Level.NOTICE:
            about = (finding.code, finding.place.column, finding.facts.get("variant"))
            for number, known in enumerate(self.findings):
                if about == (known.code, known.place.column, known.facts.get("variant")):
                    self.findings[number] = _counted_up(known, finding)
                    return
        if sum(1 for known in self.findings if known.code == finding.code) < MOST_PER_CODE:
            self.findings.append(finding)


def _counted_up(known: Finding, more: Finding) -> Finding:
    counts = [finding.facts.get("count") for finding in (known, more)]
    whole = [count for count in counts if isinstance(count, int)]
    return replace(known, facts={**known.facts, "count": sum(whole)}) if len(whole) == len(counts) else known


def listed(names: Sequence[str], most: int = 8) -> tuple[str, ...]:
    """Names for a sentence, the first few of many."""
    return (*names[:most], *([f"… (+{len(names) - most})"] if len(names) > most else []))

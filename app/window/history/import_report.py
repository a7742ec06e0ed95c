"""What the import command tells, as values."""

import json
from dataclasses import dataclass
from typing import Any

from forecasts.findings import Level


@dataclass(frozen=True, slots=True)
class FileRead:
    """One file: what it was taken for, rows read, refused, left out, and intervals missing between them."""

    file: str
    kind: str
    rows: int
    refused: int
    left_out: int
    missing: int


@dataclass(frozen=True, slots=True)
class FindingTold:
    """A finding as a sentence, which says where."""

    code: str
    level: Level
    text: str
    variant: str = ""

    @property
    def asks_overlap(self) -> bool:
        """Whether it only asks what counts where the project has other counts."""
        return (self.code, self.variant) == ("IE06", "project")


@dataclass(frozen=True, slots=True)
class ImportReport:
    """Everything a run of the import told."""

    read: tuple[FileRead, ...]
    findings: tuple[FindingTold, ...]

    @property
    def usable(self) -> bool:
        """Whether anything would come in: rows were read, and no finding blocks but those that ask for a choice."""
        blocking = (f for f in self.findings if f.level is Level.ERROR and not f.asks_overlap)
        return any(file.rows for file in self.read) and not any(blocking)

    @property
    def asks_overlap(self) -> bool:
        """Whether a choice must be made before anything can come in."""
        return any(finding.asks_overlap for finding in self.findings)


def read_report(output: str) -> ImportReport | None:
    """The report in a child's output, None when it wrote something else."""
    try:
        told = json.loads(output)
    except ValueError:
        return None
    if not isinstance(told, dict):
        return None
    files = tuple(_file(item) for item in told.get("read", []))
    return ImportReport(files, tuple(_finding(item) for item in told.get("findings", [])))


def _file(item: dict[str, Any]) -> FileRead:
    numbers = (int(item.get(name) or 0) for name in ("rows", "refused", "left_out", "missing"))
    return FileRead(str(item.get("file", "")), str(item.get("kind", "")), *numbers)


def _finding(item: dict[str, Any]) -> FindingTold:
    return FindingTold(
        str(item.get("code", "")),
        Level(item.get("level", "error")),
        str(item.get("text", "")),
        str(item.get("variant", "")),
    )

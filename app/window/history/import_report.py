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
class QuestionTold:
    """What the import asks: as `app.files.questions.Question`, which is not to be had in this process."""

    kind: str
    said: str
    choices: tuple[tuple[str, str], ...]
    needed: bool


@dataclass(frozen=True, slots=True)
class TableTold:
    """How a table was read: names, meanings and first rows; `possible`: what a column may mean, with its name."""

    file: str
    sheet: str
    names: tuple[str, ...]
    meanings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    possible: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ImportReport:
    """Everything a run of the import told."""

    read: tuple[FileRead, ...]
    findings: tuple[FindingTold, ...]
    questions: tuple[QuestionTold, ...] = ()
    tables: tuple[TableTold, ...] = ()

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
    findings = tuple(_finding(item) for item in told.get("findings", []))
    questions = tuple(_question(item) for item in told.get("questions", []))
    return ImportReport(files, findings, questions, tuple(_table(item) for item in told.get("tables", [])))


def _file(item: dict[str, Any]) -> FileRead:
    numbers = (int(item.get(name) or 0) for name in ("rows", "refused", "left_out", "missing"))
    return FileRead(str(item.get("file", "")), str(item.get("kind", "")), *numbers)


def _question(item: dict[str, Any]) -> QuestionTold:
    return QuestionTold(str(item["kind"]), str(item["said"]), _pairs(item["choices"]), bool(item["needed"]))


def _table(item: dict[str, Any]) -> TableTold:
    rows = tuple(_texts(row) for row in item["rows"])
    names, meanings = _texts(item["names"]), _texts(item["meanings"])
    return TableTold(str(item["file"]), str(item["sheet"]), names, meanings, rows, _pairs(item["possible"]))


def _pairs(found: list[list[str]]) -> tuple[tuple[str, str], ...]:
    return tuple((str(value), str(text)) for value, text in found)


def _texts(found: list[object]) -> tuple[str, ...]:
    return tuple(map(str, found))


def _finding(item: dict[str, Any]) -> FindingTold:
    return FindingTold(
        str(item.get("code", "")),
        Level(item.get("level", "error")),
        str(item.get("text", "")),
        str(item.get("variant", "")),
    )

"""What an import would bring, before anything of it is accepted."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from app.files.lists.attendance import ReportedDay
from app.files.settings.project import ProjectSettings
from app.files.team_sheet.learned import LearnedRoster
from app.project.import_answers import ImportAnswer
from forecasts.broadcast import Broadcast
from forecasts.driver import Driver
from forecasts.findings import Finding, Place, errors
from forecasts.history import History
from forecasts.promotion import Promotion
from scheduler.shift import Shift
from scheduler.staffing.goals import Goals
from scheduler.team import DatedAbsence, DatedRequest, TeamAgent


@dataclass(frozen=True, slots=True)
class FileSummary:
    """What one file gave. `kind`: history, agents, absences, requests, shifts, promotions, drivers, broadcasts,
    roster, attendance, goals, project, or "".

    `rows` of data read, of them `refused` for a problem; `left_out` summary rows and notes; `missing` cells.
    """

    file: str
    kind: str = ""
    rows: int = 0
    refused: int = 0
    left_out: int = 0
    missing: int = 0
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class TablePreview:
    """How a table was read, for a person to judge: `header` the row from 1 with the names, 0 when none was found;
    `names` of its columns and the `meanings` they were given, "" for none; the first `rows` below as text.
    """

    file: str
    sheet: str
    kind: str
    header: int
    names: tuple[str, ...]
    meanings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class ImportPreview:
    """Everything read, merged over all files.

    `history` None when no file held one; `histories`: its parts by file. `team_fields`: what the agent lists say of
    agents, as fields of TeamAgent; `team_places`: by agent id and code, the cell that a finding is about.
    `absences`, `requests`: by agent as written, id or name; `places`: where each was first named.
    `attended`: days of attendance reports.
    `outlook`: fields of an Outlook by name. `goals`: by skill, "" for all. `tables`: how the first tables were read.
    `answers`: what was answered for this import, to be remembered.
    """

    history: History | None = None
    histories: Mapping[str, History] = field(default_factory=dict)
    files: tuple[FileSummary, ...] = ()
    team: tuple[TeamAgent, ...] = ()
    team_fields: frozenset[str] = frozenset()
    team_places: Mapping[str, Mapping[str, Place]] = field(default_factory=dict)
    shifts: Mapping[str, Shift] = field(default_factory=dict)
    absences: Mapping[str, tuple[DatedAbsence, ...]] = field(default_factory=dict)
    requests: Mapping[str, tuple[DatedRequest, ...]] = field(default_factory=dict)
    places: Mapping[str, Place] = field(default_factory=dict)
    promotions: tuple[Promotion, ...] = ()
    attended: tuple[ReportedDay, ...] = ()
    drivers: tuple[Driver, ...] = ()
    broadcasts: tuple[Broadcast, ...] = ()
    outlook: Mapping[str, Any] = field(default_factory=dict)
    goals: Mapping[str, Goals] = field(default_factory=dict)
    settings: ProjectSettings = field(default_factory=ProjectSettings)
    rosters: tuple[LearnedRoster, ...] = ()
    tables: tuple[TablePreview, ...] = ()
    answers: tuple[ImportAnswer, ...] = ()
    findings: tuple[Finding, ...] = ()
    cancelled: bool = False

    @property
    def acceptable(self) -> bool:
        """Whether nothing stands in the way of taking it over."""
        return not self.cancelled and not errors(self.findings)

"""What one file holds."""

from dataclasses import dataclass, field, replace
from typing import Any

from app.files.lists.attendance import ReportedDay
from app.files.lists.of_agents import OfAgent
from app.files.log import Log
from app.files.preview import FileSummary, TablePreview
from app.files.settings.project import ProjectSettings
from app.files.team_sheet.learned import LearnedRoster
from forecasts.broadcast import Broadcast
from forecasts.driver import Driver
from forecasts.findings import Finding, Place
from forecasts.history import History
from forecasts.promotion import Promotion
from scheduler.shift import Shift
from scheduler.staffing.goals import Goals
from scheduler.team import DatedAbsence, DatedRequest, TeamAgent


@dataclass(slots=True)
class FileContent:
    """Filled while a file's sheets are read; a workbook may hold several lists."""

    summary: FileSummary
    histories: list[History] = field(default_factory=list)
    team: list[TeamAgent] = field(default_factory=list)
    team_fields: set[str] = field(default_factory=set)
    team_places: dict[str, dict[str, Place]] = field(default_factory=dict)
    shifts: list[Shift] = field(default_factory=list)
    absences: list[OfAgent[DatedAbsence]] = field(default_factory=list)
    requests: list[OfAgent[DatedRequest]] = field(default_factory=list)
    promotions: list[Promotion] = field(default_factory=list)
    attended: list[ReportedDay] = field(default_factory=list)
    drivers: list[Driver] = field(default_factory=list)
    broadcasts: list[Broadcast] = field(default_factory=list)
    outlook: dict[str, Any] = field(default_factory=dict)
    goals: dict[str, Goals] = field(default_factory=dict)
    settings: ProjectSettings = field(default_factory=ProjectSettings)
    rosters: list[LearnedRoster] = field(default_factory=list)
    tables: list[TablePreview] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def take(self, kind: str, log: Log) -> None:
        """Add what the reading of a sheet counted and found."""
        summary = self.summary
        self.findings += log.findings
        self.summary = replace(
            summary,
            kind=summary.kind or kind,
            rows=summary.rows + log.rows,
            refused=summary.refused + len(log.refused),
            left_out=summary.left_out + len(log.summaries) + len(log.notes),
            missing=summary.missing + log.missing,
        )

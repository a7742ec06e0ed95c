"""What one file holds."""

from dataclasses import dataclass, field

from app.files.lists.of_agents import OfAgent
from app.files.preview import FileSummary
from app.files.settings.project import ProjectSettings
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
    goals: dict[str, Goals] = field(default_factory=dict)
    settings: ProjectSettings = field(default_factory=ProjectSettings)
    findings: list[Finding] = field(default_factory=list)

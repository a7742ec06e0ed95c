"""What the pages show: the project and the results of one scenario, read once after each change."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from app.project.project import Project, Scenario
    from app.project.version import CellKey, PlanVersion
    from forecasts.forecast import Forecast
    from scheduler.staffing.requirement import Requirement


@dataclass(frozen=True, eq=False, slots=True)
class ProjectView:
    """One immutable reading of the project file. `stale`: the steps whose result is older than what it was made from
    (`forecast`, `requirement`, `roster`); `locks`: cells of the roster that no search may change.
    """

    path: Path
    project: Project
    scenario: Scenario
    forecast: Forecast | None = None
    requirement: Requirement | None = None
    version: PlanVersion | None = None
    stale: frozenset[str] = frozenset()
    locks: frozenset[CellKey] = frozenset()

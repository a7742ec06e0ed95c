"""Everything that has been made for one scenario, as one state of the file."""

from dataclasses import dataclass

from app.project.project import Project, Scenario
from app.project.stale import Step
from app.project.version import CellKey, PlanVersion
from forecasts.forecast import Forecast
from scheduler.staffing.requirement import Requirement


@dataclass(frozen=True, slots=True)
class Results:
    """A scenario, the project it was read with and what has been made for it; None where a step has not run. `stale`
    names the steps out of date.
    """

    project: Project
    scenario: Scenario
    forecast: Forecast | None
    requirement: Requirement | None
    version: PlanVersion | None
    stale: frozenset[Step]
    locks: frozenset[CellKey] = frozenset()

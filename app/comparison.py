"""One scenario's plan in the numbers that decide, so that scenarios can stand side by side."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

import numpy as np

from app.project.figures import figures
from app.project.version import PlanVersion
from forecasts.forecast import Forecast
from forecasts.horizon import Numbers
from scheduler.cover import serving
from scheduler.staffing.curves import worth_of
from scheduler.staffing.engine import deferrable_of, predict
from scheduler.staffing.goals import Goals
from scheduler.staffing.planned_volume import planned_volume
from scheduler.staffing.requirement import Service
from scheduler.staffing.shrinkage import NOBODY, for_chats
from scheduler.staffing.shrinkage_by_hour import shrinkage_of

FROM_FIGURES = (
    "scenario",
    "agent_hours",
    "hours_by_contract",
    "overtime_hours",
    "cost",
    "labour_cost",
    "shortage_hours",
    "shortage_by_hour",
    "worst_shortage",
    "worst_start",
    "fairness",
    "violations",
    "gap",
)


@dataclass(frozen=True, slots=True)
class Predicted:
    """What the staffing model expects of all who are present, the surplus too: `service_level`, a share of all
    inquiries, and mean `first_response_seconds` of all of them, None when none come; `lost` customers, and the sales
    lost with them, yuan, None where nobody said what a customer is worth.
    """

    service_level: float | None
    first_response_seconds: float | None
    lost: float
    lost_sales: float | None


@dataclass(frozen=True, slots=True)
class ScenarioRow:
    """The numbers of `app.project.figures.Figures` under their names there, and what `Predicted` says."""

    scenario: str
    agent_hours: float
    hours_by_contract: Mapping[str, float]
    overtime_hours: float
    cost: float
    labour_cost: float
    shortage_hours: float
    shortage_by_hour: tuple[float, ...]
    worst_shortage: float
    worst_start: datetime | None
    service_level: float | None
    first_response_seconds: float | None
    lost: float
    lost_sales: float | None
    fairness: int
    violations: int
    gap: float | None

    def document(self) -> dict[str, Any]:
        """The row for machines."""
        row = asdict(self)
        row["shortage_by_hour"] = list(self.shortage_by_hour)
        row["worst_start"] = self.worst_start.isoformat(timespec="minutes") if self.worst_start else None
        return row

    @classmethod
    def of_document(cls, document: Mapping[str, Any]) -> "ScenarioRow":
        """The row that such a document tells."""
        start = document["worst_start"]
        hours = tuple(document["shortage_by_hour"])
        moment = datetime.fromisoformat(start) if start else None
        return cls(**{**document, "worst_start": moment, "shortage_by_hour": hours})


def scenario_row(version: PlanVersion, forecast: Forecast, goals: Mapping[str, Goals]) -> ScenarioRow:
    """The row of a scenario's latest roster."""
    of_roster = figures(version)
    present = serving(version.problem, version.solution.roster)
    predicted = predicted_service(forecast, present, goals)
    return ScenarioRow(**{name: getattr(of_roster, name) for name in FROM_FIGURES}, **asdict(predicted))


def predicted_service(forecast: Forecast, present: Mapping[str, Numbers], goals: Mapping[str, Goals]) -> Predicted:
    """The service of all inquiries planned for, with the standard agents who serve each skill."""
    of_skill = {skill: goals.get(skill, Goals()) for skill in forecast.skills()}
    services = services_of(forecast, present, goals)
    lost = {skill: float(np.nansum(service.lost)) for skill, service in services.items()}
    worth = worth_of(of_skill)
    came = asked_of(forecast, goals)
    return Predicted(
        _mean(services, came, "service_level"),
        _mean(services, came, "first_response_seconds"),
        sum(lost.values()),
        sum(lost[skill] * its.yuan for skill, its in worth.items()) if worth else None,
    )


def asked_of(forecast: Forecast, goals: Mapping[str, Goals]) -> dict[str, Numbers]:
    """Skill to the inquiries planned for that the robot leaves to agents, shape (intervals,)."""
    asked = {skill: np.zeros(forecast.horizon.intervals) for skill in forecast.skills()}
    for key, volume in forecast:
        its = goals.get(key.skill, Goals())
        asked[key.skill] += planned_volume(volume, its.plan_for, its.robot_deflection, forecast.horizon)
    return asked


def services_of(
    forecast: Forecast, present: Mapping[str, Numbers], goals: Mapping[str, Goals]
) -> Mapping[str, Service]:
    """Skill to the service predicted with the standard agents who serve it, shape (intervals,)."""
    of_skill = {skill: goals.get(skill, Goals()) for skill in forecast.skills()}
    waiting = deferrable_of(forecast, of_skill)
    working = {
        skill: for_chats(present[skill], shrinkage_of(its, forecast.horizon), waiting.get(skill, NOBODY))
        for skill, its in of_skill.items()
    }
    return predict(forecast, working, of_skill)


def _mean(services: Mapping[str, Service], came: Mapping[str, Numbers], measure: str) -> float | None:
    """The mean of a measure over all inquiries."""
    inquiries = sum(float(volume.sum()) for volume in came.values())
    told = sum(float(np.nansum(getattr(services[skill], measure) * volume)) for skill, volume in came.items())
    return told / inquiries if inquiries > 0 else None

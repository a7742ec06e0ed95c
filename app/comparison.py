"""One scenario's plan in the numbers that decide, so that scenarios can stand side by side."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

import numpy as np

from app.project.figures import figures
from app.project.version import PlanVersion
from forecasts.forecast import Forecast
from scheduler.cover import Cover
from scheduler.staffing.engine import deferrable_of, predict
from scheduler.staffing.goals import Goals
from scheduler.staffing.planned_volume import planned_volume
from scheduler.staffing.requirement import Service
from scheduler.staffing.shrinkage import NOBODY, for_chats
from scheduler.staffing.shrinkage_by_hour import shrinkage_of


@dataclass(frozen=True, slots=True)
class ScenarioRow:
    """`agent_hours` paid; `cost` yuan; `shortage_hours` agent-hours; `worst_shortage` standard agents short in the
    interval `worst_start`; `service_level` share of all inquiries, `lost` customers, both predicted for the cover of
    this roster without its surplus; `gap` optimality gap or None.
    """

    scenario: str
    agent_hours: float
    cost: float
    labour_cost: float
    shortage_hours: float
    worst_shortage: float
    worst_start: datetime | None
    service_level: float | None
    lost: float
    gap: float | None

    def document(self) -> dict[str, Any]:
        """The row for machines."""
        row = asdict(self)
        row["worst_start"] = self.worst_start.isoformat(timespec="minutes") if self.worst_start else None
        return row

    @classmethod
    def of_document(cls, document: Mapping[str, Any]) -> "ScenarioRow":
        """The row that such a document tells."""
        start = document["worst_start"]
        return cls(**{**document, "worst_start": datetime.fromisoformat(start) if start else None})


def scenario_row(version: PlanVersion, forecast: Forecast, goals: Mapping[str, Goals]) -> ScenarioRow:
    """The row of a scenario's latest roster."""
    of_roster = figures(version)
    level, lost = predicted_service(forecast, of_roster.cover, goals)
    return ScenarioRow(
        scenario=of_roster.scenario,
        agent_hours=of_roster.agent_hours,
        cost=of_roster.cost,
        labour_cost=of_roster.labour_cost,
        shortage_hours=of_roster.shortage_hours,
        worst_shortage=of_roster.worst_shortage,
        worst_start=of_roster.worst_start,
        service_level=level,
        lost=lost,
        gap=of_roster.gap,
    )


def predicted_service(forecast: Forecast, present: Cover, goals: Mapping[str, Goals]) -> tuple[float | None, float]:
    """Service level over all inquiries planned for and customers lost, with the cover that each skill gets."""
    services = services_of(forecast, present, goals)
    answered = inquiries = 0.0
    for key, volume in forecast:
        part = goals.get(key.skill, Goals())
        came = planned_volume(volume, part.plan_for, part.robot_deflection, forecast.horizon)
        inquiries += float(came.sum())
        answered += float(np.nansum(services[key.skill].service_level * came))
    lost = sum(float(np.nansum(service.lost)) for service in services.values())
    return (answered / inquiries if inquiries > 0 else None), lost


def services_of(forecast: Forecast, present: Cover, goals: Mapping[str, Goals]) -> Mapping[str, Service]:
    """Skill to the service predicted with the cover that each skill gets."""
    of_skill = {skill: goals.get(skill, Goals()) for skill in forecast.skills()}
    waiting = deferrable_of(forecast, of_skill)
    working = {
        skill: for_chats(present.covered[skill], shrinkage_of(its, forecast.horizon), waiting.get(skill, NOBODY))
        for skill, its in of_skill.items()
    }
    return predict(forecast, working, of_skill)

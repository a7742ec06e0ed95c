"""What a scenario can change: each factor by its name, from a number to a change of the project."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from scheduler.staffing.goals import Goals

if TYPE_CHECKING:
    from app.project.project import Project, Scenario

AGENTS = "agents:"
"""`agents:part_time` is agents more (+) or fewer (-) of a contract."""
WAGE = "wage:"
"""`wage:part_time` multiplies the hourly cost of a contract's agents."""
PLANNED_FOR = {50: "p50", 80: "p80", 90: "p90"}
EVENING_KINDS = ("balance", "opening")


@dataclass(frozen=True, slots=True)
class Factor:
    """One thing that can be varied. `usual` changes nothing; `apply` gives project and scenario changed to a value.

    `least`: the smallest value that makes sense.
    """

    usual: float
    apply: Callable[["Project", float], "Project"]
    least: float = 0.0


def factor(name: str) -> Factor:
    """The factor of a name. Raises KeyError for a name that is none."""
    if name.startswith(WAGE):
        return Factor(1.0, lambda project, value: _wage(project, value, name.removeprefix(WAGE)))
    return FACTORS[name]


def with_change(project: "Project", scenario: "Scenario", name: str, value: float) -> tuple["Project", "Scenario"]:
    """Project and scenario with one factor at a value; volume multiplies, agents add up. Raises KeyError."""
    if name == "volume":
        return project, replace(scenario, volume_factor=scenario.volume_factor * value)
    if name.startswith(AGENTS):
        contract = name.removeprefix(AGENTS)
        agents = {**scenario.agent_changes, contract: scenario.agent_changes.get(contract, 0) + round(value)}
        return project, replace(scenario, agent_changes=agents)
    return factor(name).apply(project, value), scenario


def is_factor(name: str) -> bool:
    """Whether a name is a factor's."""
    return name == "volume" or name.startswith((AGENTS, WAGE)) or name in FACTORS


def _goals(project: "Project", change: Callable[[Goals], Goals]) -> "Project":
    """Every skill's goals changed, also those of skills that have the defaults so far."""
    skills = {key.skill for key in project.history.series} | set(project.goals)
    return replace(project, goals={skill: change(project.goals.get(skill, Goals())) for skill in sorted(skills)})


def _deflection(project: "Project", value: float) -> "Project":
    return _goals(project, lambda g: replace(g, robot_deflection=min(0.99, max(0.0, g.robot_deflection + value))))


def _handling(project: "Project", value: float) -> "Project":
    return _goals(project, lambda g: replace(g, seconds_per_reply=g.seconds_per_reply * value))


def _concurrency(project: "Project", value: float) -> "Project":
    return _goals(project, lambda g: replace(g, max_concurrency=max(1, round(value))))


def _shrinkage(project: "Project", value: float) -> "Project":
    return _goals(project, lambda g: replace(g, shrinkage=min(0.9, max(0.0, value))))


def _safety(project: "Project", value: float) -> "Project":
    nearest = min(PLANNED_FOR, key=lambda level: abs(level - value))
    return _goals(project, lambda g: replace(g, plan_for=PLANNED_FOR[nearest]))


def _seats(project: "Project", value: float) -> "Project":
    return replace(project, seat_limit=round(value))


def _wage(project: "Project", value: float, contract: str = "") -> "Project":
    team = tuple(
        replace(agent, hourly_cost=agent.hourly_cost * value) if contract in ("", agent.contract) else agent
        for agent in project.team
    )
    return replace(project, team=team)


def _opening(project: "Project", hours: float) -> "Project":
    """Balance payment and opening so many hours later (below zero: earlier), phases between them kept in touch."""
    later = timedelta(hours=hours)
    promotions = []
    for promotion in project.promotions:
        phases = tuple(
            replace(phase, start=phase.start + later, end=phase.end + later)
            if phase.kind in EVENING_KINDS and phase.overlaps(project.horizon.start, project.horizon.end)
            else phase
            for phase in promotion.phases
        )
        promotions.append(replace(promotion, phases=phases))
    return replace(project, promotions=tuple(promotions))


FACTORS: Mapping[str, Factor] = {
    "volume": Factor(1.0, lambda project, _value: project),
    "deflection": Factor(0.0, _deflection, least=-1.0),
    "handling": Factor(1.0, _handling, least=0.05),
    "concurrency": Factor(0.0, _concurrency, least=1.0),
    "shrinkage": Factor(0.0, _shrinkage),
    "safety": Factor(50.0, _safety, least=50.0),
    "seats": Factor(0.0, _seats, least=1.0),
    "wage": Factor(1.0, _wage),
    "opening": Factor(0.0, _opening, least=-48.0),
}
"""`volume` × inquiries; `deflection` + robot share; `handling` × effort per reply; `concurrency`, `shrinkage`, `seats`:
to a value; `safety`: planned for P50, P80 or P90; `wage` × hourly cost; `opening`: hours later. Agents and wages of one
contract besides, `agents:…` and `wage:…`.
"""

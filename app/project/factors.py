"""What a scenario can change: each factor by its name, from a number to a change of the project."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from forecasts.promotion import Promotion
from scheduler.rulebook import Rule, Rulebook
from scheduler.staffing.goals import Goals

if TYPE_CHECKING:
    from app.project.project import Project, Scenario

AGENTS = "agents:"
"""`agents:part_time` is agents more (+) or fewer (-) of a contract."""
WAGE = "wage:"
"""`wage:part_time` multiplies the hourly cost of a contract's agents."""
NIGHT_PAY = "night_pay_multiplier"
PLANNED_FOR = {50: "p50", 80: "p80", 90: "p90"}
EVENING_KINDS = ("balance", "opening")


Change = Callable[["Project", float], "Project"]
"""A project changed to a factor's value."""


def factor(name: str) -> Change:
    """What a factor changes. Raises KeyError for a name that is none."""
    if name.startswith(WAGE):
        return lambda project, value: _wage(project, value, name.removeprefix(WAGE))
    return FACTORS[name]


def with_change(project: "Project", scenario: "Scenario", name: str, value: float) -> tuple["Project", "Scenario"]:
    """Project and scenario with one factor at a value; volume multiplies, agents add up. Raises KeyError."""
    if name == "volume":
        return project, replace(scenario, volume_factor=scenario.volume_factor * value)
    if name.startswith(AGENTS):
        contract = name.removeprefix(AGENTS)
        agents = {**scenario.agent_changes, contract: scenario.agent_changes.get(contract, 0) + round(value)}
        return project, replace(scenario, agent_changes=agents)
    return factor(name)(project, value), scenario


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
    project = _goals(project, lambda g: replace(g, seconds_per_reply=g.seconds_per_reply * value))
    if not any(phase.handling_time_seconds for promotion in project.promotions for phase in promotion.phases):
        return project
    return replace(project, promotions=tuple(_slower(promotion, value) for promotion in project.promotions))


def _slower(promotion: Promotion, value: float) -> Promotion:
    """Phases with a handling time of their own take as many times as long."""
    phases = tuple(
        replace(phase, handling_time_seconds=tuple((s, n * value) for s, n in phase.handling_time_seconds))
        for phase in promotion.phases
    )
    return replace(promotion, phases=phases)


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


def _night(project: "Project", value: float) -> "Project":
    """Night shifts paid so many times what they are paid now."""
    known = project.rulebook
    if known.rule(NIGHT_PAY) is None:
        known = Rulebook((*known.rules, Rule(NIGHT_PAY, None, "times")))
    return replace(project, rulebook=known.with_value(NIGHT_PAY, "", (known.value(NIGHT_PAY) or 1.0) * value))


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


FACTORS: Mapping[str, Change] = {
    "volume": lambda project, _value: project,
    "deflection": _deflection,
    "handling": _handling,
    "concurrency": _concurrency,
    "shrinkage": _shrinkage,
    "safety": _safety,
    "seats": _seats,
    "wage": _wage,
    "night": _night,
    "opening": _opening,
}
"""`volume` × inquiries; `deflection` + robot share; `handling` × effort per reply; `concurrency`, `shrinkage`, `seats`:
to a value; `safety`: planned for P50, P80 or P90; `wage` × hourly cost; `night` × what
night shifts are paid; `opening`: hours later. Agents and wages of one
contract besides, `agents:…` and `wage:…`.
"""

"""Scenarios as branches of a project: renamed, copied, taken away, or made the project's own. Pure functions."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from app.project.effective import effective, lineage, team_of
from app.project.factors import AGENTS, WAGE
from app.project.project import BASE_SCENARIO, Project, Scenario
from forecasts.overrides import Override

ADDED = {"deflection", "opening"}
MULTIPLIED = {"volume", "handling", "wage", "night"}


def with_scenario(project: Project, name: str, scenario: Scenario) -> Project:
    """The scenario called `name` as it is now, perhaps under another name; what is based on it stays so, and so do
    its exceptions.
    """
    renamed = (
        scenario if other.name == name else replace(other, base=scenario.name) if other.base == name else other
        for other in project.scenarios
    )
    waivers = (replace(one, scenario=scenario.name) if one.scenario == name else one for one in project.waivers)
    return replace(project, scenarios=tuple(renamed), waivers=tuple(waivers))


def with_copy(project: Project, name: str, copy: str) -> Project:
    """A second scenario with the same differences, right after the first. A copy of the base scenario has none."""
    places = [other.name for other in project.scenarios]
    at = places.index(name) + 1
    made = replace(project.scenario(name), name=copy, id="")
    return replace(project, scenarios=(*project.scenarios[:at], made, *project.scenarios[at:]))


def without(project: Project, name: str) -> Project:
    """Without a scenario; those based on it take its differences over, so that they plan what they did before."""
    gone = project.scenario(name)
    kept = (on_top(gone, other) if other.base == name else other for other in project.scenarios if other.name != name)
    return replace(project, scenarios=tuple(kept))


def on_top(below: Scenario, above: Scenario) -> Scenario:
    """Two scenarios as one, called as the upper one and based on what the lower one is based on."""
    agents = dict(below.agent_changes)
    for contract, change in above.agent_changes.items():
        agents[contract] = agents.get(contract, 0) + change
    changes = dict(below.changes)
    for name, value in above.changes.items():
        changes[name] = _joined(name)(changes[name], value) if name in changes else value
    volume = below.volume_factor * above.volume_factor
    return Scenario(above.name, volume, agents, changes, below.base, above.id)


def _joined(name: str) -> Callable[[float, float], float]:
    """How a factor set twice counts."""
    if name in ADDED or name.startswith(AGENTS):
        return lambda first, second: first + second
    if name in MULTIPLIED or name.startswith(WAGE):
        return lambda first, second: first * second
    return lambda _first, second: second


def adopted(project: Project, name: str) -> Project:
    """The project as a scenario sees it. The scenario and those it was based on are used up; others that were based on
    one of them are based on the project.
    """
    scenario = project.scenario(name)
    used = {part.name for part in lineage(project, scenario)} - {BASE_SCENARIO}
    seen, merged = effective(project, scenario)
    left = (
        replace(other, base="") if other.base in used else other
        for other in project.scenarios
        if other.name not in used
    )
    outlook = seen.outlook
    if merged.volume_factor != 1.0:
        decided = Override(project.horizon.start, project.horizon.end, factor=merged.volume_factor, note=name)
        outlook = replace(outlook, overrides=(*outlook.overrides, decided))
    return replace(seen, team=team_of(seen, merged), scenarios=tuple(left), outlook=outlook)


def may_be_based_on(project: Project, name: str) -> tuple[str, ...]:
    """Scenarios that one may be based on: all that are not based on it themselves."""
    return tuple(
        scenario.name
        for scenario in project.scenarios
        if name not in (part.name for part in lineage(project, scenario))
    )


def branch_at(values: Mapping[str, float], base: str) -> Scenario:
    """A scenario with these factors on top of another, nameless so far."""
    agents = {name.removeprefix(AGENTS): round(value) for name, value in values.items() if name.startswith(AGENTS)}
    changes = {name: value for name, value in values.items() if name != "volume" and not name.startswith(AGENTS)}
    return Scenario("", values.get("volume", 1.0), agents, changes, "" if base == BASE_SCENARIO else base)

"""The project as a scenario sees it: its own changes on top of those of the scenarios it is based on."""

from dataclasses import replace

from app.project.factors import with_change
from app.project.project import Project, Scenario
from scheduler.team import TeamAgent


def effective(project: Project, scenario: Scenario) -> tuple[Project, Scenario]:
    """Project and scenario with every change applied, so that the scenario's `changes` and `base` are empty; doing it
    twice changes nothing. A base that was deleted counts as the project itself, and one that leads round in a circle
    is followed once.
    """
    merged = Scenario(scenario.name)
    for part in reversed(lineage(project, scenario)):
        project, merged = with_change(project, merged, "volume", part.volume_factor)
        for contract, change in part.agent_changes.items():
            project, merged = with_change(project, merged, f"agents:{contract}", change)
        for name, value in part.changes.items():
            project, merged = with_change(project, merged, name, value)
    return project, merged


def lineage(project: Project, scenario: Scenario) -> list[Scenario]:
    """The scenario, what it is based on, and so on; a circle is followed once."""
    by_name = {other.name: other for other in project.scenarios}
    line, seen = [scenario], {scenario.name}
    while line[-1].base in by_name and line[-1].base not in seen:
        line.append(by_name[line[-1].base])
        seen.add(line[-1].name)
    return line


def team_of(project: Project, scenario: Scenario) -> tuple[TeamAgent, ...]:
    """The team a scenario plans with: fewer means the last of the contract, more means copies of its first agents
    without their absences, requests and balances.
    """
    project, scenario = effective(project, scenario)
    team = list(project.team)
    for contract, change in scenario.agent_changes.items():
        of_contract = [agent for agent in team if agent.contract == contract]
        if change < 0:
            gone = {agent.id for agent in of_contract[change:]}
            team = [agent for agent in team if agent.id not in gone]
        team += [_copy(of_contract, number) for number in range(max(0, change)) if of_contract]
    return tuple(team)


def _copy(of_contract: list[TeamAgent], number: int) -> TeamAgent:
    like = of_contract[number % len(of_contract)]
    copy = replace(like, id=f"+{like.id}-{number + 1}", name=f"+{like.name}", last_shift_end=None)
    return replace(copy, absences=(), requests=(), balances=())

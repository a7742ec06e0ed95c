"""The rostering problem of a scenario, made from the project; light enough for the window's process."""

from collections.abc import Mapping

import numpy as np

from app.project.effective import effective, team_of
from app.project.project import Project, Scenario
from forecasts.horizon import Numbers
from scheduler.planning import Circumstances, roster_problem
from scheduler.problem import Problem
from scheduler.staffing.requirement import VALUE, Requirement
from scheduler.standard_agents import with_worth


def problem_of(project: Project, scenario: Scenario, requirement: Requirement) -> Problem:
    """The rostering problem of a scenario: its team, the project's shifts and rules, the requirement, and what the
    rosters before it carry in; where both are known, what a list imported says wins over what was published here.
    """
    required = {skill: np.round(part.requirement, 4) for skill, part in requirement}
    value = {skill: part.curves[VALUE] for skill, part in requirement if VALUE in part.curves}
    return problem_with(project, scenario, required, value)


def problem_with(
    project: Project, scenario: Scenario, required: Mapping[str, Numbers], value: Mapping[str, Numbers]
) -> Problem:
    """The same for arrays of shape (intervals,) by skill: standard agents required, and what cover is worth, yuan."""
    project, scenario = effective(project, scenario)
    return roster_problem(
        name=f"{project.name} {scenario.name}".strip(),
        horizon=project.horizon,
        team=with_worth(team_of(project, scenario), project.horizon, project.rulebook, project.goals, required.keys()),
        shifts=project.shifts,
        rulebook=project.rulebook,
        requirement=required,
        seat_limit=project.seat_limit,
        value=value,
        around=Circumstances(
            promotions=project.promotions,
            past=(*project.published, *project.past),
            calendar=project.outlook.calendar,
            weeks=project.alternating_weeks,
        ),
    )

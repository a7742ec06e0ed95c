"""What the roster page shows of a reading of the project."""

from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from app.project.effective import team_of
from app.project.rostering import problem_of
from app.window.frame.judgement import unlocked
from app.window.frame.view import ProjectView
from app.window.roster.plan import RosterPlan
from forecasts.horizon import Numbers
from scheduler.judged import Judged
from scheduler.problem import Problem
from scheduler.shift import Shift

ROUNDING = 1e-4
"""Agents by which a number may have changed on its way through a file."""


def plan_of(view: ProjectView, judged: Judged | None = None) -> RosterPlan:
    """The latest roster of the scenario shown, or an empty one of today's problem. Needs a version or a requirement."""
    if view.version is not None:
        problem = view.version.problem
    elif view.requirement is not None:
        problem = problem_of(view.project, view.scenario, view.requirement)
    else:
        raise ValueError("neither a roster nor a requirement")
    problem = replace(unlocked(problem), shifts=_with_faces(problem.shifts, view.project.shifts))
    team = team_of(view.project, view.scenario)
    waivers = tuple(waiver for waiver in view.project.waivers if waiver.scenario == view.scenario.name)
    return RosterPlan(
        problem,
        view.version,
        team,
        view.project.promotions,
        view.locks,
        judged,
        rulebook=view.project.rulebook,
        calendar=view.project.outlook.calendar,
        waivers=waivers,
        beside=beside(view, problem),
    )


def beside(view: ProjectView, problem: Problem) -> dict[str, dict[str, Numbers]]:
    """What planning for P50 and P90 would require of each skill of a problem, as far as that was worked out for what
    it requires, or for less: where a goal was missed it asks for more.
    """
    requirement = view.requirement
    if requirement is None or requirement.horizon != problem.horizon:
        return {}
    return {
        name: {quantile.upper(): skill.curves[quantile] for quantile in ("p50", "p90") if quantile in skill.curves}
        for name, skill in requirement.skills.items()
        if name in problem.requirement and np.all(problem.requirement[name] >= skill.requirement - ROUNDING)
    }


def is_edit(shown: ProjectView, view: ProjectView) -> bool:
    """Whether a reading differs from the one shown in cells and locks of the roster alone."""
    return (
        shown.version is not None
        and view.version is not None
        and view.version.problem is shown.version.problem
        and (view.version.number != shown.version.number or view.version.state == shown.version.state)
        and view.scenario == shown.scenario
        and view.project.team == shown.project.team
        and view.project.shifts == shown.project.shifts
        and view.project.promotions == shown.project.promotions
        and view.project.rulebook == shown.project.rulebook
        and view.project.waivers == shown.project.waivers
    )


def _with_faces(shifts: Mapping[str, Shift], known: Mapping[str, Shift]) -> dict[str, Shift]:
    """The problem's shifts with codes, names and keys of the project, which the interchange format does not carry."""
    faces = {name: known.get(name, shift) for name, shift in shifts.items()}
    return {
        name: replace(shift, code=faces[name].code, name=faces[name].name, key=faces[name].key)
        for name, shift in shifts.items()
    }

"""Whether a result is older than what it was made from, told by content: undoing a change makes it fresh again."""

from dataclasses import replace
from typing import Literal

from app.project.effective import effective
from app.project.fingerprint import fingerprint
from app.project.project import Project
from app.project.rostering import problem_of
from app.project.version import PlanVersion
from forecasts.forecast import Forecast
from forecasts.outlook import Outlook
from scheduler.agent import Agent
from scheduler.problem import Problem
from scheduler.problem_document import write_problem
from scheduler.staffing.requirement import Requirement

Step = Literal["forecast", "requirement", "roster"]


def forecast_inputs(project: Project, scenario: str) -> str:
    """Fingerprint of everything a scenario's forecast depends on. Raises KeyError for an unknown scenario."""
    seen, merged = effective(project, project.scenario(scenario))
    known = seen.history.before(seen.horizon.start)  # actuals that became history later change nothing in it
    return fingerprint(known, seen.horizon, seen.promotions, _ahead(seen), merged.volume_factor)


def _ahead(project: Project) -> Outlook:
    """What moves a forecast; the actuals of a horizon that is over are a matter of the review."""
    actuals = project.outlook.actuals
    over = actuals is not None and actuals.now >= project.horizon.end
    return replace(project.outlook, actuals=None if over else actuals, occasions={})


def requirement_inputs(project: Project, scenario: str, forecast: Forecast | None) -> str:
    """Fingerprint of everything a scenario's requirement depends on."""
    return fingerprint(forecast, effective(project, project.scenario(scenario))[0].goals)


def stale_steps(
    project: Project,
    scenario: str,
    forecast: tuple[Forecast, str] | None,
    requirement: tuple[Requirement, str] | None,
    version: PlanVersion | None,
) -> frozenset[Step]:
    """The steps whose result, or one before it, is missing or no longer what today's inputs would be used for.

    Forecast and requirement come with the fingerprint they were stored with.
    """
    if forecast is None or forecast[1] != forecast_inputs(project, scenario):
        return frozenset({"forecast", "requirement", "roster"})
    if requirement is None or requirement[1] != requirement_inputs(project, scenario, forecast[0]):
        return frozenset({"requirement", "roster"})
    if version is None or roster_is_stale(project, requirement[0], version):
        return frozenset({"roster"})
    return frozenset()


def roster_is_stale(project: Project, requirement: Requirement, version: PlanVersion) -> bool:
    """Whether today's project states another problem than the one the roster was made for; locks aside."""
    today = problem_of(project, project.scenario(version.scenario), requirement)
    team, before = _without_locks(today), _without_locks(version.problem)
    if team == before:  # they need not be written, which is most of the work
        team = before = {}
    return _written(today, team) != _written(version.problem, before)


def _without_locks(problem: Problem) -> dict[str, Agent]:
    return {name: replace(agent, locks=()) if agent.locks else agent for name, agent in problem.agents.items()}


def _written(problem: Problem, agents: dict[str, Agent]) -> object:
    """As it is kept: a number may change a little on its way into the file."""
    return write_problem(replace(problem, agents=agents)) | {"name": ""}

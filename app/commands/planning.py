"""The straight line on a project file: forecast, requirement and roster, each stored before it is told."""

from collections.abc import Callable
from dataclasses import replace

from app.commands.progress import Step
from app.pipeline import NOTHING_HELD, forecast_of, requirement_of, roster_of
from app.project.effective import effective
from app.project.file import ProjectFile
from app.project.project import Project, Scenario
from forecasts.findings import Finding, InputError, Place
from forecasts.forecast import Forecast
from scheduler.problem import Problem
from scheduler.simulation.staffing import repaired_where_even
from scheduler.solution import Progress, SearchLimits, Solution
from scheduler.staffing.curves import Mend
from scheduler.staffing.findings import forecast_findings
from scheduler.staffing.requirement import Requirement
from scheduler.staffing.seats import seat_findings


def store_forecast(file: ProjectFile, project: Project, scenario: Scenario) -> tuple[Forecast, tuple[Finding, ...]]:
    """Forecast a scenario and keep it. Raises InputError CM03 when there is no history to learn from."""
    if not project.history.series and not project.outlook.overrides:
        place = Place(file=file.path.name)
        command = f"import history.csv --project {file.path.name}"
        raise InputError([Finding("CM03", place=place, facts={"command": command})])
    expected, findings = forecast_of(project, scenario)
    expected = replace(expected, findings=findings)
    file.save_forecast(scenario.name, expected)
    return expected, findings


def store_requirement(
    file: ProjectFile,
    project: Project,
    scenario: Scenario,
    expected: Forecast,
    on_step: Callable[[float], None] = lambda _done: None,
    mend: Mend = repaired_where_even,
) -> Requirement:
    """Staff a scenario's forecast and keep the requirement."""
    requirement = requirement_of(project, scenario, expected, on_step, mend)
    file.save_requirement(scenario.name, requirement)
    return requirement


def store_load(file: ProjectFile, scenario: Scenario, step: Step) -> tuple[Requirement, tuple[Finding, ...]]:
    """History to requirement for one scenario, both steps kept."""
    project = file.read()
    step("forecast", 0.0)
    expected, findings = store_forecast(file, project, scenario)
    step("forecast", 1.0)
    requirement = store_requirement(file, project, scenario, expected, lambda done: step("staff", done))
    step("staff", 1.0)
    seats = effective(project, scenario)[0].seat_limit
    told = (*forecast_findings(expected, project.history.interval_minutes), *seat_findings(requirement, seats))
    return requirement, (*findings, *told)


def store_roster(
    file: ProjectFile,
    scenario: Scenario,
    requirement: Requirement,
    limits: SearchLimits,
    on_progress: Callable[[Progress], None] | None = None,
) -> tuple[Problem, Solution]:
    """Optimise a scenario's roster; it is kept as a version unless there is only a reason and no roster."""
    expected = file.forecast(scenario.name)
    place, facts = Place(file=file.path.name), {"what": "forecast", "command": f"forecast --project {file.path.name}"}
    if expected is None:
        raise InputError([Finding("CM02", place=place, facts=facts)])
    project, results = file.read(), file.results(scenario.name)
    version = results.version
    same_days = version is not None and version.problem.horizon == project.horizon
    held = (version.solution.roster, results.locks) if version is not None and same_days else NOTHING_HELD
    problem, solution = roster_of(project, scenario, expected, requirement, limits, on_progress, held=held)
    if solution.objective is not None:
        file.save_solution(scenario.name, problem, solution)
    return problem, solution


def unmet_goals(
    file: ProjectFile, scenario: Scenario, requirement: Requirement, problem: Problem, solution: Solution
) -> list[Finding]:
    """Where the roster just found is predicted to miss a service goal."""
    from app.serving import unmet_findings

    expected = file.forecast(scenario.name)
    goals = effective(file.read(), scenario)[0].goals
    return unmet_findings(problem, solution.roster, expected, goals, requirement) if expected is not None else []

"""The straight line of the product as plain function calls: history → forecast → requirement → roster.

The window's child processes, the command line and the tests all go through here; who knows this module knows
the product. The optimiser is loaded where a roster is asked for: a forecast after a change must not wait for it.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from threading import Event
from typing import TYPE_CHECKING

from app.project.effective import effective, team_of
from app.project.project import Project, Scenario
from app.project.rostering import problem_of
from forecasts.engine import forecast
from forecasts.findings import Finding, InputError
from forecasts.forecast import Forecast
from forecasts.history import History
from forecasts.horizon import Horizon
from forecasts.intraday_update import updated
from forecasts.occasion_findings import occasion_findings
from forecasts.outlook import Outlook
from forecasts.overrides import overridden
from forecasts.promotion import Promotion
from forecasts.typed_series import forecast_by_hand, series_by_hand
from scheduler.problem import Problem
from scheduler.reoptimise import Revision, with_locks
from scheduler.roster import Roster
from scheduler.shift_lengths import shift_findings
from scheduler.simulation.staffing import repaired_where_even
from scheduler.solution import Progress, SearchLimits, Solution
from scheduler.staffing.curves import Mend, staff_for_roster, staff_with_curves
from scheduler.staffing.goals import Goals
from scheduler.staffing.requirement import Requirement
from scheduler.staffing.safety_levels import load_levels
from scheduler.team_composition import composition_findings

if TYPE_CHECKING:
    from scheduler.search.revise import Reoptimised

Watch = Callable[[Progress], None]
Held = tuple[Roster, frozenset[tuple[str, int]]]
"""A roster, and the cells by agent and day that stay as it has them."""
NOTHING_HELD: Held = (Roster(), frozenset())


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything one scenario's plan consists of, each made from the one before."""

    forecast: Forecast
    requirement: Requirement
    problem: Problem
    solution: Solution
    findings: tuple[Finding, ...] = ()


def plan(
    project: Project,
    scenario: Scenario,
    limits: SearchLimits,
    on_progress: Watch | None = None,
    stop: Event | None = None,
) -> Plan:
    """The whole line for one scenario."""
    from app.safety import safety_findings
    from app.serving import unmet_findings

    expected, findings = forecast_of(project, scenario)
    findings = (*findings, *composition_findings(team_of(project, scenario), project.rulebook))
    findings = (*findings, *shift_findings(project.shifts, project.rulebook))
    requirement = requirement_of(project, scenario, expected)
    problem, solution = roster_of(project, scenario, expected, requirement, limits, on_progress, stop)
    if solution.objective is not None:
        goals = effective(project, scenario)[0].goals
        findings = (*findings, *unmet_findings(problem, solution.roster, expected, goals, requirement))
        findings = (*findings, *safety_findings(problem, solution, limits, stop))
    return Plan(expected, requirement, problem, solution, findings)


def forecast_of(project: Project, scenario: Scenario) -> tuple[Forecast, tuple[Finding, ...]]:
    """Volume per skill over the horizon, people's decisions applied; the shops of a skill are pooled because one team
    serves them.
    """
    project, scenario = effective(project, scenario)
    expected, findings = forecast_with(project.history.pooled(), project.horizon, project.promotions, project.outlook)
    return scaled(expected, scenario.volume_factor), findings


def forecast_with(
    history: History, horizon: Horizon, promotions: Sequence[Promotion], told: Outlook
) -> tuple[Forecast, tuple[Finding, ...]]:
    """The forecast with everything that people told: what they planned, then today's actuals, then their overrides.

    A series with too little history is taken as typed where every day of it was. Raises InputError as `forecast` does.
    """
    try:
        expected, findings = _forecast(history, horizon, promotions, told)
    except InputError as refused:
        keys = series_by_hand(history, horizon, told.overrides, refused)
        rest = History(history.interval_minutes, {key: counts for key, counts in history if key not in keys})
        learnt, findings = _forecast(rest, horizon, promotions, told) if rest.series else (Forecast(horizon, {}), ())
        expected = forecast_by_hand(learnt, history, promotions, keys)
        return overridden(expected, told.overrides).forecast, findings
    if told.actuals is not None and horizon.start <= told.actuals.now < horizon.end:
        counted = told.actuals.counted.pooled()
        expected = updated(expected, history, counted, told.actuals.now, promotions, told)[0]
    findings = (*findings, *occasion_findings(horizon, promotions, told.occasions, told.calendar))
    return overridden(expected, told.overrides).forecast, findings


def _forecast(
    history: History, horizon: Horizon, promotions: Sequence[Promotion], told: Outlook
) -> tuple[Forecast, tuple[Finding, ...]]:
    return forecast(
        history,
        horizon,
        promotions,
        drivers=told.drivers,
        broadcasts=told.broadcasts,
        calendar=told.calendar,
        kept=told.kept,
    )


def scaled(expected: Forecast, factor: float) -> Forecast:
    """The same forecast with every volume times `factor`."""
    series = {
        key: replace(
            volume,
            p10=volume.p10 * factor,
            p50=volume.p50 * factor,
            p90=volume.p90 * factor,
            mean=volume.mean * factor,
        )
        for key, volume in expected
    }
    return replace(expected, series=series)


def requirement_of(
    project: Project,
    scenario: Scenario,
    expected: Forecast,
    on_step: Callable[[float], None] = lambda _done: None,
    mend: Mend = repaired_where_even,
) -> Requirement:
    """Agents required per skill and interval under the scenario's service goals, with the curves beside them; repaired
    by simulation where chats are too even for the chain, or wherever `mend` says.
    """
    project, _scenario = effective(project, scenario)
    asked = {key.skill: project.goals.get(key.skill, Goals()) for key in expected.series}
    return staff_with_curves(expected, asked, on_step, mend)


def requirement_for_roster(expected: Forecast, goals: Mapping[str, Goals]) -> Requirement:
    """The requirement of an effective project's goals without the curves that only people look at."""
    asked = {key.skill: goals.get(key.skill, Goals()) for key in expected.series}
    return staff_for_roster(expected, asked, repaired_where_even)


def roster_of(
    project: Project,
    scenario: Scenario,
    expected: Forecast,
    requirement: Requirement,
    limits: SearchLimits,
    on_progress: Watch | None = None,
    stop: Event | None = None,
    held: Held = NOTHING_HELD,
) -> tuple[Problem, Solution]:
    """The problem that a scenario's requirement and team state, and the roster found that serves best; cells `held`
    stay as the roster given with them has them.
    """
    from app.serving import served

    problem = with_locks(_with_levels(project, scenario, expected, problem_of(project, scenario, requirement)), *held)
    goals = effective(project, scenario)[0].goals
    return problem, served(problem, expected, goals, requirement, limits, on_progress, stop)


def _with_levels(project: Project, scenario: Scenario, expected: Forecast | None, problem: Problem) -> Problem:
    """The problem for the forecast's load levels where the rulebook asks for them."""
    project, _scenario = effective(project, scenario)
    if expected is None or not project.rulebook.value("plan_for_load_levels"):
        return problem
    return replace(problem, load_levels=tuple(load_levels(expected, project.goals).values()))


def reoptimised(
    project: Project,
    scenario: Scenario,
    expected: Forecast | None,
    requirement: Requirement,
    current: Solution,
    revision: Revision,
    limits: SearchLimits,
    on_progress: Watch | None = None,
    stop: Event | None = None,
) -> "Reoptimised":
    """The current roster brought up to date with the project and the revision, changed as little as its price asks."""
    from scheduler.search.revise import reoptimise

    problem = _with_levels(project, scenario, expected, problem_of(project, scenario, requirement))
    return reoptimise(problem, current.roster, revision, limits, on_progress, stop, current.prices)

"""`simulate`: the service that a given staffing or a project's roster will give, by playing days through."""

import argparse
from collections.abc import Mapping
from math import isnan
from pathlib import Path

from app.commands.numbers_given import count, whole
from app.commands.output import DONE, print_json, table
from app.commands.progress import progress_argument, steps
from app.commands.project_options import needed, project_options, scenario_of
from app.files.interchange import read_forecast_csv, read_goals, read_present_csv, write_service_csv
from app.project.effective import effective
from app.project.file import ProjectFile
from app.wording import words
from app.wording.names import name_of
from forecasts.findings import Finding, InputError
from forecasts.horizon import Horizon
from scheduler.simulation.engine import simulate
from scheduler.simulation.roster_service import RosterService, simulate_roster
from scheduler.simulation.service import Estimate, SimulatedService
from scheduler.simulation.trials import REPLICATIONS, Trials

_ = words("commands")


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("forecast", type=Path, nargs="?", help=_("forecast CSV: start,p10,p50,p90[,mean][,skill]"))
    project_options(parser, required=False)
    parser.add_argument("--agents-present", type=Path, help=_("CSV: start,present[,skill]"))
    parser.add_argument("--goals", type=Path, help=_("goals file (TOML)"))
    parser.add_argument(
        "--replications",
        type=count,
        default=REPLICATIONS,
        metavar="N",
        help=_("how often the horizon is played through (default 20, at most 1000)"),
    )
    parser.add_argument("--seed", type=whole, default=0, help=_("the same seed gives the same result"))
    parser.add_argument("--out", type=Path, help=_("where the service goes (CSV)"))
    parser.add_argument("--json", action="store_true", help=_("print a summary as JSON"))
    progress_argument(parser)


def run(given: argparse.Namespace) -> int:
    """Simulate, write the service by interval and show it over the whole horizon with its sampling error."""
    with steps(given.progress) as step:
        trials = Trials(given.replications, given.seed, on_progress=lambda done: step("simulate", done))
        horizon, found = _of_project(given, trials) if given.project else _of_files(given, trials)
    if given.out:
        write_service_csv(given.out, horizon, {skill: one.service for skill, one in found.service.items()})
    if given.json:
        print_json({"skills": {skill: _document(found, skill) for skill in sorted(found.service)}})
    else:
        tell(found)
    return DONE


def _of_files(given: argparse.Namespace, trials: Trials) -> tuple[Horizon, RosterService]:
    """Agents present by interval. Raises InputError CM06 where a file is not named."""
    for name, path in (("FORECAST", given.forecast), ("--agents-present", given.agents_present)):
        if path is None:
            raise InputError([Finding("CM06", facts={"name": name})])
    expected = read_forecast_csv(given.forecast)
    goals = read_goals(given.goals, expected.skills()) if given.goals else {}
    present = read_present_csv(given.agents_present, expected.horizon)
    return expected.horizon, RosterService(simulate(expected, present, goals, trials), {})


def _of_project(given: argparse.Namespace, trials: Trials) -> tuple[Horizon, RosterService]:
    """The newest roster of a scenario with its breaks and shift ends. Raises InputError CM01, CM02."""
    with ProjectFile.open(given.project) as file:
        project = file.read()
        scenario = scenario_of(project, given.scenario)
        version, expected = file.latest_version(scenario.name), file.forecast(scenario.name)
    version = needed(version, _("roster"), f"plan --project {given.project.name}", given.project)
    if expected is not None and expected.horizon != version.problem.horizon:
        expected = None
    expected = needed(expected, _("forecast"), f"plan --project {given.project.name}", given.project)
    goals = effective(project, scenario)[0].goals
    return expected.horizon, simulate_roster(version.problem, version.solution.roster, expected, goals, trials)


def tell(found: RosterService) -> None:
    """The whole horizon for people."""
    columns = (
        _("Skill"),
        _("Service level"),
        _("First response"),
        _("Average response"),
        _("Slow share"),
        _("Long chats"),
        _("Customers lost"),
        _("Overtime hours"),
        _("Reported concurrency"),
    )
    table("", columns, [(name_of(skill), *_row(one)) for skill, one in sorted(found.service.items())])
    if found.waited:
        rows = [
            (name_of(skill), f"{its.came:,.1f}", f"{its.in_time:,.1f}") for skill, its in sorted(found.waited.items())
        ]
        table("", (_("Work that may wait"), _("Agent-hours wanted"), _("Agent-hours done in time")), rows)


def _row(found: SimulatedService) -> tuple[str, ...]:
    return (
        _share(found.over("service_level")),
        _seconds(found.over("first_response_seconds")),
        _seconds(found.over("average_response_seconds")),
        _share(found.over("slow_share")),
        _share(found.over("long_share")),
        _with_error(found.over("lost"), "{:,.0f}"),
        f"{found.overtime_hours:,.1f}",
        f"{found.measured_concurrency.max():.1f}",
    )


MEASURES = ("service_level", "first_response_seconds", "average_response_seconds", "reply_rate", "slow_share", "lost")


def _document(found: RosterService, skill: str) -> Mapping[str, object]:
    """One skill for machines; what nobody was there to measure is null."""
    one = found.service[skill]
    document: dict[str, object] = {"overtime_hours": round(one.overtime_hours, 2), "replications": one.replications}
    for name in MEASURES:
        estimate = one.over(name)
        document[name] = {"value": _known(estimate.value), "error": _known(estimate.error)}
    if skill in found.waited:
        its = found.waited[skill]
        document["work_that_waits"] = {"hours": round(its.came, 2), "hours_in_time": round(its.in_time, 2)}
    return document


def _known(number: float) -> float | None:
    return None if isnan(number) else round(number, 5)


def _share(estimate: Estimate) -> str:
    return _with_error(estimate, "{:.1%}")


def _seconds(estimate: Estimate) -> str:
    return _with_error(estimate, "{:.1f} s")


def _with_error(estimate: Estimate, form: str) -> str:
    """Value ± standard error; without the error where a single replication tells none, a dash where nobody came."""
    if isnan(estimate.value):
        return "–"
    shown = form.format(estimate.value)
    return shown if isnan(estimate.error) else f"{shown} ± {form.format(estimate.error)}"

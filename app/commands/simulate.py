"""`simulate`: the service that a given staffing will give, by playing days through message by message."""

import argparse
from math import isnan
from pathlib import Path

from app.commands.output import DONE, table
from app.commands.progress import progress_argument, steps
from app.files.interchange import read_forecast_csv, read_goals, read_present_csv, write_service_csv
from app.wording import words
from app.wording.names import name_of
from scheduler.simulation.engine import simulate
from scheduler.simulation.service import Estimate, SimulatedService
from scheduler.simulation.trials import REPLICATIONS, Trials

_ = words("commands")


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("forecast", type=Path, help=_("forecast CSV: start,p10,p50,p90[,mean][,skill]"))
    parser.add_argument("--agents-present", type=Path, required=True, help=_("CSV: start,present[,skill]"))
    parser.add_argument("--goals", type=Path, help=_("goals file (TOML)"))
    parser.add_argument(
        "--replications",
        type=int,
        default=REPLICATIONS,
        metavar="N",
        help=_("how often the horizon is played through (default 20, at most 1000)"),
    )
    parser.add_argument("--seed", type=int, default=0, help=_("the same seed gives the same result"))
    parser.add_argument("--out", type=Path, required=True, help=_("where the service goes (CSV)"))
    progress_argument(parser)


def run(given: argparse.Namespace) -> int:
    """Simulate, write the service by interval and show it over the whole horizon with its sampling error."""
    expected = read_forecast_csv(given.forecast)
    goals = read_goals(given.goals, expected.skills()) if given.goals else {}
    present = read_present_csv(given.agents_present, expected.horizon)
    with steps(given.progress) as step:
        trials = Trials(given.replications, given.seed, on_progress=lambda done: step("simulate", done))
        found = simulate(expected, present, goals, trials)
    write_service_csv(given.out, expected.horizon, {skill: one.service for skill, one in found.items()})
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
    table("", columns, [(name_of(skill), *_row(one)) for skill, one in sorted(found.items())])
    return DONE


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


def _share(estimate: Estimate) -> str:
    return _with_error(estimate, "{:.1%}")


def _seconds(estimate: Estimate) -> str:
    return _with_error(estimate, "{:.1f} s")


def _with_error(estimate: Estimate, form: str) -> str:
    """Value ± standard error; without the error where a single replication tells none."""
    shown = form.format(estimate.value)
    return shown if isnan(estimate.error) else f"{shown} ± {form.format(estimate.error)}"

"""`predict`: the service that a given staffing will give."""

import argparse
from pathlib import Path

import numpy as np

from app.commands.output import DONE, table
from app.files.interchange import read_forecast_csv, read_goals, read_present_csv, write_service_csv
from app.wording import words
from app.wording.names import name_of
from scheduler.staffing.engine import predict
from scheduler.staffing.requirement import Service

_ = words("commands")


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("forecast", type=Path, help=_("forecast CSV: start,p10,p50,p90[,mean][,skill]"))
    parser.add_argument("--agents-present", type=Path, required=True, help=_("CSV: start,present[,skill]"))
    parser.add_argument("--goals", type=Path, help=_("goals file (TOML)"))
    parser.add_argument("--out", type=Path, required=True, help=_("where the service goes (CSV)"))


def run(given: argparse.Namespace) -> int:
    """Predict and write the service."""
    expected = read_forecast_csv(given.forecast)
    goals = read_goals(given.goals, expected.skills()) if given.goals else {}
    services = predict(expected, read_present_csv(given.agents_present, expected.horizon), goals)
    write_service_csv(given.out, expected.horizon, services)
    columns = (_("Skill"), _("Lowest service level"), _("Customers lost"), _("Largest backlog"))
    table("", columns, [(name_of(skill), *_row(service)) for skill, service in sorted(services.items())])
    return DONE


def _row(service: Service) -> tuple[str, str, str]:
    """The worst of a day that a lead asks for first."""
    return (
        f"{np.nanmin(service.service_level):.1%}",
        f"{np.nansum(service.lost):,.0f}",
        f"{np.nanmax(service.backlog):,.1f}",
    )

"""`predict`: the service that a given staffing will give."""

import argparse
from pathlib import Path

import numpy as np

from app.commands.exam_table import exam_json, exam_table
from app.commands.output import DONE, print_json, table
from app.files.interchange import read_forecast_csv, read_goals, read_present_csv, write_service_csv
from app.wording import words
from app.wording.names import name_of
from scheduler.staffing.engine import predict
from scheduler.staffing.exam_windows import present_rates
from scheduler.staffing.requirement import Service

_ = words("commands")


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("forecast", type=Path, help=_("forecast CSV: start,p10,p50,p90[,mean][,skill]"))
    parser.add_argument("--agents-present", type=Path, required=True, help=_("CSV: start,present[,skill]"))
    parser.add_argument("--goals", type=Path, help=_("goals file (TOML)"))
    parser.add_argument("--out", type=Path, required=True, help=_("where the service goes (CSV)"))
    parser.add_argument("--json", action="store_true", help=_("print a summary as JSON"))


def run(given: argparse.Namespace) -> int:
    """Predict and write the service."""
    expected = read_forecast_csv(given.forecast)
    goals = read_goals(given.goals, expected.skills()) if given.goals else {}
    present = read_present_csv(given.agents_present, expected.horizon)
    services = predict(expected, present, goals)
    write_service_csv(given.out, expected.horizon, services)
    exams = present_rates(expected, present, goals)
    if given.json:
        told = {skill: _worst(service) for skill, service in sorted(services.items())}
        print_json({"skills": told, "exam_windows": [exam_json(one) for one in exams]})
        return DONE
    columns = (_("Skill"), _("Lowest service level"), _("Customers lost"), _("Largest backlog"))
    table("", columns, [(name_of(skill), *_row(service)) for skill, service in sorted(services.items())])
    exam_table(exams)
    return DONE


def _row(service: Service) -> tuple[str, str, str]:
    worst = _worst(service)
    level = worst["lowest_service_level"]
    shown = "–" if level is None else f"{level:.1%}"
    return (shown, f"{worst['lost']:,.0f}", f"{worst['largest_backlog']:,.1f}")


def _worst(service: Service) -> dict[str, float | None]:
    """The worst of a day that a lead asks for first; no service level where nobody comes."""
    known = service.service_level[np.isfinite(service.service_level)]
    return {
        "lowest_service_level": round(float(known.min()), 4) if known.size else None,
        "lost": round(float(np.nansum(service.lost)), 2),
        "largest_backlog": round(float(np.nanmax(service.backlog, initial=0.0)), 2),
    }

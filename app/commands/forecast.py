"""`forecast`: expected volume per interval, from a history file or for a project."""

import argparse
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

from app.commands.numbers_given import count, whole
from app.commands.output import ATTENTION, DONE, print_json, say, show_findings, table
from app.commands.planning import store_forecast
from app.commands.progress import progress_argument, steps
from app.commands.project_options import project_options, scenario_of
from app.files.interchange import read_history_csv, read_outlook, write_forecast_csv
from app.pipeline import forecast_with
from app.project.effective import effective
from app.project.file import ProjectFile
from app.wording import words
from app.wording.names import method_name, name_of
from forecasts.findings import Finding, InputError, Level
from forecasts.forecast import Forecast
from forecasts.horizon import Horizon
from forecasts.opening_risk import OpeningRisk, opening_risks
from forecasts.outlook import Actuals, Outlook
from forecasts.promotion import Promotion

_ = words("commands")
Made = tuple[Forecast, tuple[Finding, ...], Sequence[Promotion]]
"""The forecast, what is worth telling of it, and the promotions it knows of."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("history", type=Path, nargs="?", help=_("history CSV: start,inquiries[,shop][,skill]"))
    project_options(parser, required=False)
    parser.add_argument("--from", dest="first_day", metavar="DATE", help=_("first day, like 2026-11-10"))
    parser.add_argument("--days", type=count, default=14, help=_("number of days (default 14)"))
    parser.add_argument("--interval", type=whole, choices=(15, 30, 60), default=None, help=_("minutes per interval"))
    parser.add_argument("--promotions", type=Path, help=_("promotions file (TOML)"))
    parser.add_argument("--actuals", type=Path, help=_("inquiries counted since the first day, like a history"))
    parser.add_argument("--now", metavar="MOMENT", help=_("how far the actuals reach (default their last interval)"))
    parser.add_argument("--out", type=Path, help=_("where the forecast goes (CSV)"))
    parser.add_argument("--json", action="store_true", help=_("print a summary as JSON"))
    progress_argument(parser)


def run(given: argparse.Namespace) -> int:
    """Forecast; status 1 when a warning needs attention."""
    expected, findings, promotions = of_project(given) if given.project else of_file(given)
    if given.out:
        write_forecast_csv(given.out, expected)
    show_findings(findings)
    tell(expected, opening_risks(expected, promotions), given.json)
    return ATTENTION if any(f.level is Level.WARNING for f in findings) else DONE


def of_project(given: argparse.Namespace) -> Made:
    """Forecast a scenario of a project; the result is stored in it."""
    with ProjectFile.open(given.project) as file, steps(given.progress) as step:
        project = file.read()
        if given.actuals:
            project = replace(project, outlook=replace(project.outlook, actuals=actuals_of(given)))
            file.change(_("Actuals from {file}").format(file=given.actuals.name), project)
        scenario = scenario_of(project, given.scenario)
        step("forecast", 0.0)
        expected, findings = store_forecast(file, project, scenario)
        step("forecast", 1.0)
        return expected, findings, effective(project, scenario)[0].promotions


def of_file(given: argparse.Namespace) -> Made:
    """Forecast from a history file. Raises InputError when no file or no first day is given."""
    missing = [name for name, value in (("HISTORY", given.history), ("--from", given.first_day)) if not value]
    if missing:
        raise InputError([Finding("CM06", facts={"name": name}) for name in missing])
    history = read_history_csv(given.history)
    promotions, told = read_outlook(given.promotions) if given.promotions else ((), Outlook())
    if given.actuals:
        told = replace(told, actuals=actuals_of(given))
    interval = given.interval or max(15, history.interval_minutes)
    horizon = Horizon(day_of(given.first_day), given.days, interval)
    return *forecast_with(history, horizon, promotions, told), promotions


def actuals_of(given: argparse.Namespace) -> Actuals:
    """What was counted, up to the moment given or the end of the last interval. Raises InputError CM04."""
    counted = read_history_csv(given.actuals)
    if given.now:
        try:
            return Actuals(datetime.fromisoformat(given.now), counted)
        except ValueError:
            raise InputError([Finding("CM04", value=given.now)]) from None
    last = max(counts.starts[-1] for _key, counts in counted)
    return Actuals(last.astype(datetime) + timedelta(minutes=counted.interval_minutes), counted)


def day_of(text: str) -> date:
    """A date as typed. Raises InputError CM04."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise InputError([Finding("CM04", value=text)]) from None


def said(ids: str) -> str:
    """Ids with a blank between as people say them."""
    return " ".join(name_of(word) for word in ids.split())


def tell(expected: Forecast, risks: Sequence[OpeningRisk], as_json: bool) -> None:
    """Expected inquiries per day and series (means add up, quantiles do not), and what phases may begin with."""
    rows = []
    per_day = expected.horizon.intervals_per_day
    for key, volume in expected:
        days = volume.mean.reshape(-1, per_day)
        for number, day in enumerate(days):
            phases = dict.fromkeys(phase for phase in volume.phases[number * per_day : (number + 1) * per_day] if phase)
            name = " ".join(part for part in key if part)
            start = expected.horizon.starts()[number * per_day + int(day.argmax())].astype(object)
            rows.append((expected.horizon.day(number), name, float(day.sum()), start, " ".join(phases)))
    if as_json:
        keys = ("day", "series", "inquiries", "busiest_start", "phases")
        document = [dict(zip(keys, (str(d), n, round(v, 1), s.isoformat(), p), strict=True)) for d, n, v, s, p in rows]
        print_json({"method": expected.method, "days": document, "opening_risk": [risk_document(r) for r in risks]})
        return
    say(_("Method: {method}").format(method=method_name(expected.method)))
    columns = (_("Day"), _("Series"), _("Inquiries"), _("Busiest interval"), _("Phases"))
    table("", columns, [(f"{d:%Y-%m-%d}", said(n), f"{v:,.0f}", f"{s:%H:%M}", said(p)) for d, n, v, s, p in rows])
    if risks:
        tell_risks(risks)


def risk_document(risk: OpeningRisk) -> dict[str, object]:
    """One risk as the JSON has it; `chance` of more than half as much again as expected."""
    return {
        "series": " ".join(part for part in risk.key if part),
        "promotion": risk.promotion,
        "phase": risk.phase,
        "start": risk.start.isoformat(),
        "minutes": risk.minutes,
        "expected": round(risk.expected, 1),
        "p90": round(risk.p90, 1),
        "chance": round(risk.chance, 3),
    }


def tell_risks(risks: Sequence[OpeningRisk]) -> None:
    """What the first half hour of each phase may bring."""
    columns = (_("Phase"), _("Series"), _("Begins"), _("Inquiries"), _("P90"), _("Half as much again"))
    rows = [
        (
            f"{risk.promotion} {name_of(risk.phase)}",
            said(" ".join(part for part in risk.key if part)),
            f"{risk.start:%Y-%m-%d %H:%M}",
            f"{risk.expected:,.0f}",
            f"{risk.p90:,.0f}",
            f"{risk.chance:.0%}",
        )
        for risk in risks
    ]
    table(_("Risk of the first {minutes} minutes").format(minutes=risks[0].minutes), columns, rows)

"""`staff`: agents required per interval, from a forecast file or for a project."""

import argparse
from collections.abc import Sequence
from pathlib import Path

from app.commands.exam_table import exam_json, exam_table
from app.commands.output import DONE, finding_json, print_json, show_findings, table
from app.commands.planning import store_forecast, store_requirement
from app.commands.progress import progress_argument, steps
from app.commands.project_options import needed, project_options, scenario_of
from app.files.interchange import read_forecast_csv, read_goals, write_requirement_csv
from app.project.effective import effective
from app.project.file import ProjectFile
from app.wording import words
from app.wording.names import name_of
from forecasts.findings import Finding, InputError
from scheduler.simulation.staffing import repaired, repaired_where_even
from scheduler.staffing.engine import staff
from scheduler.staffing.exam_windows import ExamRate, exam_rates
from scheduler.staffing.findings import forecast_findings
from scheduler.staffing.requirement import Requirement
from scheduler.staffing.seats import seat_findings
from scheduler.staffing.shrinkage import whole_agents

_ = words("commands")

Staffed = tuple[Requirement, list[Finding], list[ExamRate]]


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("forecast", type=Path, nargs="?", help=_("forecast CSV: start,p10,p50,p90[,mean][,skill]"))
    project_options(parser, required=False)
    parser.add_argument("--goals", type=Path, help=_("goals file (TOML)"))
    parser.add_argument("--from-history", action="store_true", help=_("make the project's forecast first"))
    parser.add_argument("--out", type=Path, help=_("where the requirement goes (CSV)"))
    parser.add_argument(
        "--repair",
        action="store_true",
        help=_("check every interval by simulation and repair what misses (always done for chats of even length)"),
    )
    parser.add_argument("--json", action="store_true", help=_("print a summary as JSON"))
    progress_argument(parser)


def run(given: argparse.Namespace) -> int:
    """Staff the forecast."""
    requirement, findings, exams = of_project(given) if given.project else of_file(given)
    if given.out:
        write_requirement_csv(given.out, requirement)
    tell(requirement, findings, exams, given.json)
    return DONE


def of_project(given: argparse.Namespace) -> Staffed:
    """Staff the forecast of a project's scenario; the result is stored in it."""
    with ProjectFile.open(given.project) as file, steps(given.progress) as step:
        project = file.read()
        scenario = scenario_of(project, given.scenario)
        told: tuple[Finding, ...] = ()
        if given.from_history:
            step("forecast", 0.0)
            expected, told = store_forecast(file, project, scenario)
        else:
            command = f"forecast --project {file.path.name}"
            expected = needed(file.forecast(scenario.name), _("forecast"), command, file.path)
        mend = repaired if given.repair else repaired_where_even
        requirement = store_requirement(file, project, scenario, expected, lambda done: step("staff", done), mend)
        step("staff", 1.0)
        seen = effective(project, scenario)[0]
        rates = exam_rates(expected, requirement, seen.goals)
        told = (*told, *forecast_findings(expected, project.history.interval_minutes))
        return requirement, [*told, *seat_findings(requirement, seen.seat_limit)], rates


def of_file(given: argparse.Namespace) -> Staffed:
    """Staff a forecast file. Raises InputError when none is given."""
    if given.forecast is None:
        raise InputError([Finding("CM06", facts={"name": "FORECAST"})])
    expected = read_forecast_csv(given.forecast)
    goals = read_goals(given.goals, expected.skills()) if given.goals else {}
    mend = repaired if given.repair else repaired_where_even
    with steps(given.progress) as step:
        requirement = mend(expected, goals, staff(expected, goals), lambda done: step("staff", done))
        step("staff", 1.0)
    return requirement, forecast_findings(expected), exam_rates(expected, requirement, goals)


def tell(requirement: Requirement, findings: Sequence[Finding], exams: Sequence[ExamRate], as_json: bool) -> None:
    """Agent-hours and the busiest interval of each skill and day, and what to beware of."""
    horizon = requirement.horizon
    rows = []
    for skill, part in requirement:
        for number, day in enumerate(part.requirement.reshape(horizon.days, -1)):
            busiest = int(day.argmax())
            start = horizon.starts()[number * horizon.intervals_per_day + busiest].astype(object)
            hours = float(day.sum()) * horizon.interval_hours
            rows.append((horizon.day(number), skill, hours, whole_agents(float(day[busiest])), start))
    if as_json:
        keys = ("day", "skill", "agent_hours", "most_agents", "busiest_start")
        document = [dict(zip(keys, (str(d), k, round(h, 2), m, s.isoformat()), strict=True)) for d, k, h, m, s in rows]
        told = [finding_json(finding) for finding in findings]
        print_json({"days": document, "exam_windows": [exam_json(one) for one in exams], "findings": told})
        return
    show_findings(findings)
    columns = (_("Day"), _("Skill"), _("Agent-hours"), _("Most agents"), _("at"))
    table("", columns, [(f"{d:%Y-%m-%d}", name_of(k), f"{h:,.1f}", f"{m}", f"{s:%H:%M}") for d, k, h, m, s in rows])
    exam_table(exams)

"""`robust`: a scenario's roster in sample days and failures, and the cheapest reserve that keeps its goal."""

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from app.commands.comparison_table import form_of, head_of
from app.commands.documents import write_rows
from app.commands.engine_options import engine_arguments, executors_of
from app.commands.numbers_given import count, share, whole
from app.commands.output import ATTENTION, DONE, print_json, say, table
from app.commands.progress import progress_argument, steps
from app.commands.project_options import project_options, scenario_of
from app.project.effective import effective, team_of
from app.project.file import ProjectFile
from app.project.project import Project, Scenario
from app.project.version import PlanVersion
from app.robustness import SAMPLES, robustness, sample_courses
from app.standby import KEPT, PAY, standby_plan
from app.wording import words
from app.wording.names import name_of
from app.workbook.comparison_texts import number_text
from forecasts.findings import Finding, InputError, Place
from forecasts.forecast import Forecast

_ = words("commands")

COLUMNS = ("agent", "name", "day", "shift", "skill", "yuan")


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    project_options(parser)
    parser.add_argument("--samples", type=count, default=SAMPLES, help=_("sample days (default 20)"))
    parser.add_argument("--seed", type=whole, default=0, help=_("random seed"))
    parser.add_argument("--kept", type=share, default=KEPT, help=_("share of sample days to keep the goal in"))
    parser.add_argument("--standby-pay", type=share, default=PAY, help=_("pay of the reserve, a share of the shift's"))
    parser.add_argument("--out", type=Path, help=_("where the reserve goes (CSV)"))
    parser.add_argument("--json", action="store_true", help=_("print the result as JSON"))
    engine_arguments(parser)
    progress_argument(parser)


def run(given: argparse.Namespace) -> int:
    """Judge the roster; exit status 1 when no reserve of those free is enough."""
    with ProjectFile.open(given.project) as file:
        project = file.read()
        scenario = scenario_of(project, given.scenario)
        version, expected = file.latest_version(scenario.name), file.forecast(scenario.name)
    if version is None or expected is None:
        raise InputError([Finding("CM07", place=Place(file=given.project.name), value=scenario.name)])
    found = judged(project, scenario, version, expected, given)
    if given.out:
        write_rows(given.out, COLUMNS, found["reserve"]["standbys"])
    if given.json:
        print_json(found)
    else:
        _tell(found, version)
    return DONE if found["reserve"]["enough"] else ATTENTION


def judged(
    project: Project, scenario: Scenario, version: PlanVersion, expected: Forecast, given: argparse.Namespace
) -> dict[str, Any]:
    """The distribution, the failures and the reserve."""
    goals = effective(project, scenario)[0].goals
    with steps(given.progress) as step:
        step("courses", 0.0)
        courses = sample_courses(version, expected, goals, max(1, given.samples), given.seed, executors_of(given))
        step("courses", 1.0)
        numbers = robustness(version, expected, goals, courses, given.seed).document()
        step("reserve", 0.0)
        plan = standby_plan(version, courses, goals, given.kept, max(0.01, given.standby_pay))
        step("reserve", 1.0)
    names = {agent.id: agent.name or agent.id for agent in team_of(project, scenario)}
    reserve = plan.document(version.problem.horizon, names) | {"wanted": given.kept}
    return {"scenario": scenario.name, "numbers": numbers, "reserve": reserve}


def _tell(found: Mapping[str, Any], version: PlanVersion) -> None:
    """For people."""
    numbers, reserve = found["numbers"], found["reserve"]
    table("", ["", found["scenario"]], [[head_of(key), number_text(numbers[key], form_of(key))] for key in numbers])
    _tell_days(reserve["days"], reserve["wanted"], reserve["service_level"])
    if not reserve["enough"]:
        say(_("No reserve of those who have a day off is enough; more agents or a lower goal would be needed."))
        return
    rows = [
        [one["name"], one["day"], _shift(version, one["shift"]), name_of(one["skill"]), f"{one['yuan']:,.0f}"]
        for one in reserve["standbys"]
    ]
    if not rows:
        say(_("No reserve is needed."))
        return
    table("", [_("Agent"), _("Day"), _("Shift"), _("Skill"), _("Cost, yuan")], rows)
    text = _("The reserve costs {yuan} yuan, at least {bound} are needed; being called in another {call} expected.")
    yuan, bound, call = (f"{reserve[key]:,.0f}" for key in ("yuan", "bound", "call_yuan"))
    say(text.format(yuan=yuan, bound=bound, call=call))


def _tell_days(days: Sequence[Mapping[str, Any]], wanted: float, level: float) -> None:
    missed = [day for day in days if day["kept"] < wanted]
    if missed:
        head = [_("Goal {level} holds in").format(level=f"{level:.0%}"), _("roster alone"), _("with the reserve")]
        table(head[0], head[1:], [[d["day"], f"{d['kept']:.0%}", f"{d['kept_with']:.0%}"] for d in missed])


def _shift(version: PlanVersion, shift: str) -> str:
    known = version.problem.shifts[shift]
    return known.name or known.code or shift

"""`compare`: scenarios side by side, a row each."""

import argparse
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from app.commands.comparison_table import flat, form_of, head_of, keys_of, write_comparison
from app.commands.engine_options import engine_arguments, executors_of
from app.commands.numbers_given import count
from app.commands.output import DONE, print_json, table
from app.commands.planning import store_forecast
from app.commands.progress import progress_argument, steps
from app.commands.project_options import scenario_of
from app.commands.solve import limits_arguments, limits_of
from app.comparison import scenario_row
from app.comparison_report import report_of
from app.pipeline import NOTHING_HELD
from app.points import point_with
from app.project.effective import effective
from app.project.file import ProjectFile
from app.project.project import Scenario
from app.project.version import PlanVersion
from app.robustness import SAMPLES, robustness, sample_courses
from app.scenario_batch import Wanted, plan_scenarios
from app.sweep import kept_row
from app.wording import words
from app.wording.names import scenario_name
from app.workbook.comparison_texts import number_text
from forecasts.findings import Finding, InputError, Place
from forecasts.forecast import Forecast
from scheduler.staffing.goals import Goals

_ = words("commands")


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("--project", type=Path, required=True, help=_("project file (.peakroster)"))
    parser.add_argument("scenarios", nargs="*", help=_("scenarios to compare (default all)"))
    parser.add_argument("--out", type=Path, help=_("where the table goes (.xlsx, .pdf or CSV)"))
    parser.add_argument("--json", action="store_true", help=_("print the table as JSON"))
    parser.add_argument("--robust", action="store_true", help=_("judge the rosters under sample days and failures too"))
    parser.add_argument("--samples", type=count, default=SAMPLES, help=_("sample days with --robust (default 20)"))
    engine_arguments(parser)
    limits_arguments(parser)
    progress_argument(parser)


def run(given: argparse.Namespace) -> int:
    """Plan the scenarios that have no roster of today's inputs, then lay all side by side."""
    with ProjectFile.open(given.project) as file:
        project = file.read()
        scenarios = [scenario_of(project, name) for name in given.scenarios] or list(project.scenarios)
        plan_stale(file, scenarios, given)
        rows = [row_of(file, scenario, given) for scenario in scenarios]
        if given.out:
            latest = {scenario.name: file.latest_version(scenario.name) for scenario in scenarios}
            versions = {name: version for name, version in latest.items() if version is not None}
            write_comparison(given.out, report_of(file.read(), rows, versions))
    if given.json:
        print_json({"rows": rows})
    else:
        tell(rows)
    return DONE


def plan_stale(file: ProjectFile, scenarios: Sequence[Scenario], given: argparse.Namespace) -> None:
    """Plan those without a roster of today's inputs, several at once. Raises InputError CM07 for those whose hard rules
    leave no roster.
    """
    results = {scenario.name: file.results(scenario.name) for scenario in scenarios}
    stale = [scenario for scenario in scenarios if "roster" in results[scenario.name].stale]
    if not stale:
        return
    project, known, limits = file.read(), file.sweep_rows(), limits_of(given)
    wanted = []
    for scenario in stale:
        point = point_with(project, scenario, store_forecast(file, project, scenario)[0])
        version, found = results[scenario.name].version, kept_row(point, known.get(point.key))
        held = (version.solution.roster, results[scenario.name].locks) if version else NOTHING_HELD
        taken = found if found is not None and found.serves(limits) and not held[1] else None
        wanted.append(Wanted(point, held, taken))
    alone = len(stale) == 1 and given.engine == "local"
    each = limits if alone else replace(limits, workers=1)
    with steps(given.progress) as step:
        without = plan_scenarios(
            file, wanted, each, executors_of(given, len(stale)), lambda done, of: step("compare", done / of)
        )
    if without:
        place = Place(file=file.path.name)
        raise InputError([Finding("CM07", place=place, value=name) for name in without])


def row_of(file: ProjectFile, scenario: Scenario, given: argparse.Namespace) -> dict[str, Any]:
    """The numbers of one scenario's latest roster. Raises InputError CM07 when it has none."""
    version, expected = file.latest_version(scenario.name), file.forecast(scenario.name)
    if version is None or expected is None:
        raise InputError([Finding("CM07", place=Place(file=file.path.name), value=scenario.name)])
    goals = effective(file.read(), scenario)[0].goals
    row = scenario_row(version, expected, goals).document()
    if given.robust:
        row |= _robust(version, expected, goals, given)
    return row


def _robust(
    version: PlanVersion, expected: Forecast, goals: Mapping[str, Goals], given: argparse.Namespace
) -> dict[str, float | None]:
    courses = sample_courses(version, expected, goals, max(1, given.samples), given.seed, executors_of(given))
    return robustness(version, expected, goals, courses, given.seed).document()


def tell(rows: Sequence[Mapping[str, Any]]) -> None:
    """The table for people, scenarios as columns so that each number stands beside its rival."""
    told = [flat(row) for row in rows]
    scenarios, *others = keys_of(told)
    lines = [[head_of(key), *(number_text(row.get(key), form_of(key)) for row in told)] for key in others]
    table("", ["", *(scenario_name(row[scenarios]) for row in told)], lines)

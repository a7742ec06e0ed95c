"""`compare`: scenarios side by side, a row each."""

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from app.commands.comparison_table import HEADS, SHARE, WHOLE, head_of, write_comparison
from app.commands.output import DONE, print_json, table
from app.commands.planning import store_load, store_roster
from app.commands.progress import progress_argument, search_progress, steps
from app.commands.project_options import scenario_of
from app.commands.solve import limits_arguments, limits_of
from app.comparison import scenario_row
from app.project.effective import effective
from app.project.file import ProjectFile
from app.project.project import Scenario
from app.robustness import SAMPLES, robustness
from app.wording import words
from forecasts.findings import Finding, InputError, Place

_ = words("commands")


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("--project", type=Path, required=True, help=_("project file (.peakroster)"))
    parser.add_argument("scenarios", nargs="*", help=_("scenarios to compare (default all)"))
    parser.add_argument("--out", type=Path, help=_("where the table goes (.xlsx or CSV)"))
    parser.add_argument("--json", action="store_true", help=_("print the table as JSON"))
    parser.add_argument("--robust", action="store_true", help=_("judge the rosters under sample days and failures too"))
    parser.add_argument("--samples", type=int, default=SAMPLES, help=_("sample days with --robust (default 20)"))
    limits_arguments(parser)
    progress_argument(parser)


def run(given: argparse.Namespace) -> int:
    """Plan the scenarios that have no roster of today's inputs, then lay all side by side."""
    with ProjectFile.open(given.project) as file:
        project = file.read()
        scenarios = [scenario_of(project, name) for name in given.scenarios] or list(project.scenarios)
        rows = [row_of(file, scenario, given) for scenario in scenarios]
    if given.out:
        write_comparison(given.out, rows)
    if given.json:
        print_json({"rows": rows})
    else:
        tell(rows)
    return DONE


def row_of(file: ProjectFile, scenario: Scenario, given: argparse.Namespace) -> dict[str, Any]:
    """The numbers of one scenario. Raises InputError CM07 when its hard rules leave no roster."""
    if file.latest_version(scenario.name) is None or file.stale(scenario.name, "roster"):
        with steps(given.progress) as step:
            requirement, _findings = store_load(file, scenario, step)
        with search_progress(given.progress) as show:
            store_roster(file, scenario, requirement, limits_of(given), show)
    version, expected = file.latest_version(scenario.name), file.forecast(scenario.name)
    if version is None or expected is None:
        raise InputError([Finding("CM07", place=Place(file=file.path.name), value=scenario.name)])
    goals = effective(file.read(), scenario)[0].goals
    row = scenario_row(version, expected, goals).document()
    if given.robust:
        row |= robustness(version, expected, goals, max(1, given.samples), given.seed).document()
    return row


def tell(rows: Sequence[Mapping[str, Any]]) -> None:
    """The table for people, scenarios as columns so that each number stands beside its rival."""
    scenarios, *others = rows[0]
    lines = [[head_of(key), *(_text(key, row[key]) for row in rows)] for key in others]
    table("", ["", *(row[scenarios] for row in rows)], lines)


def _text(key: str, value: float | str | None) -> str:
    """One number for people."""
    form = HEADS[key][1]
    if value is None:
        return "—"
    if isinstance(value, str):
        return value.replace("T", " ")
    if form.endswith("%"):
        return f"{value:.1%}" if form == SHARE else f"{value:.2%}"
    return f"{value:,.0f}" if form == WHOLE else f"{value:,.1f}"

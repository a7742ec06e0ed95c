"""`compare`: scenarios side by side, a row each."""

import argparse
from pathlib import Path

from app.commands.documents import write_rows
from app.commands.output import DONE, print_json, table
from app.commands.planning import store_load, store_roster
from app.commands.progress import progress_argument, search_progress, steps
from app.commands.project_options import scenario_of
from app.commands.solve import limits_arguments, limits_of
from app.comparison import ScenarioRow, scenario_row
from app.project.effective import effective
from app.project.file import ProjectFile
from app.project.project import Scenario
from app.wording import words
from forecasts.findings import Finding, InputError, Place

_ = words("commands")


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("--project", type=Path, required=True, help=_("project file (.peakroster)"))
    parser.add_argument("scenarios", nargs="*", help=_("scenarios to compare (default all)"))
    parser.add_argument("--out", type=Path, help=_("where the table goes (CSV)"))
    parser.add_argument("--json", action="store_true", help=_("print the table as JSON"))
    limits_arguments(parser)
    progress_argument(parser)


def run(given: argparse.Namespace) -> int:
    """Plan the scenarios that have no roster of today's inputs, then lay all side by side."""
    with ProjectFile.open(given.project) as file:
        project = file.read()
        scenarios = [scenario_of(project, name) for name in given.scenarios] or list(project.scenarios)
        rows = [row_of(file, scenario, given) for scenario in scenarios]
    if given.out:
        documents = [row.document() for row in rows]
        write_rows(given.out, list(documents[0]), documents)
    if given.json:
        print_json({"rows": [row.document() for row in rows]})
    else:
        tell(rows)
    return DONE


def row_of(file: ProjectFile, scenario: Scenario, given: argparse.Namespace) -> ScenarioRow:
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
    return scenario_row(version, expected, goals)


def tell(rows: list[ScenarioRow]) -> None:
    """The table for people, scenarios as columns so that each number stands beside its rival."""

    def line(name: str, values: list[str]) -> list[str]:
        return [name, *values]

    none = "—"
    table(
        "",
        ["", *(row.scenario for row in rows)],
        [
            line(_("Agent-hours"), [f"{r.agent_hours:,.1f}" for r in rows]),
            line(_("Cost, yuan"), [f"{r.cost:,.0f}" for r in rows]),
            line(_("  of it labour, yuan"), [f"{r.labour_cost:,.0f}" for r in rows]),
            line(_("Shortage, agent-hours"), [f"{r.shortage_hours:,.1f}" for r in rows]),
            line(_("Worst interval, agents short"), [f"{r.worst_shortage:,.1f}" for r in rows]),
            line(_("  at"), [none if r.worst_start is None else f"{r.worst_start:%m-%d %H:%M}" for r in rows]),
            line(_("Service level"), [none if r.service_level is None else f"{r.service_level:.1%}" for r in rows]),
            line(_("Customers lost"), [f"{r.lost:,.0f}" for r in rows]),
            line(_("Optimality gap"), [none if r.gap is None else f"{r.gap:.2%}" for r in rows]),
        ],
    )

"""`export`: the roster as a file for the team."""

import argparse
from pathlib import Path

from app.commands.exporting import plan_of, write_team_sheet
from app.commands.output import DONE, say
from app.commands.progress import progress_argument, steps
from app.commands.project_options import project_options, scenario_of
from app.project.file import ProjectFile
from app.wording import words
from app.workbook.long_csv import write_long_csv
from forecasts.findings import Finding, InputError

_ = words("commands")

FORMATS = ("team", "csv")
LATER = ("hr", "dingtalk", "wecom", "feishu", "ics", "pdf")


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    project_options(parser)
    parser.add_argument("--format", choices=FORMATS + LATER, default="team", help=_("what to write (default team)"))
    parser.add_argument("--out", type=Path, required=True, help=_("file to write"))
    progress_argument(parser)


def run(given: argparse.Namespace) -> int:
    """Write the file. Raises InputError CM05 for a format that comes later."""
    if given.format in LATER:
        raise InputError([Finding("CM05", value=given.format, facts={"formats": ", ".join(FORMATS)})])
    with ProjectFile.open(given.project) as file, steps(given.progress) as step:
        scenario = scenario_of(file.read(), given.scenario)
        step("export", 0.0)
        if given.format == "team":
            write_team_sheet(file, scenario.name, given.out)
        else:
            version, _requirement, _forecast = plan_of(file, scenario.name)
            write_long_csv(given.out, file.read(), version)
        step("export", 1.0)
    say(_("Written: {path}").format(path=given.out))
    return DONE

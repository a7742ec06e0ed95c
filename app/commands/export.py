"""`export`: the roster as a file for the team, for HR, for each agent or for an attendance system."""

import argparse
from collections.abc import Callable, Mapping
from pathlib import Path

from app.commands.attendance import attendance_arguments, write_attendance
from app.commands.exporting import (
    named,
    write_agent_lines,
    write_calendar_folder,
    write_hr_book,
    write_long_list,
    write_pages,
    write_picture_folder,
    write_team_sheet,
)
from app.commands.learned_look import write_in_own_look
from app.commands.output import DONE, say
from app.commands.progress import progress_argument, steps
from app.commands.project_options import project_options, scenario_of
from app.project.attendance_names import AttendanceSystem
from app.project.file import ProjectFile
from app.wording import words
from forecasts.findings import Finding, InputError

_ = words("commands")

Writer = Callable[[ProjectFile, str, Path], None]
WRITERS: Mapping[str, Writer] = {
    "team": write_team_sheet,
    "csv": write_long_list,
    "hr": write_hr_book,
    "pdf": write_pages,
    "png": write_picture_folder,
    "ics": write_calendar_folder,
    "text": write_agent_lines,
}
OWN = "own"
"""The team's own workbook as the look."""
SYSTEMS = tuple(system.value for system in AttendanceSystem)
FORMATS = (*WRITERS, OWN, *SYSTEMS)
ENDINGS = {"team": ".xlsx", "hr": ".xlsx", OWN: ".xlsx", AttendanceSystem.DINGTALK.value: ".xlsx", "pdf": ".pdf"}


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    project_options(parser)
    parser.add_argument("--format", choices=FORMATS, default="team", help=_("what to write (default team)"))
    parser.add_argument("--wages", action="store_true", help=_("hourly cost and planned pay too (format hr only)"))
    parser.add_argument(
        "--gb18030", action="store_true", help=_("for an old Excel: GB18030, not UTF-8 (format csv only)")
    )
    attendance_arguments(parser)
    parser.add_argument(
        "--out", type=Path, required=True, help=_("file to write; a folder for the formats ics and png")
    )
    progress_argument(parser)


def run(given: argparse.Namespace) -> int:
    """Write the file. Raises InputError CM10 for wages where none may stand, or an encoding that the format lacks, CM14
    for a name that does not fit the format.
    """
    if given.wages and given.format != "hr":
        raise InputError([Finding("CM10", value=given.format)])
    if given.gb18030 and given.format != "csv":
        raise InputError([Finding("CM10", value=given.format, facts={"variant": "gb18030"})])
    if given.format in ENDINGS:
        named(given.out, ENDINGS[given.format])
    with ProjectFile.open(given.project) as file, steps(given.progress) as step:
        scenario = scenario_of(file.read(), given.scenario)
        step("export", 0.0)
        if given.wages:
            write_hr_book(file, scenario.name, given.out, with_wages=True)
        elif given.gb18030:
            write_long_list(file, scenario.name, given.out, gb18030=True)
        elif given.format == OWN:
            write_in_own_look(file, scenario.name, given.out, given.template)
        elif given.format in SYSTEMS:
            write_attendance(file, scenario.name, AttendanceSystem(given.format), given)
        else:
            WRITERS[given.format](file, scenario.name, given.out)
        step("export", 1.0)
    say(_("Written: {path}").format(path=given.out))
    return DONE

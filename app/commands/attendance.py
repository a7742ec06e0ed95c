"""The roster for attendance systems: options, names to keep, template or request bodies."""

import argparse
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from app.commands.exporting import plan_of
from app.commands.output import say, show_findings
from app.project.attendance_names import AttendanceName, AttendanceSystem, NamedThing, with_names
from app.project.file import ProjectFile
from app.project.project import Project
from app.wording import words
from app.wording.names import listed
from app.workbook.attendance.filling import write_filled_template
from app.workbook.attendance.planned_days import DAY_OFF, REST, shifts_to_create
from app.workbook.attendance.request_bodies import BODIES, write_request_bodies
from app.workbook.team_plan import TeamPlan
from forecasts.findings import Finding, InputError

_ = words("commands")


def attendance_arguments(parser: argparse.ArgumentParser) -> None:
    """`--template`, `--map` and `--group`."""
    parser.add_argument(
        "--template",
        type=Path,
        help=_("template exported from the attendance system (.xlsx), or the team's own roster workbook (format own)"),
    )
    parser.add_argument(
        "--map", action="append", default=[], metavar=_("OURS=THEIRS"),
        help=_("what the attendance system calls a shift or an agent; kept in the project"),
    )  # fmt: skip
    parser.add_argument("--group", default="", help=_("id of the attendance group; kept in the project"))


def write_attendance(file: ProjectFile, scenario: str, system: AttendanceSystem, given: argparse.Namespace) -> None:
    """Fill the template, or without one write request bodies, and say what is left to do by hand.

    Raises InputError CM11 for a system that has no request bodies and no template was given.
    """
    _keep_names(file, system, given)
    version, requirement, _forecast = plan_of(file, scenario)
    project = file.read()
    if given.template is not None:
        found = write_filled_template(given.out, given.template, system, project, version, requirement)
        show_findings(found)
        plan = TeamPlan(project, version, requirement, None, version.created)
        _tell_check_list(plan, system)
    elif system in BODIES:
        write_request_bodies(given.out, system, project, version, requirement)
    else:
        raise InputError([Finding("CM11")])


def _tell_check_list(plan: TeamPlan, system: AttendanceSystem) -> None:
    shifts = listed(shifts_to_create(plan, system))
    say(_("These shifts must exist in the attendance group with these times: {shifts}.").format(shifts=shifts))
    say(_("Import the file there, look at it and press Save, or the roster is lost."))


def _keep_names(file: ProjectFile, system: AttendanceSystem, given: argparse.Namespace) -> None:
    """Store the names given. Raises InputError CM13 for one without =, CM12 for one that the project does not know."""
    project = file.read()
    new = [*_mapped(project, system, given.map)]
    if given.group:
        new.append(AttendanceName(system, NamedThing.GROUP, "", given.group))
    if new:
        kept = with_names(project.attendance_names, new)
        file.change(f"names in {system.value}", replace(project, attendance_names=kept))


def _mapped(project: Project, system: AttendanceSystem, given: list[str]) -> Iterator[AttendanceName]:
    for text in given:
        ours, sign, theirs = (part.strip() for part in text.partition("="))
        if not (ours and sign and theirs):
            raise InputError([Finding("CM13", value=text)])
        thing, known = _known(project, ours)
        yield AttendanceName(system, thing, known, theirs)


def _known(project: Project, ours: str) -> tuple[NamedThing, str]:
    """The shift or agent of an id, code or name."""
    if ours == REST:
        return NamedThing.SHIFT, DAY_OFF
    for shift_id, shift in project.shifts.items():
        if ours in {shift_id, shift.code, shift.name}:
            return NamedThing.SHIFT, shift_id
    agents = [agent.id for agent in project.team if ours in {agent.id, agent.name}]
    if len(agents) != 1:
        raise InputError([Finding("CM12", value=ours)])
    return NamedThing.AGENT, agents[0]

"""The template that the team exported from its attendance system, with the roster's shifts filled in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from app.files.containers.kind import Kind, kind_of
from app.files.containers.sheet_parts import part_names
from app.files.containers.workbook import workbook_grids
from app.files.grid import Grid
from app.project.attendance_names import AttendanceSystem
from app.project.project import Project
from app.project.version import PlanVersion
from app.workbook.attendance.allowed_names import allowed_names
from app.workbook.attendance.matching import Matched, match_people
from app.workbook.attendance.planned_days import planned_days, shift_names
from app.workbook.attendance.sheet_patch import HoldsFormulaError, patched
from app.workbook.attendance.template import Template, find_template
from app.workbook.formulas import Cell
from app.workbook.replacing import replacing
from app.workbook.team_plan import TeamPlan
from forecasts.findings import Finding, InputError, Level, Place, refuse_if_any
from scheduler.staffing.requirement import Requirement

FEW = 12
"""Names told one by one."""


@dataclass(frozen=True, slots=True)
class Filled:
    """The filled workbook, and what the lead should know of it."""

    content: bytes
    findings: tuple[Finding, ...]


def write_filled_template(
    path: Path,
    template: Path,
    system: AttendanceSystem,
    project: Project,
    version: PlanVersion,
    requirement: Requirement,
) -> tuple[Finding, ...]:
    """Fill a copy of the template; only cells of the roster's people and days change. Returns what to know of it.

    Raises InputError: WB10 … WB16 where template and roster do not match, WB17 to overwrite the template itself,
    IE01, IE02, IE19 for a file that cannot be read, WB01 and WB02 for one that cannot be written.
    """
    path, template = Path(path), Path(template)
    if path.resolve() == template.resolve():
        raise InputError([Finding("WB17", place=Place(file=path.name))])
    plan = TeamPlan(project, version, requirement, None, datetime.now())
    filled = fill(_content(template), template.name, system, plan)
    with replacing(path) as draft:
        draft.write_bytes(filled.content)
    return filled.findings


def _content(template: Path) -> bytes:
    try:
        return template.read_bytes()
    except OSError as error:
        raise InputError([Finding("WB16", place=Place(file=template.name))]) from error


def fill(content: bytes, file: str, system: AttendanceSystem, plan: TeamPlan) -> Filled:
    """The workbook's bytes with the roster in them. Raises InputError like `write_filled_template`."""
    if kind_of(content) is not Kind.XLSX:
        raise InputError([Finding("WB16", place=Place(file=file))])
    grids = workbook_grids(content, file, zipped=True)
    if not grids:
        raise InputError([Finding("WB10", place=Place(file=file), facts=_horizon_facts(plan))])
    template = find_template(grids, plan.horizon)
    matched = match_people(plan, system, template.people)
    names = shift_names(plan, system)
    with ZipFile(BytesIO(content)) as archive:
        part = dict(part_names(archive))[template.grid.sheet]
        xml = archive.read(part)
    cells = _cells(plan, template, matched, names)
    refuse_if_any([*_of_people(file, matched), *_of_shifts(file, xml, cells, grids, template.grid)])
    try:
        return Filled(_with_part(content, part, patched(xml, cells)), _to_know(plan, file, template, matched))
    except HoldsFormulaError as error:
        place = Place(file=file, sheet=template.grid.sheet)
        raise InputError([Finding("WB15", place=place, value=str(error.args[0]))]) from error


def _cells(plan: TeamPlan, template: Template, matched: Matched, names: Mapping[str, str]) -> dict[Cell, str]:
    return {
        (matched.rows[planned.agent], template.days[planned.day]): names[planned.shift]
        for planned in planned_days(plan)
        if planned.day in template.days and planned.agent in matched.rows
    }


def _of_people(file: str, matched: Matched) -> list[Finding]:
    found = [("WB12", matched.missing), ("WB13", matched.several)]
    return [Finding(code, place=Place(file=file), facts=_listed(people)) for code, people in found if people]


def _of_shifts(file: str, xml: bytes, cells: Mapping[Cell, str], grids: Sequence[Grid], grid: Grid) -> list[Finding]:
    """Shift names that the template's own list does not offer."""
    if not cells:
        return []
    offered = allowed_names(xml, min(cells), grids, grid.sheet)
    unknown = [name for name in dict.fromkeys(cells.values()) if name not in offered] if offered else []
    facts = _listed(unknown) | {"offered": tuple(sorted(offered))}
    return [Finding("WB14", place=Place(file=file), facts=facts)] if unknown else []


def _to_know(plan: TeamPlan, file: str, template: Template, matched: Matched) -> tuple[Finding, ...]:
    """People and days left out, days of absence left as they were."""
    days = [f"{plan.horizon.day(day):%m-%d}" for day in range(plan.horizon.days) if day not in template.days]
    away = sum(len(row.absent - row.shifts.keys()) for row in plan.rows)
    facts: dict[str, dict[str, object]] = {
        "WB20": _listed(matched.strangers),
        "WB21": _listed(days),
        "WB22": {"count": away},
    }
    return tuple(
        Finding(code, Level.NOTICE, Place(file=file), facts=its) for code, its in facts.items() if its["count"]
    )


def _listed(names: Sequence[str]) -> dict[str, object]:
    return {"names": (*names[:FEW], *(["…"] if len(names) > FEW else [])), "count": len(names)}


def _horizon_facts(plan: TeamPlan) -> dict[str, object]:
    return {"first": plan.horizon.first_day, "last": plan.horizon.day(plan.horizon.days - 1)}


def _with_part(content: bytes, part: str, xml: bytes) -> bytes:
    """The same archive with one part replaced."""
    written = BytesIO()
    with ZipFile(BytesIO(content)) as old, ZipFile(written, "w") as new:
        for info in old.infolist():
            new.writestr(info, xml if info.filename == part else old.read(info), compress_type=info.compress_type)
    return written.getvalue()

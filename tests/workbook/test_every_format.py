"""What holds for everything that leaves the program: no wages, ids or leave kinds where they do not belong, nothing
that begins with = + - @ becomes a formula, and a file is replaced whole or not at all.
"""

import csv
import re
import unicodedata
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from app.project.attendance_names import AttendanceName, AttendanceSystem, NamedThing
from app.project.project import Project
from app.project.version import PlanVersion, VersionState
from app.workbook.agent_texts import write_agent_texts
from app.workbook.attendance.filling import write_filled_template
from app.workbook.attendance.request_bodies import write_request_bodies
from app.workbook.calendar_ics import write_calendars
from app.workbook.drawing import font
from app.workbook.hr_workbook import write_hr_workbook
from app.workbook.long_csv import write_long_csv
from app.workbook.pictures import write_roster_pictures
from app.workbook.roster_pdf import write_roster_pdf
from app.workbook.team_workbook import write_team_workbook
from forecasts.findings import InputError
from tests.workbook.attendance_templates import dingtalk
from tests.workbook.small_plan import (
    EXPORTED,
    SHIFTS,
    TEAM,
    small_forecast,
    small_project,
    small_requirement,
    small_version,
)

SIGNS = ("=", "+", "-", "@")
EVIL = tuple(f"{sign}HYPERLINK(A1)" for sign in SIGNS)
WAGES, IDS, KINDS = ("31.25", "20.125", "31.2", "1234.5"), tuple(agent.id for agent in TEAM), ("病", "sick")
needs_font = pytest.mark.skipif(font._known_family() is None, reason="this machine has no Chinese font")

Write = Callable[[Path, Project, PlanVersion], object]
REQUIREMENT = small_requirement()
TOLD = replace(small_version(state=VersionState.PUBLISHED), number=2)


def filled(path: Path, project: Project, version: PlanVersion) -> None:
    people = tuple((agent.name, agent.id) for agent in project.team)
    template = dingtalk(path.parent / "from_system" / "template.xlsx", people, offered=())
    write_filled_template(path, template, AttendanceSystem.DINGTALK, project, version, REQUIREMENT)


FORMATS: dict[str, Write] = {
    "team.xlsx": lambda at, of, v: write_team_workbook(at, of, v, REQUIREMENT, small_forecast(), EXPORTED, TOLD),
    "hr.xlsx": lambda at, of, v: write_hr_workbook(at, of, v, REQUIREMENT, False, EXPORTED, TOLD),
    "long.csv": write_long_csv,
    "texts.txt": lambda at, of, v: write_agent_texts(at, of, v, REQUIREMENT, EXPORTED, TOLD),
    "pages.pdf": lambda at, of, v: write_roster_pdf(at, of, v, REQUIREMENT, EXPORTED),
    "filled.xlsx": filled,
    "wecom.json": lambda at, of, v: write_request_bodies(at, AttendanceSystem.WECOM, of, v, REQUIREMENT),
    "feishu.json": lambda at, of, v: write_request_bodies(at, AttendanceSystem.FEISHU, of, v, REQUIREMENT),
    "calendars": lambda at, of, v: write_calendars(at, of, v, REQUIREMENT, [v], EXPORTED),
}
"""Every format but pictures, which hold no text; names end as the files do."""
OF_THE_TEAM = ("team.xlsx", "texts.txt", "pages.pdf", "calendars")
ATTENDANCE = ("long.csv", "filled.xlsx", "wecom.json", "feishu.json")
formats = pytest.mark.parametrize(
    "format_", [pytest.param(name, marks=needs_font if name == "pages.pdf" else ()) for name in FORMATS]
)


def project(names: tuple[str, ...] = ()) -> Project:
    """The small project, known to the attendance systems; agents and shifts bear other names where given."""
    ids = tuple(
        AttendanceName(system, NamedThing.SHIFT, shift, str(7 + number))
        for system in (AttendanceSystem.WECOM, AttendanceSystem.FEISHU)
        for number, shift in enumerate(SHIFTS)
    )
    groups = tuple(AttendanceName(system, NamedThing.GROUP, "", "5") for system in AttendanceSystem)
    of = replace(small_project(), attendance_names=ids + groups)
    if not names:
        return of
    team = tuple(replace(agent, name=name, group=name) for agent, name in zip(of.team, names, strict=True))
    shifts = {
        key: replace(s, name=name, code=name[:2]) for (key, s), name in zip(of.shifts.items(), names, strict=False)
    }
    return replace(of, name=names[0], team=team, shifts=shifts, promotions=())


def version(of: Project) -> PlanVersion:
    made = small_version()
    return replace(made, problem=replace(made.problem, shifts=of.shifts))


def written(folder: Path, format_: str, of: Project) -> Path:
    (folder / "from_system").mkdir(exist_ok=True)
    FORMATS[format_](folder / format_, of, version(of))
    return folder / format_


def text_of(path: Path) -> str:
    """Every text in a file, or in the files of a folder."""
    if path.is_dir():
        return "".join(f"{file.name}\n{file.read_text(encoding='utf-8')}" for file in path.iterdir())
    if path.suffix == ".xlsx":
        with zipfile.ZipFile(path) as parts:
            return "".join(parts.read(name).decode("utf-8") for name in parts.namelist())
    if path.suffix == ".pdf":
        reader = PdfReader(path)
        pages = "".join(page.extract_text() for page in reader.pages)
        return unicodedata.normalize("NFKC", pages) + str(reader.metadata)
    return path.read_text(encoding="utf-8-sig")


@pytest.mark.parametrize("format_", OF_THE_TEAM)
def test_what_the_team_gets_holds_no_wage_staff_id_or_kind_of_leave(format_: str, tmp_path: Path) -> None:
    text = text_of(written(tmp_path, format_, project()))
    assert "客服01" in text
    assert [secret for secret in (*WAGES, *KINDS) if secret in text] == []
    assert [number for number in IDS if re.search(rf"(?<!\d){number}(?!\d)", text)] == []


@pytest.mark.parametrize("format_", ATTENDANCE)
def test_what_attendance_systems_get_holds_no_wage_or_kind_of_leave(format_: str, tmp_path: Path) -> None:
    text = text_of(written(tmp_path, format_, project()))
    assert [secret for secret in (*WAGES, *KINDS) if secret in text] == []


def test_what_hr_gets_holds_no_wage_unless_asked(tmp_path: Path) -> None:
    text = text_of(written(tmp_path, "hr.xlsx", project()))
    assert [secret for secret in (*WAGES, *KINDS) if secret in text] == []
    assert "00101" in text


@pytest.mark.parametrize("format_", [name for name in FORMATS if name.endswith(".xlsx")])
def test_no_cell_made_from_data_is_a_formula(format_: str, tmp_path: Path) -> None:
    book = load_workbook(written(tmp_path, format_, project(EVIL)))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    shown = {cell.value for cell in cells if cell.value in EVIL}
    assert shown == set(EVIL)
    formulas = [str(cell.value) for cell in cells if cell.data_type == "f"]
    outside_texts = [re.sub('"[^"]*"', "", formula) for formula in formulas]
    assert not any("HYPERLINK" in formula for formula in outside_texts)
    assert not any(cell.hyperlink for cell in cells)


def test_no_field_of_the_long_list_begins_with_a_sign_that_makes_a_formula(tmp_path: Path) -> None:
    with written(tmp_path, "long.csv", project(EVIL)).open(encoding="utf-8-sig", newline="") as file:
        fields = [field for row in csv.reader(file) for field in row]
    assert f"'{EVIL[0]}" in fields
    assert not any(field.startswith(SIGNS) for field in fields)


@formats
def test_a_file_open_elsewhere_stays_whole_and_nothing_is_left_beside_it(
    format_: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    of = project()
    path = written(tmp_path, format_, of)
    before, beside = text_of(path), {file.name for file in tmp_path.rglob("*")}

    def is_open(_self: Path, _target: Path) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "replace", is_open)
    other = replace(of, name="别的店", team=tuple(reversed(of.team)), promotions=())
    with pytest.raises(InputError) as refused:
        FORMATS[format_](path, other, version(other))
    assert [finding.code for finding in refused.value.findings] == ["WB01"]
    assert text_of(path) == before
    assert {file.name for file in tmp_path.rglob("*")} == beside


@needs_font
def test_pictures_are_replaced_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (path,) = write_roster_pictures(tmp_path, project(), small_version(), REQUIREMENT, EXPORTED)
    before = path.read_bytes()

    def is_open(_self: Path, _target: Path) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "replace", is_open)
    with pytest.raises(InputError):
        write_roster_pictures(tmp_path, project(EVIL), version(project(EVIL)), REQUIREMENT, EXPORTED)
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]

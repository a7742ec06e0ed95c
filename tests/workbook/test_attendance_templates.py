import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from app.project.attendance_names import AttendanceName, AttendanceSystem, NamedThing
from app.project.project import Project
from app.wording.findings import sentence
from app.workbook.attendance.filling import write_filled_template
from forecasts.findings import Finding, InputError
from forecasts.horizon import Horizon
from tests.there import there
from tests.workbook.attendance_templates import PEOPLE, dingtalk, wecom
from tests.workbook.small_plan import SHIFTS, TEAM, small_project, small_requirement, small_version

DINGTALK, WECOM = AttendanceSystem.DINGTALK, AttendanceSystem.WECOM
EXPECTED = {
    "客服01": ["早班", "早班", "晚班", "休息"],
    "=1+1": ["休息", "晚班", "晚班", "休息"],
    "客服03": ["早班", None, "早班", "早班"],
    "客服04": ["休息", "休息", "兼职晚", "兼职晚"],
}
"""From the small plan; None is a day of leave, which stays as it was."""


def fill(template: Path, project: Project | None = None, system: AttendanceSystem = DINGTALK) -> tuple[Finding, ...]:
    project = project or small_project()
    return write_filled_template(
        template.with_name("filled.xlsx"), template, system, project, small_version(), small_requirement()
    )


def cells(path: Path, first_row: int, first_column: int) -> dict[str, list[object]]:
    sheet = load_workbook(path).worksheets[0]
    rows = range(first_row, first_row + len(PEOPLE))
    return {
        str(sheet.cell(row, 1).value): [sheet.cell(row, first_column + day).value for day in range(4)] for row in rows
    }


def refused(template: Path, project: Project | None = None, system: AttendanceSystem = DINGTALK) -> list[Finding]:
    with pytest.raises(InputError) as error:
        fill(template, project, system)
    assert not template.with_name("filled.xlsx").exists()
    return list(error.value.findings)


def test_every_agent_and_day_gets_the_name_of_the_shift(tmp_path: Path) -> None:
    fill(dingtalk(tmp_path / "钉钉.xlsx"))
    found = cells(tmp_path / "filled.xlsx", 3, 5)
    assert found == EXPECTED | {"客服03": ["早班", "休息", "早班", "早班"]}


def test_bare_day_numbers_belong_to_the_month_of_the_title(tmp_path: Path) -> None:
    fill(wecom(tmp_path / "企业微信.xlsx"), system=WECOM)
    assert cells(tmp_path / "filled.xlsx", 4, 2 + 8) == EXPECTED


def test_nothing_else_in_the_template_is_touched(tmp_path: Path) -> None:
    template = dingtalk(tmp_path / "钉钉.xlsx")
    fill(template)
    with zipfile.ZipFile(template) as old, zipfile.ZipFile(tmp_path / "filled.xlsx") as new:
        assert old.namelist() == new.namelist()
        changed = [name for name in old.namelist() if old.read(name) != new.read(name)]
    assert changed == ["xl/worksheets/sheet1.xml"]
    before, after = load_workbook(template).worksheets[0], load_workbook(tmp_path / "filled.xlsx").worksheets[0]
    for row in before.iter_rows():
        for cell in row:
            other = after[cell.coordinate]
            assert other.fill.fgColor.rgb == cell.fill.fgColor.rgb
            if not (3 <= there(cell.row) <= 6 and 5 <= there(cell.column) <= 8):
                assert other.value == cell.value
    stored = load_workbook(tmp_path / "filled.xlsx", data_only=True)["说明"]
    assert stored["A1"].value == 28


def test_a_name_that_looks_like_a_formula_stays_text(tmp_path: Path) -> None:
    shifts = SHIFTS | {"E": replace(SHIFTS["E"], name="=cmd|' /C calc'!A0")}
    fill(dingtalk(tmp_path / "a.xlsx", offered=()), replace(small_project(), shifts=shifts))
    names = [AttendanceName(DINGTALK, NamedThing.SHIFT, "E", "=HYPERLINK(1)")]
    fill(dingtalk(tmp_path / "a.xlsx", offered=()), replace(small_project(), attendance_names=tuple(names)))
    cell = load_workbook(tmp_path / "filled.xlsx").worksheets[0]["E3"]
    assert (cell.value, cell.data_type) == ("=HYPERLINK(1)", "s")


def test_people_the_template_lacks_refuse_it_by_name(tmp_path: Path) -> None:
    (finding,) = refused(dingtalk(tmp_path / "a.xlsx", PEOPLE[:2]))
    assert finding.code == "WB12"
    assert "客服04、客服03" in sentence(finding)


def test_a_name_written_otherwise_is_matched_by_staff_id(tmp_path: Path) -> None:
    people = (("小美", "00101"), *PEOPLE[1:])
    fill(dingtalk(tmp_path / "a.xlsx", people))
    assert cells(tmp_path / "filled.xlsx", 3, 5)["小美"] == EXPECTED["客服01"]


def test_a_name_kept_for_the_system_is_matched(tmp_path: Path) -> None:
    names = (AttendanceName(DINGTALK, NamedThing.AGENT, "00101", "小美"),)
    project = replace(small_project(), attendance_names=names)
    fill(dingtalk(tmp_path / "a.xlsx", (("小美", ""), *PEOPLE[1:])), project)
    assert cells(tmp_path / "filled.xlsx", 3, 5)["小美"] == EXPECTED["客服01"]


def test_two_rows_for_one_agent_are_refused(tmp_path: Path) -> None:
    (finding,) = refused(dingtalk(tmp_path / "a.xlsx", (*PEOPLE, PEOPLE[0])))
    assert finding.code == "WB13"
    assert "客服01" in sentence(finding)


def test_two_agents_of_one_name_are_told_apart_by_staff_id_only(tmp_path: Path) -> None:
    team = (TEAM[0], replace(TEAM[1], name="客服01"), *TEAM[2:])
    people = (("客服01", "00101"), ("客服01", "00102"), *PEOPLE[2:])
    fill(dingtalk(tmp_path / "a.xlsx", people), replace(small_project(), team=team))
    nameless = tuple((name, "") for name, _id in people)
    (tmp_path / "filled.xlsx").unlink()
    findings = refused(dingtalk(tmp_path / "b.xlsx", nameless), replace(small_project(), team=team))
    assert [finding.code for finding in findings] == ["WB12"]


def test_a_shift_the_template_does_not_offer_is_refused_with_what_it_offers(tmp_path: Path) -> None:
    (finding,) = refused(dingtalk(tmp_path / "a.xlsx", offered=("早班", "休息")))
    assert finding.code == "WB14"
    assert "晚班、兼职晚" in sentence(finding)
    assert "休息、早班" in sentence(finding)


def test_a_shift_of_another_name_in_the_system_is_written_by_that_name(tmp_path: Path) -> None:
    names = (
        AttendanceName(DINGTALK, NamedThing.SHIFT, "E", "白班"),
        AttendanceName(DINGTALK, NamedThing.SHIFT, "", "OFF"),
    )
    project = replace(small_project(), attendance_names=names)
    fill(dingtalk(tmp_path / "a.xlsx", offered=("白班", "晚班", "兼职晚", "OFF")), project)
    assert cells(tmp_path / "filled.xlsx", 3, 5)["客服01"] == ["白班", "白班", "晚班", "OFF"]


def test_people_and_days_left_out_are_told(tmp_path: Path) -> None:
    template = dingtalk(tmp_path / "a.xlsx", (*PEOPLE, ("财务小王", "900")), days=3)
    told = {finding.code: sentence(finding) for finding in fill(template)}
    assert set(told) == {"WB20", "WB21", "WB22"}
    assert "财务小王" in told["WB20"]
    assert "11-12" in told["WB21"]


def test_a_template_for_other_days_is_refused(tmp_path: Path) -> None:
    later = small_project(Horizon(date(2027, 3, 1), 4, 60))
    version = small_version(later.horizon)
    with pytest.raises(InputError) as error:
        write_filled_template(
            tmp_path / "out.xlsx", dingtalk(tmp_path / "a.xlsx"), DINGTALK, later, version, small_requirement()
        )
    assert [finding.code for finding in error.value.findings] == ["WB10"]
    assert "2027-03-01" in sentence(error.value.findings[0])


def test_a_template_without_a_column_of_people_is_refused(tmp_path: Path) -> None:
    template = wecom(tmp_path / "a.xlsx")
    book = load_workbook(template)
    book.worksheets[0]["A2"].value = "?"
    book.save(template)
    assert [finding.code for finding in refused(template)] == ["WB11"]


def test_a_formula_in_a_cell_to_fill_is_refused(tmp_path: Path) -> None:
    template = wecom(tmp_path / "a.xlsx")
    book = load_workbook(template)
    book.worksheets[0]["J4"].value = "=A1"
    book.save(template)
    (finding,) = refused(template)
    assert (finding.code, finding.value) == ("WB15", "J4")


@pytest.mark.parametrize("content", [b"", b"\xd0\xcf\x11\xe0 old", b"a,b\r\n", b"PK\x03\x04 broken"])
def test_a_file_that_is_no_workbook_is_refused(tmp_path: Path, content: bytes) -> None:
    template = tmp_path / "a.xlsx"
    template.write_bytes(content)
    assert [finding.code for finding in refused(template)] in (["WB16"], ["IE01"])


def test_the_template_itself_is_never_overwritten(tmp_path: Path) -> None:
    template = dingtalk(tmp_path / "filled.xlsx")
    before = template.read_bytes()
    with pytest.raises(InputError) as error:
        fill(template)
    assert [finding.code for finding in error.value.findings] == ["WB17"]
    assert template.read_bytes() == before

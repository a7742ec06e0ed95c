"""A roster written back into the team's own workbook."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from openpyxl.cell.cell import Cell

from app.files.accepting import accept
from app.files.choices import ImportChoices
from app.files.reading import read_files
from app.project.file import ProjectFile
from app.project.project import Project
from app.project.version import PlanVersion, VersionState
from app.workbook.learned_workbook import write_learned_workbook
from forecasts.findings import InputError
from forecasts.horizon import Horizon
from scheduler.past_roster import days_by_agent
from scheduler.planning import roster_problem
from scheduler.roster import Assignment, Roster
from scheduler.solution import Outcome, Solution
from scheduler.team import TeamAgent
from tests.files.file_samples import SHIFTS, write
from tests.files.team_sheet_sample import write_team_sheet
from tests.there import there
from tests.workbook.formula_reader import calculator


@pytest.fixture
def template(tmp_path: Path) -> Path:
    return write_team_sheet(tmp_path / "客服排班表.xlsx")


@pytest.fixture
def project(tmp_path: Path, template: Path) -> Iterator[Project]:
    with ProjectFile.create(tmp_path / "a.peakroster", Project("空", Horizon(date(2026, 9, 1), 30, 30))) as file:
        accept(read_files([write(tmp_path, "shifts.csv", SHIFTS)]), file)
        accept(read_files([template], ImportChoices.of(file.read())), file)
        yield file.read()


def version(project: Project, first: date, days: int, cells: list[Assignment]) -> PlanVersion:
    horizon = Horizon(first, days, 30)
    problem = roster_problem("", horizon, project.team, project.shifts, project.rulebook, {})
    solution = Solution(Outcome.FEASIBLE, Roster.of(cells), 0.0, 0.0, 0.0, 1)
    return PlanVersion("基准", 1, VersionState.DRAFT, datetime(2026, 8, 25), "", problem, solution)


def early_but_every_fifth_day(project: Project, first: date, days: int) -> PlanVersion:
    cells = [Assignment(agent.id, day, "早") for agent in project.team for day in range(days) if day % 5]
    return version(project, first, days, cells)


def as_imported(project: Project) -> PlanVersion:
    past = days_by_agent(project.past)
    cells = [
        Assignment(agent, day.day - 1, shift)
        for agent, days in past.items()
        for day, shift in days.items()
        if shift in project.shifts
    ]
    return version(project, date(2026, 8, 1), 31, cells)


def look_of(cell: Cell) -> tuple[object, ...]:
    colour = cell.font.color.rgb if cell.font.color else None
    note = cell.comment.text if cell.comment else None
    return cell.value, cell.fill.fgColor.rgb, colour, cell.font.name, cell.number_format, cell.border.left.style, note


@pytest.mark.parametrize("results", [False, True])
def test_the_same_roster_written_back_gives_the_same_workbook(
    project: Project, template: Path, tmp_path: Path, results: bool
) -> None:
    out = tmp_path / "out.xlsx"
    assert write_learned_workbook(out, template, project, as_imported(project)) == ()
    before, after = (load_workbook(path, data_only=results) for path in (template, out))
    assert after.sheetnames == before.sheetnames
    for sheet in before:
        other = after[sheet.title]
        cells = {cell.coordinate: look_of(cell) for row in sheet.iter_rows() for cell in row if isinstance(cell, Cell)}
        assert {place: look_of(other[place]) for place in cells} == cells
        assert other.merged_cells.ranges == sheet.merged_cells.ranges
        assert {k: d.width for k, d in other.column_dimensions.items()} == {
            k: d.width for k, d in sheet.column_dimensions.items()
        }
        kept = ("freeze_panes", "print_title_rows", "dimensions")
        assert [getattr(other, name) for name in kept] == [getattr(sheet, name) for name in kept]
        assert other.page_setup.paperSize == sheet.page_setup.paperSize


@pytest.mark.parametrize(("first", "days"), [(date(2026, 9, 1), 30), (date(2027, 2, 1), 28), (date(2026, 10, 1), 31)])
def test_another_month_has_its_own_days_and_every_formula_its_value(
    project: Project, template: Path, tmp_path: Path, first: date, days: int
) -> None:
    out = tmp_path / "out.xlsx"
    write_learned_workbook(out, template, project, early_but_every_fifth_day(project, first, days))
    name = f"{first.year}年{first.month}月"
    formulas, stored = load_workbook(out), load_workbook(out, data_only=True)
    assert formulas.sheetnames == ["2026年8月", "通讯录", name]
    sheet = formulas[name]
    assert sheet["A1"].value == f"{name}客服排班表"
    assert [cell.value for cell in sheet[2]][2 : days + 3] == [*range(1, days + 1), "剩余"]
    assert sheet["C3"].value == "一二三四五六日"[first.weekday()]
    assert sheet["B18"].value == days
    value = calculator(formulas)
    places = [
        (one.title, c.coordinate) for one in formulas for row in one.iter_rows() for c in row if c.data_type == "f"
    ]
    assert len(places) > 300
    assert {at: stored[at[0]][at[1]].value for at in places} == {at: value(*at) for at in places}


def test_red_weekends_go_on_in_turn_and_days_off_are_truly_empty(
    project: Project, template: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out.xlsx"
    write_learned_workbook(out, template, project, early_but_every_fifth_day(project, date(2026, 9, 1), 30))
    sheet = load_workbook(out)["2026年9月"]
    red = [there(cell.column) - 2 for cell in sheet[3] if cell.font.color and cell.font.color.rgb == "FFFF0000"]
    assert red == [6, 12, 13, 20, 26, 27]
    assert [sheet.cell(4, 3 + day).value for day in range(6)] == [None, "早", "早", "早", "早", None]
    assert {cell.fill.fgColor.rgb for cell in sheet[4][2:32]} == {"00000000"}
    assert sheet["F4"].comment is None


def test_balances_are_carried_on_by_the_days_off_owed_and_taken(
    project: Project, template: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out.xlsx"
    cells = [Assignment("客服01", day, "早") for day in range(28)]
    write_learned_workbook(out, template, project, version(project, date(2026, 9, 1), 30, cells))
    sheet = load_workbook(out)["2026年9月"]
    assert sheet["AG4"].value == "7天4小时"  # 3 days 4 hours, 6 days owed, 2 taken
    assert sheet["AH4"].value == "2天"


def test_a_horizon_inside_a_month_leaves_unknown_days_empty_and_says_so(
    project: Project, template: Path, tmp_path: Path
) -> None:
    plan = early_but_every_fifth_day(project, date(2026, 11, 5), 14)
    (finding,) = write_learned_workbook(tmp_path / "out.xlsx", template, project, plan)
    assert (finding.code, finding.facts) == ("TS07", {"count": 16})


def test_a_new_agent_gets_a_row_in_their_group_and_sums_grow_with_it(
    project: Project, template: Path, tmp_path: Path
) -> None:
    new = TeamAgent("N1", "客服09", "售前", skills=frozenset({"presale"}))
    larger = replace(project, team=(*project.team, new))
    out = tmp_path / "out.xlsx"
    found = write_learned_workbook(out, template, larger, early_but_every_fifth_day(larger, date(2026, 9, 1), 30))
    assert [(f.code, f.facts["names"]) for f in found] == [("TS04", ("客服09",))]
    sheet = load_workbook(out)["2026年9月"]
    stored = load_workbook(out, data_only=True)["2026年9月"]
    assert [sheet.cell(row, 2).value for row in range(4, 9)] == ["客服01", "客服02", "客服03", "客服09", "客服04"]
    assert sheet["D14"].value == '=COUNTIF(D$4:D$8,"早")'
    assert stored["D14"].value == 5
    assert "A4:A8" in {area.coord for area in sheet.merged_cells.ranges}
    assert sheet["AJ7"].value == '=COUNTIF($C7:$AF7,"早")'


def test_who_is_not_in_the_plan_has_empty_days_and_is_told(project: Project, template: Path, tmp_path: Path) -> None:
    smaller = replace(project, team=project.team[1:])
    found = write_learned_workbook(
        tmp_path / "out.xlsx", template, smaller, early_but_every_fifth_day(smaller, date(2026, 9, 1), 30)
    )
    assert [(f.code, f.facts["rows"]) for f in found] == [("TS05", ("4",))]


def test_the_template_is_never_touched_and_text_boxes_are_told(
    project: Project, template: Path, tmp_path: Path
) -> None:
    with ZipFile(template, "a") as archive:
        archive.writestr("xl/drawings/drawing9.xml", "<xdr:wsDr><xdr:sp macro=''/></xdr:wsDr>")
    before = template.read_bytes()
    found = write_learned_workbook(tmp_path / "out.xlsx", template, project, as_imported(project))
    assert [(f.code, f.facts) for f in found] == [("TS03", {"count": 1})]
    assert template.read_bytes() == before


def test_what_is_no_roster_workbook_lends_no_look(project: Project, template: Path, tmp_path: Path) -> None:
    plan = as_imported(project)
    text = write(tmp_path, "a.xlsx", "日期,咨询量\n2026-10-01,3\n")
    with pytest.raises(InputError) as refused:
        write_learned_workbook(tmp_path / "out.xlsx", text, project, plan)
    assert [f.code for f in refused.value.findings] == ["TS01"]
    other = load_workbook(template)
    del other["2026年8月"]
    other.save(tmp_path / "b.xlsx")
    with pytest.raises(InputError) as refused:
        write_learned_workbook(tmp_path / "out.xlsx", tmp_path / "b.xlsx", project, plan)
    assert [f.code for f in refused.value.findings] == ["TS02"]
    assert not (tmp_path / "out.xlsx").exists()


def test_a_formula_that_cannot_be_calculated_here_stays_and_is_told(
    project: Project, template: Path, tmp_path: Path
) -> None:
    book = load_workbook(template)
    book["通讯录"]["D1"] = '=INDIRECT("A1")'
    book.save(template)
    out = tmp_path / "out.xlsx"
    found = write_learned_workbook(out, template, project, as_imported(project))
    assert [(f.code, f.facts) for f in found] == [("TS06", {"count": 1})]
    assert load_workbook(out)["通讯录"]["D1"].value == '=INDIRECT("A1")'

import re
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from app.project.version import PlanVersion, VersionState
from app.wording import choose_language
from app.workbook.team_workbook import write_team_workbook
from forecasts.day_kinds import DayKind
from forecasts.findings import InputError
from forecasts.horizon import Horizon
from forecasts.outlook import Outlook
from scheduler.alternating_weeks import AlternatingWeeks
from tests.there import there
from tests.workbook.formula_reader import calculator
from tests.workbook.golden import GOLDEN, team_lines
from tests.workbook.small_plan import (
    EXPORTED,
    SHIFTS,
    TEAM,
    renamed,
    small_forecast,
    small_project,
    small_requirement,
    small_version,
)


def written(folder: Path, version: PlanVersion | None = None, horizon: Horizon | None = None) -> Path:
    path = folder / "班表.xlsx"
    project = small_project(horizon) if horizon else small_project()
    version = version or (small_version(horizon) if horizon else small_version())
    requirement = small_requirement(horizon) if horizon else small_requirement()
    write_team_workbook(path, project, version, requirement, None if horizon else small_forecast(), EXPORTED)
    return path


def differences(path: Path) -> list[str]:
    formulas, stored = load_workbook(path), load_workbook(path, data_only=True)
    calculated = calculator(formulas)
    return [
        f"{sheet.title}!{cell.coordinate} {cell.value}"
        for sheet in formulas
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
        and stored[sheet.title][cell.coordinate].value != pytest.approx(calculated(sheet.title, cell.coordinate))
    ]


def number_of_formulas(book: Workbook) -> int:
    return sum(cell.data_type == "f" for sheet in book for row in sheet.iter_rows() for cell in row)


def all_text(path: Path) -> str:
    with zipfile.ZipFile(path) as parts:
        return "".join(parts.read(name).decode("utf-8") for name in parts.namelist())


def test_every_formula_stores_what_calculating_it_gives(tmp_path: Path) -> None:
    path = written(tmp_path)
    assert number_of_formulas(load_workbook(path)) > 400
    assert differences(path) == []


def test_a_stored_value_that_is_wrong_would_be_found(tmp_path: Path) -> None:
    path = written(tmp_path)
    book = load_workbook(path)
    book["工时汇总"]["E4"] = 99
    calculated = calculator(book)
    assert calculated("工时汇总", "F4") == 4 - 99


def test_the_roster_shows_codes_leave_and_truly_empty_days_off(tmp_path: Path) -> None:
    sheet = load_workbook(written(tmp_path))["排班总表"]
    cells = {row[1].value: [cell.value for cell in row[3:7]] for row in sheet.iter_rows(min_row=7, max_row=10)}
    assert cells == {
        "客服01": ["早", "早", "晚", None],
        "=1+1": [None, "晚", "晚", None],
        "客服03": ["早", "假", "早", "早"],
        "客服04": [None, None, "A1", "A1"],
    }


def test_agents_stand_by_group_in_the_order_of_the_team(tmp_path: Path) -> None:
    sheet = load_workbook(written(tmp_path))["排班总表"]
    assert [sheet.cell(row, 1).value for row in range(7, 11)] == ["售前组", "售前组", "售前组", "售后组"]
    assert [sheet.cell(row, 2).value for row in range(7, 11)] == ["客服01", "=1+1", "客服04", "客服03"]


def test_text_from_data_never_becomes_a_formula_or_link(tmp_path: Path) -> None:
    names = ("=A1", "+1", "-1", "http://a.b")
    team = tuple(replace(member, name=name) for member, name in zip(TEAM, names, strict=True))
    path = tmp_path / "a.xlsx"
    write_team_workbook(path, replace(small_project(), team=team), small_version(), small_requirement(), None, EXPORTED)
    sheet = load_workbook(path)["排班总表"]
    assert [(sheet.cell(row, 2).value, sheet.cell(row, 2).data_type) for row in (7, 8)] == [("=A1", "s"), ("+1", "s")]
    assert "<hyperlink" not in all_text(path)


def test_no_wage_staff_id_or_leave_kind_is_anywhere_in_the_file(tmp_path: Path) -> None:
    text = all_text(written(tmp_path))
    assert "客服01" in text
    for secret in (*(member.id for member in TEAM), "病假", "31.25", "20.125", "1234.5", "1200.25", "元", "¥", "￥"):
        assert secret not in text, secret


def test_a_horizon_over_a_months_end_gives_one_roster_sheet_a_month(tmp_path: Path) -> None:
    path = written(tmp_path, horizon=Horizon(date(2026, 11, 29), 4, 60))
    names = [name for name in load_workbook(path).sheetnames if name.startswith("排班总表")]
    assert names == ["排班总表 2026-11", "排班总表 2026-12"]
    assert differences(path) == []


def test_rest_days_are_red_and_say_so(tmp_path: Path) -> None:
    path = written(tmp_path, horizon=Horizon(date(2026, 10, 1), 11, 60))
    sheet = load_workbook(path)["排班总表"]
    heads = [sheet.cell(4, column).value for column in range(4, 15)]
    marks = {head.day: sheet.cell(6, column) for column, head in enumerate(heads, 4) if isinstance(head, date)}
    assert [marks[day].value or "" for day in (1, 3, 9, 10)] == ["节", "节", "", "班"]
    assert marks[1].font.color.rgb == "FFC00000"
    assert sheet.cell(5, 4).font.color.rgb == "FFC00000"
    assert marks[9].font.color.rgb != "FFC00000"


def test_days_decided_by_hand_are_marked_as_decided(tmp_path: Path) -> None:
    horizon = Horizon(date(2026, 11, 9), 7, 60)
    calendar = {date(2026, 11, 11): DayKind.STATUTORY, date(2026, 11, 14): DayKind.MAKEUP_WORK}
    project = replace(small_project(horizon), outlook=Outlook(calendar=calendar))
    path = tmp_path / "a.xlsx"
    write_team_workbook(path, project, small_version(horizon), small_requirement(horizon), None, EXPORTED)
    sheet = load_workbook(path)["排班总表"]
    assert [sheet.cell(6, column).value or "" for column in range(4, 11)] == ["", "", "节", "", "", "班", "休"]


def test_the_saturday_of_a_week_with_one_day_off_is_a_work_day_and_not_red(tmp_path: Path) -> None:
    horizon = Horizon(date(2026, 11, 9), 14, 60)
    project = replace(small_project(horizon), alternating_weeks=AlternatingWeeks(date(2026, 11, 9)))
    path = tmp_path / "a.xlsx"
    write_team_workbook(path, project, small_version(horizon), small_requirement(horizon), None, EXPORTED)
    sheet = load_workbook(path)["排班总表"]
    saturdays, sundays = (9, 16), (10, 17)
    assert [sheet.cell(6, column).value for column in (*saturdays, *sundays)] == ["休", "班", "休", "休"]
    red = [sheet.cell(5, column).font.color.rgb == "FFC00000" for column in (*saturdays, *sundays)]
    assert red == [True, False, True, True]


def test_sheets_print_in_landscape_with_repeated_heads_and_the_version_on_each_page(tmp_path: Path) -> None:
    for sheet in load_workbook(written(tmp_path)):
        assert sheet.page_setup.orientation == "landscape"
        assert there(sheet.sheet_properties.pageSetUpPr).fitToPage
        assert sheet.page_setup.fitToWidth in (None, 1)
        assert "v3 · 草稿" in str(there(sheet.oddHeader).right.text)
        assert "&P" in str(there(sheet.oddFooter).center.text)
        assert "&N" in str(there(sheet.oddFooter).center.text)
    roster = load_workbook(written(tmp_path))["排班总表"]
    assert (roster.freeze_panes, roster.print_title_rows, roster.print_title_cols) == ("D7", "$1:$6", "$A:$B")


def test_a_published_version_says_so_instead_of_draft(tmp_path: Path) -> None:
    text = all_text(written(tmp_path, small_version(state=VersionState.PUBLISHED)))
    assert "v3 · 已发布" in text
    assert "草稿" not in text


def test_a_promotion_whose_name_begins_with_digits_does_not_swell_the_header(tmp_path: Path) -> None:
    project = replace(small_project(), promotions=(), name="618 & 店庆")
    path = tmp_path / "a.xlsx"
    write_team_workbook(path, project, small_version(), small_requirement(), None, EXPORTED)
    assert "&amp;9 618 &amp;&amp; 店庆" in all_text(path)


@pytest.mark.parametrize("codes", [("a", "A", "x"), ("*", "?", "~"), ("=早", ">1", '"'), ("假", "早", "早 ")])
def test_counts_hold_for_codes_that_a_spreadsheet_reads_otherwise(tmp_path: Path, codes: tuple[str, ...]) -> None:
    shifts = {id_: replace(shift, code=code) for (id_, shift), code in zip(SHIFTS.items(), codes, strict=True)}
    assert differences(written(tmp_path, renamed(small_version(), shifts))) == []


def test_skills_whose_names_excel_takes_for_the_same_have_sheets_of_their_own(tmp_path: Path) -> None:
    version = small_version()
    curve = version.problem.requirement["presale"]
    skills = dict.fromkeys(("VIP/A", "VIP:A", "vip-a", "很长的技能名称" * 6), curve)
    prices = dict.fromkeys(skills, version.problem.shortage_costs["presale"])
    problem = replace(version.problem, requirement=skills, shortage_costs=prices)
    path = written(tmp_path, replace(version, problem=problem))
    names = load_workbook(path).sheetnames
    assert sum(name.startswith("每日在岗") for name in names) == 4
    assert all(len(name) <= 31 and not re.search(r"[\[\]:*?/\\]", name) for name in names)
    assert differences(path) == []


def test_shortage_is_marked_in_words_and_colour(tmp_path: Path) -> None:
    stored = load_workbook(written(tmp_path), data_only=True)["每日在岗 · 售前"]
    evening = 5 + 20
    assert stored.cell(evening, 2).value == 2.5
    assert stored.cell(evening, 3).value == 0
    net = stored.cell(evening, 4)
    assert (net.value, net.number_format) == (-2.5, '+0.0;"▼"0.0;0')
    assert net.font.color.rgb == "FFC8401F"


def test_a_requirement_that_has_changed_since_the_version_is_told(tmp_path: Path) -> None:
    requirement = small_requirement()
    doubled = {name: replace(part, requirement=part.requirement * 2) for name, part in requirement}
    path = tmp_path / "a.xlsx"
    write_team_workbook(path, small_project(), small_version(), replace(requirement, skills=doubled), None, EXPORTED)
    assert "此版本之后需求人数已有变化" in all_text(path)
    assert "此版本之后需求人数已有变化" not in all_text(written(tmp_path))


def test_the_english_workbook_has_no_chinese_but_the_teams_own_words(tmp_path: Path) -> None:
    choose_language("en")
    book = load_workbook(written(tmp_path))
    own = "双11 2026|示例店|客服\\d+|售前组|售后组|早班|晚班|兼职晚|早|晚|基准"
    left = {
        f"{sheet.title}!{cell.coordinate} {cell.value}"
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if isinstance(cell.value, str) and re.search("[\u4e00-\u9fff]", re.sub(own, "", cell.value))
    }
    assert left == set()
    assert book.sheetnames[0] == "Roster"


def test_a_version_without_agents_is_refused(tmp_path: Path) -> None:
    version = small_version()
    nobody = replace(version, problem=replace(version.problem, agents={}))
    with pytest.raises(InputError) as refused:
        written(tmp_path, nobody)
    assert [finding.code for finding in refused.value.findings] == ["WB03"]


def test_an_agent_who_has_left_the_team_is_shown_without_their_staff_id(tmp_path: Path) -> None:
    project = replace(small_project(), team=TEAM[1:])
    path = tmp_path / "a.xlsx"
    write_team_workbook(path, project, small_version(), small_requirement(), None, EXPORTED)
    sheet = load_workbook(path)["排班总表"]
    assert sheet["B10"].value == "已不在名单 1"
    assert "00101" not in all_text(path)


def test_every_cell_of_the_small_plan_is_as_it_was() -> None:
    """When the layout changes on purpose, `golden.py` rewrites the expectation; read its difference."""
    assert team_lines() == GOLDEN.read_text(encoding="utf-8").splitlines()

"""Export: look at what each format holds, choose where it goes, write it in a child."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QCheckBox, QFileDialog, QPushButton, QRadioButton, QTabWidget

from app.commands.export import FORMATS
from app.project.project import Project
from app.window.export.page import ExportPage
from app.window.export.saving import file_name, last_folder, remember_folder
from app.window.export.targets import targets
from app.window.frame.main_window import MainWindow
from app.window.frame.message import Mood
from app.window.jobs.job import JobEnd
from app.window.tables.numbers_table import NumbersTable
from tests.window.shown import page_of

TARGETS = {target.format: target for target in targets()}


def choose(window: MainWindow, format_: str) -> None:
    name = next(target for target in targets() if target.format == format_).name
    next(button for button in window.page.findChildren(QRadioButton) if button.text() == name).click()


def table_in(tabs: QTabWidget, number: int) -> NumbersTable:
    table = tabs.widget(number)
    assert isinstance(table, NumbersTable)
    return table


def shown(window: MainWindow) -> tuple[str, list[list[str]]]:
    """Name of the first table of the preview, and its texts."""
    tabs = page_of(window, ExportPage)._sheets
    return tabs.tabText(0), [list(row.cells) for row in table_in(tabs, 0).numbers.rows]


@pytest.fixture
def asked(opened: MainWindow, monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """What the child would be started with; it ends well at once."""
    found: list[list[str]] = []

    def start(_jobs: object, _kind: str, _title: str, arguments: list[str], then: object) -> object:
        found.append(arguments)
        out = Path(arguments[arguments.index("--out") + 1])
        out.write_bytes(b"PK")
        assert callable(then)
        then(JobEnd(0, "", "财务小王的行保持不变。" if "--template" in arguments else "", stopped=False, last=None))
        return object()

    monkeypatch.setattr(opened.jobs.__class__, "start", start)
    opened.go("export")
    return found


@pytest.mark.parametrize("format_", TARGETS)
def test_each_choice_is_a_format_that_the_command_writes(
    opened: MainWindow, asked: list[list[str]], format_: str, tmp_path: Path
) -> None:
    choose(opened, format_)
    page_of(opened, ExportPage).write(tmp_path / "out")
    assert asked[0][asked[0].index("--format") + 1] == format_
    assert format_ in FORMATS


def test_the_preview_follows_the_format(opened: MainWindow) -> None:
    opened.go("export")
    first = {}
    for format_ in TARGETS:
        choose(opened, format_)
        first[format_] = shown(opened)
    assert first["csv"][1][0][1:] == ["客服01", "2026-11-09", "早班"]
    assert first["dingtalk"][1][0] == ["客服01", "2026-11-09", "早班"]
    assert first["text"][1][0][0].startswith("客服01：11月9日 早班")
    assert re.fullmatch(r"客服01_v\d+_草稿.ics", first["ics"][1][0][0])
    assert first["hr"][0] == "2026-11"
    assert first["hr"][1][0][0] == "客服01"
    assert first["pdf"] == first["png"] == first["own"]
    assert first["pdf"][1][0][:2] == ["客服01", "早"]


def test_no_preview_shows_a_wage(opened: MainWindow) -> None:
    view = opened.document.view
    assert view is not None
    wages = {f"{agent.hourly_cost:g}" for agent in view.project.team}
    opened.go("export")
    sheets = page_of(opened, ExportPage)._sheets
    for format_ in TARGETS:
        choose(opened, format_)
        for number in range(sheets.count()):
            heads = [column.name for column in table_in(sheets, number).numbers.columns]
            assert not any("时薪" in head or "应付" in head for head in heads), (format_, wages)


def test_wages_can_be_asked_for_in_the_hr_workbook_only(
    opened: MainWindow, asked: list[list[str]], tmp_path: Path
) -> None:
    box = next(box for box in opened.page.findChildren(QCheckBox) if "时薪" in box.text())
    assert not box.isVisible()
    choose(opened, "hr")
    assert box.isVisible()
    page_of(opened, ExportPage).write(tmp_path / "plain.xlsx")
    box.click()
    page_of(opened, ExportPage).write(tmp_path / "paid.xlsx")
    choose(opened, "team")
    page_of(opened, ExportPage).write(tmp_path / "team.xlsx")
    assert ["--wages" in arguments for arguments in asked] == [False, True, False]


def test_the_long_table_can_be_asked_for_in_the_encoding_of_an_old_excel(
    opened: MainWindow, asked: list[list[str]], tmp_path: Path
) -> None:
    box = next(box for box in opened.page.findChildren(QCheckBox) if "GB18030" in box.text())
    assert not box.isVisible()
    choose(opened, "csv")
    box.click()
    page_of(opened, ExportPage).write(tmp_path / "old.csv")
    choose(opened, "team")
    page_of(opened, ExportPage).write(tmp_path / "team.xlsx")
    assert ["--gb18030" in arguments for arguments in asked] == [True, False]


def test_a_template_is_asked_for_and_what_the_child_says_is_passed_on(
    opened: MainWindow, asked: list[list[str]], tmp_path: Path
) -> None:
    choose(opened, "dingtalk")
    assert opened.page.primary is not None
    opened.page.primary.trigger()
    first = next(dialog for dialog in opened.page.findChildren(QFileDialog) if dialog.isVisible())
    assert first.windowTitle() == "选择从考勤系统导出的模板"
    first.reject()
    page_of(opened, ExportPage).write(tmp_path / "filled.xlsx", tmp_path / "template.xlsx")
    assert asked[0][asked[0].index("--template") + 1] == str(tmp_path / "template.xlsx")
    assert opened.message.mood is Mood.GOOD
    assert "财务小王" in opened.message.text


def test_the_folder_used_last_is_where_the_next_file_goes(
    opened: MainWindow, asked: list[list[str]], tmp_path: Path
) -> None:
    button = next(found for found in opened.page.findChildren(QPushButton) if found.text() == "打开上次的文件夹")
    assert not button.isEnabled()
    (tmp_path / "给团队").mkdir()
    page_of(opened, ExportPage).write(tmp_path / "给团队" / "班表.xlsx")
    assert asked
    assert last_folder() == tmp_path / "给团队"
    assert button.isEnabled()
    assert opened.page.primary is not None
    opened.page.primary.trigger()
    dialog = next(found for found in opened.page.findChildren(QFileDialog) if found.isVisible())
    assert Path(dialog.directory().absolutePath()) == tmp_path / "给团队"
    dialog.reject()


def test_a_folder_that_is_gone_is_forgotten(tmp_path: Path) -> None:
    remember_folder(tmp_path / "weg" / "a.xlsx")
    assert last_folder() is None


def test_the_name_says_project_scenario_version_state_and_day(opened: MainWindow) -> None:
    view = opened.document.view
    assert view is not None
    assert re.fullmatch(r".+_基准_v\d+_草稿_20261101", file_name(view, date(2026, 11, 1)))
    odd = replace(view, project=Project('a/b:c*"<>|?', view.project.horizon))
    assert not set(file_name(odd, date(2026, 11, 1))) & set('\\/:*?"<>|')

"""What an import asks is answered by clicks, and the files are read again with the answers."""

from pathlib import Path

import pytest
from openpyxl import Workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QDialogButtonBox, QFileDialog, QPushButton, QSpinBox
from pytestqt.qtbot import QtBot

from app.window.frame.main_window import MainWindow
from app.window.history.answers import options_of
from app.window.history.first_rows import FirstRows
from app.window.history.import_preview import ImportPreviewDialog
from app.window.history.import_report import ImportReport, QuestionTold, TableTold
from app.window.history.importing import Importing
from app.window.history.questions_form import QuestionsForm
from tests.files.file_samples import first_sheet
from tests.there import there

LONG = 120_000
QUESTIONS = (
    QuestionTold("year", "", (), True),
    QuestionTold("first_hour", "", (), True),
    QuestionTold("code", "机", (("A", "早班"), ("年假", "年假")), True),
    QuestionTold("agent", "小美", (("007", "客服07 (007)"),), True),
    QuestionTold("column", "咨询人数", (("来客=inquiries", "来客"), ("备注=inquiries", "备注")), True),
    QuestionTold("header_row", "", (), True),
)
POSSIBLE = (("date", "日期"), ("inquiries", "咨询人数"))
TABLE = TableTold("a.csv", "", ("日期", "来客"), ("date", ""), (("2026-10-01", "5"),), POSSIBLE)


def choose(box: QComboBox, text: str) -> None:
    """As a person does with the keys: open nothing, pick the row, tell it was picked."""
    row = box.findText(text)
    assert row >= 0, [box.itemText(number) for number in range(box.count())]
    box.setCurrentIndex(row)
    box.activated.emit(row)


def test_every_kind_of_question_has_a_field_and_becomes_an_option(qtbot: QtBot) -> None:
    form = QuestionsForm(QUESTIONS, {("year", ""): "2025"})
    qtbot.addWidget(form)
    there(form.findChild(QSpinBox, "year")).setValue(2026)
    there(form.findChild(QSpinBox, "header_row")).setValue(3)
    choose(there(form.findChild(QComboBox, "first_hour")), "01:00–02:00")
    choose(there(form.findChild(QComboBox, "code 机")), "早班")
    choose(there(form.findChild(QComboBox, "agent 小美")), "客服07 (007)")
    choose(there(form.findChild(QComboBox, "column 咨询人数")), "来客")
    assert set(options_of(form.answers)) == {
        "--year=2026",
        "--header-row=3",
        "--first-hour=1",
        "--code=机=A",
        "--agent=小美=007",
        "--map=来客=inquiries",
    }


def test_a_code_may_be_a_kind_of_leave_of_an_own_name(qtbot: QtBot) -> None:
    form = QuestionsForm(QUESTIONS, {})
    qtbot.addWidget(form)
    box = there(form.findChild(QComboBox, "code 机"))
    box.setEditText("团建")
    QTest.keyClick(there(box.lineEdit()), Qt.Key.Key_Return)
    assert options_of(form.answers) == ["--code=机=团建"]


def test_the_meaning_of_a_column_is_corrected_beside_its_first_rows(qtbot: QtBot) -> None:
    rows = FirstRows((TABLE,))
    qtbot.addWidget(rows)
    choose(rows.column_box, "来客")
    assert rows.meaning_box.currentText() == "不使用"
    choose(rows.meaning_box, "咨询人数")
    choose(rows.column_box, "日期")
    assert rows.meaning_box.currentText() == "日期"
    choose(rows.meaning_box, "不使用")
    assert options_of(rows.answers) == ["--map=来客=inquiries", "--map=日期="]


def button(dialog: ImportPreviewDialog, text: str) -> QPushButton:
    box = there(dialog.findChild(QDialogButtonBox))
    return next(each for each in box.buttons() if isinstance(each, QPushButton) and each.text() == text)


def test_an_answer_must_be_read_before_it_is_taken_in(opened: MainWindow) -> None:
    dialog = ImportPreviewDialog(ImportReport((), (), QUESTIONS, (TABLE,)), opened)
    given: list[object] = []
    dialog.again.connect(given.append)
    again, take_in = button(dialog, "重新读取"), button(dialog, "导入")
    assert not again.isEnabled()
    there(dialog.findChild(QSpinBox, "year")).setValue(2026)
    assert again.isEnabled()
    assert not take_in.isEnabled()
    QTest.mouseClick(again, Qt.MouseButton.LeftButton)
    assert given == [{("year", ""): "2026"}]
    dialog.deleteLater()


def team_sheet(path: Path) -> Path:
    book = Workbook()
    sheet = first_sheet(book)
    sheet.append(["10月客服排班表"])
    sheet.append(["职务", "姓名", *range(1, 32)])
    sheet.append(["售前", "新来的", *["机"] * 31])
    sheet.append(["售前", "客服02", *["休"] * 31])
    book.save(path)
    return path


def shown(window: MainWindow, qtbot: QtBot, before: ImportPreviewDialog | None = None) -> ImportPreviewDialog:
    def there() -> list[ImportPreviewDialog]:
        return [d for d in window.findChildren(ImportPreviewDialog) if d.isVisible() and d is not before]

    qtbot.waitUntil(lambda: bool(there()), timeout=LONG)
    return there()[0]


@pytest.mark.slow
def test_a_team_workbook_is_learnt_by_clicks_alone(opened: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    view = opened.document.view
    assert view is not None
    first, shift = view.project.team[0], next(iter(view.project.shifts.values()))
    Importing(opened.desk, opened).preview([team_sheet(tmp_path / "a.xlsx")])
    dialog = shown(opened, qtbot)
    there(dialog.findChild(QSpinBox, "year")).setValue(2026)
    QTest.mouseClick(button(dialog, "重新读取"), Qt.MouseButton.LeftButton)
    dialog = shown(opened, qtbot, dialog)
    choose(there(dialog.findChild(QComboBox, "code 机")), shift.name)
    QTest.mouseClick(button(dialog, "重新读取"), Qt.MouseButton.LeftButton)
    dialog = shown(opened, qtbot, dialog)
    choose(there(dialog.findChild(QComboBox, "agent 新来的")), f"{first.name} ({first.id})")
    QTest.mouseClick(button(dialog, "重新读取"), Qt.MouseButton.LeftButton)
    dialog = shown(opened, qtbot, dialog)
    QTest.mouseClick(button(dialog, "导入"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not opened.jobs.running(), timeout=LONG)
    after = opened.document.view
    assert after is not None
    learnt = [day for day in after.project.past if day.agent == first.id]
    assert {day.shift for day in learnt} == {shift.id}
    assert {(answer.said, answer.meant) for answer in after.project.import_answers} == {
        ("机", shift.id),
        ("新来的", first.id),
    }


def test_a_folder_is_chosen_as_a_whole(opened: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    started: list[list[str]] = []
    monkeypatch.setattr(
        opened.jobs.__class__, "start", lambda _jobs, _kind, _title, arguments, *_, **__: started.append(arguments)
    )
    opened.go("history")
    action = next(action for action in opened.page.actions() if action.text() == "导入文件夹")
    action.trigger()
    dialog = next(found for found in opened.findChildren(QFileDialog) if found.isVisible())
    assert dialog.fileMode() is QFileDialog.FileMode.Directory
    dialog.filesSelected.emit([str(tmp_path)])
    dialog.reject()
    assert [str(tmp_path) in arguments for arguments in started] == [True]

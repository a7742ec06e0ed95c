"""Help: the key sheet tells the truth, every word has a meaning in both languages, changes are told in words."""

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.window.frame.main_window import MainWindow
from app.window.help.change_names import change_name
from app.window.help.dialog import HelpDialog
from app.window.help.glossary import glossary, meaning
from app.window.help.keys import key_sheet
from app.window.team.page import TeamPage
from app.wording import choose_language, language
from tests.there import there
from tests.window.shown import page_of


@pytest.fixture
def help_shown(opened: MainWindow, qtbot: QtBot) -> HelpDialog:
    opened.activateWindow()
    QApplication.processEvents()
    qtbot.keyClick(opened, Qt.Key.Key_F1)
    QApplication.processEvents()
    dialog = opened.findChild(HelpDialog)
    assert dialog is not None
    return dialog


def test_f1_shows_keys_words_and_the_change_log(help_shown: HelpDialog) -> None:
    assert [help_shown.tabs.tabText(tab) for tab in range(3)] == ["按键", "词语", "变更记录"]
    assert help_shown.tables[0].rowCount() == len(key_sheet())
    assert help_shown.tables[2].rowCount() > 0


def test_a_word_is_found_by_what_it_means(help_shown: HelpDialog) -> None:
    help_shown.needle.setText("机器人独立解决")
    words = help_shown.tables[1]
    shown = [there(words.item(row, 0)).text() for row in range(words.rowCount()) if not words.isRowHidden(row)]
    assert shown == ["机器人分流率"]


@pytest.mark.parametrize("tongue", ["zh_CN", "en"])
def test_every_word_has_a_meaning(tongue: str) -> None:
    before = language()
    choose_language(tongue)
    found = glossary()
    choose_language(before)
    assert len(found) > 45
    assert all(word and meaning for word, meaning in found)
    chinese = re.compile("[一-鿿]")
    assert all(bool(chinese.search(meaning)) == (tongue == "zh_CN") for _word, meaning in found)


def test_every_shortcut_of_the_pages_stands_on_the_sheet(opened: MainWindow) -> None:
    told = " ".join(key for key, _does in key_sheet())
    for step in ("history", "forecast", "requirement", "team", "rules", "roster", "comparison", "export"):
        opened.go(step)
        for action in opened.page.actions():
            text = action.shortcut().toString()
            assert not text or text in told, f"{step}: {text}"


def test_changes_of_commands_are_told_in_words_and_those_of_people_as_they_are() -> None:
    assert change_name("roster 基准") == "优化班表（基准）"
    assert change_name("remove import 3") == "撤下导入 3"
    assert change_name("客服03 11月4日 晚班") == "客服03 11月4日 晚班"


def test_a_word_tells_its_meaning_wherever_it_stands_on_a_label_or_over_a_column(opened: MainWindow) -> None:
    assert meaning("缺口/人·小时") == meaning("缺口") == meaning("缺口 / 富余") != ""
    assert meaning("随便什么") == ""
    opened.go("requirement")
    told = {said.text(): said.toolTip() for said in opened.page.findChildren(QLabel) if said.toolTip()}
    assert told["损耗率"] == meaning("损耗率")
    opened.go("team")
    header = there(page_of(opened, TeamPage).board).table.model()
    names = [header.headerData(n, Qt.Orientation.Horizontal) for n in range(header.columnCount())]
    over = header.headerData(names.index("熟练度"), Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
    assert over == meaning("熟练度")


def test_f1_in_a_field_leads_to_its_word(opened: MainWindow, qtbot: QtBot) -> None:
    opened.go("requirement")
    opened.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is opened)
    field = next(box for box in opened.page.findChildren(QAbstractSpinBox) if box.accessibleName() == "顾客耐心")
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_F1)
    QApplication.processEvents()
    dialog = there(opened.findChild(HelpDialog))
    words = dialog.tables[1]
    assert dialog.tabs.currentWidget() is words
    assert "顾客耐心" in [there(words.item(n, 0)).text() for n in range(words.rowCount()) if not words.isRowHidden(n)]

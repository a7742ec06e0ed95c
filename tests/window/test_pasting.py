"""Cells from Excel in any table of values."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.window.frame.main_window import MainWindow
from app.window.rules.page import RulesPage
from app.window.rules.values import fields
from app.window.tables.pasting import pasted, refused_text
from scheduler.rulebook import DEFAULT_RULEBOOK, Rule
from tests.there import there
from tests.window.shown import page_of, project_of

RULES = tuple(rule for rule in DEFAULT_RULEBOOK.rules if rule.unit in ("day", "minute"))[:4]
VALUE = 2


def test_cells_go_in_from_the_chosen_cell_on() -> None:
    values, refused = pasted(fields(), RULES, (1, VALUE), "5\n10\n")
    assert refused == ()
    assert [rule.value for rule in values[1:3]] == [5, 600]
    assert values[0] == RULES[0]


def test_a_line_of_column_names_is_left_out_and_cells_as_they_stand_change_nothing() -> None:
    names = [field.name for field in fields()]
    lines = "\n".join("\t".join(field.show(rule) for field in fields()) for rule in RULES)
    assert pasted(fields(), RULES, (0, 0), "\t".join(names) + "\n" + lines) == (RULES, ())


def test_everything_wrong_is_told_and_nothing_is_pasted() -> None:
    values, refused = pasted(fields(), RULES, (2, VALUE), "abc\n5\n6")
    assert values == RULES
    assert [(cell.line, cell.column) for cell in refused] == [(1, 1), (3, 1)]
    text = refused_text(refused)
    assert "abc" in text
    assert "没有粘贴" in text


def test_a_column_that_cannot_be_edited_refuses_another_text() -> None:
    assert pasted(fields(), RULES, (0, 0), "别的名字")[1][0].column == 1


def test_further_lines_make_new_values_where_the_table_can() -> None:
    values, refused = pasted(fields(), (), (0, VALUE), "7\n8", lambda: Rule("max_days_per_week", 6, "day"))
    assert refused == ()
    assert [rule.value for rule in values] == [7, 8]


@pytest.mark.parametrize("text", ["", "\n\n", "\t\t"])
def test_nothing_on_the_clipboard_changes_nothing(text: str) -> None:
    assert pasted(fields(), RULES, (0, VALUE), text) == (RULES, ())


def test_rules_are_pasted_in_the_window_as_one_step_of_undo(opened: MainWindow) -> None:
    opened.go("rules")
    table = there(page_of(opened, RulesPage).table)
    before = project_of(opened.document).rulebook
    table.table.setCurrentIndex(table.model.index(0, VALUE))
    QGuiApplication.clipboard().setText("5\n5")
    QTest.keyClick(table.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    QApplication.processEvents()
    assert [rule.value for rule in project_of(opened.document).rulebook.rules[:2]] == [5, 5]
    opened.document.undo()
    assert project_of(opened.document).rulebook == before


def test_a_page_that_pastes_itself_leaves_the_key_to_a_table_with_the_focus(opened: MainWindow) -> None:
    from app.window.tables.list_editor import ListEditor

    opened.go("history")
    editor = opened.page.findChildren(ListEditor)[0]
    pastes: list[object] = []
    editor.refused.connect(pastes.append)
    QGuiApplication.clipboard().setText("\t".join("x" * 12))
    editor.table.setFocus()
    QTest.keyClick(editor.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert len(pastes) == 1

import pytest
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from app.window.roster.matrix import Matrix
from app.window.roster.matrix_accessible import install
from app.window.roster.rows import GroupBy
from tests.there import there
from tests.window.roster_sample import sample_plan
from tests.window.shown import scene_of

Text, Role = QAccessible.Text, QAccessible.Role


@pytest.fixture
def matrix(qtbot: QtBot) -> Matrix:
    install()
    made = Matrix()
    qtbot.addWidget(made)
    plan = sample_plan(12, 14)
    made.resize(800, 400)
    made.show_plan(plan, plan.rows, GroupBy.NONE)
    made.show()
    return made


def test_the_matrix_is_a_table_with_a_child_for_each_cell(matrix: Matrix) -> None:
    table = QAccessible.queryAccessibleInterface(matrix)
    assert table.role() == Role.Table
    assert table.text(Text.Name) == "班表"
    assert table.childCount() == 12 * 14


def test_a_cell_says_agent_day_shift_and_state(matrix: Matrix) -> None:
    table = QAccessible.queryAccessibleInterface(matrix)
    cell = table.child(2 * 14)
    assert cell.role() == Role.Cell
    assert cell.text(Text.Name) == "客服03 11月4日 晚班 已锁定"
    assert cell.text(Text.Value) == "晚"
    assert cell.isValid()
    assert cell.rect().width() == scene_of(matrix).geometry.day_width
    assert table.indexOfChild(cell) == 2 * 14


def test_focus_and_selection_follow_the_cursor(matrix: Matrix) -> None:
    table = QAccessible.queryAccessibleInterface(matrix)
    matrix.go_to("A002", 1)
    assert table.focusChild().text(Text.Name).startswith("客服02 11月5日")
    assert table.child(14 + 1).state().selected
    assert not table.child(0).state().selected


def test_a_cell_that_is_filtered_away_is_no_longer_valid(matrix: Matrix) -> None:
    table = QAccessible.queryAccessibleInterface(matrix)
    last = table.child(12 * 14 - 1)
    plan = there(matrix.plan)
    matrix.show_plan(plan, plan.rows[:1], GroupBy.NONE)
    assert not last.isValid()
    assert last.text(Text.Name) == ""
    assert table.child(14) is None


def test_moving_the_cursor_is_announced_while_a_reader_listens(matrix: Matrix) -> None:
    QAccessible.setActive(True)
    try:
        matrix.go_to("A004", 3)
        table = QAccessible.queryAccessibleInterface(matrix)
        assert table.focusChild().text(Text.Name) == "客服04 11月7日 不可排"
        assert table.focusChild().state().focused == matrix.hasFocus()
    finally:
        QAccessible.setActive(False)

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester

from app.window.roster.model import Role, RosterModel
from app.wording import choose_language
from scheduler.violation import Severity
from tests.there import there
from tests.window.roster_sample import sample_plan


@pytest.fixture
def model(qapp: QApplication) -> RosterModel:
    made = RosterModel()
    plan = sample_plan(12, 14)
    made.show(plan, plan.rows)
    return made


def index(model: RosterModel, agent: str, day: int) -> QModelIndex:
    return model.index(there(model.row_of(agent)), day)


def test_the_model_is_a_proper_table_of_agents_by_days(model: RosterModel, qtmodeltester: ModelTester) -> None:
    assert (model.rowCount(), model.columnCount()) == (12, 14)
    qtmodeltester.check(model)


def test_an_index_outside_tells_nothing(model: RosterModel) -> None:
    assert model.data(QModelIndex()) is None
    assert model.flags(QModelIndex()) == Qt.ItemFlag.NoItemFlags
    assert model.rowCount(model.index(0, 0)) == 0
    assert model.headerData(99, Qt.Orientation.Vertical) is None
    assert model.headerData(99, Qt.Orientation.Horizontal) is None


def test_roles_tell_shift_lock_violations_and_agent(model: RosterModel) -> None:
    locked = index(model, "A003", 0)
    assert locked.data() == "晚"
    assert locked.data(Role.SHIFT) == "L"
    assert locked.data(Role.LOCKED) is True
    assert locked.data(Role.AGENT) == "A003"
    broken = index(model, "A001", 0)
    assert broken.data(Role.SEVERITY) == Severity.LAW
    assert [violation.rule for violation in broken.data(Role.VIOLATIONS)] == ["max_consecutive_days"]
    assert index(model, "A004", 3).data(Role.AWAY) is True
    assert index(model, "A004", 3).data() == "假"


def test_a_cell_is_said_aloud_with_agent_day_shift_lock_and_violations(model: RosterModel) -> None:
    assert index(model, "A003", 0).data(Qt.ItemDataRole.AccessibleTextRole) == "客服03 11月4日 晚班 已锁定"
    assert index(model, "A001", 0).data(Qt.ItemDataRole.AccessibleTextRole) == "客服01 11月4日 早班 违规1项"
    assert index(model, "A003", 1).data(Qt.ItemDataRole.AccessibleTextRole) == "客服03 11月5日 休息日 已锁定"
    choose_language("en")
    assert index(model, "A003", 0).data(Qt.ItemDataRole.AccessibleTextRole) == "客服03 4 Nov 晚班 locked"


def test_the_tooltip_tells_times_breaks_and_what_is_wrong(model: RosterModel) -> None:
    lines = str(index(model, "A001", 0).data(Qt.ItemDataRole.ToolTipRole)).split("\n")
    assert lines[0] == "客服01 · 11月4日 周三"
    assert lines[1] == "早班 09:00–18:00 · 班中休息 12:00–13:00"
    assert "连续上班" in lines[-1]


def test_wishes_are_told_in_the_tooltip(model: RosterModel) -> None:
    told = {
        str(model.index(row, day).data(Qt.ItemDataRole.ToolTipRole)).split("\n")[-1]
        for row in range(12)
        for day in range(14)
        if model.index(row, day).data(Role.REQUEST)
    }
    assert any(line.startswith("☆") for line in told)


def test_headers_name_agents_and_days(model: RosterModel) -> None:
    assert model.headerData(0, Qt.Orientation.Vertical) == "客服01"
    assert model.headerData(7, Qt.Orientation.Horizontal) == "11月11日 周三"
    spoken = model.headerData(0, Qt.Orientation.Vertical, Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "客服01 全职 售前"


def test_before_anything_is_shown_the_model_is_empty(qapp: QApplication) -> None:
    empty = RosterModel()
    assert (empty.rowCount(), empty.columnCount()) == (0, 0)
    assert empty.headerData(0, Qt.Orientation.Horizontal) is None

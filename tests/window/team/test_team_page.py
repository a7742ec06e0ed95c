from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from app.window.frame.main_window import MainWindow
from app.window.team.columns import shifts_text
from app.window.team.days_of_agent import facts_by_day
from app.window.team.facts import away_days, facts_of, most_minutes, required_hours
from app.window.team.model import TeamModel, TeamOrder
from app.window.team.page import TeamPage
from forecasts.horizon import Horizon
from scheduler.agent import Absence, Agent
from scheduler.team import DatedAbsence, DatedRequest, TeamAgent
from tests.there import there
from tests.window.shown import page_of, project_of, view_of

WEEK = Horizon(date(2026, 11, 9), 7, 30)


@pytest.fixture
def order(qapp: QApplication, opened: MainWindow) -> Iterator[TeamOrder]:
    project = project_of(opened.document)
    model = TeamModel()
    model.show_team(project.team, project.shifts, project.horizon)
    yield TeamOrder(model)
    model.deleteLater()  # the order alone would not keep it


def test_the_model_is_a_proper_table(order: TeamOrder, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(order.sourceModel())


def test_a_row_tells_who_somebody_is_and_what_they_may_work(order: TeamOrder) -> None:
    row = [order.index(14, column).data() for column in range(order.columnCount())]
    assert row == ["客服15", "K15", "一组", "兼职", "", "售前·售后", "1.0", "26", "A1", "", "1"]


def test_numbers_sort_as_numbers_and_words_as_words(order: TeamOrder) -> None:
    order.sort(6, Qt.SortOrder.AscendingOrder)
    assert [agent.id for agent in order.agents()][:2] == ["K07", "K13"]
    order.sort(9, Qt.SortOrder.DescendingOrder)
    assert order.agents()[0].id == "K04"
    order.sort(-1)
    assert order.agents()[0].id == "K01"


def test_the_filter_looks_into_every_column(order: TeamOrder) -> None:
    order.setFilterFixedString("兼职")
    assert {agent.contract for agent in order.agents()} == {"part_time"}
    order.setFilterFixedString("k07")
    assert [agent.id for agent in order.agents()] == ["K07"]


def test_no_limit_to_shifts_reads_as_all(opened: MainWindow) -> None:
    shifts = project_of(opened.document).shifts
    assert shifts_text(TeamAgent("A", "A"), shifts) == "全部"
    assert shifts_text(TeamAgent("A", "A", shifts=frozenset({"夜", "早"})), shifts) == "早 夜"


def test_days_away_count_partly_missed_days_and_only_those_planned() -> None:
    absences = (
        DatedAbsence(datetime(2026, 11, 7), datetime(2026, 11, 10)),
        DatedAbsence(datetime(2026, 11, 12, 22), datetime(2026, 11, 13, 2)),
    )
    assert set(away_days(absences, WEEK)) == {0, 3, 4}


def test_an_absence_hides_a_wish_and_says_its_kind() -> None:
    agent = TeamAgent(
        "A", "客服01",
        absences=(DatedAbsence(datetime(2026, 11, 10), datetime(2026, 11, 11), "培训"),),
        requests=(
            DatedRequest(date(2026, 11, 10), None, "off", 1.0),
            DatedRequest(date(2026, 11, 12), None, "on", 1.0),
            DatedRequest(date(2026, 12, 1), None, "on", 1.0),
        ),
    )  # fmt: skip
    facts = facts_by_day(agent, {}, WEEK)
    assert facts.keys() == {1, 3}
    assert facts[1].away == "培训"
    assert not facts[1].partly
    assert facts[3].wish == "on"
    assert facts[3].sentence == "客服01 · 11月12日\n☆ 希望上：上班"


def test_the_hours_an_agent_can_work_respect_days_weeks_and_leave(opened: MainWindow) -> None:
    shifts = project_of(opened.document).shifts.values()
    assert most_minutes(Agent("A"), shifts, WEEK) == 7 * 480
    assert most_minutes(Agent("A", max_days_per_week=6), shifts, WEEK) == 6 * 480
    assert most_minutes(Agent("A", max_minutes_per_week=2400), shifts, WEEK) == 2400
    assert most_minutes(Agent("A", absences=(Absence(day=0), Absence(day=1))), shifts, WEEK) == 5 * 480
    assert most_minutes(Agent("A", shifts=frozenset({"A1"})), shifts, WEEK) == 7 * 300
    assert most_minutes(Agent("A", max_minutes=1000), shifts, WEEK) == 1000
    assert most_minutes(Agent("A"), (), WEEK) == 0


def test_facts_count_heads_productivity_and_what_is_required(opened: MainWindow) -> None:
    view = view_of(opened.document)
    facts = facts_of(view, view.project.team)
    assert facts.by_contract == {"full_time": 14, "part_time": 4}
    assert facts.standard_agents == pytest.approx(16 + 2 * 0.6)
    assert facts.in_training == 2
    assert facts.away_days == 1
    assert facts.requests == 3
    total = sum(float(part.requirement.sum()) for _skill, part in there(view.requirement)) / 2
    assert facts.required_hours == pytest.approx(total)
    assert required_hours(None) is None


def test_table_and_strip_show_the_same_agents_in_the_same_order(page: TeamPage, qtbot: QtBot) -> None:
    board = there(page.board)
    board.filter.setText("兼职")
    assert len(board.strip.facts) == board.order.rowCount() == 4
    assert "18 人中的 4 人" in board.count.text()
    board.filter.clear()
    board.table.sortByColumn(9, Qt.SortOrder.DescendingOrder)
    assert board.order.agents()[0].id == "K04"
    assert board.strip.facts[0][1].away == "年假"


def test_rows_of_table_and_strip_stand_at_the_same_height_also_when_scrolled(page: TeamPage, qtbot: QtBot) -> None:
    board = there(page.board)
    board.table.setFixedHeight(260)
    qtbot.waitUntil(lambda: board.table.verticalScrollBar().maximum() > 0)
    board.table.verticalScrollBar().setValue(40)
    row = board.table.rowAt(30)
    in_table = board.table.viewport().mapTo(board, QPoint(0, board.table.rowViewportPosition(row))).y()
    in_strip = board.strip.viewport().mapTo(board, QPoint(0, board.strip._geometry.row_top(row))).y()
    assert in_table == in_strip


def test_clicking_a_row_of_the_strip_selects_it_in_the_table(page: TeamPage, qtbot: QtBot) -> None:
    strip = there(page.board).strip
    at = QPoint(30, strip._geometry.row_top(3) + 5)
    qtbot.mouseClick(strip.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert there(page.board).table.currentIndex().row() == 3
    assert strip._chosen == 3
    strip.viewport().grab()


def test_problems_of_the_team_are_listed_and_gone_when_mended(page: TeamPage, opened: MainWindow) -> None:
    board = there(page.board)
    assert not board.problems.isVisible()
    view = view_of(opened.document)
    broken = replace(view.project.team[0], skills=frozenset())
    project = replace(view.project, team=(broken, *view.project.team[1:]))
    board.show_view(replace(view, project=project))
    assert board.problems.isVisible()
    assert board.problems.note.text() == "1"


def test_import_asks_for_files(page: TeamPage, opened: MainWindow) -> None:
    there(page.primary).trigger()
    dialogs = opened.findChildren(QFileDialog)
    assert len(dialogs) == 1
    assert dialogs[0].fileMode() == QFileDialog.FileMode.ExistingFiles
    dialogs[0].reject()


def test_a_project_without_a_team_offers_the_import(window: MainWindow, empty_path: Path) -> None:
    assert window.acts.open_path(empty_path)
    window.go("team")
    assert page_of(window, TeamPage).board is None
    assert there(window.page.primary).isEnabled()

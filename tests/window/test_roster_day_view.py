"""The day view: bars where shifts are, drags that snap to the table, and the panels beside the roster."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTreeWidget

from app.window.frame.main_window import MainWindow
from app.window.roster.day_bars import bars_of
from app.window.roster.day_moves import break_moved, given, moved, next_shift, stretched
from app.window.roster.day_view import DayView, Grip, grip_at
from app.window.roster.hour_reasons import HourExplanation
from app.window.roster.plan import RosterPlan
from app.window.roster.reasons import Option
from scheduler.checks import breaks
from scheduler.reasons.standing import Standing
from scheduler.roster import Assignment
from tests.there import there
from tests.window.roster_sample import sample_plan
from tests.window.shown import board_of, plan_shown, version_of

Key, Modifier, Button = Qt.Key, Qt.KeyboardModifier, Qt.MouseButton


@pytest.fixture(scope="module")
def plan() -> RosterPlan:
    return sample_plan()


def worked(plan: RosterPlan, with_breaks: bool = True) -> Assignment:
    """Some cell with a shift."""
    return next(c for c in plan.roster if bool(plan.problem.shifts[c.shift].breaks) == with_breaks)


def test_a_bar_reaches_from_the_first_to_the_last_minute_with_its_breaks(plan: RosterPlan) -> None:
    cell = worked(plan)
    shift = plan.problem.shifts[cell.shift]
    bar = next(b for b in bars_of(plan, [cell.agent], cell.day) if not b.from_yesterday)
    assert (bar.first, bar.last) == (shift.start, shift.end)
    assert bar.breaks == tuple((s, s + p.minutes) for s, p in zip(cell.breaks, shift.breaks, strict=True))


def test_a_shift_past_midnight_shows_on_the_next_day_too(plan: RosterPlan) -> None:
    cell = next(c for c in plan.roster if plan.problem.shifts[c.shift].end > 1440 and c.day + 1 < plan.horizon.days)
    bar = bars_of(plan, [cell.agent], cell.day + 1)[0]
    assert bar.from_yesterday
    assert bar.last == plan.problem.shifts[cell.shift].end - 1440


def test_a_drag_takes_the_shift_of_nearest_start_that_the_agent_may_work(plan: RosterPlan) -> None:
    cell = worked(plan)
    agent = plan.problem.agents[cell.agent]
    for minutes in (-600, -30, 0, 45, 300, 900):
        after = moved(plan, cell, minutes)
        now = plan.problem.shifts[cell.shift].start
        off = {s: abs(t.start - now - minutes) for s, t in plan.problem.shifts.items() if agent.may_work(s)}
        assert off.get(after.shift, 0) == min([*off.values(), off.get(cell.shift, 10**6)])


def test_an_edge_dragged_keeps_the_other_edge_as_near_as_the_table_allows(plan: RosterPlan) -> None:
    cell = worked(plan)
    now = plan.problem.shifts[cell.shift]
    assert plan.problem.shifts[stretched(plan, cell, now.end + 600, at_end=True).shift].start == now.start


def test_a_break_moves_to_the_nearest_allowed_start_and_stays_lawful(plan: RosterPlan) -> None:
    cell = worked(plan)
    for start in range(0, 1800, 90):
        after = break_moved(plan, cell, 0, start)
        assert after.shift == cell.shift
        assert not list(breaks.check(plan.problem, plan.problem.agents[cell.agent], {cell.day: after}))


def test_the_next_shift_later_begins_later_until_the_last(plan: RosterPlan) -> None:
    cell = worked(plan)
    starts = [plan.problem.shifts[cell.shift].start]
    for _turn in range(20):
        cell = next_shift(plan, cell, later=True)
        starts.append(plan.problem.shifts[cell.shift].start)
    assert starts == sorted(starts)
    assert starts[-1] == starts[-2]


def test_a_shift_given_leaves_its_agent_off_and_a_locked_cell_takes_none(plan: RosterPlan) -> None:
    cell = worked(plan)
    other = next(a for a in plan.problem.agents if a != cell.agent)
    cells = given(plan, cell, other, keep=False)
    assert cells[cell.agent, cell.day] is None
    taken = cells[other, cell.day]
    assert taken is not None
    assert taken.shift == cell.shift
    assert given(replace(plan, locks=frozenset({(other, cell.day)})), cell, other, keep=False) == {}


@pytest.fixture
def roster(opened: MainWindow) -> MainWindow:
    opened.go("roster")
    return opened


@pytest.fixture
def day(roster: MainWindow) -> DayView:
    board_of(roster).bar.day.click()
    QApplication.processEvents()
    view = board_of(roster).day
    assert view.isVisible()
    return view


def test_dragging_a_bar_with_the_mouse_is_one_edit(roster: MainWindow, day: DayView) -> None:
    before = plan_shown(board_of(roster))
    scene = there(day.scene())
    bar = next(b for b in scene.bars if not b.from_yesterday)
    box = scene.box(bar)
    hold = QPointF(box.right() - 20, box.center().y())
    assert there(grip_at(scene, hold))[1] is Grip.BODY
    QTest.mousePress(day, Button.LeftButton, pos=hold.toPoint())
    QTest.mouseMove(day, (hold + QPointF(scene.x(300), 0)).toPoint())
    QTest.mouseRelease(day, Button.LeftButton, pos=(hold + QPointF(scene.x(300), 0)).toPoint())
    after = plan_shown(board_of(roster)).roster.cells[bar.cell.agent, bar.cell.day]
    assert after == moved(before, bar.cell, 300)
    roster.document.undo()
    assert plan_shown(board_of(roster)).roster == before.roster


@pytest.mark.parametrize("copies", [False, True])
def test_a_bar_dragged_to_another_agent_is_given_and_with_alt_copied(
    roster: MainWindow, day: DayView, copies: bool
) -> None:
    before, scene, rows = plan_shown(board_of(roster)).roster, there(day.scene()), board_of(roster).matrix.model.rows
    bar = next(b for b in scene.bars if not b.from_yesterday)
    taker = next(n for n, row in enumerate(rows) if before.shift(row.id, bar.cell.day) is None)
    box = scene.box(bar)
    hold = QPointF(box.right() - 20, box.center().y())
    down = scene.geometry.row_top(taker) + scene.geometry.row_height / 2
    keys = Modifier.AltModifier if copies else Modifier.NoModifier
    QTest.mousePress(day, Button.LeftButton, pos=hold.toPoint())
    QTest.mouseRelease(day, Button.LeftButton, keys, QPointF(hold.x(), down).toPoint())
    after = plan_shown(board_of(roster)).roster
    assert after.shift(rows[taker].id, bar.cell.day) == bar.cell.shift
    assert after.shift(bar.cell.agent, bar.cell.day) == (bar.cell.shift if copies else None)


def test_a_drag_let_go_with_escape_changes_nothing(roster: MainWindow, day: DayView) -> None:
    before = plan_shown(board_of(roster)).roster
    scene = there(day.scene())
    box = scene.box(next(b for b in scene.bars if not b.from_yesterday))
    QTest.mousePress(day, Button.LeftButton, pos=box.center().toPoint())
    QTest.keyClick(board_of(roster).matrix, Key.Key_Escape)
    QTest.mouseRelease(day, Button.LeftButton, pos=(box.center() + QPointF(200, 0)).toPoint())
    assert plan_shown(board_of(roster)).roster == before


def test_the_same_is_done_by_keys(roster: MainWindow, day: DayView) -> None:
    matrix, plan = board_of(roster).matrix, plan_shown(board_of(roster))
    cell = next(c for c in plan.roster if next_shift(plan, c, later=True) != c)
    matrix.go_to(cell.agent, cell.day)
    QTest.keyClick(matrix, Key.Key_Right, Modifier.AltModifier)
    assert plan_shown(board_of(roster)).roster.cells[cell.agent, cell.day] == next_shift(plan, cell, later=True)


def test_the_explanation_tells_the_exact_difference_of_every_choice(roster: MainWindow) -> None:
    board = board_of(roster)
    cell = worked(plan_shown(board))
    board.matrix.go_to(cell.agent, cell.day)
    QTest.keyClick(board.matrix, Key.Key_F2)
    card = board.side.reasons
    assert card.isVisible()
    assert card.choices.topLevelItemCount() > 0
    plan = plan_shown(board)
    cost = plan.cost.total
    for row in range(card.choices.topLevelItemCount()):
        option = there(card.choices.topLevelItem(row)).data(0, Qt.ItemDataRole.UserRole + 1)
        assert option.yuan == pytest.approx(Standing(plan.problem, plan.roster).difference(option.cells).total)
        assert option.yuan == pytest.approx(plan.judged.edited(option.cells).cost.total - cost)


def test_a_line_of_the_explanation_does_what_it_says(roster: MainWindow) -> None:
    board = board_of(roster)
    cell = worked(plan_shown(board))
    board.matrix.go_to(cell.agent, cell.day)
    board.explain()
    item = there(board.side.reasons.choices.topLevelItem(0))
    wanted = item.data(0, Qt.ItemDataRole.UserRole + 1).cells
    board.side.reasons.choices.itemActivated.emit(item, 0)
    assert plan_shown(board).roster.cells.get((cell.agent, cell.day)) == wanted[cell.agent, cell.day]


def options(tree: QTreeWidget) -> list[Option]:
    return [
        there(tree.topLevelItem(row)).data(0, Qt.ItemDataRole.UserRole + 1) for row in range(tree.topLevelItemCount())
    ]


def test_who_could_swap_is_listed_without_a_broken_rule_first_and_a_line_swaps(roster: MainWindow) -> None:
    board, card = board_of(roster), board_of(roster).side.reasons
    cell = worked(plan_shown(board))
    board.matrix.go_to(cell.agent, cell.day)
    board.explain()
    card.tabs.setCurrentWidget(card.swaps)
    found, plan = options(card.swaps), plan_shown(board)
    assert found
    assert [option.breaks_rules for option in found] == sorted(option.breaks_rules for option in found)
    for option in found[:3]:
        assert option.yuan == pytest.approx(plan.judged.edited(option.cells).cost.total - plan.cost.total)
    (other,) = {agent for agent, _day in found[0].cells} - {cell.agent}
    theirs = plan.roster.shift(other, cell.day)
    card.swaps.itemActivated.emit(card.swaps.topLevelItem(0), 0)
    after = plan_shown(board).roster
    assert (after.shift(cell.agent, cell.day), after.shift(other, cell.day)) == (theirs, cell.shift)


def test_who_could_help_at_a_short_hour_is_asked_by_key_or_button_and_a_line_does_it(roster: MainWindow) -> None:
    board, card = board_of(roster), board_of(roster).side.reasons
    assert board.cover.help.isHidden()
    QTest.keyClick(board.matrix, Key.Key_F7, Modifier.ShiftModifier)
    assert board.cover.chart.shortage_at(there(board.cover.chart.chosen)) > 0
    assert "标准人" in card.serves.text()
    short = there(board.cover.chart.curves).shortage
    hour = next(i for i in short.argsort()[::-1] if HourExplanation(plan_shown(board), int(i)).helps())
    card.tabs.setCurrentWidget(card.choices)
    board.choose_interval(int(hour))
    board.cover.help.click()
    assert card.tabs.currentWidget() is card.helps
    option, before = options(card.helps)[0], plan_shown(board)
    assert option.yuan == pytest.approx(before.judged.edited(option.cells).cost.total - before.cost.total)
    card.helps.itemActivated.emit(card.helps.topLevelItem(0), 0)
    assert board.cover.chart.shortage_at(int(hour)) < short[hour]
    board.choose_interval(None)
    assert board.cover.help.isHidden()
    card.explain_now(hour=True)
    assert "F7" in card.serves.text()
    assert not options(card.helps)


def test_publishing_keeps_the_version_and_lists_later_changes_with_a_text_for_each_agent(roster: MainWindow) -> None:
    board = board_of(roster)
    board.side.changes.publish.click()
    assert not board.side.changes.publish.isEnabled()
    board.matrix.setFocus()
    QTest.keyClick(board.matrix, Key.Key_2)
    card = board.side.changes
    assert [(c.agent, c.day) for c in card.changes] == [(plan_shown(board).rows[0].id, 0)]
    assert plan_shown(board).rows[0].name in card.texts()
    assert version_of(roster.document).number == 2
    board.matrix.select(board.matrix.selection.at(1, 1))
    QTest.keyClick(board.matrix, Key.Key_3)
    other = plan_shown(board).rows[1].name
    there(card.list.topLevelItem(0)).setSelected(True)
    card.copy.click()
    assert other not in QApplication.clipboard().text()
    card.back.click()
    assert [c.agent for c in card.changes] == [plan_shown(board).rows[1].id]
    assert "版本 1" in roster.document.undo_label
    roster.document.undo()
    card.back.click()
    assert not card.changes
    assert not card.back.isEnabled()
    for _step in range(3):
        roster.document.undo()
    assert version_of(roster.document).number == 1

"""Editing the roster by hand: what acts put into cells, and the same by keys in the window."""

from collections.abc import Mapping
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from app.project.version import PlanVersion
from app.window.frame.main_window import MainWindow
from app.window.roster.cell_menu import cell_menu
from app.window.roster.edit_keys import Act, Asked
from app.window.roster.editing import filled, next_possible, pasted, placed, swapped, with_shift
from app.window.roster.matrix import Matrix
from app.window.roster.plan import RosterPlan
from app.window.roster.shift_keys import key_of_shift, shift_keys
from scheduler.checks import breaks
from scheduler.roster import Assignment
from scheduler.shift import Shift
from tests.there import there
from tests.window.roster_sample import sample_plan
from tests.window.shown import board_of, plan_shown, view_of

Key, Modifier = Qt.Key, Qt.KeyboardModifier


@pytest.fixture(scope="module")
def plan() -> RosterPlan:
    return replace(sample_plan(), locks=frozenset({("A001", 0)}))


def grid(*agents: str, days: range) -> list[list[tuple[str, int]]]:
    return [[(agent, day) for day in days] for agent in agents]


def test_a_shift_goes_into_every_cell_but_locked_ones_and_those_that_have_it(plan: RosterPlan) -> None:
    shift = plan.roster.shift("A001", 1)
    assert shift is not None
    cells = with_shift(plan, [("A001", 0), ("A001", 1), ("A002", 1)], shift)
    assert ("A001", 0) not in cells
    assert ("A001", 1) not in cells
    assert all(cell is not None and cell.shift == shift for cell in cells.values())


def test_breaks_are_placed_lawfully_and_where_least_is_short(plan: RosterPlan) -> None:
    shift = next(s for s in plan.problem.shifts.values() if s.breaks)
    cell = placed(plan, "A002", 2, shift.id)
    agent = plan.problem.agents["A002"]
    assert not list(breaks.check(plan.problem, agent, {2: cell}))


def test_the_next_shift_is_one_that_the_agent_may_work_then(plan: RosterPlan) -> None:
    seen = set()
    now = plan
    for _turn in range(len(plan.problem.shifts) + 1):
        cells = next_possible(now, ("A002", 3))
        seen.add(cells[("A002", 3)].shift if cells[("A002", 3)] else None)
        now = replace(now, version=now.version, known=now.judged.edited(cells))
        now = now.edited(_version_with(now, cells), now.judged, now.locks)
    allowed = {shift for shift in plan.problem.shifts if plan.problem.agents["A002"].may_work(shift)}
    assert seen - {None} <= allowed
    assert None in seen


def _version_with(plan: RosterPlan, cells: Mapping[tuple[str, int], Assignment | None]) -> PlanVersion:
    assert plan.version is not None
    solution = replace(plan.version.solution, roster=plan.roster.with_cells(cells))
    return replace(plan.version, solution=solution)


def test_filling_down_copies_the_first_row(plan: RosterPlan) -> None:
    cells = filled(plan, grid("A003", "A004", "A005", days=range(4)), down=True)
    after = plan.roster.with_cells(cells)
    for day in range(4):
        assert after.shift("A004", day) == after.shift("A005", day) == plan.roster.shift("A003", day)


def test_filling_right_copies_the_first_column(plan: RosterPlan) -> None:
    after = plan.roster.with_cells(filled(plan, grid("A003", days=range(5)), down=False))
    assert {after.shift("A003", day) for day in range(5)} == {plan.roster.shift("A003", 0)}


def test_two_cells_change_places_and_a_locked_one_stays(plan: RosterPlan) -> None:
    first, second = ("A002", 1), ("A003", 1)
    after = plan.roster.with_cells(swapped(plan, first, second))
    assert (after.shift(*first), after.shift(*second)) == (plan.roster.shift(*second), plan.roster.shift(*first))
    assert swapped(plan, ("A001", 0), second) == {}


def test_text_from_excel_sets_shifts_by_code_name_or_id_and_blanks_are_days_off(plan: RosterPlan) -> None:
    shifts = list(plan.problem.shifts.values())
    text = f"{shifts[0].code}\t{shifts[1].name}\n{shifts[2].id}\t休\n"
    cells, unknown = pasted(plan, grid("A006", "A007", days=range(2)), text)
    after = plan.roster.with_cells(cells)
    assert unknown == ()
    assert [after.shift("A006", 0), after.shift("A006", 1)] == [shifts[0].id, shifts[1].id]
    assert [after.shift("A007", 0), after.shift("A007", 1)] == [shifts[2].id, None]


def test_nothing_is_pasted_while_a_code_is_unknown_and_every_one_is_told(plan: RosterPlan) -> None:
    cells, unknown = pasted(plan, grid("A006", "A007", days=range(2)), "早\t??\n!!\t早")
    assert cells == {}
    assert [(cell.row, cell.column, cell.text) for cell in unknown] == [(1, 2, "??"), (2, 1, "!!")]


def test_one_code_fills_the_cells_selected(plan: RosterPlan) -> None:
    cells, _unknown = pasted(plan, grid("A006", "A007", days=range(3)), "早")
    assert {cell.shift for cell in cells.values() if cell} <= {"E"}


def test_keys_are_digits_in_order_and_the_usual_letters_without_those_that_mean_something_else() -> None:
    shifts = [
        Shift(name, 480, 480, 480, code=code) for name, code in (("E", "早"), ("L", "晚"), ("X", "X"), ("Q", "Q1"))
    ]
    assert shift_keys(shifts) == {"1": "E", "Z": "E", "2": "L", "W": "L", "3": "X", "4": "Q", "Q": "Q"}
    own = [shifts[0], replace(shifts[1], key="Z"), replace(shifts[2], key="1"), shifts[3]]
    assert shift_keys(own) == {"1": "X", "2": "L", "3": "X", "4": "Q", "Z": "L", "Q": "Q"}
    assert [key_of_shift(shift, own) for shift in own] == ["", "Z", "1", "Q"]


@pytest.fixture
def roster(opened: MainWindow) -> MainWindow:
    opened.go("roster")
    return opened


def shown(window: MainWindow) -> RosterPlan:
    return plan_shown(board_of(window))


def matrix_of(window: MainWindow) -> Matrix:
    return board_of(window).matrix


def test_a_digit_sets_the_shift_moves_on_and_is_on_disk(roster: MainWindow, qtbot: QtBot) -> None:
    matrix = matrix_of(roster)
    agent, day = there(matrix.agent), matrix.selection.day
    wanted = shift_keys(shown(roster).problem.shifts.values())["2"]
    qtbot.keyClick(matrix, "2")
    assert shown(roster).roster.shift(agent, day) == wanted
    assert matrix.selection.day == day + 1
    stored = roster.document.file.latest_version(view_of(roster.document).scenario.name)
    assert stored is not None
    assert stored.edited
    assert stored.solution.roster == shown(roster).roster
    assert stored.solution.objective == pytest.approx(shown(roster).cost.total)


def test_a_shift_that_a_cell_has_already_moves_on_as_well(roster: MainWindow, qtbot: QtBot) -> None:
    matrix = matrix_of(roster)
    day = matrix.selection.day
    qtbot.keyClick(matrix, "2")
    matrix.select(matrix.selection.at(matrix.selection.row, day))
    qtbot.keyClick(matrix, "2")
    assert matrix.selection.day == day + 1


def test_an_edit_is_taken_back_and_done_again_with_its_label(roster: MainWindow, qtbot: QtBot) -> None:
    matrix = matrix_of(roster)
    before = shown(roster).roster
    qtbot.keyClick(matrix, "2")
    after = shown(roster).roster
    assert shown(roster).name_of(there(matrix.agent)) in roster.document.undo_label
    roster.document.undo()
    assert shown(roster).roster == before
    roster.document.redo()
    assert shown(roster).roster == after


def test_a_long_step_is_taken_back_aside_and_who_acts_meanwhile_waits_for_it(
    roster: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.window.frame.document.LONG", 1)
    matrix = matrix_of(roster)
    before = shown(roster).roster
    qtbot.keyClick(matrix, "2")
    after = shown(roster).roster
    roster._undo.trigger()
    assert shown(roster).roster == after
    qtbot.waitUntil(lambda: shown(roster).roster == before)
    roster._redo.trigger()
    roster.document.undo()
    assert shown(roster).roster == before
    roster._redo.trigger()
    qtbot.waitUntil(lambda: shown(roster).roster == after)


def test_violations_and_cover_follow_an_edit(roster: MainWindow, qtbot: QtBot) -> None:
    matrix = matrix_of(roster)
    qtbot.keyClick(matrix, Key.Key_A, Modifier.ControlModifier)
    qtbot.keyClick(matrix, Key.Key_Delete)
    plan = shown(roster)
    assert len(plan.roster) == 0
    assert not plan.cover.heads.any()
    assert len(board_of(roster).violations.model.lines) == len(plan.violations)


def test_locked_cells_do_not_change_and_say_so(roster: MainWindow, qtbot: QtBot) -> None:
    matrix = matrix_of(roster)
    key = (there(matrix.agent), matrix.selection.day)
    qtbot.keyClick(matrix, Key.Key_L)
    assert view_of(roster.document).locks == {key}
    assert shown(roster).cell(*key).look.locked
    before = shown(roster).roster
    qtbot.keyClick(matrix, "2")
    qtbot.keyClick(matrix, Key.Key_Delete)
    assert shown(roster).roster == before
    assert "锁定" in roster.message.text
    matrix.select(matrix.selection.at(0, key[1]))
    qtbot.keyClick(matrix, Key.Key_L)
    assert view_of(roster.document).locks == frozenset()


def test_a_whole_day_is_locked_at_once(roster: MainWindow, qtbot: QtBot) -> None:
    matrix = matrix_of(roster)
    qtbot.keyClick(matrix, Key.Key_L, Modifier.ControlModifier)
    assert view_of(roster.document).locks == {(agent, 0) for agent in shown(roster).problem.agents}


def test_cells_are_copied_and_pasted_and_unknown_codes_refused(roster: MainWindow, qtbot: QtBot) -> None:
    matrix = matrix_of(roster)
    qtbot.keyClick(matrix, "1")
    matrix.select(matrix.selection.at(0, 0))
    qtbot.keyClick(matrix, Key.Key_C, Modifier.ControlModifier)
    matrix.select(matrix.selection.at(1, 2))
    qtbot.keyClick(matrix, Key.Key_V, Modifier.ControlModifier)
    rows = matrix.model.rows
    assert shown(roster).roster.shift(rows[1].id, 2) == shown(roster).roster.shift(rows[0].id, 0)
    before = shown(roster).roster
    QApplication.clipboard().setText("没有这个班")
    qtbot.keyClick(matrix, Key.Key_V, Modifier.ControlModifier)
    assert shown(roster).roster == before
    assert "没有这个班" in roster.message.text


def test_trying_shifts_with_space_is_one_step_of_undo_named_after_the_last(roster: MainWindow, qtbot: QtBot) -> None:
    matrix, document = matrix_of(roster), roster.document
    matrix.select(matrix.selection.at(0, 2))
    agent = there(matrix.agent)
    before = shown(roster).roster.shift(agent, 2)
    depth = document.file.undo_depth()
    tried = []
    for _press in range(3):
        qtbot.keyClick(matrix, Key.Key_Space)
        tried.append(shown(roster).roster.shift(agent, 2))
    assert len(set(tried)) > 1
    assert document.file.undo_depth() == depth + 1
    document.undo()
    assert shown(roster).roster.shift(agent, 2) == before
    document.redo()
    assert shown(roster).roster.shift(agent, 2) == tried[-1]
    matrix.select(matrix.selection.at(1, 2))
    qtbot.keyClick(matrix, Key.Key_Space)
    assert document.file.undo_depth() == depth + 2


def test_two_agents_swap_their_shifts(roster: MainWindow, qtbot: QtBot) -> None:
    matrix = matrix_of(roster)
    rows = matrix.model.rows
    qtbot.keyClick(matrix, "1")
    matrix.select(matrix.selection.at(0, 0))
    first, second = shown(roster).roster.shift(rows[0].id, 0), shown(roster).roster.shift(rows[1].id, 0)
    matrix.select(matrix.selection.at(1, 0, extend=True))
    qtbot.keyClick(matrix, Key.Key_X, Modifier.ControlModifier | Modifier.ShiftModifier)
    after = shown(roster).roster
    assert (after.shift(rows[0].id, 0), after.shift(rows[1].id, 0)) == (second, first)
    assert roster.message.text.startswith("已对调")


def test_a_key_that_names_no_shift_tells_those_that_do(roster: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(matrix_of(roster), "q")
    assert "Q" in roster.message.text
    assert "1" in roster.message.text


def test_a_cell_changed_since_it_was_published_says_so(roster: MainWindow, qtbot: QtBot) -> None:
    matrix = matrix_of(roster)
    key = (there(matrix.agent), matrix.selection.day)
    roster.document.publish("发布")
    assert not shown(roster).cell(*key).look.changed
    qtbot.keyClick(matrix, "2")
    assert shown(roster).cell(*key).look.changed
    roster.document.undo()
    assert not shown(roster).cell(*key).look.changed


def test_the_menu_of_cells_does_what_the_keys_do(roster: MainWindow) -> None:
    matrix = matrix_of(roster)
    asked: list[Asked] = []
    menu = cell_menu(shown(roster), asked.append, matrix)
    inner = menu.actions()[0].menu()
    assert isinstance(inner, QMenu)
    for action in [*menu.actions(), *inner.actions()]:
        if not action.isSeparator() and action.menu() is None:
            action.trigger()
    assert {one.act for one in asked} >= set(Act) - {
        Act.NEXT_SHIFT, Act.EARLIER, Act.LATER, Act.BREAK_EARLIER, Act.BREAK_LATER
    }  # fmt: skip
    menu.close()

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt

from app.window.roster.keys import move_of
from app.window.roster.selection import Move, Selection

Key, Modifier = Qt.Key, Qt.KeyboardModifier


@pytest.mark.parametrize(
    ("move", "place"),
    [
        (Move.LEFT, (4, 2)),
        (Move.RIGHT, (4, 4)),
        (Move.UP, (3, 3)),
        (Move.DOWN, (5, 3)),
        (Move.HOME, (4, 0)),
        (Move.END, (4, 6)),
        (Move.PAGE_UP, (1, 3)),
        (Move.PAGE_DOWN, (7, 3)),
        (Move.TOP_EDGE, (0, 3)),
        (Move.BOTTOM_EDGE, (9, 3)),
        (Move.FIRST_CELL, (0, 0)),
        (Move.LAST_CELL, (9, 6)),
    ],
)
def test_each_move_leads_where_its_name_says(move: Move, place: tuple[int, int]) -> None:
    start = Selection(10, 7).at(4, 3)
    moved = start.moved(move, page=3)
    assert (moved.row, moved.day) == place
    assert moved.cells == 1


def test_shift_keeps_the_anchor_and_spans_a_range() -> None:
    chosen = Selection(10, 7).at(4, 3).moved(Move.DOWN, extend=True).moved(Move.RIGHT, extend=True)
    assert (chosen.first_row, chosen.last_row, chosen.first_day, chosen.last_day) == (4, 5, 3, 4)
    assert chosen.cells == 4
    assert chosen.moved(Move.LEFT).cells == 1


@given(st.integers(1, 30), st.integers(1, 31), st.lists(st.tuples(st.sampled_from(Move), st.booleans()), max_size=40))
def test_no_run_of_moves_leaves_the_matrix(rows: int, days: int, moves: list[tuple[Move, bool]]) -> None:
    chosen = Selection(rows, days)
    for move, extend in moves:
        chosen = chosen.moved(move, page=5, extend=extend)
        assert 0 <= chosen.first_row <= chosen.last_row < rows
        assert 0 <= chosen.first_day <= chosen.last_day < days


def test_an_empty_matrix_has_no_cell_to_stand_on() -> None:
    empty = Selection(0, 14)
    assert empty.is_empty
    assert empty.cells == 0
    assert empty.moved(Move.DOWN) == empty


def test_a_smaller_matrix_keeps_the_selection_inside() -> None:
    assert Selection(10, 14).at(9, 13).resized(3, 7).at(2, 6) == Selection(3, 7).at(2, 6)
    assert Selection(10, 14).at(9, 13).resized(0, 7).is_empty


def test_control_jumps_to_edges_and_other_keys_move_nothing() -> None:
    assert move_of(Key.Key_Home, Modifier.NoModifier) is Move.HOME
    assert move_of(Key.Key_Home, Modifier.ControlModifier) is Move.FIRST_CELL
    assert move_of(Key.Key_Right, Modifier.ControlModifier | Modifier.ShiftModifier) is Move.RIGHT_EDGE
    assert move_of(Key.Key_Right, Modifier.AltModifier) is None
    assert move_of(Key.Key_F9, Modifier.NoModifier) is None
    assert move_of(0x7FFFFF, Modifier.NoModifier) is None

"""In a narrow window, or at a large zoom, everything finds its place instead of pushing the window wider."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import QPoint, QSize
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QSizePolicy, QWidget
from pytestqt.qtbot import QtBot

from app.window.frame.elided import ElidedLabel
from app.window.frame.header import ActionButton, Header
from app.window.frame.main_window import MainWindow
from app.window.frame.rail import NARROW_WINDOW, Rail, RailButton
from app.window.frame.tiles import Tile, Tiles
from app.window.frame.wrapping_row import WrappingRow
from app.window.roster.board import NARROW
from app.window.roster.page import RosterPage
from app.window.tables.numbers_table import Column, NumbersTable, Row, folded
from tests.there import there
from tests.window.shown import page_of

LONG = "as long as a line of a tile ever is, and then somewhat longer"


def blocks(*widths: int) -> list[QWidget]:
    made: list[QWidget] = [QFrame() for _width in widths]
    for block, width in zip(made, widths, strict=True):
        block.setFixedSize(width, 20)
    return made


def in_a_row(parts: Sequence[QWidget], width: int, qtbot: QtBot) -> QWidget:
    whole = QWidget()
    row = WrappingRow(whole, spacing=10)
    for part in parts:
        row.addWidget(part)
    qtbot.addWidget(whole)
    whole.resize(width, row.heightForWidth(width))
    whole.show()
    return whole


def test_a_row_becomes_two_where_it_has_no_room(qtbot: QtBot) -> None:
    parts = blocks(100, 100, 100)
    wide = in_a_row(parts, 320, qtbot)
    assert (wide.height(), [part.x() for part in parts]) == (20, [0, 110, 220])
    wide.resize(319, 50)
    assert [(part.x(), part.y()) for part in parts] == [(0, 0), (110, 0), (0, 30)]


def test_what_may_grow_takes_the_room_left_in_its_line_and_what_is_hidden_none(qtbot: QtBot) -> None:
    first, hidden, last = blocks(50, 70, 50)
    first.setMinimumSize(50, 20)
    first.setMaximumSize(QSize(10_000, 20))
    first.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    hidden.hide()
    row = in_a_row((first, hidden, last), 200, qtbot)
    assert (row.width(), first.width(), last.x()) == (200, 140, 150)


def test_a_label_without_room_tells_all_of_it_when_pointed_at(qtbot: QtBot) -> None:
    label = ElidedLabel("everything that there is to say")
    qtbot.addWidget(label)
    label.setToolTip("its own")
    label.resize(1000, 20)
    label.show()
    assert label.toolTip() == "its own"
    label.resize(40, 20)
    assert label.toolTip() == label.text() == "everything that there is to say"
    assert label.minimumSizeHint().width() < label.sizeHint().width()


def test_tiles_grow_downwards_where_their_lines_break(qtbot: QtBot) -> None:
    page, tiles = QWidget(), Tiles()
    qtbot.addWidget(page)
    tiles.setParent(page)
    tiles.show_tiles([Tile("name", "12", "unit", LONG) for _number in range(4)])
    page.show()
    tiles.resize(3000, 80)
    high = tiles.height()
    tiles.resize(500, 80)
    qtbot.waitUntil(lambda: tiles.height() > high)


def test_slim_tiles_are_tall_ones_where_a_line_has_no_room(qtbot: QtBot) -> None:
    page, tiles = QWidget(), Tiles(slim=True)
    qtbot.addWidget(page)
    tiles.setParent(page)
    tiles.show_tiles([Tile("name", "12", "unit", LONG) for _number in range(4)])
    page.show()

    def is_slim() -> bool:
        return any(label.property("slim") for label in tiles.findChildren(QLabel) if label.isVisible())

    for width, slim in ((3000, True), (500, False)):
        tiles.resize(width, 60)
        qtbot.waitUntil(is_slim if slim else lambda: not is_slim())


@pytest.mark.parametrize(
    ("name", "two_lines"),
    [("Service level", "Service\nlevel"), ("Days\nWork days owed", "Days\nWork\ndays owed"), ("Lost", "Lost")],
)
def test_a_header_folds_at_the_space_in_its_middle(name: str, two_lines: str) -> None:
    assert folded(name) == two_lines


def test_a_table_folds_its_headers_only_where_they_have_no_room(qtbot: QtBot) -> None:
    table = NumbersTable("numbers", [Column("a header of words") for _number in range(5)])
    qtbot.addWidget(table)
    table.show()
    table.show_rows([Row(("1",) * 5)])
    for width, lines in ((3000, 1), (300, 2)):
        table.resize(width, 200)
        assert str(table.numbers.headerData(0, table.horizontalHeader().orientation())).count("\n") + 1 == lines


def test_what_stands_beside_the_matrix_goes_beneath_it_where_both_have_no_room(opened: MainWindow) -> None:
    opened.go("roster")
    board = there(page_of(opened, RosterPage).board)
    for width, beneath in ((NARROW + 40, False), (NARROW - 40, True), (NARROW + 40, False)):
        opened.resize(width + opened.width() - board.width(), 900)
        QApplication.processEvents()
        matrix, search = (part.mapTo(board, QPoint()) for part in (board.matrix, board.search))
        assert (search.y() > matrix.y() + board.matrix.height()) == beneath
        assert (search.x() > matrix.x() + board.matrix.width()) != beneath
        assert board.minimumSizeHint().width() < NARROW - 40


def test_the_rail_leaves_its_words_and_the_header_those_of_secondary_acts(window: MainWindow) -> None:
    rail, header = window.findChildren(Rail)[0], window.findChildren(Header)[0]
    for width, slim in ((NARROW_WINDOW + 200, False), (NARROW_WINDOW - 100, True), (NARROW_WINDOW + 200, False)):
        window.resize(width, 800)
        assert {button.slim for button in rail.findChildren(RailButton)} == {slim}
    window.go("review")
    beside = [button for button in header.findChildren(ActionButton) if button.property("kind") != "primary"]
    for width, worded in ((1400, True), (600, False)):
        window.resize(width, 800)
        assert {bool(button.text()) for button in beside if not button.isHidden()} >= {worded}
        assert all(button.accessibleName() for button in beside)

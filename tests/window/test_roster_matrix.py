import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPaintEvent, QRegion
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.window.look.look import look, wear
from app.window.roster.copying import as_tsv
from app.window.roster.edit_keys import Act, Asked
from app.window.roster.matrix import Matrix
from app.window.roster.plan import RosterPlan
from app.window.roster.pointing import tooltip_at
from app.window.roster.rows import Arrangement, GroupBy, arranged
from app.window.roster.shift_tones import Tone
from tests.window.roster_sample import sample_plan
from tests.window.shown import scene_of

Key, Modifier, Button = Qt.Key, Qt.KeyboardModifier, Qt.MouseButton


def show(matrix: Matrix, plan: RosterPlan, group_by: GroupBy = GroupBy.NONE, needle: str = "") -> None:
    matrix.show_plan(plan, arranged(plan.rows, Arrangement(group_by, needle=needle), {}), group_by)


@pytest.fixture(scope="module")
def plan() -> RosterPlan:
    return sample_plan(40, 14)


@pytest.fixture
def matrix(qtbot: QtBot, plan: RosterPlan) -> Matrix:
    made = Matrix()
    qtbot.addWidget(made)
    made.resize(900, 500)
    show(made, plan)
    made.show()
    return made


def place(matrix: Matrix, row: int, day: int) -> QPoint:
    geometry = scene_of(matrix).geometry
    return QPoint(geometry.day_left(day) + geometry.day_width // 2, geometry.row_top(row) + geometry.row_height // 2)


def picture(matrix: Matrix) -> QImage:
    return matrix.viewport().grab().toImage()


def test_keys_move_the_cursor_and_scroll_it_into_view(matrix: Matrix, qtbot: QtBot) -> None:
    for key in (Key.Key_Down, Key.Key_Down, Key.Key_Right):
        qtbot.keyClick(matrix, key)
    assert (matrix.selection.row, matrix.selection.day) == (2, 1)
    qtbot.keyClick(matrix, Key.Key_End, Modifier.ControlModifier)
    assert (matrix.selection.row, matrix.selection.day) == (39, 13)
    assert scene_of(matrix).geometry.row_at(place(matrix, 39, 13).y()) == 39
    qtbot.keyClick(matrix, Key.Key_PageUp)
    assert 0 < matrix.selection.row < 39


def test_shift_and_arrows_select_a_range_that_copies_as_tabs_and_lines(
    matrix: Matrix, qtbot: QtBot, plan: RosterPlan
) -> None:
    for key in (Key.Key_Right, Key.Key_Down):
        qtbot.keyClick(matrix, key, Modifier.ShiftModifier)
    expected = [[plan.cell(agent, day).look.code for day in (0, 1)] for agent in ("A001", "A002")]
    assert [line.split("\t") for line in as_tsv(matrix.model, matrix.selection).split("\n")] == expected


def test_a_day_off_copies_as_an_empty_cell(matrix: Matrix, plan: RosterPlan) -> None:
    matrix.go_to("A003", 1)
    assert plan.roster.shift("A003", 1) is None
    assert as_tsv(matrix.model, matrix.selection) == ""


def test_a_key_of_editing_is_asked_for_and_one_of_moving_is_not(matrix: Matrix, qtbot: QtBot) -> None:
    asked: list[Asked] = []
    matrix.asked.connect(asked.append)
    qtbot.keyClick(matrix, Key.Key_Down)
    qtbot.keyClick(matrix, Key.Key_V, Modifier.ControlModifier)
    qtbot.keyClick(matrix, "3")
    qtbot.keyClick(matrix, Key.Key_L)
    assert asked == [Asked(Act.PASTE), Asked(Act.SET, "3"), Asked(Act.LOCK)]


def test_clicking_selects_a_cell_a_name_a_day(matrix: Matrix, qtbot: QtBot) -> None:
    qtbot.mouseClick(matrix.viewport(), Button.LeftButton, pos=place(matrix, 3, 5))
    assert (matrix.selection.row, matrix.selection.day) == (3, 5)
    qtbot.mouseClick(matrix.viewport(), Button.LeftButton, Modifier.ShiftModifier, place(matrix, 5, 6))
    assert matrix.selection.cells == 6
    qtbot.mouseClick(matrix.viewport(), Button.LeftButton, pos=QPoint(20, place(matrix, 4, 0).y()))
    assert matrix.selection.cells == 14
    with qtbot.waitSignal(matrix.day_chosen) as chosen:
        header = QPoint(place(matrix, 0, 7).x(), scene_of(matrix).geometry.header_height - 8)
        qtbot.mouseClick(matrix.viewport(), Button.LeftButton, pos=header)
    assert chosen.args == [7]
    assert matrix.selection.cells == 40


def test_dragging_extends_the_range(matrix: Matrix, qtbot: QtBot) -> None:
    qtbot.mousePress(matrix.viewport(), Button.LeftButton, pos=place(matrix, 1, 1))
    at = QPointF(place(matrix, 3, 2))
    QApplication.sendEvent(
        matrix.viewport(),
        QMouseEvent(
            QEvent.Type.MouseMove, at, matrix.viewport().mapToGlobal(at), Button.NoButton, Button.LeftButton,
            Modifier.NoModifier,
        ),
    )  # fmt: skip
    assert matrix.selection.cells == 6


def test_the_cursor_stays_with_its_agent_when_rows_are_arranged_anew(matrix: Matrix, plan: RosterPlan) -> None:
    matrix.go_to("A011", 3)
    show(matrix, plan, GroupBy.CONTRACT)
    assert matrix.agent == "A011"
    show(matrix, plan, GroupBy.NONE, needle="客服02")
    assert matrix.model.rowCount() == 1
    assert not matrix.go_to("A011", 3)


def test_each_tone_is_seen_in_its_cells(matrix: Matrix, plan: RosterPlan) -> None:
    shot = picture(matrix)
    seen = set()
    for row in range(8):
        for day in range(14):
            tone = plan.cell(plan.rows[row].id, day).look.tone
            corner = place(matrix, row, day) + QPoint(-scene_of(matrix).geometry.day_width // 4, 0)
            if tone not in {None, Tone.PART_TIME}:
                seen.add(tone)
                assert shot.pixelColor(corner) == QColor(look().theme.shifts[tone].fill)
    assert len(seen) >= 3


def test_agents_off_duty_step_back_and_come_again(matrix: Matrix, plan: RosterPlan) -> None:
    before = picture(matrix)
    matrix.emphasise(frozenset({"A002"}))
    emphasised = picture(matrix)
    assert emphasised != before
    assert emphasised.pixelColor(1, place(matrix, 1, 0).y()) == look().colour("accent")
    matrix.emphasise(None)
    assert picture(matrix) == before


def test_scrolled_pictures_equal_freshly_painted_ones(matrix: Matrix) -> None:
    matrix.zoom(7)
    matrix.verticalScrollBar().setValue(37)
    QApplication.processEvents()
    matrix.horizontalScrollBar().setValue(55)
    QApplication.processEvents()
    scrolled = picture(matrix)
    matrix.viewport().update()
    assert picture(matrix) == scrolled


class PaintWatch(QObject):
    """Keeps the regions that a widget is asked to paint."""

    def __init__(self) -> None:
        super().__init__()
        self.regions: list[QRegion] = []

    def eventFilter(self, _thing: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's own name
        if isinstance(event, QPaintEvent):
            self.regions.append(QRegion(event.region()))
        return False


def test_moving_the_cursor_paints_only_the_rows_it_left_and_entered(matrix: Matrix) -> None:
    matrix.go_to("A005", 3)
    QApplication.processEvents()
    watch = PaintWatch()
    matrix.viewport().installEventFilter(watch)
    matrix.go_to("A006", 3)
    QApplication.processEvents()
    geometry = scene_of(matrix).geometry
    entered = QPoint(geometry.day_left(3) + 5, geometry.row_top(5) + 5)
    far = QPoint(geometry.day_left(5), geometry.row_top(10) + 5)
    assert any(region.contains(entered) for region in watch.regions)
    assert not any(region.contains(far) for region in watch.regions)


def test_the_same_look_is_drawn_once(matrix: Matrix, plan: RosterPlan) -> None:
    picture(matrix)
    looks = {cell.look for cell in plan.cells.values()}
    assert len(matrix._pictures.cells._pictures) <= len(looks)


def test_control_and_the_wheel_zoom_between_all_days_and_three(matrix: Matrix) -> None:
    width = scene_of(matrix).geometry.day_width
    matrix.zoom(3)
    assert scene_of(matrix).geometry.day_width > 3 * width
    assert scene_of(matrix).geometry.max_scroll_x > 0
    matrix.zoom(None)
    assert scene_of(matrix).geometry.day_width == width


def test_heads_on_each_shift_unfold_under_the_rows(matrix: Matrix) -> None:
    folded = scene_of(matrix).geometry.footer_height
    matrix.show_shift_heads(True)
    assert scene_of(matrix).geometry.footer_height > folded + 4 * 15


def test_tooltips_tell_cells_names_and_phases(matrix: Matrix) -> None:
    scene = scene_of(matrix)
    assert tooltip_at(scene, place(matrix, 0, 0)).startswith("客服01 · 11月4日 周三\n早班 09:00–18:00")
    assert "A001" in tooltip_at(scene, QPoint(20, place(matrix, 0, 0).y()))
    assert "11月10日 20:00 – 11月11日 02:00" in tooltip_at(scene, QPoint(place(matrix, 0, 6).x(), 5))
    assert tooltip_at(scene, QPoint(5, 5)) == ""


def test_without_a_plan_the_matrix_is_a_plain_surface(qtbot: QtBot) -> None:
    empty = Matrix()
    qtbot.addWidget(empty)
    empty.show()
    qtbot.keyClick(empty, Key.Key_Down)
    qtbot.keyClick(empty, Key.Key_C, Modifier.ControlModifier)
    assert empty.selection.is_empty
    shot = picture(empty)
    assert shot.pixelColor(5, 5) == look().colour("surface")


@pytest.mark.parametrize("zoom", [0.8, 1.5, 2.0])
def test_everything_grows_with_the_zoom_of_the_window(
    qapp: QApplication, qtbot: QtBot, plan: RosterPlan, zoom: float
) -> None:
    wear(qapp, "dark", zoom)
    made = Matrix()
    qtbot.addWidget(made)
    made.resize(900, 500)
    show(made, plan, GroupBy.SKILL)
    made.show()
    geometry = scene_of(made).geometry
    metrics = scene_of(made).ink.body_metrics
    assert geometry.row_height >= metrics.height() + 10 * zoom - 1
    last = scene_of(made).columns[-1]
    assert last.right <= geometry.frozen_width
    shot = picture(made)
    assert shot.pixelColor(shot.width() - 1, shot.height() - 1) == look().colour("surface")


def test_escape_asks_to_end_the_emphasis(matrix: Matrix, qtbot: QtBot) -> None:
    with qtbot.waitSignal(matrix.escaped):
        qtbot.keyClick(matrix, Key.Key_Escape)

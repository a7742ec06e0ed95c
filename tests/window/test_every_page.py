"""What holds for every page of the window."""

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.window.frame.header import ActionButton, Header
from app.window.frame.main_window import MainWindow
from app.window.frame.steps import STEPS


def test_every_step_has_a_page(opened: MainWindow) -> None:
    for step in STEPS:
        opened.go(step)
        assert opened.page.step == step
        assert opened.page.title()


def test_every_page_has_one_primary_button_and_it_is_a_word(opened: MainWindow) -> None:
    for step in STEPS:
        opened.go(step)
        primary = [
            b for b in opened.findChildren(Header)[0].findChildren(ActionButton) if b.property("kind") == "primary"
        ]
        shown = [button for button in primary if not button.isHidden()]
        assert len(shown) <= 1
        assert all(button.text() for button in shown)


def nameless(widget: QWidget) -> bool:
    spoken = widget.accessibleName() or (widget.text() if isinstance(widget, QAbstractButton) else "")
    takes_focus = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    inner = widget.objectName().startswith(("qt_", "Qt")) or type(widget).__module__.startswith("pyqtgraph")
    composite = type(widget.parentWidget()).__name__ in {
        "QComboBox",
        "QSpinBox",
        "QDoubleSpinBox",
        "QDateEdit",
        "QTabWidget",
    }
    return takes_focus and not spoken and not inner and not composite


@pytest.mark.parametrize("step", [step for step in STEPS if step not in {"team", "roster"}])
def test_everything_that_takes_the_focus_has_a_name(opened: MainWindow, step: str) -> None:
    opened.go(step)
    found = [widget for widget in opened.findChildren(QWidget) if widget.isVisible() and nameless(widget)]
    plain = [
        widget for widget in found if type(widget).__name__ not in {"QHeaderView", "QTableCornerButton", "QScrollBar"}
    ]
    assert not plain, [(type(w).__name__, type(w.parentWidget()).__name__) for w in plain]


@pytest.mark.parametrize("step", [step for step in STEPS if step not in {"team", "roster"}])
def test_nothing_to_click_is_smaller_than_24_pixels(opened: MainWindow, step: str) -> None:
    opened.go(step)
    QApplication.processEvents()
    buttons = [
        b
        for b in opened.findChildren(QAbstractButton)
        if b.isVisible() and b.focusPolicy() is not Qt.FocusPolicy.NoFocus
    ]
    small = [(b.text(), b.width(), b.height()) for b in buttons if b.height() < 24 or b.width() < 24]
    assert buttons
    assert not small


def test_ctrl_and_a_number_go_to_a_step(opened: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(opened, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert opened.page.step == "requirement"


class ShownWindows(QObject):
    """Collects what is shown as a window of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.names: list[str] = []

    def eventFilter(self, shown: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's own name
        if event.type() is QEvent.Type.Show and isinstance(shown, QWidget) and shown.isWindow():
            self.names.append(type(shown).__name__)
        return False


def test_no_part_of_a_page_flashes_up_as_a_window_of_its_own(opened: MainWindow, qapp: QApplication) -> None:
    shown = ShownWindows()
    qapp.installEventFilter(shown)
    for step in STEPS:
        opened.go(step)
    qapp.removeEventFilter(shown)
    assert not shown.names


def test_a_splitter_comes_back_as_it_was_left(opened: MainWindow) -> None:
    from app.window.frame.splitter import RememberingSplitter

    opened.go("forecast")
    split = opened.page.findChildren(RememberingSplitter)[0]
    split.setSizes([200, 400])
    split._remember(0, 0)
    left = split.sizes()
    opened.dress("zh_CN", "dark", 1.0)
    QApplication.processEvents()
    again = opened.page.findChildren(RememberingSplitter)[0]
    assert abs(again.sizes()[0] / sum(again.sizes()) - left[0] / sum(left)) < 0.05

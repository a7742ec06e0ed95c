"""The header of a page: its title, project ▸ scenario · version, the acts beside and the one primary button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QPushButton, QToolButton, QWidget

from app.window.frame.elided import ElidedLabel
from app.window.frame.page import QUIET
from app.window.frame.tiles import label
from app.window.look import space
from app.window.look.icons import icon
from app.window.look.look import look
from app.window.names import scenario_name
from app.wording import words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.project.version import PlanVersion
    from app.window.frame.page import Page
    from app.window.frame.view import ProjectView

_ = words("window")
NARROWEST_SCENARIO, NARROWEST = 96, 560


def version_text(version: PlanVersion | None) -> str:
    """`版本 3（草稿）`, or that there is no roster yet."""
    from app.project.version import VersionState

    if version is None:
        return _("no roster yet")
    if version.state is VersionState.PUBLISHED:
        return _("version {number} (published)").format(number=version.number)
    return _("version {number} (draft)").format(number=version.number)


class ActionButton(QPushButton):
    """A button that follows an action: its word, icon and whether it can be done now."""

    def __init__(self, action: QAction, parent: QWidget, primary: bool = False) -> None:
        super().__init__(parent)
        self._action, self._primary, self._wordless = action, primary, False
        self.clicked.connect(action.trigger)
        action.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        action = self._action
        self.setText("" if self._wordless else action.text())
        primary = self._primary and not action.property(QUIET)
        self.setIcon(icon(str(action.data()), "on_accent") if primary and action.data() else action.icon())
        self._wear("primary" if primary else "")
        self.setEnabled(action.isEnabled())
        self.setHidden(not action.isVisible())
        self.setToolTip(action.toolTip())
        self.setAccessibleName(action.text())

    def _wear(self, kind: str) -> None:
        if (self.property("kind") or "") != kind:
            self.setProperty("kind", kind)
            self.style().unpolish(self)
            self.style().polish(self)

    def show_word(self, shown: bool) -> None:
        """Say the word beside the icon, or only when pointed at."""
        self._wordless = not shown
        self._follow()


class Header(QFrame):
    """`show_page` takes the acts of a page over, `show_project` says where in the project we are."""

    scenario_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "header")
        self._title = label("", "page-title")
        self._project = ElidedLabel("", "quiet")
        self._scenario = QComboBox()
        self._scenario.setAccessibleName(_("Scenario"))
        self._scenario.setToolTip(_("Scenario"))
        self._scenario.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._scenario.setMinimumWidth(look().px(NARROWEST_SCENARIO))
        self._scenario.activated.connect(lambda row: self.scenario_chosen.emit(self._scenario.itemData(row)))
        self._arrow = label("▸", "quiet")
        self._version = ElidedLabel("", "quiet")
        self._acts = QHBoxLayout()
        self._beside: list[ActionButton] = []
        self._acts.setSpacing(look().px(space.RELATED))
        row = QHBoxLayout(self)
        row.setContentsMargins(look().px(space.IN_CARD), look().px(10), look().px(space.IN_CARD), look().px(10))
        row.setSpacing(look().px(space.RELATED))
        row.addWidget(self._title)
        row.addSpacing(look().px(space.IN_CARD))
        for part in (self._project, self._arrow, self._scenario, self._version):
            row.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        row.addLayout(self._acts)

    def show_project(self, view: ProjectView | None) -> None:
        """Name project, scenario and version."""
        for part in (self._arrow, self._scenario, self._version):
            part.setVisible(view is not None)
        if view is None:
            self._project.setText(_("no project open"))
            return
        self._project.setText(view.project.name)
        self._project.setToolTip(str(view.path))
        self._version.setText("· " + version_text(view.version))
        self._scenario.clear()
        for scenario in view.project.scenarios:
            self._scenario.addItem(scenario_name(scenario.name), scenario.name)
        self._scenario.setCurrentIndex(self._scenario.findData(view.scenario.name))

    def show_title(self, title: str) -> None:
        """Name the page before it is there."""
        self._title.setText(title)

    def show_page(self, page: Page, undo: QAction, redo: QAction) -> None:
        """Offer the acts of a page."""
        self.show_title(page.title())
        while (item := self._acts.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for action in (page.undo or undo, page.redo or redo):
            self._acts.addWidget(IconButton(action))
        self._acts.addWidget(_gap())
        self._add(page.secondary)
        if page.primary is not None:
            self._acts.addWidget(ActionButton(page.primary, self, primary=True))

        self._make_room()

    def _add(self, actions: Iterable[QAction]) -> None:
        self._beside = [ActionButton(action, self) for action in actions]
        for button in self._beside:
            self._acts.addWidget(button)

    def minimumSizeHint(self) -> QSize:
        """It gives way before the window grows over the screen."""
        return QSize(look().px(NARROWEST), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, other words."""
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """In a narrow window the acts beside the primary one are icons."""
        for button in self._beside:
            button.show_word(True)
        wanted = self._acts.totalSizeHint().width()
        place = self._scenario.minimumWidth() + sum(
            part.minimumSizeHint().width() + look().px(space.RELATED) for part in (self._project, self._version)
        )
        edges = look().px(4 * space.IN_CARD)
        room = self.width() - self._title.sizeHint().width() - place - edges
        for button in self._beside:
            button.show_word(wanted <= room)


class IconButton(QToolButton):
    """An action as its icon; a screen reader is told its words as they are now."""

    def __init__(self, action: QAction) -> None:
        super().__init__()
        self.setDefaultAction(action)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        action.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        self.setAccessibleName(self.defaultAction().text())


def _gap() -> QWidget:
    gap = QWidget()
    gap.setFixedWidth(look().px(space.IN_CELL))
    return gap
